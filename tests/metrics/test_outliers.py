"""z score and modified z score: values worked out by hand, and laws that hold for any series."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from metrics.outliers import Scores, jumps, modified_z_score, scores, z_score

COUNTS = some.lists(some.integers(0, 10_000).map(float), min_size=5, max_size=20)


def test_a_z_score_is_the_distance_from_the_mean_in_standard_deviations():
    # mean 5, standard deviation of the whole 2 (Wikipedia's example of a standard deviation)
    assert z_score([2, 4, 4, 4, 5, 5, 7, 9], 11) == 3.0


def test_a_modified_z_score_is_the_distance_from_the_median_in_median_deviations():
    # median 10, absolute deviations 4 1 0 1 6, of which the median is 1
    assert modified_z_score([6, 9, 10, 11, 16], 14) == pytest.approx(0.6745 * 4)


def test_where_most_values_are_alike_there_is_no_modified_z_score():
    assert scores([3, 3, 3, 4], 10) == Scores(pytest.approx(15.5885, abs=1e-4), None)


def test_below_the_usual_is_a_jump_too():
    assert scores([50, 52, 48, 50], 20).is_jump


def test_four_earlier_values_are_needed():
    assert list(jumps([1, 2, 1, 1000])) == []
    assert [position for position, _ in jumps([1, 2, 1, 2, 1000])] == [4]


def test_exactly_the_threshold_is_no_jump():
    assert not Scores(3.0, 3.0).is_jump
    assert Scores(None, -3.01).is_jump


def test_rounding_alone_is_no_spread():
    assert scores([0.1 + 0.2, 0.3, 0.3, 0.3], 0.4) == Scores(None, None)


@given(value=some.floats(-1e6, 1e6), length=some.integers(1, 20))
@settings(max_examples=50)
def test_a_constant_series_has_no_jump(value: float, length: int):
    assert list(jumps([value] * length)) == []


@given(values=COUNTS, factor=some.sampled_from([0.25, 2.0, 1024.0]))
@settings(max_examples=50)
def test_scaling_changes_nothing(values: list[float], factor: float):
    # powers of two, so that numbers in the machine scale without rounding
    assert list(jumps([factor * value for value in values])) == list(jumps(values))


@given(values=COUNTS)
@settings(max_examples=50)
def test_turned_upside_down_the_same_values_jump(values: list[float]):
    upside_down = [position for position, _ in jumps([-value for value in values])]
    assert upside_down == [position for position, _ in jumps(values)]


@given(values=COUNTS, later=some.integers(0, 10_000))
@settings(max_examples=50)
def test_what_comes_later_changes_no_earlier_jump(values: list[float], later: int):
    before = list(jumps(values))
    assert list(jumps([*values, float(later)]))[: len(before)] == before
