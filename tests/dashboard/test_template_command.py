"""`impact template` and `impact labels`: from the form that is written to the figure that changes."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main
from matrices.home import Home
from metrics.period import parse_period
from metrics.results import Results, open_results

CITY = """
name: Town of Learning
place: breda
starts: 2024-01-01
target_groups:
  people:
    name: People
    outputs:
      playlists: {text: Ten playlists, indicators: {playlists: 10}}
      belonging: {text: People feel at home, indicators: {belonging: increase}}
      skilled: {text: More activities on skills, indicators: {skills_activities: increase}}
      meetings: {text: "Meet; often, with all", measured: by evidence}
      interest: {text: Create interest, measured: by survey}
"""
BELONGING = """
name: Feeling at home
question: What share of those who were asked feel at home in the town?
why_it_matters: Whoever feels at home stays.
unit: percent
better: higher
numerator: {reported: people who agree}
denominator: {reported: people who were asked}
dated_by: period
is_sample: true
examples: []
"""
ACTIVITIES = """activity_id,site,name,type,status,start,skills
a1,town,Walls,event,published,2024-05-01,Graffiti
a2,town,Thinking,event,published,2024-06-01,http://example.org/1|critical thinking
"""
HEAD_ROW = 3
TODAY = date(2025, 3, 1)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    for name, text in {
        "cities/town": CITY,
        "cities/village": "name: Village\nplace: turin\n",
        "indicators/belonging": BELONGING,
    }.items():
        path = home.path / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return home


def impact(home: Home, *arguments: object) -> Result:
    return CliRunner().invoke(main, ["--home", str(home.path), *map(str, arguments)])


def form(home: Home, kind: str, city: str, target: Path) -> Path:
    written = impact(home, "template", kind, city, "--to", target)
    assert written.exit_code == 0, written.output
    return target


def fill(path: Path, lines: Sequence[Mapping[str, object]]) -> None:
    """Types the cells into the empty lines at the end of the form."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[HEAD_ROW]}
    first = next(
        row for row in range(HEAD_ROW + 1, sheet.max_row) if sheet.cell(row, 2).value is None
    )
    for row, line in enumerate(lines, start=first):
        for heading, value in line.items():
            sheet.cell(row, columns[heading]).value = value
    book.save(path)


def loaded(home: Home, path: Path, *how: str) -> dict:
    said = impact(home, "load", "--json", *how, path)
    assert said.exit_code == 0, said.output
    (counts,) = json.loads(said.output)["counts"]
    return counts


def yearly(results: Results, statement: str) -> dict[str, float | None]:
    (promise,) = results.statement(f"town.people.outputs.{statement}").promises
    return {actual.period.label: actual.value for actual in promise.years}


def test_a_count_goes_from_the_form_into_the_figures_and_is_in_the_next_form(
    home: Home, tmp_path: Path
):
    path = form(home, "counts", "town", tmp_path / "town.xlsx")
    fill(path, [{"What is counted": "playlists", "Period": "2024", "Figure": 4}])
    assert loaded(home, path)["added"] == 1
    assert yearly(open_results(home, TODAY), "playlists") == {"2024": 4.0}
    again = form(home, "counts", "town", tmp_path / "again.xlsx")
    cells = [row[1:4] for row in openpyxl.load_workbook(again)["Counts"].values]
    assert ("playlists – Learning playlists", "2024", 4) in cells
    assert loaded(home, again, "--dry-run") == {
        "record": "counts", "rows_in": 1, "added": 0, "replaced": 0, "unchanged": 1, "refused": 0,
    }  # fmt: skip


def test_a_figure_counted_from_rows_does_not_come_back_as_reported(home: Home, tmp_path: Path):
    (tmp_path / "activities.csv").write_text(ACTIVITIES, encoding="utf-8")
    impact(home, "load", tmp_path / "activities.csv", "--as-of", "2024-12-31")
    path = form(home, "counts", "town", tmp_path / "town.xlsx")
    rows = [row[1:11] for row in openpyxl.load_workbook(path)["Counts"].values]
    counted = [row for row in rows if row[8] == 1 and row[1] == "2024"]
    assert counted and counted[0][2:8] == (None,) * 6
    assert loaded(home, path, "--dry-run")["rows_in"] == 0


