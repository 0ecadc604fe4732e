"""A matrix through a lens: what is not meant stands back, what changed says how it was."""

from datetime import date

import pytest

from dashboard.lens import Filter, Lens, chosen_by
from dashboard.parts.matrix_list import matrix_list
from dashboard.parts.matrix_table import matrix_table
from metrics.since_review import Change
from metrics.standing import Status
from tests.dashboard.fake_results import INDICATORS, STANDINGS, FakeResults
from tests.dashboard.page import html, shown

MATRIX = FakeResults().matrix("vilnius")
FIRST = STANDINGS[0]


def test_without_a_filter_everything_is_meant():
    assert chosen_by(Filter(), MATRIX, INDICATORS) is None


@pytest.mark.parametrize(
    "asked",
    [
        Filter(statuses=frozenset({FIRST.status.value})),
        Filter(levels=frozenset({FIRST.statement.level})),
        Filter(groups=frozenset({FIRST.statement.target_group})),
    ],
)
def test_a_filter_finds_what_it_asks_for_and_nothing_else(asked: Filter):
    found = chosen_by(asked, MATRIX, INDICATORS)
    assert found is not None
    assert FIRST.statement.identifier in found
    for identifier, standing in MATRIX.statements.items():
        assert (identifier in found) == asked.holds(standing, INDICATORS)


def test_several_questions_must_all_hold():
    asked = Filter(statuses=frozenset({FIRST.status.value}), levels=frozenset({"no such level"}))
    assert chosen_by(asked, MATRIX, INDICATORS) == frozenset()


def test_what_is_not_meant_stands_back_and_is_still_there():
    drawn = matrix_table(MATRIX, Lens(frozenset({FIRST.statement.identifier})))
    assert drawn.count(" dim") == len(MATRIX.statements) - 1


def test_on_a_phone_only_what_is_meant_stands_there():
    drawn = matrix_list(MATRIX, Lens(frozenset({FIRST.statement.identifier})))
    assert drawn.count('class="statement ') == 1
    assert drawn.count("<h4>") == 1  # no level without a sentence


def test_what_changed_says_how_it_was():
    change = Change(FIRST.statement.identifier, Status.STEADY, Status.INCREASING, 2)
    lens = Lens(None, date(2026, 3, 1), {FIRST.statement.identifier: change})
    drawn = matrix_table(MATRIX, lens)
    assert "was steady; 2 new entries" in drawn
    assert drawn.count("change-since better") == 1


def test_a_filter_and_a_day_in_the_address_are_heeded():
    page = html(shown("city", city="vilnius", level="outputs", since="2026-03-01"))
    assert "statements fit; the others stand back." in page
    assert "Since 1 March 2026:" in page


@pytest.mark.parametrize("since", ["never", "2999-01-01", "2026-02-30"])
def test_a_day_that_is_none_is_as_good_as_no_day(since: str):
    assert "Since " not in html(shown("city", city="vilnius", since=since, status="nonsense"))


def test_the_meeting_shows_one_target_group_and_links_that_the_arrow_keys_follow():
    groups = MATRIX.matrix.target_groups
    page = html(shown("meeting", city="vilnius", group=groups[0].key))
    assert "Providers &amp; learners" in page
    assert 'data-key="ArrowRight"' in page
    assert 'data-key="ArrowLeft"' not in page  # nothing stands before the first
    assert f"group={groups[1].key}" in page


def test_a_meeting_of_an_unknown_city_says_so():
    assert "There is no city" in html(shown("meeting", city="atlantis"))
