"""The workbook: real Excel that says the same numbers as the dashboard, and can be followed."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.reports.content import Report
from dashboard.reports.gathering import gather
from dashboard.reports.scope import ReportScope
from dashboard.reports.workbook.book import write
from metrics.results import Results

SHEETS = [
    "Cover",
    "Summary",
    "Results framework",
    "Actuals by year",
    "Actuals by period",
    "Disaggregations",
    "Participants by group",
    "Activities",
    "Evidence",
    "Comparison",
    "Data quality",
    "Methods",
    "Indicators",
    "Glossary",
    "Sources",
]


@pytest.fixture(scope="module")
def report(town_results: Results) -> Report:
    first, last = date(2023, 1, 1), date(2024, 12, 31)
    return gather(town_results, ReportScope(("breda",), first, last, peers=("vilnius",)))


@pytest.fixture(scope="module")
def path(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("workbook") / "breda.xlsx"
    write(report, target)
    return target


@pytest.fixture(scope="module")
def shown(path: Path) -> Workbook:
    """With the values that programs show which do not calculate."""
    return openpyxl.load_workbook(path, data_only=True)


@pytest.fixture(scope="module")
def formulas(path: Path) -> Workbook:
    return openpyxl.load_workbook(path)


def rows(sheet: Worksheet) -> list[dict[str, Cell]]:
    """Every row of a sheet's table, by head."""
    (table,) = sheet.tables.values()
    heads, *below = sheet[table.ref]
    return [dict(zip([str(cell.value) for cell in heads], row, strict=True)) for row in below]


def framework_row(book: Workbook, statement: str, indicator: str = "") -> dict[str, Cell]:
    (found,) = (
        row
        for row in rows(book["Results framework"])
        if str(row["Statement identifier"].value).endswith(statement)
        and str(row["Indicator identifier"].value or "").startswith(indicator)
    )
    return found


def test_it_has_a_sheet_for_everything_that_there_is_something_to_say_of(shown: Workbook):
    assert shown.sheetnames == SHEETS  # nobody decided anything, so there is no sheet for it


def test_a_promise_has_baseline_target_actual_share_status_and_source(shown: Workbook):
    row = framework_row(shown, "outputs.activities")
    told = {head: cell.value for head, cell in row.items()}
    assert told["Statement"] == "Sixty activities a year"
    assert (told["Baseline"], told["Target"], told["Actual, newest"]) == (20, 60, 40)
    assert told["Milestones"] == "40 (end of 2024)"
    assert told["Target date"].date() == date(2026, 12, 31)
    assert told["Share achieved"] == 0.5
    assert told["Status"] == "on track"  # 40 are due at the end of 2024 by the milestone
    assert told["Source of verification"] == "activities: activities.csv (load 1)"


def test_a_share_is_worked_out_live_of_the_cells_beside_it(shown: Workbook, formulas: Workbook):
    live, told = (framework_row(book, "impact.skills") for book in (formulas, shown))
    numerator, denominator = (live[head].coordinate for head in ("Numerator", "Denominator"))
    assert live["Actual, newest"].value == f"={numerator}/{denominator}"
    assert told["Actual, newest"].value == 0.25  # ten of the forty of 2024 name a skill
    assert (told["Numerator"].value, told["Denominator"].value) == (10, 40)


def test_the_framework_says_the_numbers_of_the_dashboard(shown: Workbook, report: Report):
    found = {
        (row["Statement identifier"].value, row["Indicator identifier"].value): row
        for row in rows(shown["Results framework"])
    }
    for row in report.cities[0].rows:
        name = f"{row.indicator.identifier} v{row.indicator.version}" if row.indicator else None
        cells = found[row.statement.identifier, name]
        if row.newest and row.newest.value is not None and row.indicator:
            scale = 100 if row.indicator.is_share else 1
            assert cells["Actual, newest"].value * scale == pytest.approx(row.newest.value)
        assert cells["Status"].value == row.status.value.replace("_", " ").replace(
            "not measured", "not measured yet"
        ).replace("cannot be", "cannot be measured")


def test_a_withheld_figure_is_a_word_and_no_formula_reaches_it(shown: Workbook, formulas: Workbook):
    row = framework_row(shown, "short_term_impact.learners", "learners")
    assert row["Actual, newest"].value == row["Numerator"].value == "withheld"
    withheld = {
        f"'{sheet.title}'!{cell.coordinate}"
        for sheet in shown
        for line in sheet.iter_rows()
        for cell in line
        if cell.value == "withheld" and sheet.title != "Glossary"
    }
    assert len(withheld) > 5
    reached = {address for sheet in formulas for address in addresses(sheet)}
    pointing = {a for a in withheld & reached if not a.startswith("'Actuals by period'")}
    assert pointing == set()


def addresses(sheet: Worksheet) -> set[str]:
    """The single cells that a sheet's formulas calculate with; a mere pointer does not calculate."""
    found = set()
    for line in sheet.iter_rows():
        for cell in line:
            formula = str(cell.value) if cell.data_type == "f" else ""
            if re.search(r"[-+*/(]", formula.lstrip("=").partition("!")[2] or formula):
                for place in re.findall(r"(?<![!$A-Z:])\$?([A-Z]{1,2})\$?(\d+)", formula):
                    found.add(f"'{sheet.title}'!{''.join(place)}")
    return found


