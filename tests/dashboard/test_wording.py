"""Numbers, days and states in words; every literal is what a city officer would read."""

from datetime import date, datetime

import pytest

from dashboard.wording import dates, numbers, pages, statuses, tables
from dashboard.wording.attention import sentence
from dashboard.wording.promises import figure, latest, promised, quietly, when
from matrices.model import Promise
from metrics.standing import Attention, Period, Status
from tests.dashboard.fake_results import (
    ACTIVITIES,
    LEARNERS,
    PLAYLISTS,
    SHARE,
    STANDINGS,
    FakeResults,
    actual,
    learners,
    quarter,
    withheld,
    year,
)

NB = "\u00a0"


@pytest.mark.parametrize(
    ("value", "words"),
    [(2431, "2,431"), (0, "0"), (7.6, "7.6"), (1234567.0, "1,234,567"), (-3, "\u22123")],
)
def test_numbers(value: float, words: str):
    assert numbers.number(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(34.0, f"34{NB}%"), (34.4, f"34{NB}%"), (0.4, f"0.4{NB}%"), (9.96, f"10{NB}%")],
)
def test_percentages_have_a_decimal_only_where_it_says_something(value: float, words: str):
    assert numbers.percent(value) == words


def test_one_is_singular():
    assert numbers.quantity(1, PLAYLISTS) == f"1{NB}playlist"
    assert numbers.quantity(0, LEARNERS) == f"0{NB}learners"
    assert numbers.counted(1, "entry", "entries") == "1 entry"


def test_an_indicator_of_another_network_is_counted_in_its_unit():
    instructors = LEARNERS.model_copy(update={"identifier": "instructors"})
    assert numbers.quantity(150, instructors) == f"150{NB}people"


def test_small_counts_are_spelled_out():
    assert [numbers.spelled(n) for n in (1, 3, 12, 13)] == ["one", "three", "twelve", "13"]


def test_days_and_moments():
    assert dates.day(date(2026, 6, 30)) == "30 June 2026"
    assert dates.end(date(2025, 12, 31)) == "the end of 2025"
    assert dates.short_end(date(2026, 6, 30)) == "30 June 2026"
    assert dates.moment(datetime(2026, 6, 30, 9, 5)) == "30 June 2026, 09:05"


def test_periods():
    assert dates.period(year(2025)) == "2025"
    assert dates.period(quarter(2, 2026)) == "April to June 2026"
    assert dates.period(Period("month", date(2026, 5, 1), date(2026, 5, 31))) == "May 2026"


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 1), "22 days ago"),
        (date(2026, 6, 30), "4 months ago"),  # the fifth is not full yet
        (date(2024, 11, 24), "23 months ago"),
        (date(2024, 11, 23), "2 years ago"),
    ],
)
def test_how_long_ago(on: date, words: str):
    assert dates.ago(on, date(2026, 11, 23)) == words


def test_every_status_has_a_name_and_a_meaning():
    assert set(statuses.NAMES) == set(statuses.MEANINGS) == set(Status)


def test_counts_of_statuses_stand_in_one_order_and_zeros_are_left_out():
    counts = {Status.NOT_MEASURED: 4, Status.DECREASING: 1, Status.ACHIEVED: 2, Status.STEADY: 0}
    assert statuses.in_order(counts) == [
        (Status.ACHIEVED, 2),
        (Status.DECREASING, 1),
        (Status.NOT_MEASURED, 4),
    ]


def test_what_was_promised():
    assert promised(Promise(indicator="x", direction="increase"), LEARNERS) == "increase"
    assert promised(Promise(indicator="x", target=10), PLAYLISTS) == "10"
    due = Promise(indicator="x", target=5, comparison="at_most", by=date(2026, 12, 31))
    assert promised(due, PLAYLISTS) == "at most 5 by the end of 2026"
    assert promised(Promise(indicator="x", target=50, is_share=True), SHARE) == f"50{NB}%"


def test_figures():
    assert figure(actual(LEARNERS, year(2025), 2431), LEARNERS) == f"2,431{NB}learners in 2025"
    running = actual(LEARNERS, year(2026), 1980, is_complete=False)
    assert figure(running, LEARNERS) == f"1,980{NB}learners in 2026 so far"
    assert figure(actual(PLAYLISTS, quarter(2, 2026), 8), PLAYLISTS) == (
        f"8{NB}playlists by 30 June 2026"
    )
    assert when(actual(PLAYLISTS, year(2026), 8, is_complete=False), PLAYLISTS) == "to date"
    assert figure(actual(SHARE, year(2025), None), SHARE) == "no value in 2025"


def test_a_withheld_figure_says_so_and_shows_nothing():
    assert latest(withheld()) == "withheld in 2025"


def test_the_figure_on_the_card_is_the_one_that_was_judged_not_the_running_year():
    assert latest(learners()) == f"2,431{NB}learners in 2025"


def test_how_a_statement_without_an_indicator_is_followed():
    assert [quietly(s) for s in STANDINGS if not s.promises] == [
        "not measured yet",
        "by survey",
        "by evidence (2 entries)",
        "cannot be measured: Nobody could count it",
    ]


def test_what_needs_attention():
    stalled = Attention("b", "Blackpool", "stalled", "b.x", "activities", None, 3)
    assert sentence(stalled, ACTIVITIES) == (
        "Blackpool has had no new activities for three quarters."
    )
    behind = Attention("b", "Breda", "behind", "b.x", "playlists", actual(PLAYLISTS, year(2025), 4))
    assert sentence(behind, PLAYLISTS) == (
        f"Breda is behind its promise on playlists: 4{NB}playlists by the end of 2025."
    )
    falling = Attention("b", "Breda", "decreasing", "b.x", SHARE.identifier, None)
    assert sentence(falling, SHARE) == (
        "Breda is going down on activities that recognise 21st-century skills."
    )
    silent = Attention("t", "Turin", "out_of_date", None, None, None)
    assert sentence(silent, None) == "Turin has sent no data for more than a year."


def test_the_summary_of_the_network_adds_the_cities_up():
    assert pages.summary(FakeResults().cities()) == (
        "7 cities have published a strategy of 23 statements together. "
        f"9 of them (39{NB}%) can be followed in figures; 1 of those goes as promised."
    )


def test_a_summary_without_any_statement_divides_nothing_by_zero():
    assert pages.summary([]) == (
        "0 cities have published a strategy of 0 statements together. "
        "0 of them can be followed in figures; no data have been loaded for them yet."
    )


def test_the_banner_says_which_part_is_simulated():
    assert pages.simulated_banner(7, 7).startswith("All figures are simulated")
    assert pages.simulated_banner(2, 7).startswith("The figures of 2 cities are simulated")
    assert pages.simulated_banner(1, 7).startswith("The figures of 1 city are simulated")


def test_marks_beside_a_value():
    running = actual(LEARNERS, year(2026), 1, is_complete=False, origin="reported")
    assert tables.marks(running) == "so far, reported"
    assert tables.marks(actual(LEARNERS, year(2025), 1)) == ""
