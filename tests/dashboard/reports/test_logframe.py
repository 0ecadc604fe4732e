"""The logframe workbook: what it shows, that it is read back, and that it hides what is withheld."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.language import speaking
from dashboard.reports.content import Report
from dashboard.reports.embedding import embedded
from dashboard.reports.formats import FORMATS
from dashboard.reports.logframe.columns import columns
from dashboard.reports.manifest import manifest_json
from matrices.importing.findings import ImportProblems
from matrices.importing.logframe.headings import column_of
from matrices.importing.logframe.own_sheet import MATRIX_SHEET
from matrices.importing.logframe.workbook import read_logframe
from matrices.importing.matrix_draft import draft_of
from tests.dashboard.reports.made_up import made_up


def written(report: Report, path: Path, language: str = "en") -> Path:
    with speaking(language):
        FORMATS["logframe"].write(report.of_city("breda"), path)
    return path


@pytest.fixture(scope="module")
def path(town_report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(town_report, tmp_path_factory.mktemp("logframe") / "breda.xlsx")


@pytest.fixture
def sheet(path: Path) -> Worksheet:
    return load_workbook(path)["Logframe"]


def headings(sheet: Worksheet) -> dict[str, int]:
    """The heading, with what stands below it, to its column."""
    found, above = {}, ""
    for column in range(1, sheet.max_column + 1):
        above = sheet.cell(5, column).value or above
        below = sheet.cell(6, column).value
        found[f"{above} {below}" if below else above] = column
    return found


def row_of(sheet: Worksheet, reference: str) -> dict[str, object]:
    columns = headings(sheet)
    [number] = [
        row for row in range(7, sheet.max_row + 1)
        if sheet.cell(row, columns["Reference"]).value == reference
    ]  # fmt: skip
    return {name: sheet.cell(number, column).value for name, column in columns.items()}


def test_the_official_columns_come_first_in_their_order(sheet: Worksheet):
    assert list(headings(sheet))[:12] == [
        "Results chain",
        "Results",
        "Target group",
        "Indicators",
        "Unit",
        "Baseline value",
        "Baseline year",
        "Milestones",
        "Target value",
        "Target year",
        "Current value value",
        "Current value date",
    ]


def test_a_promise_stands_with_its_baseline_milestones_target_and_current_value(
    sheet: Worksheet,
):
    row = row_of(sheet, "breda.people.outputs.activities | activities")
    assert row["Results"] == "Sixty activities a year"
    # twenty activities in the first full year, forty in the newest; see town.py
    assert (row["Baseline value"], row["Baseline year"]) == (20, 2022)
    assert row["Milestones"] == "40 (2024)"
    assert (row["Target value"], row["Target year"]) == (60, 2026)
    assert (row["Current value value"], row["Current value date"]) == (40, 2024)
    assert row["Sources of data"] == "activities: activities.csv (load 1)"
    assert row["Assumptions"] is None  # a matrix names none: that is for the city to fill in


def test_levels_are_named_as_in_the_form_and_reach_over_their_rows(sheet: Worksheet):
    levels = [sheet.cell(row, 1).value for row in range(7, sheet.max_row + 1)]
    assert [level for level in levels if level] == [
        "Impact (overall objective)",
        "Outcome (specific objective)",
        "Output",
    ]


def test_a_withheld_value_is_a_word_and_nothing_tells_it(sheet: Worksheet):
    # four people joined in 2024
    row = row_of(sheet, "breda.people.short_term_impact.learners | learners")
    assert (row["Current value value"], row["Current value date"]) == ("withheld", None)
    assert row["Sources of data"] is None


def test_a_sentence_that_looks_like_a_formula_stays_a_sentence(sheet: Worksheet):
    result = next(c for c in sheet["B"] if c.value == "=SUM of skills, recognised")
    assert result.data_type == "s"


def test_the_import_reads_it_back_word_for_word(path: Path, town_report: Report):
    matrix = town_report.cities[0].standing.matrix
    kind = "logframe with its matrix file"
    assert read_logframe(path) == draft_of(matrix, path.name, kind)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_without_the_sheet_that_keeps_the_matrix_the_logframe_itself_is_read(
    town_report: Report, tmp_path: Path, language: str
):
    path = written(town_report, tmp_path / "breda.xlsx", language)
    book = load_workbook(path)
    del book[MATRIX_SHEET]
    book.save(path)
    draft = read_logframe(path)
    matrix = town_report.cities[0].standing.matrix
    assert {(s.target_group, s.level, s.key) for s in draft.statements} == {
        (s.target_group, s.level, s.key) for s in matrix.statements()
    }
    promised = {
        i.identifier: [(p.target, p.by) for p in i.promises]
        for statement in draft.statements
        for i in statement.indicators
    }
    assert promised == {
        "skills_recognised_share": [("50 %", "2026")],
        "activities": [("60", "2026")],
        "learners": [("increase", "")],
        "participations": [("increase", "")],
    }


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_heading_that_we_write_is_one_that_we_read(language: str):
    ours = {"group": "target_group", "milestones": "milestone", "status": None, "comment": None}
    with speaking(language):
        for column in columns():
            heading = f"{column.heading} {column.part}".strip()
            assert column_of(heading) == ours.get(column.key, column.key), heading


def test_a_target_changed_in_the_frame_alone_is_told_with_its_cell(path: Path, tmp_path: Path):
    book = load_workbook(path)
    sheet = book["Logframe"]
    column = headings(sheet)["Target value"]
    [cell] = [c for c in next(sheet.iter_cols(column, column)) if c.value == 60]
    cell.value = 80
    book.save(tmp_path / "changed.xlsx")
    with pytest.raises(ImportProblems) as raised:
        read_logframe(tmp_path / "changed.xlsx")
    [problem] = raised.value.problems
    assert str(problem) == (
        f"changed.xlsx:Logframe!D{cell.row}: the target is `80` here alone. "
        f"Mend it, or delete the sheet `{MATRIX_SHEET}` to import what the logframe says."
    )


def test_made_again_it_is_the_same_to_the_byte(path: Path, town_report: Report, tmp_path: Path):
    assert written(town_report, tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_made_up_figures_are_said_to_be_above_the_frame(town_report: Report, tmp_path: Path):
    sheet = load_workbook(written(made_up(town_report), tmp_path / "made_up.xlsx"))["Logframe"]
    assert sheet["A3"].value.startswith("Simulated data: ")


def test_the_workbook_carries_what_it_can_be_verified_by(path: Path, town_report: Report):
    assert embedded(path) == manifest_json(town_report.of_city("breda"))
