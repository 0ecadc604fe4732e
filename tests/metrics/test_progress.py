"""The rule of status, case by case, with the arithmetic beside each expected value."""

from datetime import date

import pytest
from hypothesis import given, strategies

from matrices.model import Baseline, Milestone
from metrics.progress import progress, worst
from metrics.standing import Point, Status
from tests.metrics.promises import END_OF_2025, INCREASE, count, history, number, quarter, year


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (200, Status.ACHIEVED),  # 200 of 200
        (175, Status.ON_TRACK),  # expected 175 at the end of the third of four years
        (172, Status.ON_TRACK),  # (172 - 100) / 75 = 0.96
        (171, Status.SLIGHTLY_BEHIND),  # 0.947
        (146, Status.SLIGHTLY_BEHIND),  # 46 / 75 = 0.61
        (144, Status.BEHIND),  # 0.587
        (100, Status.BEHIND),  # nothing gained, nothing lost
        (99, Status.MOVING_AWAY),  # below where it began
    ],
)
def test_a_number_is_judged_by_the_line_from_baseline_to_target(value, status):
    promise = number(
        200, by=date(2026, 12, 31), baseline=Baseline(value=100, on=date(2022, 12, 31))
    )
    judged = progress(promise, count(), history([year(2024, 120), year(2025, value)]))
    assert judged.status is status
    assert judged.expected == pytest.approx(175, abs=0.1)
    assert judged.target == Point(date(2026, 12, 31), 200)


def test_a_count_that_starts_near_zero_is_not_on_track_with_a_little_of_the_way_done():
    # 15 % of the way when 67 % of the time has gone: 0.15 / 0.67 = 0.22 of what was due
    promise = number(1000, by=date(2027, 12, 31), baseline=Baseline(value=1, on=date(2021, 12, 31)))
    judged = progress(promise, count(), history([year(2025, 151)]))
    assert judged.status is Status.BEHIND
    assert judged.ratio == pytest.approx(0.225, abs=0.001)


def test_milestones_bend_the_line():
    promise = number(
        200,
        by=date(2026, 12, 31),
        baseline=Baseline(value=100, on=date(2022, 12, 31)),
        milestones=(Milestone(by=END_OF_2025, value=110),),
    )
    judged = progress(promise, count(), history([year(2025, 110)]))
    assert judged.expected == 110
    assert judged.status is Status.ON_TRACK


def test_a_target_of_zero_is_reached_by_zero_and_not_before():
    promise = number(
        0,
        comparison="at_most",
        by=date(2026, 12, 31),
        baseline=Baseline(value=100, on=date(2022, 12, 31)),
    )
    assert progress(promise, count(), history([year(2025, 0)])).status is Status.ACHIEVED
    # expected 25; 100 - 25 = 75 were due, 70 were done: 0.93
    judged = progress(promise, count(), history([year(2025, 30)]))
    assert judged.status is Status.SLIGHTLY_BEHIND


def test_a_target_met_from_the_start_and_lost_since_is_moving_away():
    promise = number(50, by=date(2026, 12, 31), baseline=Baseline(value=60, on=date(2022, 12, 31)))
    judged = progress(promise, count(), history([year(2025, 49)]))
    assert judged.status is Status.MOVING_AWAY


def test_a_missed_target_is_not_on_track_once_its_date_has_passed():
    promise = number(100, by=date(2024, 12, 31), baseline=Baseline(value=0, on=date(2022, 12, 31)))
    judged = progress(promise, count(), history([year(2025, 99)]))
    assert judged.ratio == pytest.approx(0.99)
    assert judged.status is Status.SLIGHTLY_BEHIND


def test_a_target_whose_date_passed_before_the_data_begin_is_behind_and_not_too_early():
    promise = number(100, by=date(2023, 12, 31))
    judged = progress(promise, count(), history([year(2024, 5), year(2025, 20)]))
    assert judged.status is Status.BEHIND
    assert judged.ratio is None


def test_a_promise_without_a_date_takes_the_posters_horizon_and_says_so():
    promise = number(200, baseline=Baseline(value=100, on=date(2022, 12, 31)))
    judged = progress(
        promise,
        count(),
        history([year(2024, 120)], through=date(2024, 12, 31), today=date(2025, 1, 5)),
    )
    assert judged.target == Point(END_OF_2025, 200)
    assert judged.target_date_is_assumed


