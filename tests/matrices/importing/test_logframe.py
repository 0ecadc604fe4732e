"""Logframes in workbooks, as people make them by hand: any order, any language, merged cells."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from matrices.importing.draft import Dated, Draft, PromiseWords
from matrices.importing.findings import ImportProblems
from matrices.importing.logframe.headings import column_of
from matrices.importing.logframe.levels import level_of
from matrices.importing.logframe.values import Value, value_of
from matrices.importing.logframe.workbook import read_logframe

HEADINGS = (
    "Results chain",
    "Results",
    "Indicators",
    "Baseline",
    "Target",
    "Sources of data",
    "Assumptions",
)
IMPACT = (
    "Impact (Overall objective)",
    "People learn all their lives",
    "Learners",
    "120 (2022)",
    "300 (2026)",
    "Platform",
    "The platform stays",
)


def sheet(
    folder: Path, *rows: Sequence[object], merged: Sequence[str] = (), name: str = "Logframe"
) -> Path:
    workbook = Workbook()
    page = workbook.active
    page.title = name
    for row in rows:
        page.append(list(row))
    for cells in merged:
        page.merge_cells(cells)
    workbook.save(folder / "frame.xlsx")
    return folder / "frame.xlsx"


def problems(path: Path) -> list[str]:
    with pytest.raises(ImportProblems) as raised:
        read_logframe(path)
    return str(raised.value).splitlines()


def promises(draft: Draft) -> list[tuple[PromiseWords, ...]]:
    return [i.promises for statement in draft.statements for i in statement.indicators]


def test_the_official_columns_are_read(tmp_path: Path):
    draft = read_logframe(sheet(tmp_path, ["Breda learns"], HEADINGS, IMPACT))
    assert draft.name == "Breda learns"
    [statement] = draft.statements
    assert (statement.text, statement.level) == ("People learn all their lives", "impact")
    [learners] = statement.indicators
    assert (learners.title, learners.place.label) == ("Learners", "Logframe!C3")
    assert learners.promises == (PromiseWords("300", "2026", Dated("2022", "120")),)
    # a matrix has no place for these; they are kept beside the statement
    assert learners.notes == ("Source of data: Platform", "Assumptions: The platform stays")


def test_columns_may_stand_in_any_order_and_language(tmp_path: Path):
    headings = (
        "Bronnen",
        "Streefwaarde",
        "Nulmeting",
        "Indicatoren",
        "Resultaten",
        "Resultaatketen",
        "Doelgroep",
    )
    row = (
        "Platform",
        "≥ 300 (2026)",
        "120 (2022)",
        "Leerders",
        "Meer mensen leren",
        "Specifieke doelstelling 1",
        "Jongeren",
    )
    draft = read_logframe(sheet(tmp_path, headings, row))
    [statement] = draft.statements
    assert (statement.text, statement.level) == ("Meer mensen leren", "short_term_impact")
    assert draft.target_groups == ((statement.target_group, "Jongeren"),)
    assert statement.indicators[0].promises == (
        PromiseWords("at least 300", "2026", Dated("2022", "120")),
    )


def test_a_merged_cell_reaches_over_all_its_rows(tmp_path: Path):
    rows = (
        HEADINGS,
        ("Output 1", "More to learn", "Activities", "", "10 (2026)"),
        (None, None, "Playlists", "", "increase"),
        (None, "More partners", "Providers", "", "5"),
    )
    draft = read_logframe(sheet(tmp_path, *rows, merged=("A2:A4", "B2:B3")))
    assert [(s.text, s.level) for s in draft.statements] == [
        ("More to learn", "outputs"),
        ("More partners", "outputs"),
    ]
    assert promises(draft) == [
        (PromiseWords("10", "2026"),),
        (PromiseWords("increase"),),
        (PromiseWords("5"),),
    ]


def test_values_and_years_may_stand_in_columns_of_their_own_below_one_heading(tmp_path: Path):
    rows = (
        ("Results chain", "Results", "Indicator", "Baseline", None, "Milestone 2025", "Target", None, "Current", None),
        (None, None, None, "value", "year", None, "value", "year", "value", "date"),
        ("Output", "More to learn", "Activities", 4, 2022, 7, 10, 2026, 6, "2024-12-31"),
    )  # fmt: skip
    merged = ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "G1:H1", "I1:J1")
    draft = read_logframe(sheet(tmp_path, *rows, merged=merged))
    assert promises(draft) == [
        (PromiseWords("10", "2026", Dated("2022", "4"), milestones=(Dated("2025", "7"),)),)
    ]
    assert draft.statements[0].indicators[0].notes == (
        "The file's own current value: 6",
        "Date of that value: 2024-12-31",
    )


def test_a_unit_of_percent_makes_a_share_and_a_cell_may_hold_several_milestones(tmp_path: Path):
    rows = (
        ("Results chain", "Results", "Indicators", "Unit", "Milestones", "Target"),
        ("Output", "Skills", "Good activities", "percent", "20 (2024); 35 (2025)", "50 (2026)"),
    )
    milestones = (Dated("2024", "20"), Dated("2025", "35"))
    assert promises(read_logframe(sheet(tmp_path, *rows))) == [
        (PromiseWords("50 %", "2026", milestones=milestones),)
    ]


def test_level_and_result_may_share_a_cell(tmp_path: Path):
    rows = (
        ("Results chain", "Indicators", "Targets (values and years)"),
        ("Impact: people learn all their lives", "Learners", "300 (2026)"),
        ("Output 1.1: more to learn", "Activities", "10 by 2026"),
    )
    draft = read_logframe(sheet(tmp_path, *rows))
    assert [(s.text, s.level) for s in draft.statements] == [
        ("people learn all their lives", "impact"),
        ("more to learn", "outputs"),
    ]


def test_every_problem_is_told_with_its_cell(tmp_path: Path):
    headings = ("Results chain", "Results", "Indicators", "Baseline", "Target", "Target year")
    rows = (
        headings,
        ("Dream", "A better world", "Learners", "", "10", "2026"),
        ("Output", "More to learn", "Activities", "4 (2027)", "10", "2026"),
        ("Output", "More partners", "Providers", "", "120 %", "soon"),
    )
    found = dict(cell_and_text(problem) for problem in problems(sheet(tmp_path, *rows)))
    order = "Baseline, milestones and target must follow one another in time."
    assert found == {
        "A2": "`Dream` names no level. Write impact, outcome, output, activity or input.",
        "E3": f"`2026` is not after `2027`. {order}",
        "E4": "the target `120 %` is more than the whole. Is it a share?",
        "F4": "`soon` is not a year. Write a year such as `2026`, or a day such as `2026-12-31`.",
    }


def cell_and_text(problem: object) -> tuple[str, str]:
    where, text = str(problem).split(": ", 1)
    return where.removeprefix("frame.xlsx:Logframe!"), text


def test_a_row_copied_with_its_reference_is_told(tmp_path: Path):
    headings = ("Results chain", "Results", "Indicators", "Target", "Reference")
    copied = ("Output", "More to learn", "Activities", "10", "people.outputs.learn | activities")
    changed = ("Output", "More to do", "Activities", "10", "people.outputs.learn | activities")
    assert problems(sheet(tmp_path, headings, copied, changed)) == [
        "frame.xlsx:Logframe!B3: `all_target_groups.outputs.learn` stands at cell Logframe!B2 "
        + "already. Give one of them another key.",
    ]


def test_an_indicator_needs_a_result(tmp_path: Path):
    assert problems(sheet(tmp_path, HEADINGS, ("Output", "", "Learners", "", "10"))) == [
        "frame.xlsx:Logframe!A2: no result stands below this row.",
        "frame.xlsx:Logframe!C2: an indicator stands here without result. "
        + "Write the result in its row, or in a row above it.",
    ]


def test_what_cannot_be_read_as_a_figure_is_kept_as_text_and_told(tmp_path: Path):
    row = ("Output", "More to learn", "Activities", "to be set", "ten or so")
    draft = read_logframe(sheet(tmp_path, HEADINGS, row))
    assert promises(draft) == [()]
    kept = "is neither a number nor `increase`; it is kept in a comment."
    assert dict(map(cell_and_text, draft.remarks)) == {
        "D2": f"The baseline `to be set` {kept}",
        "E2": f"The target `ten or so` {kept}",
    }


def test_a_workbook_without_a_logframe_says_what_one_looks_like(tmp_path: Path):
    [problem] = problems(sheet(tmp_path, ["Name", "Age"], ["x", 4]))
    assert problem.startswith("frame.xlsx: no sheet holds a logframe. Its columns need headings")


def test_a_file_that_only_calls_itself_a_workbook_is_refused(tmp_path: Path):
    path = tmp_path / "frame.xlsx"
    path.write_bytes(b"PK\x03\x04 no more")
    assert problems(path)[0].startswith("frame.xlsx: It is no workbook that can be opened")


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Results chain", "level"),
        ("Results chain: Main expected results (maximum 10)", None),  # two things: not guessed
        ("Main expected results", "result"),
        ("Indicators (at least one indicator per expected result)", "indicator"),
        ("Baselines (values and years)", "baseline"),
        ("Targets (values and years)", "target"),
        ("Baseline year", "baseline_year"),
        ("Target (year)", "target_year"),
        ("Current value", "current"),
        ("Sources of data", "source"),
        ("Sources and means of verification", "source"),
        ("Target group", "target_group"),
        ("Milestone 2025", "milestone"),
        ("Mijlpaal", "milestone"),
        ("Valeurs cibles", "target"),
        ("Hypothèses", "assumptions"),
        ("Streefwaarde waarde", "target"),
        ("Unit of measure", "unit"),
        ("Reference", "reference"),
        ("Référence", "baseline"),
        ("Budget", None),
    ],
)
def test_headings_in_their_many_forms(heading: str, column: str | None):
    assert column_of(heading) == column


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Overall objective (Impact)", "impact"),
        ("1.2 Output", "outputs"),
        ("Short-term impact", "short_term_impact"),
        ("Korte termijn impact", "short_term_impact"),
        ("Activiteiten", "activities"),
        ("Impactful", None),
    ],
)
def test_levels_in_their_many_names(text: str, level: str | None):
    assert level_of(text) == level


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10", Value("10")),
        ("10.0", Value("10")),
        ("50 %", Value("50", is_share=True)),
        ("at least 10 (by 2026)", Value("10", comparison="at_least", day="2026")),
        ("ten hoogste 5 in 2026", Value("5", comparison="at_most", day="2026")),
        ("2026-06: 7", Value("7", day="2026-06")),
        ("Toename", Value(direction="increase")),
        ("1,000", None),  # a thousand or one?
        ("1 000", None),
        ("between 5 and 10", None),
        ("5 (2024-02-30)", None),  # there is no such day
        ("", None),
    ],
)
def test_values_as_people_write_them(text: str, value: Value | None):
    assert value_of(text) == value
