"""A status explains itself by the inputs that led to it."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.wording.explanations import assumptions, explanation, finding, unmeasured
from metrics.standing import Point, Status
from tests.dashboard.fake_results import STANDINGS, learners, playlists, share, withheld

NB = "\u00a0"


def with_status(standing, status, **changed):
    return replace(standing, progress=replace(standing.progress, status=status, **changed))


def test_a_promise_without_a_number_tells_its_growth():
    assert explanation(learners()) == (
        f"2,431{NB}learners in 2025, up from 1,120 in 2022: 29{NB}% a year. Promised: increase."
    )


def test_a_falling_figure_tells_from_where():
    falling = with_status(
        learners(),
        Status.DECREASING,
        yearly_growth=-0.05,
        baseline=Point(date(2022, 12, 31), 2900),
    )
    assert explanation(falling) == (
        f"2,431{NB}learners in 2025, down from 2,900 in 2022: \u22125{NB}% a year. "
        "Promised: increase."
    )


def test_growth_from_nothing_has_no_rate():
    risen = with_status(
        learners(), Status.INCREASING, yearly_growth=None, baseline=Point(date(2022, 12, 31), 0)
    )
    assert explanation(risen) == (
        f"2,431{NB}learners in 2025, up from 0 in 2022. Promised: increase."
    )


def test_a_promise_with_a_number_tells_what_the_line_asks_by_now():
    assert explanation(playlists()) == (
        f"8 of 10{NB}playlists by 30 June 2026; the straight line from 2 (end of 2022) to 10 "
        "(end of 2027) would have had 7.6 by then."
    )


def test_past_its_date_a_promise_tells_what_was_due():
    late = with_status(
        playlists(), Status.SLIGHTLY_BEHIND, target=Point(date(2025, 12, 31), 10), expected=10
    )
    assert explanation(late) == (
        f"8 of 10{NB}playlists by 30 June 2026, from 2 at the end of 2022; "
        "10 were due by the end of 2025."
    )


def test_milestones_bend_the_line():
    standing = playlists()
    path = (*standing.progress.path, Point(date(2025, 12, 31), 9))
    assert "the line through the milestones" in explanation(
        with_status(standing, Status.BEHIND, path=path)
    )


def test_moving_away_is_said_in_words_too():
    away = explanation(playlists(Status.MOVING_AWAY, reached=1))
    assert away.endswith("would have had 7.6 by then. Further from the target than at the start.")


def test_a_promise_that_is_met_needs_no_line():
    assert explanation(playlists(Status.ACHIEVED, reached=10)) == (
        f"10{NB}playlists by 30 June 2026. Promised: 10. The promise is met."
    )


def test_a_share_without_a_date_says_what_is_missing():
    assert explanation(share()) == (
        f"34{NB}% in 2025. Promised: 50{NB}%. Neither the promise nor the poster says by when."
    )


def test_a_share_on_its_way_tells_what_the_line_asks():
    standing = share()
    start, due = Point(date(2022, 12, 31), 20), Point(date(2026, 12, 31), 50)
    on_its_way = with_status(
        standing, Status.BEHIND, baseline=start, target=due, path=(start, due), expected=42.5
    )
    assert explanation(on_its_way) == (
        f"34{NB}% in 2025; the straight line from 20{NB}% (end of 2022) to 50{NB}% (end of 2026) "
        f"would have had 42{NB}% by then."
    )


def test_a_withheld_figure_is_neither_shown_nor_called_missing():
    assert explanation(withheld()) == (
        "The figure in 2025 is withheld: it counts fewer than 5 people, or would let such a "
        "number be worked out. Promised: increase."
    )


def test_no_data_is_not_a_zero():
    nothing = replace(learners(), progress=replace(learners().progress, actual=None))
    assert explanation(with_status(nothing, Status.NO_DATA)) == (
        "No data have been loaded for this yet; that is not a zero. Promised: increase."
    )


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_sentence(status: Status):
    for standing in (learners(), playlists(), share(), withheld()):
        assert explanation(with_status(standing, status)).endswith(".")


def test_what_had_to_be_assumed_is_said():
    assert assumptions(learners()) == [
        "The promise names no baseline; the first full figure is taken: 1,120 in 2022."
    ]
    assert assumptions(playlists()) == [
        "The promise names no date; the end of the row's horizon is taken: the end of 2027."
    ]


def test_what_cannot_be_measured_says_why():
    told = {s.status: unmeasured(s) for s in STANDINGS if not s.promises}
    assert told[Status.CANNOT_BE] == "Cannot be measured: Nobody could count it."
    assert told[Status.BY_SURVEY] == "People have to be asked."


def test_a_chart_is_told_in_words():
    assert finding(share()) == (f"Activities that recognise 21st-century skills. 34{NB}% in 2025.")
