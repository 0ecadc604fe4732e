"""The data package: valid for its readers, and every figure of the workbook can be had from it."""

import csv
import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import duckdb
import openpyxl
import pyarrow.parquet
import pytest
from openpyxl.workbook import Workbook

from dashboard.reports.content import Report
from dashboard.reports.embedding import embedded
from dashboard.reports.formats import FORMATS
from dashboard.reports.manifest import manifest_json
from dashboard.reports.package.tables import TABLES
from dashboard.wording import data_words, statuses, tables
from dashboard.wording.data_words import sentence_case
from metrics.standing import Status
from tests.dashboard.reports.made_up import made_up

VALIDATE = """
import json, warnings
warnings.simplefilter("ignore")
from frictionless import validate
report = validate("datapackage.json")
print(json.dumps([error.message for task in report.tasks for error in task.errors] + report.errors))
"""


@pytest.fixture(scope="module")
def path(town_report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("package") / "town.zip"
    FORMATS["package"].write(town_report, target)
    return target


@pytest.fixture(scope="module")
def folder(path: Path) -> Path:
    target = path.parent / "unpacked"
    with ZipFile(path) as archive:
        archive.extractall(target)
    return target


@pytest.fixture(scope="module")
def database(folder: Path) -> duckdb.DuckDBPyConnection:
    """Plain DuckDB in the unpacked folder, as an analyst runs it."""
    connection = duckdb.connect()
    connection.execute(f"SET file_search_path = '{folder}'")
    connection.execute((folder / "verify.sql").read_text(encoding="utf-8"))
    return connection


@pytest.fixture(scope="module")
def workbook(town_report: Report, path: Path) -> Workbook:
    target = path.parent / "town.xlsx"
    FORMATS["workbook"].write(town_report, target)
    return openpyxl.load_workbook(target, data_only=True)


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    (table,) = book[sheet].tables.values()
    heads, *below = book[sheet][table.ref]
    return [
        {str(head.value): _day(cell.value) for head, cell in zip(heads, row, strict=True)}
        for row in below
    ]


def _day(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def shown(value: float | None, is_withheld: bool | None) -> object:
    """What a cell of the workbook holds for a figure; to nine digits, as spreadsheets compare."""
    return "withheld" if is_withheld else None if value is None else round(value, 9)


def rounded(value: object) -> object:
    return round(value, 9) if isinstance(value, int | float) else value


def test_frictionless_finds_nothing_wrong(folder: Path):
    # in a process of its own: it warns, and here a warning is an error
    command = [sys.executable, "-c", VALIDATE]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


def test_every_file_is_described_with_its_size_and_hash(path: Path, folder: Path):
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described = [
        r for resource in about["resources"] for r in (resource, resource.get("parquet")) if r
    ]
    with ZipFile(path) as archive:
        assert {r["path"] for r in described} == set(archive.namelist()) - {"datapackage.json"}
        assert all(r["bytes"] == archive.getinfo(r["path"]).file_size for r in described)
    assert about["licenses"][0]["name"] == "notspecified"
    assert {source["title"] for source in about["sources"]} >= {"activities.csv, load 1"}


def test_every_column_of_every_table_says_what_it_holds(folder: Path):
    for table in TABLES:
        schema = pyarrow.parquet.read_schema(folder / "parquet" / f"{table.name}.parquet")
        assert schema.metadata[b"description"].decode() == table.sentence
        for field in schema:
            assert field.metadata[b"description"].decode().endswith((".", "`"))


def test_csv_and_parquet_hold_the_same_rows(folder: Path):
    for table in TABLES:
        with (folder / "csv" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            head, *lines = csv.reader(file)
        parquet = pyarrow.parquet.read_table(folder / "parquet" / f"{table.name}.parquet")
        assert (head, len(lines)) == (parquet.column_names, parquet.num_rows)
        for line, row in zip(lines, parquet.to_pylist(), strict=True):
            assert list(map(_read, line, row.values())) == list(row.values())


def _read(text: str, like: object) -> object:
    """A cell of CSV as the value that Parquet holds."""
    if text == "":
        return None
    if isinstance(like, bool):
        return text == "true"
    return date.fromisoformat(text) if isinstance(like, date) else type(like)(text)


def test_the_sql_finds_that_everything_agrees(database: duckdb.DuckDBPyConnection):
    assert database.sql("FROM checks").fetchall() == []


@pytest.mark.parametrize(
    ("table", "change", "what"),
    [
        (
            "actuals",
            "value = value + 1 WHERE denominator > 0",
            "a share or rate is not numerator / denominator",
        ),
        ("actuals", "rows = 4 WHERE is_withheld", "a withheld figure shows something"),
        (
            "progress",
            "newest_value = 41 WHERE newest_value = 40",
            "the figure that was judged is not among the actuals",
        ),
        (
            "progress",
            "share_achieved = 0.9",
            "the share achieved is not (newest - baseline) / (target - baseline)",
        ),
        (
            "promises",
            "target = 61 WHERE target = 60",
            "the target judged is in no version of the promise",
        ),
    ],
)
def test_the_sql_finds_what_does_not_agree(folder: Path, table: str, change: str, what: str):
    connection = duckdb.connect()
    connection.execute(f"SET file_search_path = '{folder}'")
    connection.execute(f"CREATE TABLE changed AS FROM 'parquet/{table}.parquet'")
    connection.execute(f"UPDATE changed SET {change}")
    script = (folder / "verify.sql").read_text(encoding="utf-8")
    connection.execute(script.replace(f"FROM 'parquet/{table}.parquet'", "FROM changed"))
    assert what in {found for (found,) in connection.sql("SELECT what FROM checks").fetchall()}


def test_the_results_framework_of_the_workbook_follows_from_the_tables(
    database: duckdb.DuckDBPyConnection, workbook: Workbook
):
    found = database.sql(
        """SELECT statement, indicator, baseline, baseline_on, target, newest, newest_numerator,
        newest_denominator, newest_is_withheld, share_achieved, status FROM framework"""
    ).fetchall()
    told = [
        (
            row["Statement identifier"],
            str(row["Indicator identifier"] or "").split(" ")[0] or None,
            *(rounded(row[head]) for head in ("Baseline", "Baseline date", "Target")),
            *(rounded(row[head]) for head in ("Actual, newest", "Numerator", "Denominator")),
            rounded(row["Share achieved"]),
        )
        for row in rows(workbook, "Results framework")
    ]
    assert told == [
        (
            *names,
            rounded(baseline),
            on,
            rounded(target),
            shown(newest, is_withheld),
            shown(numerator, is_withheld),
            shown(denominator, is_withheld),
            rounded(share),
        )
        for (*names, baseline, on, target, newest, numerator, denominator, is_withheld, share, _) in found
    ]  # fmt: skip
    assert len(told) == 8


def test_every_period_of_the_workbook_follows_from_the_tables(
    database: duckdb.DuckDBPyConnection, workbook: Workbook
):
    found = database.sql(
        """SELECT place, indicator, period_start, period_end, numerator, denominator, value,
        is_withheld FROM actuals_by_period JOIN cities USING (city)"""
    ).fetchall()
    told = [
        (
            *(row[h] for h in ("City", "Indicator identifier", "First day", "Last day")),
            *(rounded(row[h]) for h in ("Numerator", "Denominator", "Value")),
        )
        for row in rows(workbook, "Actuals by period")
    ]
    assert sorted(told, key=str) == sorted(
        (
            (*at, *(shown(part, is_withheld) for part in parts))
            for (*at, numerator, denominator, value, is_withheld) in found
            for parts in [(numerator, denominator, value)]
        ),
        key=str,
    )
    assert len(told) > 30


@pytest.mark.parametrize(
    ("sheet", "view"),
    [("Disaggregations", "disaggregations"), ("Participants by group", "participants")],
)
def test_every_part_of_the_workbook_follows_from_the_tables(
    database: duckdb.DuckDBPyConnection, workbook: Workbook, sheet: str, view: str
):
    found = database.sql(
        f"""SELECT place, name, broken_down_by, member, year, value, is_withheld
        FROM {view} JOIN cities USING (city) JOIN indicators USING (indicator)
        WHERE value IS NOT NULL OR is_withheld"""
    ).fetchall()
    expected = {
        (city, name, *_named(sheet, column, member), str(year)): shown(value, is_withheld)
        for city, name, column, member, year, value, is_withheld in found
    }
    assert expected and _parts_of(workbook, sheet) == expected


def _named(sheet: str, column: str, member: str) -> tuple[str, ...]:
    """How the sheet calls a part."""
    if sheet == "Disaggregations":
        return tables.column(column), sentence_case(data_words.member(member))
    is_whole = column == "whole"
    return ("all" if is_whole else f"{tables.column(column)}: {data_words.member(member)}",)


def _parts_of(workbook: Workbook, sheet: str) -> dict[tuple[object, ...], object]:
    heads = ("Broken down by", "Part") if sheet == "Disaggregations" else ("Of them",)
    who = "Indicator" if sheet == "Disaggregations" else "Group"
    return {
        (row["City"], row[who], *(row[head] for head in heads), year): rounded(value)
        for row in rows(workbook, sheet)
        if row.get("Part") != "Whole"
        for year, value in row.items()
        if year.isdigit() and value is not None
    }


def test_the_summary_of_the_workbook_follows_from_the_tables(
    database: duckdb.DuckDBPyConnection, workbook: Workbook
):
    sheet = workbook["Summary"]
    places = {cell.value: cell.column for cell in sheet[6] if cell.value in ("Breda", "Vilnius")}
    assert len(places) == 2
    told = {
        (place, str(sheet.cell(row, 1).value)): sheet.cell(row, column).value
        for row in range(7, sheet.max_row)
        for place, column in places.items()
        if isinstance(sheet.cell(row, column).value, int) and sheet.cell(row, 1).value
    }
    counts = database.sql(
        "SELECT place, status, sum(statements) FROM summary JOIN cities USING (city) GROUP BY ALL"
    ).fetchall()
    found = {(place, statuses.name(Status(status))): many for place, status, many in counts}
    assert found == {at: many for at, many in told.items() if many and at[1] != "All statements"}


def test_made_up_figures_are_marked_row_by_row(town_report: Report, tmp_path: Path):
    FORMATS["package"].write(made_up(town_report), tmp_path / "made_up.zip")
    with ZipFile(tmp_path / "made_up.zip") as archive:
        archive.extractall(tmp_path)
        assert "**Simulated data: the figures of Breda are made up." in (
            archive.read("README.md").decode()
        )
    for table in ("actuals", "cities"):
        marked = duckdb.sql(
            f"SELECT DISTINCT city, is_simulated FROM '{tmp_path}/csv/{table}.csv' ORDER BY city"
        ).fetchall()
        assert marked == [("breda", True), ("vilnius", False)]


def test_nothing_in_the_package_tells_a_withheld_number(database: duckdb.DuckDBPyConnection):
    withheld = database.sql(
        "SELECT value, numerator, denominator, rows FROM actuals WHERE is_withheld"
    ).fetchall()
    assert withheld and set(withheld) == {(None,) * 4}


def test_the_declarations_go_with_the_figures(folder: Path, town_report: Report):
    home_file = (folder / "matrices" / "breda.yaml").read_text(encoding="utf-8")
    assert "Sixty activities a year" in home_file
    assert {p.stem for p in (folder / "indicators").iterdir()} == set(town_report.indicators)


def test_made_again_it_is_the_same_to_the_byte(path: Path, town_report: Report, tmp_path: Path):
    FORMATS["package"].write(town_report, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == path.read_bytes()


def test_the_package_carries_what_it_can_be_verified_by(path: Path, town_report: Report):
    assert embedded(path) == manifest_json(town_report)
