"""What a promise says that its indicator cannot mean."""

import pytest

from matrices.model import BaselinePeriod
from metrics.judging.promise_problems import promise_problems
from tests.metrics.promises import count, number


def test_a_number_alone_is_refused_where_less_is_better():
    told = list(promise_problems([number(5, is_bare=True)], count(better="lower")))
    assert told == [
        (
            "learners: of `learners` less is better, so `5` could mean two things. "
            "Write `at most 5` or `at least 5`."
        )
    ]


@pytest.mark.parametrize("better", ["higher", "neither"])
def test_a_number_alone_is_at_least_where_less_is_not_better(better: str):
    assert list(promise_problems([number(5, is_bare=True)], count(better=better))) == []


def test_a_direction_that_is_said_is_never_doubted():
    said = number(5, comparison="at_most")
    assert list(promise_problems([said], count(better="lower"))) == []


def test_a_flow_is_not_measured_from_a_quarter():
    promise = number(5, baseline=BaselinePeriod(label="2022-Q3"))
    assert list(promise_problems([promise], count())) == [
        (
            "baseline: `learners` is judged by whole years, and `2022-Q3` is a quarter. "
            "Write a year such as `2022`."
        )
    ]
    assert list(promise_problems([promise], count("to_date"))) == []