def test_a_promise_without_any_date_has_no_target_to_be_judged_by():
    promise = number(200, baseline=Baseline(value=100, on=date(2022, 12, 31)))
    judged = progress(promise, count(), history([year(2025, 120)], horizon=None))
    assert judged.status is Status.NO_TARGET


@pytest.mark.parametrize(
    ("first", "last", "status", "growth"),
    [
        (100000, 104600, Status.INCREASING, 0.0151),  # (104600 / 100000) ** (1 / 3) - 1
        (100000, 104500, Status.STEADY, 0.0148),
        (100, 100, Status.STEADY, 0.0),
        (10000, 9700, Status.DECREASING, -0.0101),
        (0, 6, Status.INCREASING, None),  # from zero there is no rate of growth
        (0, 0, Status.STEADY, None),
    ],
)
def test_a_promise_without_a_number_is_judged_by_yearly_growth(first, last, status, growth):
    judged = progress(INCREASE, count(), history([year(2022, first), year(2025, last)]))
    assert judged.status is status
    assert judged.yearly_growth == (growth if growth is None else pytest.approx(growth, abs=1e-4))
    assert judged.baseline_is_assumed


def test_a_running_year_is_never_compared_with_a_full_one():
    years = [year(2022, 100), year(2023, 150), year(2024, 40, is_complete=False)]
    judged = progress(
        INCREASE,
        count(),
        history(years, through=date(2024, 5, 1), today=date(2024, 6, 1)),
    )
    assert judged.actual == years[1]
    assert judged.status is Status.INCREASING


def test_the_baseline_is_the_first_full_year_in_the_time_of_the_strategy():
    years = [year(2020, 500), year(2022, 100), year(2025, 200)]  # the strategy starts in 2022
    judged = progress(INCREASE, count(), history(years))
    assert judged.baseline == Point(date(2022, 12, 31), 100)


def test_one_full_year_is_too_early_to_speak_of_growth():
    judged = progress(INCREASE, count(), history([year(2025, 100)]))
    assert judged.status is Status.TOO_EARLY


def test_a_running_first_year_is_too_early():
    judged = progress(INCREASE, count(), history([year(2026, 100, is_complete=False)]))
    assert judged.status is Status.TOO_EARLY


def test_nothing_loaded_is_no_data():
    assert progress(INCREASE, count(), history()).status is Status.NO_DATA


def test_a_share_without_a_denominator_is_no_data_and_not_zero():
    judged = progress(INCREASE, count(), history([year(2024, 50), year(2025, None)]))
    assert judged.status is Status.NO_DATA


def test_a_withheld_figure_is_withheld():
    years = [year(2024, 50), year(2025, None, is_withheld=True)]
    assert progress(INCREASE, count(), history(years)).status is Status.WITHHELD


def test_data_older_than_a_year_are_out_of_date():
    years = [year(2022, 100), year(2024, 200)]
    known = history(years, through=date(2024, 12, 31), today=date(2026, 1, 2))
    assert progress(INCREASE, count(), known).status is Status.OUT_OF_DATE


def test_a_stock_is_judged_as_it_stands_in_the_running_quarter():
    quarters = [quarter(2021, 4, 2), quarter(2025, 3, 8), quarter(2025, 4, 10, is_complete=False)]
    promise = number(10)
    known = history(quarters=quarters, years=[year(2025, 10)], through=date(2025, 11, 3))
    judged = progress(promise, count("to_date"), known)
    assert judged.status is Status.ACHIEVED
    assert judged.baseline == Point(date(2021, 12, 31), 2)  # as it stood when the strategy began


def test_the_worst_of_several_promises_tells():
    assert worst([Status.ACHIEVED, Status.BEHIND, Status.NO_DATA]) is Status.BEHIND
    assert worst([Status.TOO_EARLY, Status.ACHIEVED]) is Status.ACHIEVED


@given(strategies.floats(0.1, 1e6), strategies.floats(0.1, 1e6), strategies.floats(0.1, 100))
def test_the_unit_of_measure_does_not_change_a_status(first, last, factor):
    # a count has a unit of its own, one, and what is noise depends on it: a variety has no noise
    variety = count(unit="skills")
    plain = progress(INCREASE, variety, history([year(2022, first), year(2025, last)]))
    scaled_years = [year(2022, first * factor), year(2025, last * factor)]
    scaled = progress(INCREASE, variety, history(scaled_years))
    if abs((plain.yearly_growth or 0) - 0.015) > 1e-9 and abs(plain.yearly_growth or 0) > 1e-9:
        assert plain.status is scaled.status
