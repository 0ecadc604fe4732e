"""When a promise would be met at the pace so far, and what pace would meet it in time."""

from datetime import date

import pytest
from hypothesis import given, settings, strategies

from matrices.model import Baseline
from metrics.progress import progress
from metrics.standing import Interval, Point, PromiseStanding
from metrics.what_if import way_to, what_if
from tests.metrics.promises import INCREASE, count, history, number, quarter, year

END_OF_2026 = date(2026, 12, 31)


def ends_of_years(*values: float) -> list[Point]:
    """One figure at the end of each year, the last at the end of 2025."""
    first = 2026 - len(values)
    return [Point(date(first + n, 12, 31), value) for n, value in enumerate(values)]


def standing(promise, known, indicator=None) -> PromiseStanding:
    indicator = indicator or count()
    judged = progress(promise, indicator, known)
    return PromiseStanding(promise, indicator, judged, known.years, known.quarters)


def test_the_way_that_remains_is_walked_at_the_pace_so_far():
    way = way_to(200, False, ends_of_years(100, 120, 140, 160), END_OF_2026)
    assert (way.remaining, way.pace, way.steps) == (40, 20, 3)
    assert way.met_on == date(2027, 12, 31)  # two years on
    assert way.needed_pace == 40  # all of it within one year
    # three equal steps leave no doubt about the pace
    assert way.earliest == way.latest == way.met_on


def test_uneven_steps_make_a_band():
    way = way_to(200, False, ends_of_years(100, 125, 135, 160), END_OF_2026)
    # steps 25, 10, 25 about 20: spread (25 + 100 + 25) / 2 = 75, error (75 / 3) ** 0.5 = 5,
    # and Student's t for two degrees of freedom is 1.886
    assert way.pace_band == Interval(pytest.approx(20 - 9.43), pytest.approx(20 + 9.43))
    assert way.earliest and way.met_on and way.latest
    assert way.earliest < way.met_on < way.latest


def test_a_pace_that_may_be_none_leaves_the_latest_open():
    way = way_to(200, False, ends_of_years(100, 90, 160, 110), END_OF_2026)
    assert way.pace_band and way.pace_band.low < 0
    assert way.earliest is not None
    assert way.latest is None


def test_a_figure_that_goes_the_wrong_way_never_arrives():
    way = way_to(200, False, ends_of_years(100, 95, 90), END_OF_2026)
    assert way.pace == -5
    assert way.met_on is None
    assert way.needed_pace == 110


def test_standing_still_never_arrives():
    assert way_to(200, False, ends_of_years(100, 100), END_OF_2026).met_on is None


def test_what_would_take_longer_than_fifty_years_is_never():
    assert way_to(1000, False, ends_of_years(0, 1), None).met_on is None


def test_one_step_has_no_band():
    way = way_to(200, False, ends_of_years(100, 160), END_OF_2026)
    assert (way.pace_band, way.earliest, way.latest) == (None, None, None)


def test_a_promise_that_is_met_needs_no_pace():
    way = way_to(100, False, ends_of_years(80, 120), END_OF_2026)
    assert way.is_met
    assert way.met_on == date(2025, 12, 31)
    assert way.needed_pace is None


def test_a_fall_arrives_from_above():
    way = way_to(50, True, ends_of_years(110, 100, 80, 70), END_OF_2026)
    assert way.remaining == -20
    assert way.pace == pytest.approx(-40 / 3)
    assert way.met_on == date(2027, 7, 2)  # a year and a half
    assert way.needed_pace == -20
    assert way.earliest and way.latest and way.earliest < way.met_on < way.latest


def test_a_date_that_has_passed_needs_no_pace_any_more():
    assert way_to(200, False, ends_of_years(100, 160), date(2025, 6, 30)).needed_pace is None


def test_the_figures_between_baseline_and_newest_make_the_steps():
    promise = number(200, by=END_OF_2026, baseline=Baseline(value=100, on=date(2022, 12, 31)))
    years = [year(2021, 5), year(2023, 125), year(2024, 135), year(2025, 160)]
    way = what_if(standing(promise, history([*years, year(2026, 3, is_complete=False)])))
    assert way and way.steps == 3  # 2021 lies before the baseline, 2026 still runs
    assert way.pace == 20


def test_a_running_total_is_dated_by_the_end_of_its_data():
    quarters = [quarter(2021, 4, 2), quarter(2025, 4, 8, is_complete=False)]
    known = history(years=[year(2021, 2)], quarters=quarters, through=date(2025, 11, 3))
    way = what_if(standing(number(10), known, count("to_date")))
    assert way and way.now == Point(date(2025, 11, 3), 8)


@pytest.mark.parametrize(
    ("promise", "known"),
    [
        (INCREASE, history([year(2022, 100), year(2025, 160)])),  # no number
        (number(50, is_kept=True), history([year(2022, 60), year(2025, 55)])),  # no way to go
        (number(200), history()),  # no data
        (number(200), history([year(2025, 160)])),  # its own baseline
        (number(200), history([year(2022, 100), year(2025, None, is_withheld=True)])),
    ],
    ids=["direction", "keep", "no data", "one figure", "withheld"],
)
def test_without_a_number_or_a_pace_there_is_nothing_to_say(promise, known):
    assert what_if(standing(promise, known)) is None


@settings(max_examples=50)
@given(
    strategies.lists(strategies.floats(1, 1e5), min_size=3, max_size=8), strategies.floats(1, 1e5)
)
def test_the_band_holds_the_pace_and_the_dates_follow_it(values, target):
    way = way_to(target, False, ends_of_years(*values), END_OF_2026)
    assert way.pace_band
    assert way.pace_band.low <= way.pace <= way.pace_band.high
    if way.met_on and not way.is_met:
        assert way.earliest and way.earliest <= way.met_on
        assert way.latest is None or way.met_on <= way.latest


@settings(max_examples=50)
@given(strategies.floats(1, 1e5), strategies.floats(1, 1e5), strategies.floats(1, 1e5))
def test_whoever_keeps_the_pace_needed_arrives_on_the_day(first, now, target):
    way = way_to(target, False, ends_of_years(first, now), date(2028, 12, 31))
    if way.needed_pace is not None:
        assert now + 3 * way.needed_pace == pytest.approx(target)
