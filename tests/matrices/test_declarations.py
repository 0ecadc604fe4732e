"""Any declaration: every problem at once, with its line and in plain words."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field, RootModel, field_validator

from matrices.declarations import DeclarationProblem, DeclarationProblems, nearest, read_declaration
from matrices.model import Declared


class Season(Declared):
    """A part of the year."""

    begins: date
    motto: str | None = None


class Club(Declared):
    """A declaration with one field of each kind."""

    identifier: str
    name: str
    colour: Literal["red", "green", "blue"] = "red"
    members: Annotated[int, Field(ge=2, lt=1000)] | None = None
    fee: float | None = None
    is_open: bool = True
    tags: tuple[str, ...] = ()
    where: tuple[str | dict[str, str], ...] = ()
    seasons: dict[str, Season] = Field(default_factory=dict)
    first: Season | None = None
    scope: Literal["all"] | tuple[str, ...] = "all"

    @field_validator("name")
    @classmethod
    def _is_not_shouted(cls, name: str) -> str:
        if name.isupper():
            raise ValueError("write the name in small letters")
        return name


class Clubs(RootModel[dict[str, Season]]):
    """A file of many."""


def read(folder: Path, text: str, model: type = Club) -> object:
    file = folder / "chess.yaml"
    file.write_text(text, encoding="utf-8")
    given = {"identifier": "chess"} if model is Club else {}
    return read_declaration(file, model, **given)


def problems(folder: Path, text: str, model: type = Club) -> str:
    with pytest.raises(DeclarationProblems) as raised:
        read(folder, text, model)
    return str(raised.value)


def test_a_declaration_becomes_a_frozen_model(tmp_path):
    text = """
name: Chess
colour: blue
members: 20
fee: 2.50
is_open: yes
tags: [slow, 1.10]
where: [is_online, {kind: no}]
seasons:
  summer: {begins: 2024-06-01}
