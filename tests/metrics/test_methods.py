"""Each method by itself, and what is kept where methods disagree or cannot be used."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings, strategies

from matrices.model import Baseline, BaselinePeriod, Milestone
from metrics.methods import CAGR, EXTRAPOLATION, LINE, METHODS, MILESTONES, growth
from metrics.methods.course import Course, years_between
from metrics.methods.example import EXAMPLE, NEAR_ZERO
from metrics.progress import progress
from metrics.standing import Point, Status
from tests.metrics.promises import (
    DECREASE,
    END_OF_2025,
    INCREASE,
    count,
    history,
    number,
    quarter,
    share,
    share_of,
    year,
)

END_OF_2022, END_OF_2026 = date(2022, 12, 31), date(2026, 12, 31)
FROM_100 = Baseline(value=100, on=END_OF_2022)


def course(start: float, now: float, target: float) -> Course:
    """Three of four years have gone."""
    return Course(Point(END_OF_2022, start), Point(END_OF_2025, now), Point(END_OF_2026, target))


@pytest.mark.parametrize(
    ("method", "ratio", "status"),
    [
        (LINE, 0.7998, Status.SLIGHTLY_BEHIND),  # 60 gained of 75.02 due
        (MILESTONES, 1.0, Status.ON_TRACK),  # 160 due between 120 and 200
        (CAGR, 0.8964, Status.SLIGHTLY_BEHIND),  # 16.96 % a year of 18.92 %
        (EXTRAPOLATION, 0.8964, Status.SLIGHTLY_BEHIND),
    ],
)
def test_one_course_by_every_method(method, ratio, status):
    assert method.read(EXAMPLE).ratio == pytest.approx(ratio, abs=1e-4)
    assert method.status(EXAMPLE) is status


def test_extrapolation_is_more_patient_than_cagr():
    half = course(100, 136.84, 200)  # 11.02 % a year of 18.92 % needed: 0.58
    assert (CAGR.status(half), EXTRAPOLATION.status(half)) == (
        Status.BEHIND,
        Status.SLIGHTLY_BEHIND,
    )
    slipping = course(100, 99, 200)  # -0.33 % a year: -0.018 of what was needed
    assert (CAGR.status(slipping), EXTRAPOLATION.status(slipping)) == (
        Status.MOVING_AWAY,
        Status.BEHIND,
    )


def test_extrapolation_keeps_where_the_growth_so_far_leads():
    assert EXTRAPOLATION.read(EXAMPLE).projected == pytest.approx(100 * 1.6 ** (4 / 3))
    promise = number(200, by=END_OF_2026, baseline=FROM_100, method="extrapolation")
    assert progress(promise, count(), history([year(2025, 160)])).projected == pytest.approx(
        187.137
    )


def test_the_trap_of_compound_growth_is_real():
    # 15 % of the way at 67 % of the time, and more than the growth needed
    assert CAGR.status(NEAR_ZERO) is Status.ON_TRACK
    assert LINE.status(NEAR_ZERO) is Status.BEHIND


@pytest.mark.parametrize("method", [None, "line", "cagr", "extrapolation"])
def test_a_count_that_starts_near_zero_is_never_on_track_with_a_little_of_the_way_done(method):
    start = Baseline(value=1, on=date(2021, 12, 31))
    promise = number(1000, by=date(2027, 12, 31), baseline=start, method=method)
    judged = progress(promise, count(), history([year(2025, 151)]))
    assert judged.status is Status.BEHIND
    assert judged.ratio == pytest.approx(0.225, abs=0.001)
    assert judged.method == "line"
    # the methods that it would fool are named as disagreeing
    assert dict(judged.disagreement) == {
        "cagr": Status.ON_TRACK,
        "extrapolation": Status.ON_TRACK,
    }


@pytest.mark.parametrize(
    ("start", "target", "why"),
    [
        (0, 50, "from a baseline of zero there is no rate of growth"),
        (50, 0, "no rate of growth ever arrives at a target of zero"),
        (1, 1000, "the target is more than 10 times the baseline, or less than a tenth of it"),
    ],
)
def test_a_rate_of_growth_that_means_nothing_is_refused_and_the_line_judges(start, target, why):
    bound = "at_most" if target < start else "at_least"
    promise = number(
        target,
        comparison=bound,
        by=END_OF_2026,
        baseline=Baseline(value=start, on=END_OF_2022),
        method="cagr",
    )
    judged = progress(promise, count(), history([year(2025, 20)]))
    assert judged.method == "line"
    assert judged.method_refused == why


def test_a_baseline_of_zero_stays_zero():
    promise = number(100, by=END_OF_2026, baseline=Baseline(value=0, on=END_OF_2022))
    judged = progress(promise, count(), history([year(2025, 75)]))
    assert judged.baseline == Point(END_OF_2022, 0)
    assert judged.ratio == pytest.approx(75 / 75.017, abs=1e-3)
    assert judged.disagreement == ()  # no other method has anything to say


def test_a_named_method_judges_and_the_line_is_heard():
    promise = number(
        300, by=END_OF_2026, baseline=Baseline(value=100, on=END_OF_2022), method="cagr"
    )
    judged = progress(promise, count(), history([year(2025, 220)]))
    # 30.06 % a year of 31.61 %: 0.951; by the line 120 of 150 due
    assert judged.status is Status.ON_TRACK
    assert judged.method == "cagr"
    assert judged.yearly_growth == pytest.approx(0.3006, abs=1e-4)
    assert judged.disagreement == (("line", Status.SLIGHTLY_BEHIND),)


def test_methods_that_agree_are_not_mentioned():
    promise = number(200, by=END_OF_2026, baseline=FROM_100)
    assert progress(promise, count(), history([year(2025, 160)])).disagreement == ()


def test_a_promise_that_is_met_has_nothing_to_disagree_about():
    promise = number(200, by=END_OF_2026, baseline=FROM_100)
    judged = progress(promise, count(), history([year(2025, 200)]))
    assert (judged.status, judged.disagreement) == (Status.ACHIEVED, ())


def test_milestones_judge_by_default_where_there_are_some_and_the_line_is_heard():
    on_the_way = (Milestone(by=END_OF_2025, value=110),)
    promise = number(200, by=END_OF_2026, baseline=FROM_100, milestones=on_the_way)
    judged = progress(promise, count(), history([year(2025, 110)]))
    assert (judged.method, judged.status) == ("milestones", Status.ON_TRACK)
    assert ("line", Status.BEHIND) in judged.disagreement
    by_line = progress(
        promise.model_copy(update={"method": "line"}), count(), history([year(2025, 110)])
    )
    assert by_line.status is Status.BEHIND
    assert len(by_line.path) == 2


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (55, Status.ON_TRACK),  # kept, and its date is still to come
        (50, Status.ON_TRACK),
        (49, Status.MOVING_AWAY),  # the baseline of 60 kept it
    ],
)
def test_a_number_to_keep_is_kept_or_not(value, status):
    promise = number(50, is_kept=True, by=END_OF_2026)
    judged = progress(promise, count(), history([year(2022, 60), year(2025, value)]))
    assert (judged.status, judged.method) == (status, "keep")
    # drawn as a level, not as a way from 60 down to 50
    assert judged.path == (Point(END_OF_2022, 50), Point(END_OF_2026, 50))


def test_a_number_that_was_kept_until_its_date_is_achieved():
    promise = number(50, is_kept=True, by=END_OF_2025)
    known = history([year(2022, 60), year(2025, 55)])
    assert progress(promise, count(), known).status is Status.ACHIEVED


def test_a_number_to_keep_that_never_was_kept_is_behind():
    promise = number(50, is_kept=True, by=END_OF_2026)
    known = history([year(2022, 10), year(2025, 40)])
    assert progress(promise, count(), known).status is Status.BEHIND


def test_keep_at_most_holds_a_ceiling_of_zero_too():
    promise = number(0, is_kept=True, comparison="at_most", by=END_OF_2026)
    assert progress(promise, count(), history([year(2025, 0)])).status is Status.ON_TRACK
    known = history([year(2022, 0), year(2025, 1)])
    assert progress(promise, count(), known).status is Status.MOVING_AWAY


@pytest.mark.parametrize(
    ("last", "status"),
    [
        (80_000, Status.ON_TRACK),  # falling as promised
        (99_000, Status.STEADY),  # 0.3 % a year
        (120_000, Status.MOVING_AWAY),
    ],
)
def test_a_fall_that_was_promised_is_good_news(last, status):
    known = history([year(2022, 100_000), year(2025, last)])
    assert progress(DECREASE, count(), known).status is status


def test_a_baseline_period_takes_the_value_the_data_give():
    promise = INCREASE.model_copy(update={"baseline": BaselinePeriod(label="2023")})
    known = history([year(2022, 100), year(2023, 400), year(2025, 500)])
    judged = progress(promise, count(), known)
    assert judged.baseline == Point(date(2023, 12, 31), 400)
    assert not judged.baseline_is_assumed


@pytest.mark.parametrize("label", ["2020", "2023-Q1"])
def test_a_baseline_period_without_a_comparable_value_is_no_baseline(label):
    # nothing is known of 2020, and a quarter says nothing of a flow's years
    promise = INCREASE.model_copy(update={"baseline": BaselinePeriod(label=label)})
    known = history([year(2022, 100), year(2025, 500)], [quarter(2023, 1, 20)])
    assert progress(promise, count(), known).status is Status.NO_BASELINE


def test_a_running_total_may_start_from_a_quarter():
    promise = number(10, by=END_OF_2026, baseline=BaselinePeriod(label="2023-Q1"))
    known = history(quarters=[quarter(2022, 4, 1), quarter(2023, 1, 2), quarter(2025, 4, 6)])
    judged = progress(promise, count("to_date"), known)
    assert judged.baseline == Point(date(2023, 3, 31), 2)


def test_the_first_full_year_may_be_said_and_is_then_no_assumption():
    promise = INCREASE.model_copy(update={"baseline": "first_full_year"})
    known = history([year(2020, 7), year(2022, 100), year(2025, 500)])  # it starts in 2022
    judged = progress(promise, count(), known)
    assert judged.baseline == Point(END_OF_2022, 100)
    assert not judged.baseline_is_assumed


def test_a_year_without_a_denominator_is_no_first_year_with_data():
    empty = replace(year(2022, None), indicator="quality")
    known = history([empty, share_of(2023, 40, 100), share_of(2025, 80, 100)])
    assert progress(INCREASE, share(), known).baseline == Point(date(2023, 12, 31), 40)


values = strategies.floats(1, 1e6)


@settings(max_examples=50)
@given(values, values, values)
def test_a_status_never_gets_worse_when_more_was_done(start, now, more):
    order = (Status.MOVING_AWAY, Status.BEHIND, Status.SLIGHTLY_BEHIND, Status.ON_TRACK)
    low, high = sorted((now, more))
    target = start * 2
    for method in (LINE, CAGR, EXTRAPOLATION):
        before, after = (method.status(course(start, value, target)) for value in (low, high))
        assert order.index(before) <= order.index(after), method.name


@settings(max_examples=50)
@given(values, values, values, strategies.floats(0.01, 100))
def test_no_method_depends_on_the_unit_of_measure(start, now, target, factor):
    plain, scaled = (
        course(start, now, target),
        course(start * factor, now * factor, target * factor),
    )
    for method in METHODS.values():
        if method.cannot_read(plain) is None and abs(target - start) > 1e-3 * start:
            ratio = method.read(plain).ratio
            assert method.read(scaled).ratio == pytest.approx(ratio, rel=1e-6, abs=1e-6)


@settings(max_examples=50)
@given(values, values, strategies.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_the_line_never_leaves_the_span_of_its_points(start, end, on):
    expected = LINE.read(replace(course(start, 0, end), now=Point(on, 0))).expected
    assert expected is not None
    assert min(start, end) - 1e-6 <= expected <= max(start, end) + 1e-6


@settings(max_examples=50)
@given(values, values)
def test_both_rates_agree_that_the_target_is_reached_in_time(start, target):
    # whoever has the growth needed is projected to arrive exactly
    if abs(target - start) < 1e-3 * start:
        return
    needed = growth.yearly_growth(start, target, 4)
    assert needed is not None
    reading = growth.read(course(start, start * (1 + needed) ** 3, target))
    assert reading.ratio == pytest.approx(1, rel=1e-6)
    assert reading.projected == pytest.approx(target, rel=1e-6)


def test_years_are_whole_between_equal_days():
    assert years_between(date(2023, 12, 31), date(2024, 12, 31)) == 1  # 366 days
    assert years_between(date(2024, 2, 29), date(2025, 2, 28)) == 1
    assert years_between(date(2024, 1, 1), date(2024, 7, 1)) == pytest.approx(182 / 365.25)
    assert years_between(date(2024, 7, 1), date(2025, 1, 1)) == pytest.approx(
        184 / 365.25, abs=0.01
    )
