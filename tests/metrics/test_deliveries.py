"""Who has delivered what, and from when it is late."""

from datetime import date, datetime, timedelta

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from metrics.deliveries import Delivery, days_allowed, deliveries

QUARTERS = [date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30)]


def test_a_hundred_days_are_allowed_where_there_is_no_rhythm_yet():
    assert days_allowed([]) == 100
    assert days_allowed([date(2024, 3, 31)]) == 100


def test_one_and_a_half_times_the_usual_gap_is_allowed():
    assert days_allowed(QUARTERS) == 137  # gaps of 91 and 92 days: 1.5 * 91.5
    assert days_allowed([date(2022, 12, 31), date(2023, 12, 31)]) == 547


def test_who_delivers_every_week_is_not_late_after_two():
    weeks = [date(2024, 1, 1) + timedelta(weeks=week) for week in range(10)]
    assert days_allowed(weeks) == 100


def test_two_deliveries_up_to_the_same_day_are_no_gap_of_none():
    assert days_allowed([*QUARTERS, QUARTERS[-1]]) == days_allowed(QUARTERS)


@given(some.lists(some.dates(date(2015, 1, 1), date(2030, 1, 1)), max_size=12))
@settings(max_examples=30)
def test_the_order_of_deliveries_does_not_matter(days: list[date]):
    assert days_allowed(days) == days_allowed(reversed(days)) >= 100


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    """Breda delivered activities twice and badge classes, which have no day, once."""
    connection = duckdb.connect()
    connection.execute("CREATE TABLE deliveries (record VARCHAR, city VARCHAR, load INTEGER)")
    connection.execute("CREATE TABLE loads (load INTEGER, loaded_at TIMESTAMP, as_of DATE)")
    connection.execute(
        "CREATE TABLE coverage (record VARCHAR, city VARCHAR, covered_from DATE, covered_to DATE)"
    )
    connection.execute("INSERT INTO loads VALUES (1, '2024-04-02 10:00', '2024-03-31')")
    connection.execute("INSERT INTO loads VALUES (2, '2024-07-02 10:00', '2024-06-30')")
    connection.execute(
        "INSERT INTO deliveries VALUES ('activities', 'breda', 1), ('activities', 'breda', 2), "
        "('badge_classes', 'breda', 1)"
    )
    connection.execute(
        "INSERT INTO coverage VALUES ('activities', 'breda', '2020-05-01', '2024-06-30'), "
        "('badge_classes', 'breda', NULL, '2024-03-31')"
    )
    return connection


def test_the_newest_load_and_the_period_are_told(connection: duckdb.DuckDBPyConnection):
    activities, badges = deliveries(connection, [], date(2024, 8, 1))
    assert activities == Delivery(
        "breda",
        "activities",
        date(2020, 5, 1),
        date(2024, 6, 30),
        load=2,
        loaded_at=datetime(2024, 7, 2, 10),
        due_by=date(2024, 11, 13),  # 136 days: 1.5 * 91
    )
    assert badges.covered_from is None
    assert badges.is_late  # 123 days old, and nothing says that it comes less often


def test_late_is_the_day_after_it_was_due(connection: duckdb.DuckDBPyConnection):
    assert not deliveries(connection, [], date(2024, 11, 13))[0].is_late
    assert deliveries(connection, [], date(2024, 11, 14))[0].is_late


def test_what_is_wanted_and_was_never_delivered_is_missing(connection: duckdb.DuckDBPyConnection):
    wanted = [("breda", "activities"), ("vilnius", "awards")]
    missing = [d for d in deliveries(connection, wanted, date(2024, 8, 1)) if d.is_missing]
    assert missing == [Delivery("vilnius", "awards")]


def test_of_an_empty_home_all_that_is_wanted_is_missing():
    assert deliveries(None, [("breda", "awards")], date(2024, 8, 1)) == [
        Delivery("breda", "awards")
    ]
