"""When a promise would be met, in sentences."""

from dataclasses import replace
from datetime import date

from dashboard.parts.way_ahead import way_ahead
from dashboard.wording.what_if import NOTHING_TO_GO_ON, in_sentences
from metrics.standing import Interval, Point
from metrics.what_if import WhatIf
from tests.dashboard.fake_results import playlists

NB = "\u00a0"
NOW = Point(date(2026, 6, 30), 8)
WAY = WhatIf(
    now=NOW,
    target_value=10,
    remaining=2,
    pace=1.7,
    pace_band=Interval(1.2, 2.2),
    steps=4,
    met_on=date(2027, 9, 1),
    earliest=date(2027, 5, 1),
    latest=date(2028, 2, 28),
    due=date(2027, 12, 31),
    needed_pace=1.33,
)


def told(**changed: object) -> list[str]:
    return in_sentences(playlists(), replace(WAY, **changed))


def test_pace_band_and_what_is_needed():
    assert told() == [
        f"Promised: 10. Newest: 8{NB}playlists by 30 June 2026.",
        "At the pace so far (1.7 more a year) it would be met around September 2027.",
        (
            "Four times out of five, by the figures so far: around May 2027 at the earliest, "
            "around February 2028 at the latest."
        ),
        "To meet it by the end of 2027 it would take 1.3 more a year.",
    ]


def test_what_never_arrives_is_not_given_a_date():
    never = told(pace=-0.5, met_on=None, earliest=None, latest=None)
    assert never[1:3] == [
        "At the pace so far (0.5 fewer a year) it would not be met within fifty years.",
        "Even at the better end of what the figures so far allow, not within fifty years.",
    ]


def test_a_worse_end_that_never_arrives_is_said():
    assert told(latest=None)[2].endswith("at the earliest, at worst not within fifty years.")


def test_two_figures_have_no_band():
    assert "Two figures are too few to say how sure that is." in told(pace_band=None)


def test_a_date_that_has_passed_says_what_remains():
    late = told(due=date(2025, 12, 31), needed_pace=None)
    assert late[-1] == f"Its date, the end of 2025, has passed; 2{NB}playlists remain."


def test_a_promise_that_is_met_says_only_that():
    assert told(remaining=0)[1:] == ["The promise is met."]


def test_nothing_to_go_on_is_said():
    assert in_sentences(playlists(), None)[1:] == [NOTHING_TO_GO_ON]


def test_the_statement_s_page_tells_the_way_ahead_without_repeating_the_promise():
    shown = way_ahead(playlists(), WAY)
    assert "If it goes on like this" in shown
    assert "At the pace so far (1.7 more a year)" in shown
    assert "Promised: 10." not in shown  # it stands above
