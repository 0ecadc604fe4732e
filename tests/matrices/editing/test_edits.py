"""A change to a city's file: only the lines concerned, written so that nothing is lost."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from matrices.declarations import load_matrix
from matrices.diff import diff, read_version
from matrices.editing.edits import (
    AddStatement,
    Edit,
    EditProblem,
    MeasureOtherwise,
    Reword,
    SetPromise,
)
from matrices.editing.yaml_text import YamlText
from matrices.home import packaged
from matrices.problems import KeyPath
from matrices.reading.city_file import statement_path

FILE = """\
name: Breda
place: breda
target_groups:
  providers:
    name: Learning providers  # the first column
    outputs:
      # asked for by the council
      offers: New opportunities on the platform  # agreed in May
      quality:
        text: >
          Apply and display
          quality on the platform
        measured: by evidence

      learners:
        text: More learners
        indicators: {learners: increase}  # the main one
      playlists:
        text: Ten playlists
        indicators:
          playlists:
            - 10
            - {target: 12, since: 2024, reason: the school}
          # visits are hard to count
          platform_visits: increase
    inputs:
      money: {text: "Money: enough", measured: by evidence}
"""
GROUP = ("target_groups", "providers")
OFFERS, QUALITY = (*GROUP, "outputs", "offers"), (*GROUP, "outputs", "quality")
LEARNERS, PLAYLISTS = (*GROUP, "outputs", "learners"), (*GROUP, "outputs", "playlists")
MONEY = (*GROUP, "inputs", "money")
CHANGED = {"since": date(2025, 6, 1), "reason": "the library joined"}


def changed(edit: Edit) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    before, after = FILE.splitlines(), edit.apply(YamlText(FILE)).text.splitlines()
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return before, after


def test_another_sentence_takes_the_place_of_the_old_one_and_the_remark_behind_it_stays():
    assert changed(Reword(OFFERS, "Chances: for all")) == (
        ["      offers: New opportunities on the platform  # agreed in May"],
        ['      offers: "Chances: for all"  # agreed in May'],
    )


def test_a_long_sentence_is_folded_below_its_heading():
    sentence = "To create and keep up " + "many " * 16 + "opportunities"
    assert changed(Reword(QUALITY, sentence))[1] == [
        "          To create and keep up many many many many many many many many many many many many many",
        "          many many many opportunities",
    ]


def test_a_first_promise_makes_a_form_of_a_sentence_and_keeps_its_remark():
    assert changed(SetPromise(OFFERS, "activities", "at least 20", by="2027")) == (
        ["      offers: New opportunities on the platform  # agreed in May"],
        [
            "      offers:",
            "        text: New opportunities on the platform  # agreed in May",
            "        indicators:",
            "          activities: {target: at least 20, by: 2027}",
        ],
    )


def test_a_statement_that_figures_follow_now_is_no_longer_followed_by_evidence():
    assert changed(SetPromise(QUALITY, "quality_share", "50 %")) == (
        ["        measured: by evidence"],
        ["        indicators: {quality_share: 50 %}"],
    )


def test_a_new_version_stands_below_the_old_one_with_its_day_and_reason():
    assert changed(SetPromise(LEARNERS, "learners", "500", by="2027", **CHANGED)) == (
        ["        indicators: {learners: increase}  # the main one"],
        [
            "        indicators:  # the main one",
            "          learners:",
            "            - increase",
            "            - {target: 500, by: 2027, since: 2025-06-01, reason: the library joined}",
        ],
    )
    assert changed(SetPromise(PLAYLISTS, "playlists", "20", **CHANGED)) == (
        [],
        ["            - {target: 20, since: 2025-06-01, reason: the library joined}"],
    )


def test_a_reason_that_is_a_long_sentence_gets_a_line_of_its_own():
    why = "the library joined, and so did the school; both asked for a number they can believe in"
    new = changed(SetPromise(PLAYLISTS, "playlists", "20", **(CHANGED | {"reason": why})))[1]
    assert new == [
        "            - target: 20",
        "              since: 2025-06-01",
        f"              reason: {why}",
    ]


def test_another_indicator_stands_beside_the_first():
    assert changed(SetPromise(LEARNERS, "participations", "increase"))[1] == [
        "        indicators: {learners: increase, participations: increase}  # the main one"
    ]
    assert changed(SetPromise(PLAYLISTS, "playlist_starts", "increase")) == (
        [],
        ["          playlist_starts: increase"],
    )


def test_a_form_in_brackets_gets_lines_of_its_own():
    assert changed(MeasureOtherwise(MONEY, "cannot be", "nobody counts it"))[1] == [
        "      money:",
        '        text: "Money: enough"',
        "        measured: cannot be",
        "        reason: nobody counts it",
    ]


def test_not_measured_yet_is_said_by_saying_nothing():
    assert changed(MeasureOtherwise(QUALITY, "not yet")) == (["        measured: by evidence"], [])


def test_a_new_statement_stands_at_the_end_of_its_cell():
    added = AddStatement("providers", "outputs", "trust", "Trust among partners", "by survey")
    assert changed(added) == (
        [],
        [
            "      trust:",
            "        text: Trust among partners",
            "        measured: by survey",
        ],
    )


def test_a_cell_and_a_column_that_the_file_lacks_are_made():
    assert changed(AddStatement("providers", "activities", "talks", "Talks")) == (
        [],
        ["    activities:", "      talks: Talks"],  # between outputs and inputs
    )
    assert changed(AddStatement("all_target_groups", "impact", "belonging", "All belong")) == (
        [],
        ["all_target_groups:", "  impact:", "    belonging: All belong"],
    )


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (Reword(OFFERS, " "), "has no sentence"),
        (SetPromise(LEARNERS, "learners", " "), "Nothing is promised"),
        (SetPromise(LEARNERS, "learners", "500"), "A promise is not overwritten: say why"),
        (MeasureOtherwise(QUALITY, "cannot be"), "Say why it cannot be measured"),
        (AddStatement("providers", "outputs", "offers", "More"), "key `offers` already"),
        (AddStatement("providers", "outputs", "more", ""), "has no sentence"),
    ],
)
def test_a_change_that_cannot_be_made_is_told_in_a_sentence(edit: Edit, problem: str):
    with pytest.raises(EditProblem, match=problem):
        edit.apply(YamlText(FILE))


CITIES = sorted((packaged("matrices") / "cities").glob("*.yaml"))
SENTENCES = some.text("abc ÄĂλ#:'\"&-,{}[]%|>!@*", min_size=1, max_size=150).filter(
    lambda text: any(letter.isalpha() for letter in text)
)


@given(some.data())
@settings(max_examples=30, deadline=None)
def test_whatever_sentence_is_typed_it_is_read_back_and_nothing_else_changes(
    tmp_path_factory: pytest.TempPathFactory, data: some.DataObject
):
    path = data.draw(some.sampled_from([p for p in CITIES if p.stem != "antwerp"]))
    before = load_matrix(path)
    statement = data.draw(some.sampled_from(before.statements()))
    sentence = data.draw(SENTENCES)
    text = path.read_text("utf-8")
    new = Reword(statement_path(statement), sentence).apply(YamlText(text)).text
    after = saved(tmp_path_factory, path, new)
    (found,) = [s for s in after.statements() if s.identifier == statement.identifier]
    assert found.text.split() == sentence.split()
    others = diff(before, after)
    assert len(others.reworded) <= 1
    assert not (others.added or others.removed or others.promises or others.measured)
    assert around(YamlText(text), statement_path(statement)) == around(
        YamlText(new), statement_path(statement)
    )


@given(some.data())
@settings(max_examples=15, deadline=None)
def test_a_promise_set_on_any_statement_is_the_newest_and_the_old_ones_stay(
    tmp_path_factory: pytest.TempPathFactory, data: some.DataObject
):
    path = data.draw(some.sampled_from([p for p in CITIES if p.stem != "antwerp"]))
    before = load_matrix(path)
    statement = data.draw(some.sampled_from(before.statements()))
    indicator = data.draw(some.sampled_from([*statement.promises, "learners"]))
    edit = SetPromise(statement_path(statement), indicator, "at least 77", "2031", **CHANGED)
    after = saved(tmp_path_factory, path, edit.apply(YamlText(path.read_text("utf-8"))).text)
    (found,) = [s for s in after.statements() if s.identifier == statement.identifier]
    *older, newest = found.promises[indicator]
    assert tuple(older) == statement.promises.get(indicator, ())
    assert (newest.target, newest.by) == (77, date(2031, 12, 31))
    assert len(diff(before, after).promises) + len(diff(before, after).linked) == 1


def around(text: YamlText, path: KeyPath) -> list[str]:
    """The file's lines without those of one entry."""
    place = text.place(path)
    return [*text.lines[: place.first], *text.lines[place.last + 1 :]]


def saved(folders: pytest.TempPathFactory, path: Path, text: str):
    written = folders.mktemp("edited") / path.name
    written.write_text(text, "utf-8")
    return read_version(written)
