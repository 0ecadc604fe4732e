"""Intervals of shares and counts, and what they make of a status."""

from datetime import date
from math import comb

import pytest
from hypothesis import assume, given, settings, strategies

from matrices.model import Baseline
from metrics.definition import Tally
from metrics.judging.uncertainty import (
    EXACT_UP_TO,
    TAIL,
    difference,
    is_noise,
    part_of_the_sum,
    times_as_many,
    wilson,
)
from metrics.progress import progress
from metrics.standing import Interval, Status
from tests.metrics.promises import (
    DECREASE,
    INCREASE,
    count,
    history,
    number,
    quarter,
    share,
    share_of,
    year,
)

FROM_20 = Baseline(value=20, on=date(2022, 12, 31))


def near(interval: Interval, low: float, high: float) -> bool:
    return (interval.low, interval.high) == pytest.approx((low, high), abs=5e-4)


@pytest.mark.parametrize(
    ("successes", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # the four cases of Newcombe (1998), table I
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_wilson_interval_is_that_of_the_textbook(successes, of, low, high):
    assert near(wilson(successes, of), low, high)


@pytest.mark.parametrize(
    ("now", "before", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),  # five cases of Newcombe (1998), table II, method 10
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_the_interval_of_a_difference_is_that_of_the_textbook(now, before, low, high):
    assert near(difference(now, before), low, high)


def test_the_exact_interval_is_that_of_clopper_and_pearson():
    assert near(part_of_the_sum(8, 2), 0.4439, 0.9748)
    assert near(part_of_the_sum(0, 10), 0.0, 0.3085)
    assert near(part_of_the_sum(5, 0), 0.4782, 1.0)


def test_five_from_nothing_is_noise_and_six_is_not():
    # were nothing changed, five of five would fall into one of the years in 6.25 % of cases
    assert is_noise(5, 0)
    assert not is_noise(6, 0)  # 3.1 %


def test_a_hundred_and_thirty_after_a_hundred_is_more_than_noise_only_just():
    assert is_noise(129, 100)
    assert not is_noise(131, 100)


counts = strategies.integers(0, 400)


@settings(max_examples=50)
@given(strategies.integers(1, 5000), strategies.floats(0, 1))
def test_an_interval_contains_what_was_found(of, part):
    successes = round(part * of)
    found = wilson(successes, of)
    assert 0 <= found.low <= successes / of <= found.high <= 1


@settings(max_examples=50)
@given(strategies.integers(1, 200), strategies.integers(0, 200), strategies.integers(2, 20))
def test_an_interval_narrows_as_more_cases_say_the_same(of, successes, times):
    assume(successes <= of)
    few, many = wilson(successes, of), wilson(successes * times, of * times)
    assert many.high - many.low < few.high - few.low


@settings(max_examples=50)
@given(strategies.integers(1, 300), strategies.integers(0, 300))
def test_a_share_and_its_complement_mirror_each_other(of, successes):
    assume(successes <= of)
    have, lack = wilson(successes, of), wilson(of - successes, of)
    assert (have.low, have.high) == pytest.approx((1 - lack.high, 1 - lack.low), abs=1e-9)


@settings(max_examples=40)
@given(counts, counts)
def test_two_counts_may_change_places(now, before):
    assume(now + before > 0)
    there, back = part_of_the_sum(now, before), part_of_the_sum(before, now)
    assert there.low <= now / (now + before) <= there.high
    assert (there.low, there.high) == pytest.approx((1 - back.high, 1 - back.low), abs=1e-9)
    assert is_noise(now, before) == is_noise(before, now)


@settings(max_examples=25)
@given(strategies.integers(0, 40), strategies.integers(0, 40))
def test_beyond_its_end_the_exact_interval_leaves_two_and_a_half_percent(now, before):
    assume(now > 0 and before > 0)
    total, low = now + before, part_of_the_sum(now, before).low
    beyond = sum(comb(total, k) * low**k * (1 - low) ** (total - k) for k in range(now, total + 1))
    assert beyond == pytest.approx(TAIL, abs=1e-6)


@settings(max_examples=25)
@given(strategies.floats(0.05, 0.95))
def test_the_exact_interval_and_its_stand_in_meet(part):
    now = round(part * EXACT_UP_TO)
    exact = part_of_the_sum(now, EXACT_UP_TO - now)
    stand_in = wilson(now, EXACT_UP_TO)
    assert abs(exact.low - stand_in.low) < 1e-3
    assert abs(exact.high - stand_in.high) < 1e-3


@settings(max_examples=25)
@given(strategies.integers(0, 200), strategies.integers(1, 200), strategies.integers(1, 200))
def test_shares_that_are_equal_are_never_told_apart(successes, of, times):
    assume(successes <= of)
    apart = difference((successes, of), (successes * times, of * times))
    assert apart.low <= 1e-12 and apart.high >= -1e-12


def test_how_many_times_as_many_has_no_answer_from_nothing():
    assert times_as_many(5, 0) is None
    found = times_as_many(100, 100)
    assert found and found.low < 1 < found.high


@pytest.mark.parametrize(
    ("last", "status"),
    [
        (112, Status.STEADY),  # 3.8 % a year, and no more than chance
        (150, Status.INCREASING),
        (90, Status.STEADY),
        (60, Status.DECREASING),
    ],
)
def test_a_change_within_noise_is_steady(last, status):
    judged = progress(INCREASE, count(), history([year(2022, 100), year(2025, last)]))
    assert judged.status is status
    assert judged.is_within_noise == (status is Status.STEADY)
    assert judged.growth_interval and judged.yearly_growth is not None
    assert judged.growth_interval.low < judged.yearly_growth < judged.growth_interval.high


def test_no_change_at_all_is_steady_without_any_noise():
    judged = progress(INCREASE, count(), history([year(2022, 100), year(2025, 100)]))
    assert (judged.status, judged.is_within_noise) == (Status.STEADY, False)


def test_a_fall_within_noise_is_steady_for_a_promised_fall_too():
    judged = progress(DECREASE, count(), history([year(2022, 100), year(2025, 90)]))
    assert judged.status is Status.STEADY


@pytest.mark.parametrize(
    "indicator",
    [
        count("to_date"),  # a running total contains what it is compared with
        count(numerator=Tally(sum="participants", of="evidence"), dated_by="held_on"),
        count(unit="skills"),  # there are only so many skills
    ],
    ids=["running total", "sum", "variety"],
)
def test_what_is_no_count_of_separate_happenings_is_not_tested_for_noise(indicator):
    quarters = [quarter(2021, 4, 100), quarter(2025, 4, 112)]
    known = history([year(2022, 100), year(2025, 112)], quarters)
    assert progress(INCREASE, indicator, known).status is Status.INCREASING


@pytest.mark.parametrize(
    ("of", "is_sample", "status"),
    [
        (20, False, Status.UNCERTAIN),  # 30 to 70 %
        (1000, False, Status.BEHIND),  # every one of a thousand was counted: no interval
        (1000, True, Status.BEHIND),  # 47 to 53 %
        (100, True, Status.UNCERTAIN),  # 40 to 60 %
    ],
)
def test_a_share_is_uncertain_where_its_interval_straddles_a_threshold(of, is_sample, status):
    # 80 % are due; 50 % is half of the way and behind, which ends at 56 %
    promise = number(100, is_share=True, by=date(2026, 12, 31), baseline=FROM_20)
    known = history([share_of(2025, of // 2, of)])
    judged = progress(promise, share(is_sample=is_sample), known)
    assert judged.status is status
    assert (judged.interval is not None) == (is_sample or of < 30)


def test_a_share_that_meets_its_promise_by_luck_alone_is_uncertain():
    promise = number(50, is_share=True, by=date(2026, 12, 31), baseline=FROM_20)
    judged = progress(promise, share(), history([share_of(2025, 11, 20)]))
    assert judged.status is Status.UNCERTAIN  # 55 %, and 34 to 74 %


def test_a_share_of_few_cases_is_certain_where_both_ends_agree():
    promise = number(10, is_share=True, by=date(2026, 12, 31), baseline=FROM_20)
    judged = progress(promise, share(), history([share_of(2025, 18, 20)]))
    assert judged.status is Status.ACHIEVED  # 70 to 97 %


def test_two_shares_of_few_cases_are_steady_where_chance_could_explain_them():
    few = history([share_of(2022, 8, 20), share_of(2025, 11, 20)])
    many = history([share_of(2022, 400, 1000), share_of(2025, 550, 1000)])
    assert progress(INCREASE, share(), few).status is Status.STEADY
    assert progress(INCREASE, share(), few).is_within_noise
    assert progress(INCREASE, share(), many).status is Status.INCREASING
    assert progress(INCREASE, share(is_sample=True), many).status is Status.INCREASING


def test_a_stated_baseline_of_a_share_is_taken_as_known():
    promise = INCREASE.model_copy(update={"baseline": FROM_20})
    few = history([share_of(2025, 6, 20)])  # 30 %: 15 to 52 %, and 20 % lies within
    assert progress(promise, share(), few).status is Status.STEADY
    more = history([share_of(2025, 14, 20)])
    assert progress(promise, share(), more).status is Status.INCREASING
