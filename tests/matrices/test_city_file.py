"""A city's file becomes its matrix, or every problem of it is told at once."""

from datetime import date

import pytest

from matrices.model import Matrix, Source
from matrices.reading.city_file import statement_path
from matrices.yaml_source import lines_of
from tests.matrices.city_files import HEAD, load, problems


def test_a_city_with_a_platform_and_no_poster_is_its_name_and_place(tmp_path):
    matrix = load(tmp_path, "name: Antwerp City of Learning\nplace: antwerp\n", "antwerp.yaml")
    assert matrix == Matrix(city="antwerp", name="Antwerp City of Learning", place="antwerp")
    assert not matrix.is_published


def test_everything_at_the_top_of_a_file_is_read(tmp_path):
    text = """
name: Breda City of Learning
place: breda
source: {document: poster.pdf, note: page 2}
language: nl
goal: >
  Increasing inclusion
  and participation
horizons: {impact: above 5 years, short_term_impact: 2-4 years}
starts: 2022-03
transcription_note: hard to read
"""
    matrix = load(tmp_path, text, "breda.yaml")
    assert matrix.source == Source(document="poster.pdf", note="page 2")
    assert matrix.language == "nl"
    assert matrix.goal == "Increasing inclusion and participation"
    assert matrix.horizons == {"impact": "above 5 years", "short_term_impact": "2-4 years"}
    assert matrix.starts == date(2022, 3, 1)  # a month alone means its first day here
    assert matrix.transcription_note == "hard to read"


def test_a_language_is_a_code_of_two_letters(tmp_path):
    text = "name: Breda\nplace: breda\nlanguage: Dutch\n"
    assert problems(tmp_path, text, "breda.yaml") == [
        "breda.yaml:3: language: `Dutch` is not a code of two small letters, such as `nl`."
    ]


def test_a_statement_is_known_by_its_city_column_row_and_key(tmp_path):
    text = """
name: Breda
place: breda
target_groups:
  providers:
    name: Learning providers, learners & employers
    outputs:
      partners: Identify and involve relevant partners
    impact:
      use: Partners use the platform
  others:
    name: Others
all_target_groups:
  impact:
    half: 50% of all
"""
    matrix = load(tmp_path, text, "breda.yaml")
    assert [group.name for group in matrix.target_groups] == [
        "Learning providers, learners & employers",
        "Others",
    ]
    assert [(each.identifier, each.text) for each in matrix.statements()] == [
        # from the top row down, in whatever order the file has them
        ("breda.providers.impact.use", "Partners use the platform"),
        ("breda.providers.outputs.partners", "Identify and involve relevant partners"),
        ("breda.all_target_groups.impact.half", "50% of all"),
    ]
    assert [statement.measured for statement in matrix.statements()] == ["not_yet"] * 3


