"""Forms: what a city types into one comes back as it was typed, and nothing else does."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from openpyxl.worksheet.worksheet import Worksheet

from ingest.intake import FileProblems, take_in
from ingest.ledger import LoadProblem
from ingest.templates.counts import CountsQuestion, counts_form
from ingest.templates.evidence import Entry, EvidenceQuestion, evidence_form
from ingest.templates.figures import USUAL_BREAKDOWNS, Asked, KnownFigure
from ingest.templates.form import Form
from ingest.templates.form_file import HEAD_ROW, write_form
from ingest.templates.sheet_names import CHOICES, EXPLANATION
from ingest.templates.survey import SurveyQuestion, survey_form
from matrices.home import Home
from tests.ingest.taking import FRAME, Taken

LEARNERS = Asked(
    "learners", "Learners", "How many people joined?", "people", False, "", (), ("More learners",)
)
PARTS = ("activities that name a skill", "activities")
SHARE = Asked(
    "skills_recognised_share", "Skills", "What share?", "percent", True, "Few.", PARTS, ("50 %",)
)
COUNTS = CountsQuestion(
    city="breda",
    city_name="Breda City of Learning",
    asked=(LEARNERS, SHARE),
    years=("2023", "2024"),
    periods=("2023", "2024", "2024-Q1"),
    breakdowns=USUAL_BREAKDOWNS,
    known=(),
)
SURVEY = SurveyQuestion(
    city="breda",
    city_name="Breda City of Learning",
    asked=(SHARE,),
    without_question=("Create interest for international opportunities",),
    breakdowns=USUAL_BREAKDOWNS,
    known=(),
)
TALKS, IMPORTS = "breda.triple_helix.outputs.talks", "breda.providers.outputs.imports"
EVIDENCE = EvidenceQuestion(
    city="breda",
    city_name="Breda City of Learning",
    statements={TALKS: "Talk to all; explain, again", IMPORTS: "Import and translate"},
    known=(),
)
FIGURES = "indicator, period, value, numerator, denominator, disaggregation, member, note"
WITH_STATEMENTS = replace(FRAME, statements=frozenset({TALKS, IMPORTS}))


def filled(path: Path, form: Form, lines: Sequence[Mapping[str, object]], below: int) -> Path:
    """The form with these cells typed in, from the line so many below the headings."""
    write_form(form, path)
    book = openpyxl.load_workbook(path)
    sheet = book[form.sheet]
    columns = {cell.value: cell.column for cell in sheet[HEAD_ROW]}
    for row, line in enumerate(lines, start=HEAD_ROW + below):
        for heading, value in line.items():
            sheet.cell(row, columns[heading]).value = value
    book.save(path)
    return path


def taken(path: Path, home: Home | None = None) -> Taken:
    connection = duckdb.connect()
    home = home or Home(path.parent / "home")
    return Taken(take_in(connection, [path], home, WITH_STATEMENTS, None), connection)


def spare_line(form: Form) -> int:
    return len(form.lines) + 1


def test_a_form_that_nobody_filled_in_brings_nothing_and_is_not_wrong(tmp_path: Path):
    for form in (counts_form(COUNTS), survey_form(SURVEY), evidence_form(EVIDENCE)):
        said = taken(filled(tmp_path / f"{form.sheet}.xlsx", form, [], 1))
        assert sum(said.intake.rows_in.values()) == 0
        lines = len(form.lines) + form.spare_lines
        assert said.notes() == [f"Sheet `{form.sheet}`: Blank and skipped: {lines} rows."]


def test_figures_typed_into_the_prepared_lines_come_back_as_counts(tmp_path: Path):
    form = counts_form(COUNTS)
    lines = [{"Figure": 31}, {"Figure": 0}, {"How many": 3, "Out of how many": 12}]
    said = taken(filled(tmp_path / "breda.xlsx", form, lines, 1))
    assert said.rows("counts", f"city, {FIGURES}, row") == [
        ("breda", "learners", "2023", 31.0, None, None, None, None, None, 4),
        ("breda", "learners", "2024", 0.0, None, None, None, None, None, 5),  # zero is a figure
        ("breda", "skills_recognised_share", "2023", None, 3.0, 12.0, None, None, None, 6),
    ]
    assert said.sentences() == []


def test_a_group_is_typed_on_a_line_of_its_own(tmp_path: Path):
    form = counts_form(COUNTS)
    line = {
        "What is counted": form.choices["indicators"][0],
        "Period": "2024-05",
        "Figure": "12",
        "Broken down by": "age",
        "Group": "15-29",
        "How it was counted": "a list",
    }
    said = taken(filled(tmp_path / "breda.xlsx", form, [line], spare_line(form)))
    assert said.rows("counts", FIGURES) == [
        ("learners", "2024-05", 12.0, None, None, "age", "15-29", "a list")
    ]


def test_what_was_counted_from_the_rows_never_comes_back_as_reported(tmp_path: Path):
    known = (
        KnownFigure("learners", "2023", "computed", 40),
        KnownFigure("learners", "2024", "withheld"),
        KnownFigure("skills_recognised_share", "2024", "computed", 25.0, 3, 12),
    )
    path = filled(tmp_path / "breda.xlsx", counts_form(replace(COUNTS, known=known)), [], 1)
    assert taken(path).rows("counts") == []
    shown = [tuple(row[9:11]) for row in openpyxl.load_workbook(path)["Counts"].values][3:7]
    assert shown == [  # what is open stands first
        ("withheld", "too few people to be shown"),
        (None, None),
        (40, "counted from the rows"),
        ("25.0 % (3 of 12)", "counted from the rows"),
    ]


def test_what_was_reported_before_comes_back_in_the_same_words(tmp_path: Path):
    known = (
        KnownFigure("learners", "2022", "reported", 7.5, note="=a list", load=3),
        KnownFigure("skills_recognised_share", "2024", "reported", None, 3, 12, "age", "15-29"),
    )
    said = taken(filled(tmp_path / "b.xlsx", counts_form(replace(COUNTS, known=known)), [], 1))
    assert said.rows("counts", FIGURES) == [
        ("learners", "2022", 7.5, None, None, None, None, "=a list"),
        ("skills_recognised_share", "2024", None, 3.0, 12.0, "age", "15-29", None),
    ]


def test_figures_of_a_simulation_say_so_when_they_come_back(tmp_path: Path):
    known = (KnownFigure("learners", "2022", "reported", 7, load=1, is_simulated=True),)
    said = taken(filled(tmp_path / "b.xlsx", counts_form(replace(COUNTS, known=known)), [], 1))
    assert said.intake.is_simulated


def test_slips_in_a_form_are_told_with_their_line(tmp_path: Path):
    form = counts_form(COUNTS)
    lines = [
        {"Figure": "a few"},
        {"Figure": 3, "Period": "2024-5"},
        {"How many": 3},
        {"How many": 13, "Out of how many": 12},
    ]
    said = taken(filled(tmp_path / "breda.xlsx", form, lines, 1))
    place = "breda.xlsx, sheet `Counts`, row"
    assert said.sentences() == [
        (
            f"{place} 4: `Figure` is `a few`, which is no number that can be told for certain. "
            "Write it as 1234 or 0.5."
        ),
        f"{place} 5: `Period` is `2024-5`, which is no period. Write 2024, 2024-Q3 or 2024-05.",
        (
            f"{place} 6: Write `Figure`, or both `How many` and `Out of how many`; "
            "only `How many` is there."
        ),
        f"{place} 7: `How many` is `13`, more than the `12` it is a part of.",
    ]


def test_a_survey_becomes_the_parts_of_a_share_in_its_quarter(tmp_path: Path):
    form = survey_form(SURVEY)
    about = {"Question": form.choices["questions"][0], "Answers": 40}
    lines = [
        about | {"Held on": "2024-05-31", "Those who agree": 30},
        about | {"Held on": "2.12.2023", "Those who agree": 0},
        about | {"Held on": "2024", "Those who agree": 40, "Broken down by": "gender"},
        about | {"Held on": date(2024, 1, 31), "Those who agree": 9},
    ]
    lines[2]["Group"] = "women"
    said = taken(filled(tmp_path / "survey.xlsx", form, lines, 1))
    assert said.rows("counts", "period, numerator, denominator, member") == [
        ("2024-Q2", 30.0, 40.0, None),
        ("2023-Q4", 0.0, 40.0, None),
        ("2024", 40.0, 40.0, "women"),
        ("2024-Q1", 9.0, 40.0, None),
    ]
    assert said.sentences() == []


def test_a_survey_that_was_reported_before_comes_back_in_the_same_words(tmp_path: Path):
    said = ("reported", None, 3, 12, "age", "15-29", "at a fair", 4)
    known = (
        KnownFigure("skills_recognised_share", "2024-Q2", *said),
        KnownFigure("skills_recognised_share", "2024-Q3", "withheld"),
    )
    form = survey_form(replace(SURVEY, known=known))
    assert taken(filled(tmp_path / "survey.xlsx", form, [], 1)).rows("counts", FIGURES) == [
        ("skills_recognised_share", "2024-Q2", None, 3.0, 12.0, "age", "15-29", "at a fair")
    ]


def test_a_survey_in_which_more_agree_than_answered_is_refused(tmp_path: Path):
    form = survey_form(SURVEY)
    about = {"Question": "skills_recognised_share", "Held on": "2024-05-31"}
    lines = [
        about | {"Answers": 40, "Those who agree": 41},
        about | {"Answers": 40},
        about | {"Answers": 40, "Those who agree": 2.5},
        about | {"Answers": 5, "Those who agree": -1},
        about | {"Question": "skils_recognised_share", "Answers": 5, "Those who agree": 1},
        about | {"Answers": 5, "Those who agree": 1, "Held on": "2025-04-01"},  # not yet begun
    ]
    said = [
        each.split(": ", 1)[1]
        for each in taken(filled(tmp_path / "survey.xlsx", form, lines, 1)).sentences()
    ]
    assert said == [
        "`Those who agree` is `41`, more than the `40` it is a part of.",
        "Write both `Those who agree` and `Answers`; only `Answers` is there.",
        (
            "`Those who agree` is `2.5`, which is no whole number that can be told for certain. "
            "Write it as 1234."
        ),
        "`Those who agree` is `-1`; it counts something and cannot be below zero.",
        (
            "`Question` is `skils_recognised_share`, which is no indicator here. "
            "Did you mean `skills_recognised_share`?"
        ),
        "`Held on` is `2025-04-01`, which lies after 2025-01-31, the day of this load.",
    ]


def test_evidence_comes_back_with_its_statements_and_an_identifier_of_its_own(tmp_path: Path):
    form = evidence_form(EVIDENCE)
    first, second = form.choices["statements"]
    line = {"Kind": "meeting", "Held on": date(2024, 5, 31), "Title": "Round table"}
    lines = [
        line | {"Statements": f"{first}; {IMPORTS}", "Participants": 12, "URL": "example.org"},
        line | {"Title": "Walk", "Statements": second},
    ]
    home = Home(tmp_path / "home")
    said = taken(filled(tmp_path / "log.xlsx", form, lines, 1), home)
    columns = "kind, held_on, title, statements, participants, url"
    assert said.rows("evidence", columns) == [
        ("meeting", date(2024, 5, 31), "Round table", [TALKS, IMPORTS], 12, "example.org"),
        ("meeting", date(2024, 5, 31), "Walk", [IMPORTS], None, None),
    ]
    again = taken(filled(tmp_path / "again.xlsx", form, lines[::-1], 5), home)
    made = said.rows("evidence", "evidence_id")
    assert again.rows("evidence", "evidence_id") == made[::-1]  # whatever the file and the order
    assert len(set(made)) == 2


def test_entries_that_are_in_the_log_keep_their_identifier_when_corrected(tmp_path: Path):
    known = (Entry("ev-1", "story", date(2024, 1, 2), "A story", (TALKS,), None, None),)
    form = evidence_form(replace(EVIDENCE, known=known))
    said = taken(filled(tmp_path / "log.xlsx", form, [{"Title": "A better story"}], 1))
    columns = "evidence_id, kind, held_on, title, statements"
    assert said.rows("evidence", columns) == [
        ("ev-1", "story", date(2024, 1, 2), "A better story", [TALKS])
    ]


def test_a_statement_nobody_knows_is_refused_with_the_nearest(tmp_path: Path):
    form = evidence_form(EVIDENCE)
    line = {"Kind": "meeting", "Held on": date(2024, 5, 31), "Title": "Round table"}
    lines = [
        line | {"Statements": f"{IMPORTS}; breda.triple_helix.outputs.talk"},
        {"Kind": "story"},
    ]
    said = taken(filled(tmp_path / "log.xlsx", form, lines, 1))
    assert said.sentences() == [
        (
            "log.xlsx, sheet `Evidence`, row 4: `Statements` names `breda.triple_helix.outputs.talk`, "
            "which is no statement here. Did you mean `breda.triple_helix.outputs.talks`?"
        ),
        (
            "log.xlsx, sheet `Evidence`, row 5: `Held on` is empty; every row needs it. "
            "`Title` is empty; every row needs it."
        ),
    ]


def test_a_form_whose_heading_was_changed_is_refused_by_its_own_sheet_alone(tmp_path: Path):
    path = filled(tmp_path / "breda.xlsx", counts_form(COUNTS), [], 1)
    book = openpyxl.load_workbook(path)
    book["Counts"].cell(HEAD_ROW, 2).value = "Subject"
    book.save(path)
    with pytest.raises(FileProblems) as raised:
        taken(path)
    assert "lack `What is counted`" in str(raised.value)
    assert EXPLANATION not in str(raised.value)


def sheet_of(path: Path, form: Form) -> Worksheet:
    write_form(form, path)
    return openpyxl.load_workbook(path)[form.sheet]


def test_headings_are_locked_without_a_password_and_input_cells_are_not(tmp_path: Path):
    known = (KnownFigure("learners", "2023", "computed", 40),)
    sheet = sheet_of(tmp_path / "b.xlsx", counts_form(replace(COUNTS, known=known)))
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert all(cell.protection.locked for cell in sheet[HEAD_ROW])
    assert not sheet["D4"].protection.locked  # a figure that is to be filled in
    assert sheet["D7"].protection.locked  # the one that was counted
    assert all(cell.comment and len(cell.comment.text) > 10 for cell in sheet[HEAD_ROW])
    assert sheet.freeze_panes == f"A{HEAD_ROW + 1}"
    assert sheet.print_title_rows == f"$1:${HEAD_ROW}"
    assert sheet.page_setup.orientation == "landscape"


def test_choices_are_offered_from_a_hidden_sheet_and_explained_in_a_visible_one(tmp_path: Path):
    path = tmp_path / "b.xlsx"
    rules = sheet_of(path, counts_form(COUNTS)).data_validations.dataValidation
    book = openpyxl.load_workbook(path)
    lists = {rule.promptTitle: rule.formula1 for rule in rules if rule.type == "list"}
    assert lists["What is counted"] == f"'{CHOICES}'!$B$2:$B$3"
    assert [cell.value for cell in book[CHOICES]["B"]][1:3] == [
        "learners – Learners",
        "skills_recognised_share – Skills",
    ]
    assert book[CHOICES].sheet_state == "hidden"
    words = " ".join(str(cell) for row in book[EXPLANATION].values for cell in row if cell)
    assert "How many people joined?" in words
    assert "a share: how many activities that name a skill, out of how many activities" in words
    assert all(len(rule.prompt) <= 255 for rule in rules)  # a spreadsheet would call for repair


def test_a_form_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path):
    with pytest.raises(LoadProblem, match=r"cannot be written: No such file"):
        write_form(counts_form(COUNTS), tmp_path / "nowhere" / "b.xlsx")


@settings(max_examples=8, deadline=None)
@given(
    some.lists(
        some.tuples(
            some.sampled_from(["learners", "skills_recognised_share"]),
            some.sampled_from(["2022", "2023-Q4", "2024-05"]),
            some.integers(0, 10**8).map(lambda n: n / 100) | some.integers(0, 10**12),
            some.sampled_from([(None, None), ("age", "15-29"), ("district", "Haagse Beemden")]),
        ),
        max_size=12,
        unique_by=lambda line: (line[0], line[1], line[3]),
    )
)
def test_whatever_is_typed_into_a_form_is_what_is_loaded(typed: list):
    form = counts_form(COUNTS)
    lines = [
        {"What is counted": i, "Period": p, "Figure": v, "Broken down by": by, "Group": group}
        for i, p, v, (by, group) in typed
    ]
    with TemporaryDirectory() as folder:
        said = taken(filled(Path(folder) / "b.xlsx", form, lines, spare_line(form)))
        loaded = said.rows("counts", "indicator, period, value, disaggregation, member")
    assert loaded == [(i, p, float(v), by, group) for i, p, v, (by, group) in typed]
    assert said.sentences() == []