scope: [a]
"""
    assert read(tmp_path, text) == Club(
        identifier="chess",
        name="Chess",
        colour="blue",
        members=20,
        fee=2.5,
        is_open=True,
        tags=("slow", "1.10"),
        where=("is_online", {"kind": "no"}),
        seasons={"summer": Season(begins=date(2024, 6, 1))},
        scope=("a",),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour: red\n", "1: `name` is missing."),
        (
            "name: x\ncolor: red\n",
            "2: `color` is not a heading of this file. Did you mean `colour`?",
        ),
        (
            "name: x\nzzz: red\n",
            (
                "2: `zzz` is not a heading of this file. Its headings are `name`, `colour`, `members`, "
                "`fee`, `is_open`, `tags`, `where`, `seasons`, `first` and `scope`."
            ),
        ),
        (
            "name: x\nfirst:\n  begins: 2024-01-01\n  moto: y\n",
            "4: `moto` is not a heading of `first`. Did you mean `motto`?",
        ),
        (
            "name: x\nseasons:\n  summer:\n    begin: 2024-01-01\n    begins: 2024-01-01\n",
            "4: `begin` is not a heading of `summer`. Did you mean `begins`?",
        ),
        (
            "name: x\nseasons:\n  summer:\n    motto: y\n",
            "3: `begins` is missing in `summer`.",
        ),
        (
            "name: x\ncolour: geen\n",
            "2: colour: `geen` is not one of `red`, `green` and `blue`. Did you mean `green`?",
        ),
        ("name: x\nmembers: many\n", "2: members: `many` is not a whole number."),
        ("name: x\nmembers: 1\n", "2: members: `1` is out of bounds. It must be at least 2."),
        (
            "name: x\nmembers: 1000\n",
            "2: members: `1000` is out of bounds. It must be less than 1000.",
        ),
        ("name: x\nfee: free\n", "2: fee: `free` is not a number."),
        ("name: x\nis_open: maybe\n", "2: is_open: `maybe` is not `yes` or `no`."),
        ("name: x\ntags: slow\n", "2: tags: `slow` is not a list such as [one, two]."),
        (
            "name: x\ntags: {a: b}\n",
            "2: tags: what stands below it is not a list such as [one, two].",
        ),
        (
            "name: x\nfirst: {begins: 2024}\n",
            "2: begins: `2024` is not a day such as 2026-12-31.",
        ),
        (
            "name: x\nfirst: summer\n",
            "2: first: `summer` is not a set of headings, indented below it.",
        ),
        ("name: [a, b]\n", "1: name: a list is not a text."),
        ("name:\n", "1: name: nothing is written here. It must be a text."),
        (
            "name:\n  Chess: club\n",
            (
                "1: name: a text is expected, and the colon made a heading of it: a colon inside a "
                "sentence needs quotes."
            ),
        ),
        ("name: CHESS\n", "1: name: write the name in small letters."),
        (
            "name: x\nwhere:\n  - [a]\n",
            "3: where: a list is not a text or a set of headings, indented below it.",
        ),
        # of the two readings of an item the one that got further was meant
        ("name: x\nwhere:\n  - kind: [a]\n", "3: kind: a list is not a text."),
        (
            "name: x\nscope: al\n",
            "2: scope: `al` is not `all` or a list such as [one, two]. Did you mean `all`?",
        ),
        (
            "identifier: go\nname: x\n",
            "1: `identifier` follows from the file itself. Leave it out.",
        ),
    ],
)
def test_a_wrong_declaration_says_where_and_what_would_be_right(tmp_path, text: str, told: str):
    assert problems(tmp_path, text) == f"chess.yaml:{told}"


def test_all_problems_come_at_once_in_the_order_of_their_lines(tmp_path):
    text = "fee: free\nnam: x\nname: Chess # 2\ncolour: geen\ncolour: red\nis_open: maybe\n"
    assert problems(tmp_path, text).splitlines() == [
        "chess.yaml:1: fee: `free` is not a number.",
        "chess.yaml:2: `nam` is not a heading of this file. Did you mean `name`?",
        ('chess.yaml:3: the text is cut at ` #`. Put the whole sentence in quotes: `"Chess # 2"`.'),
        "chess.yaml:4: colour: `geen` is not one of `red`, `green` and `blue`. Did you mean `green`?",
        (
            "chess.yaml:5: `colour` stands here a second time, after line 4; one of the two would "
            "be lost. Put both under one heading, or rename one."
        ),
        "chess.yaml:6: is_open: `maybe` is not `yes` or `no`.",
    ]


def test_what_follows_from_a_slip_of_writing_is_not_told_beside_it(tmp_path):
    # without the remark the name is empty, but that is the remark's doing
    assert problems(tmp_path, "name: # 1\n") == (
        'chess.yaml:1: the text is cut at ` #`. Put the whole sentence in quotes: `"# 1"`.'
    )


def test_nothing_is_said_to_be_missing_from_a_file_that_could_not_be_read_to_the_end(tmp_path):
    assert problems(tmp_path, "colour: red\n   fee: 2\n").count("\n") == 0


def test_a_missing_heading_is_told_even_of_a_line_with_another_slip(tmp_path):
    assert "chess.yaml:1: `name` is missing." in problems(tmp_path, "tags: [a] \ncolour: *x\n")
    assert "chess.yaml:1: `name` is missing." in problems(tmp_path, "colour: *red\n")


def test_a_file_of_many_declarations_knows_their_headings(tmp_path):
    assert problems(tmp_path, "summer: {begins: 2024-06-01, moto: x}\n", Clubs) == (
        "chess.yaml:1: `moto` is not a heading of `summer`. Did you mean `motto`?"
    )


def test_headings_are_known_in_whatever_a_declaration_holds(tmp_path):
    class Tent(Declared):
        pitch: str

    class Tour(Declared):
        stops: dict[str, Annotated[Tent | Club, Field(title="a stop")]]

    text = "stops:\n  rome:\n    name: x\n    identifier: y\n    first: {begins: 2024-01-01, moto: z}\n"
    told = "chess.yaml:5: `moto` is not a heading of `first`. Did you mean `motto`?"
    assert told in problems(tmp_path, text, Tour)


def test_a_sentence_that_a_colon_made_a_heading_of_is_recognised(tmp_path):
    text = "name: x\nfirst:\n  begins: 2024-01-01\n  Involving partners: schools\n"
    assert problems(tmp_path, text) == (
        "chess.yaml:4: `Involving partners` is not a heading of `first`. If it is part of the "
        "sentence above, that sentence needs quotes."
    )


def test_a_problem_of_what_the_file_does_not_say_stands_at_its_first_line(tmp_path):
    file = tmp_path / "chess.yaml"
    file.write_text("name: x\n")
    with pytest.raises(DeclarationProblems) as raised:
        read_declaration(file, Club, identifier=3)
    assert str(raised.value) == "chess.yaml:1: identifier: `3` is not a text."


def test_a_kind_of_error_nobody_thought_of_is_told_all_the_same(tmp_path):
    class Pair(Declared):
        players: Annotated[int, Field(multiple_of=2)]

    assert problems(tmp_path, "players: 3\n", Pair) == (
        "chess.yaml:1: players: input should be a multiple of 2."
    )


def test_a_list_that_is_too_short_or_too_long_is_refused(tmp_path):
    class Pair(Declared):
        two: Annotated[tuple[str, ...], Field(min_length=2, max_length=2)] = ("a", "b")
        code: Annotated[str, Field(min_length=2)] = "aa"

    short = "chess.yaml:1: two: at least 2 items must stand here."
    assert problems(tmp_path, "two: [a]\n", Pair) == short
    long = "chess.yaml:1: two: at most 2 items may stand here."
    assert problems(tmp_path, "two: [a, b, c]\n", Pair) == long
    letters = "chess.yaml:1: code: at least 2 letters must stand here."
    assert problems(tmp_path, "code: a\n", Pair) == letters


def test_a_file_that_does_not_exist_is_a_problem_like_any_other(tmp_path):
    with pytest.raises(DeclarationProblems) as raised:
        read_declaration(tmp_path / "go.yaml", Clubs)
    assert raised.value.problems == (
        DeclarationProblem("go.yaml", 1, "the file cannot be read: No such file or directory."),
    )


def test_problems_are_sorted_by_file_and_line_and_told_once():
    first, second = DeclarationProblem("a.yaml", 2, "x"), DeclarationProblem("a.yaml", 10, "x")
    other = DeclarationProblem("b.yaml", 1, "x")
    told = DeclarationProblems([other, second, first, second])
    assert told.problems == (first, second, other)
    assert str(told) == "a.yaml:2: x\na.yaml:10: x\nb.yaml:1: x"


def test_the_nearest_word_is_found_whatever_its_capitals():
    assert nearest("Imapct", ["impact", "inputs"]) == " Did you mean `impact`?"
    assert nearest("zebra", ["impact", "inputs"]) == ""