def test_what_begins_like_a_formula_is_a_text(formulas: Workbook):
    assert framework_row(formulas, "impact.skills")["Statement"].data_type == "s"
    (meeting,) = rows(formulas["Evidence"])
    assert (meeting["What"].value, meeting["What"].data_type) == ("+Kick-off with the library", "s")
    assert {row["Activity"].data_type for row in rows(formulas["Activities"])} == {"s"}


def test_totals_of_breakdowns_are_live_where_parts_add_up(formulas: Workbook, shown: Workbook):
    place = next(
        number
        for number, row in enumerate(rows(shown["Disaggregations"]))
        if row["Indicator"].value == "Learning activities"
        and row["Broken down by"].value == "Type"
        and row["Part"].value == "Whole"
    )
    assert str(rows(formulas["Disaggregations"])[place]["2024"].value).startswith("=SUM(")
    assert rows(shown["Disaggregations"])[place]["2024"].value == 40


def test_a_whole_is_no_total_of_parts_that_share_people_or_are_withheld(formulas: Workbook):
    wholes = [
        row
        for row in rows(formulas["Disaggregations"])
        if row["Indicator"].value == "Learners" and row["Part"].value == "Whole"
    ]
    assert wholes
    assert all(not str(row["2024"].value).startswith("=") for row in wholes)


def test_the_summary_counts_each_statement_once(shown: Workbook):
    sheet = shown["Summary"]
    counts = {sheet.cell(row, 1).value: sheet.cell(row, 5).value for row in range(7, 20)}
    assert counts["All statements"] == 6
    assert counts["on track"] == 1


def test_every_formula_gives_what_stands_in_its_cell(path: Path, tmp_path: Path, shown: Workbook):
    """Calculated anew by another program, from a copy without the values."""
    recalculated = calculated_anew(path, tmp_path)
    compared = 0
    for sheet in openpyxl.load_workbook(path):
        for line in sheet.iter_rows():
            for cell in line:
                if cell.data_type == "f":
                    told = shown[sheet.title][cell.coordinate].value
                    found = recalculated[sheet.title][cell.coordinate].value
                    assert found == pytest.approx(told), f"{sheet.title}!{cell.coordinate}"
                    compared += 1
    assert compared > 100


def calculated_anew(path: Path, folder: Path) -> Workbook:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    bare = folder / "bare.xlsx"
    with ZipFile(path) as given, ZipFile(bare, "w") as taken:
        for name in given.namelist():
            content = given.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            taken.writestr(name, content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    asked = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    done = subprocess.run(
        [office, profile, *asked, str(folder / "out"), str(bare)],
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return openpyxl.load_workbook(folder / "out" / "bare.xlsx", data_only=True)


def test_every_sheet_is_set_up_for_paper_and_readers(formulas: Workbook):
    for sheet in formulas:
        assert sheet.page_setup.orientation == "landscape"
        assert int(sheet.page_setup.paperSize) == 9  # A4
        assert "&P" in sheet.oddFooter.right.text
        if sheet.tables:
            (table,) = sheet.tables.values()
            assert table.autoFilter is not None
            assert sheet.print_title_rows == "$5:$5"
            assert sheet.freeze_panes is not None
            heads = [cell.value for cell in sheet[table.ref][0]]
            assert len(set(heads)) == len(heads)


def test_every_chart_says_its_finding(path: Path):
    with ZipFile(path) as archive:
        drawings = [
            archive.read(name).decode()
            for name in archive.namelist()
            if name.startswith("xl/drawings/drawing")
        ]
    told = [text for drawing in drawings for text in re.findall(r'descr="([^"]*)"', drawing)]
    charts = sum(drawing.count("<xdr:graphicFrame ") for drawing in drawings)
    assert len(told) == charts >= 3
    assert "How the statements stand: 1 on track, 1 steady, 1 behind" in " ".join(told)


def test_it_holds_no_macro_and_no_link_to_outside(path: Path):
    with ZipFile(path) as archive:
        names = archive.namelist()
        links = [archive.read(name).decode() for name in names if name.endswith(".rels")]
    assert not [name for name in names if "vba" in name.lower() or "externalLink" in name]
    assert not [text for text in links if 'TargetMode="External"' in text]


def test_made_again_it_is_the_same_bytes(report: Report, path: Path, tmp_path: Path):
    write(report, tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_several_cities_stand_in_one_book_with_a_column_for_the_city(
    town_report: Report, tmp_path: Path
):
    write(town_report, tmp_path / "two.xlsx")
    book = openpyxl.load_workbook(tmp_path / "two.xlsx", data_only=True)
    cities = {row["City"].value for row in rows(book["Results framework"])}
    assert cities == {"Breda", "Vilnius"}
    heads = [cell.value for cell in book["Summary"][6]]
    assert heads[:5] == ["Status", "Breda", "Vilnius", "All", "Share"]


def test_left_out_sections_have_no_sheet(town_results: Results, tmp_path: Path):
    scope = ReportScope(("breda",), date(2023, 1, 1), date(2024, 12, 31), sections=("framework",))
    write(gather(town_results, scope), tmp_path / "small.xlsx")
    book = openpyxl.load_workbook(tmp_path / "small.xlsx")
    assert book.sheetnames == ["Cover", "Results framework", "Sources"]
