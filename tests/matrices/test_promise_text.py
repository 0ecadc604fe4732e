"""The short forms of a promise, and the days it speaks of."""

from datetime import date

import pytest

from matrices.reading.promise_text import (
    Target,
    first_day,
    is_period,
    last_day,
    number_of,
    target_of,
)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("increase", Target(direction="increase")),
        ("decrease", Target(direction="decrease")),
        ("10", Target(number=10, is_bare=True)),
        ("0", Target(number=0, is_bare=True)),
        ("2.5", Target(number=2.5, is_bare=True)),
        ("at least 10", Target(number=10)),
        ("at  least   10", Target(number=10)),
        ("at most 5", Target(number=5, comparison="at_most")),
        ("50 %", Target(number=50, is_share=True, is_bare=True)),
        ("50%", Target(number=50, is_share=True, is_bare=True)),
        ("keep at least 50", Target(number=50, is_kept=True)),
        ("keep at most 5 %", Target(None, 5, "at_most", is_share=True, is_kept=True)),
        ("at most 12.5 %", Target(number=12.5, comparison="at_most", is_share=True)),
    ],
)
def test_a_target_means_what_it_says(text: str, target: Target):
    assert target_of(text) == target


@pytest.mark.parametrize(
    "text",
    [
        "lots",
        "approx. 10",  # how near is near enough?
        "1,000",  # a thousand here, one there
        "-5",  # `decrease` or `at most` was meant
        "ten",
        "10 to 20",
        "at least",
        "keep 50",  # at least, or at most?
        "",
        "nan",
    ],
)
def test_what_could_mean_two_things_is_no_target(text: str):
    assert isinstance(target_of(text), str)


def test_a_number_is_no_direction_and_no_bound():
    assert number_of("10") == 10
    assert number_of("45 %") == 45
    assert number_of("increase") is None
    assert number_of("at least 10") is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-06", date(2026, 6, 1), date(2026, 6, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),  # a leap year
        ("2026-06-15", date(2026, 6, 15), date(2026, 6, 15)),
    ],
)
def test_a_year_or_a_month_alone_means_its_first_or_last_day(text: str, first: date, last: date):
    assert first_day(text) == first
    assert last_day(text) == last


@pytest.mark.parametrize(
    "text", ["soon", "31.12.2026", "2026-13", "2026-00", "2026-02-30", "0000", "26", "2026-6", ""]
)
def test_what_is_no_day_is_none(text: str):
    assert first_day(text) is None
    assert last_day(text) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2022", True),
        ("2022-Q3", True),
        ("2022-Q5", False),
        ("2022-05", False),  # a month is no stretch that promises are judged by
        ("0022", False),
        ("in 2022", False),
    ],
)
def test_a_baseline_period_is_a_year_or_a_quarter(text: str, is_one: bool):
    assert is_period(text) is is_one