def test_the_long_form_of_a_statement_says_how_it_is_measured(tmp_path):
    text = f"""{HEAD}
      counted: {{text: A, indicators: {{learners: increase, badges: 10}}}}
      done: {{text: B, measured: by evidence, headline: yes}}
      asked: {{text: C, measured: by survey, headline: false}}
      never: {{text: D, measured: cannot be, reason: no sign of it}}
      later: {{text: E, measured: not yet, transcription_note: blurred}}
"""
    counted, done, asked, never, later = load(tmp_path, text).statements()
    assert (counted.measured, list(counted.promises)) == ("by_indicator", ["learners", "badges"])
    assert (done.measured, done.headline) == ("by_evidence", True)
    assert (asked.measured, asked.headline) == ("by_survey", False)
    assert (never.measured, never.reason) == ("cannot_be", "no sign of it")
    assert (later.measured, later.transcription_note) == ("not_yet", "blurred")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("a:", "8: a: the statement has no sentence."),
        ("a: ''", "8: a: the statement has no sentence."),
        ("a: [A, B]", "8: a: a sentence is expected, not a list."),
        ("a: {indicators: {x: 1}}", "8: `text` is missing in `a`."),
        ("a: {text: }", "8: text: nothing is written here."),
        ("a: {text: [A]}", "8: text: a text is expected, not a list."),
        (
            "a: {text: {Involving partners: schools}}",
            (
                "8: text: a text is expected, and the colon made a heading of it: a colon inside a "
                "sentence needs quotes."
            ),
        ),
        ("a: {txt: A, text: A}", "8: `txt` is not a heading of a statement. Did you mean `text`?"),
        (
            "a: {text: A, measured: by_evidenc}",
            (
                "8: measured: `by_evidenc` is not one of `not yet`, `by evidence`, `by survey` and "
                "`cannot be`. Did you mean `by evidence`?"
            ),
        ),
        (
            "a: {text: A, measured: cannot be}",
            "8: measured: `cannot be` needs a `reason` why it cannot be measured.",
        ),
        (
            "a: {text: A, measured: by evidence, indicators: {x: 1}}",
            "8: measured: a statement with `indicators` is measured by them. Leave this out.",
        ),
        (
            "a: {text: A, indicators: {}}",
            "8: indicators: none is named. Name one, or leave the line out.",
        ),
        (
            "a: {text: A, indicators: learners}",
            "8: indicators: headings of its own are expected below it, indented further.",
        ),
        (
            "a: {text: A, headline: maybe}",
            "8: headline: `maybe` is not one of `yes`, `true`, `no` and `false`.",
        ),
        (
            "Partners: A",
            (
                "8: `Partners` cannot be the key of a statement. A key is made of small letters, digits "
                "and _, and begins with a letter."
            ),
        ),
        (
            "2024: A",
            (
                "8: `2024` cannot be the key of a statement. A key is made of small letters, digits "
                "and _, and begins with a letter."
            ),
        ),
        (
            "no: A",
            (
                "8: `no` cannot be the key of a statement. Other programs read it as yes or no, or as "
                "nothing. Choose a longer word."
            ),
        ),
        (
            "Involving partners: schools",
            (
                '8: a colon inside a sentence needs quotes. Give it a key: `some_key: "Involving '
                'partners: schools"`.'
            ),
        ),
        (
            "a:\n        Involving partners: schools",
            (
                "9: a colon inside a sentence needs quotes. Put the whole sentence in quotes: "
                '`"Involving partners: schools"`.'
            ),
        ),
        (
            "a: 10",
            (
                "8: `10` reads as a number, where a sentence is expected. Put it in quotes if it is the "
                "text itself: `'10'`."
            ),
        ),
        (
            "a: Activities # 21",
            '8: the text is cut at ` #`. Put the whole sentence in quotes: `"Activities # 21"`.',
        ),
    ],
)
def test_a_statement_that_cannot_be_meant_is_refused(tmp_path, written: str, told: str):
    assert f"vilnius.yaml:{told}" in problems(tmp_path, f"{HEAD}      {written}\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("place: x\n", ["1: `name` is missing in this file."]),
        ("name: x\nplace:\n", ["2: place: nothing is written here."]),
        (
            "name: x\nplace: y\ngoals: z\n",
            ["3: `goals` is not a heading of a city's file. Did you mean `goal`?"],
        ),
        (
            "name: x\nplace: y\nsource: poster.pdf\n",
            ["3: source: headings of its own are expected below it, indented further."],
        ),
        (
            "name: x\nplace: y\nhorizons: {impct: 5 years}\n",
            ["3: `impct` is not a heading of `horizons`. Did you mean `impact`?"],
        ),
        (
            "name: x\nplace: y\nstarts: soon\n",
            ["3: starts: `soon` is not a day. Write it as `2026-12-31`, `2026-12` or `2026`."],
        ),
        (
            "name: x\nplace: y\ntarget_groups:\n  providers:\n    imapct: {a: b}\n    name: z\n",
            ["5: `imapct` is not a heading of a target group. Did you mean `impact`?"],
        ),
        (
            "name: x\nplace: y\ntarget_groups:\n  providers:\n    impact: {a: b}\n",
            ["4: `name` is missing in `providers`."],
        ),
        (
            "name: x\nplace: y\ntarget_groups:\n  Key partners: {name: z}\n",
            [
                (
                    "4: `Key partners` cannot be the key of a target group. A key is made of small "
                    "letters, digits and _, and begins with a letter."
                ),
            ],
        ),
        (
            "name: x\nplace: y\nall_target_groups:\n  providers: {a: b}\n",
            [
                (
                    "4: `providers` is not a heading of `all_target_groups`. Its headings are `impact`, "
                    "`short_term_impact`, `outputs`, `activities` and `inputs`."
                ),
            ],
        ),
        (
            "name: x\nplace: y\nall_target_groups:\n  impact:\n    - One\n    - Two things: three\n",
            [
                (
                    "4: impact: statements are expected below it. Give each a line and a key of its "
                    "own: `some_key: the sentence`."
                ),
                (
                    "6: a colon inside a sentence needs quotes. Put the whole sentence in quotes: "
                    '`"Two things: three"`.'
                ),
            ],
        ),
    ],
)
def test_a_file_that_is_not_a_matrix_is_refused(tmp_path, text: str, told: list[str]):
    assert problems(tmp_path, text) == [f"vilnius.yaml:{each}" for each in told]


def test_the_name_of_a_file_must_be_an_identifier(tmp_path):
    assert problems(tmp_path, "name: x\nplace: y\n", "Cluj-Napoca.yaml") == [
        (
            "Cluj-Napoca.yaml:1: the file's name is the city's identifier. Name it with small letters, "
            "digits and _, such as cluj_napoca.yaml."
        )
    ]


def test_all_problems_of_a_file_come_at_once(tmp_path):
    text = """name: Vilnius City of Learning # 1
goal: Involving partners: schools
target_groups:
  providers:
    name: Providers
    imapct:
      a: A
    outputs:
      1. Mapping: the city
      b: & employers
      b: B
      c:
        text: C
        indicators: {learners: lots, playlists: {target: 10, by: 202}}
        measured: by evidence
"""
    found = problems(tmp_path, text)
    assert [line.split(":")[1] for line in found] == [
        *("1", "1", "2", "6", "9", "10", "11", "14", "14", "15")
    ]
    assert found[0] == "vilnius.yaml:1: `place` is missing in this file."


def test_a_file_broken_in_its_structure_tells_only_what_is_sure(tmp_path):
    # the line that is indented wrongly takes its heading with it: nothing is said to be missing
    assert problems(tmp_path, "name: Vilnius\n  place: vilnius\n") == [
        (
            "vilnius.yaml:2: `place:` is indented further than the heading above it. Move it to the "
            "left; or, if it goes on with the sentence above, put that whole sentence in quotes."
        )
    ]


def test_the_line_of_a_statement_can_be_found_later(tmp_path):
    text = f"{HEAD}      a:\n        text: A\n        indicators: {{lerners: 1}}\n"
    text += "all_target_groups:\n  impact:\n    b: B\n"
    in_group, across = load(tmp_path, text).statements()
    lines = lines_of(tmp_path / "vilnius.yaml")
    assert lines[statement_path(in_group)] == 8
    assert lines[(*statement_path(in_group), "indicators", "lerners")] == 10
    assert lines[statement_path(across)] == 13