def test_a_survey_makes_a_perception_measurable(home: Home, tmp_path: Path):
    path = form(home, "survey", "town", tmp_path / "survey.xlsx")
    question = openpyxl.load_workbook(path)["Choices of this form"]["B2"].value
    assert question == "belonging – Feeling at home"
    line = {"Question": question, "Held on": "2024-05-31", "Answers": 40, "Those who agree": 30}
    fill(path, [line, line | {"Held on": "2024"}])
    assert loaded(home, path)["added"] == 2
    results = open_results(home, TODAY)
    (promise,) = results.statement("town.people.outputs.belonging").promises
    quarter = parse_period("2024-Q2")
    (actual,) = [each for each in promise.quarters if each.period == quarter]
    assert (actual.value, actual.numerator, actual.denominator) == (75.0, 30.0, 40.0)
    assert yearly(results, "belonging") == {"2024": 75.0}
    words = openpyxl.load_workbook(path)["How to fill this in"].values
    assert any("Create interest" in row for row in words)  # a statement that has no question yet


def test_a_city_without_a_matrix_is_asked_for_every_indicator(home: Home, tmp_path: Path):
    path = form(home, "counts", "village", tmp_path / "village.xlsx")
    choices = openpyxl.load_workbook(path)["Choices of this form"]["B"]
    offered = {str(cell.value).split(" – ")[0] for cell in choices}
    assert {"learners", "playlists", "meetings", "quality_share"} <= offered
    assert "belonging" not in offered  # the form for surveys asks for it
    few = {"What is counted": "learners", "Period": "2024", "Figure": 3}
    fill(path, [few, few | {"Period": "2023", "Figure": 12}])
    assert loaded(home, path)["added"] == 2
    again = form(home, "counts", "village", tmp_path / "again.xlsx")
    lines = [row[1:4] + row[9:10] for row in openpyxl.load_workbook(again)["Counts"].values]
    assert ("learners – Learners", "2023", 12, None) in lines
    assert ("learners – Learners", "2024", None, "withheld") in lines  # fewer than five people


def test_evidence_goes_from_the_form_to_the_statement(home: Home, tmp_path: Path):
    path = form(home, "evidence", "town", tmp_path / "log.xlsx")
    choice = "town.people.outputs.meetings – Meet, often, with all"
    line = {"Kind": "meeting", "Held on": date(2024, 5, 31), "Title": "Round table"}
    fill(path, [line | {"Statements": choice}, line | {"Statements": "town.people.meetings"}])
    said = impact(home, "load", path)
    assert "log.xlsx, sheet `Evidence`, row 5: `Statements` names `town.people.meetings`" in (
        said.output
    )
    standing = open_results(home, TODAY).statement("town.people.outputs.meetings")
    assert [(entry.kind, entry.title) for entry in standing.evidence] == [
        ("meeting", "Round table")
    ]


def test_filing_a_label_changes_the_figures_at_the_next_publish(home: Home, tmp_path: Path):
    (tmp_path / "activities.csv").write_text(ACTIVITIES, encoding="utf-8")
    impact(home, "load", tmp_path / "activities.csv", "--as-of", "2024-12-31")
    assert [each["label"] for each in json.loads(impact(home, "labels", "--json").output)] == [
        "Graffiti"
    ]
    filed = impact(home, "labels", "--file", "graffiti=twenty_first_century_skills:creativity")
    assert "Figures change at the next `impact publish` or load." in filed.output
    assert yearly(open_results(home, TODAY), "skilled") == {"2024": 1.0}
    impact(home, "publish")
    results = open_results(home, TODAY)
    assert yearly(results, "skilled") == {"2024": 2.0}
    rows = results.source_rows("skills_activities", "town", parse_period("2024"))
    assert [row.description for row in rows] == [
        (
            "2024-06-01: Thinking; counts by critical thinking "
            "(twenty_first_century_skills:critical_thinking)"
        ),
        "2024-05-01: Walls; counts by Graffiti (twenty_first_century_skills:creativity)",
    ]
    (label,) = results.skills_that_count("a1")
    assert (label.label, label.framework, label.row) == (
        "Graffiti", "twenty_first_century_skills", 2,
    )  # fmt: skip
    assert "Every skill label is filed" in impact(home, "labels").output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("template", "counts", "twon", "--to", "x.xlsx"), "Did you mean `town`?"),
        (("labels", "--file", "x=lifecomb:L2"), "Did you mean `lifecomp`?"),
        (("labels", "--file", "x"), "does not say which skill: write label=framework:code."),
    ],
)
def test_a_mistake_is_answered_by_a_sentence(home: Home, arguments, sentence: str):
    answered = impact(home, *arguments)
    assert answered.exit_code == 1
    assert sentence in answered.output
    assert "Traceback" not in answered.output
