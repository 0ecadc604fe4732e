"""From cells of the workbook back to the lines of the files: read with nothing but `csv`."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from dashboard.reports.content import Report
from dashboard.reports.workbook.book import write
from dashboard.reports.workbook.reading import figures_shown
from metrics.results import Results
from metrics.standing import Period

Line = dict[str, str]
YEAR_2024 = "2024"


@pytest.fixture(scope="module")
def cells(town_report: Report, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple, float]:
    """(Statement's key, indicator, part) to the number that stands in the cell."""
    path = tmp_path_factory.mktemp("walked") / "report.xlsx"
    write(town_report, path)
    return {
        (shown.statement, shown.indicator, shown.part): shown.value
        for shown in figures_shown(path, town_report)
    }


@pytest.fixture(scope="module")
def lines(town_results: Results) -> Callable[[str], list[Line]]:
    """The lines of a loaded file, with the number that a spreadsheet gives them."""
    folder = town_results.home.path.parent

    def of(file: str) -> list[Line]:
        with (folder / file).open(encoding="utf-8", newline="") as opened:
            return [
                {**line, "row": str(number)}
                for number, line in enumerate(csv.DictReader(opened), start=2)
            ]

    return of


@pytest.mark.parametrize(
    ("statement", "indicator", "part", "counts"),
    [
        ("outputs.activities", "activities", "newest_value", lambda line: True),
        (
            "impact.skills",
            "skills_recognised_share",
            "newest_numerator",
            lambda line: line["skills"],
        ),
        ("impact.skills", "skills_recognised_share", "newest_denominator", lambda line: True),
    ],
)
def test_a_cell_counts_the_lines_of_the_file_that_say_so(
    cells: dict[tuple, float],
    lines: Callable[[str], list[Line]],
    statement: str,
    indicator: str,
    part: str,
    counts: Callable[[Line], object],
):
    told = cells[f"breda.people.{statement}", indicator, part]
    of_breda = [line for line in lines("activities.csv") if line["site"].startswith("breda.")]
    assert told == sum(
        1 for line in of_breda if line["start"].startswith(YEAR_2024) and counts(line)
    )


def test_the_rows_named_behind_a_cell_are_those_lines_one_by_one(
    cells: dict[tuple, float], lines: Callable[[str], list[Line]], town_results: Results
):
    actual = town_results.statement("breda.people.outputs.activities").promises[0].years[-1]
    rows = town_results.source_rows("activities", "breda", actual.period, 1000)
    assert cells["breda.people.outputs.activities", "activities", "newest_value"] == len(rows)
    by_row = {line["row"]: line for line in lines("activities.csv")}
    for row in rows:
        line = by_row[str(row.row)]
        assert (row.file, row.load) == ("activities.csv", 1)
        assert row.description == f"{line['start']}: {line['name']}, {line['organisation']}"
        assert line["start"].startswith(YEAR_2024)


def test_a_share_of_the_report_period_counts_the_lines_of_both_years(
    cells: dict[tuple, float], lines: Callable[[str], list[Line]]
):
    of_both = [
        line
        for line in lines("activities.csv")
        if line["site"].startswith("breda.") and line["start"][:4] in ("2023", "2024")
    ]
    share = 100 * sum(1 for line in of_both if line["skills"]) / len(of_both)
    found = cells["breda.people.impact.skills", "skills_recognised_share", "in_period_value"]
    assert found == pytest.approx(share)


def test_activities_and_evidence_name_the_line_they_come_from(
    town_report: Report, lines: Callable[[str], list[Line]], tmp_path: Path
):
    write(town_report.of_city("breda"), tmp_path / "breda.xlsx")
    book = openpyxl.load_workbook(tmp_path / "breda.xlsx", data_only=True)
    for sheet, file, name in (
        ("Activities", "activities.csv", "name"),
        ("Evidence", "evidence.csv", "title"),
    ):
        by_row = {line["row"]: line for line in lines(file)}
        heads, *rows = list(book[sheet].iter_rows(min_row=5, values_only=True))
        for told in (dict(zip(heads, row, strict=True)) for row in rows):
            number = str(told["Source"]).split("row ")[1].split(" ")[0]
            assert by_row[number][name] == (told.get("Activity") or told.get("What"))
    book.close()


def test_a_withheld_figure_leads_to_no_line(town_results: Results):
    """Four learners in 2024."""
    year = Period("year", date(2024, 1, 1), date(2024, 12, 31))
    assert town_results.source_rows("learners", "breda", year) == []
