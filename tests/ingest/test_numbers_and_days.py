"""Numbers, days, periods and cities as people write them; nothing is read where it is in doubt."""

from datetime import date

import duckdb
import pytest

from ingest.checking import numbers_and_days as read
from ingest.checking.sql import Values


def asked(sql: str, text: str, values: Values | None = None) -> object:
    values = values or Values()
    row = values.run(duckdb.connect(), f"SELECT {sql} FROM (SELECT {values.bind(text)} AS t)")
    return row.fetchone()[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1234", 1234),
        ("1.5", 1.5),
        ("-0.25", -0.25),
        ("1e-05", 0.00001),  # as a spreadsheet gives very small numbers
        ("1,5", 1.5),
        ("0,234", 0.234),
        ("1234,567", 1234.567),
        ("1 234", 1234),
        ("1\u00a0234,5", 1234.5),
        ("1'234'567.8", 1234567.8),  # as in Switzerland
        ("1\u2019234", 1234),
        ("1\u202f234\u202f567", 1234567),
        ("1,234,567", 1234567),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("1.234,5", 1234.5),
        ("1,234", None),  # 1.234 to some, 1234 to others
        ("12 34", None),
        ("50 %", None),
        ("1_000", None),
        ("nan", None),
        ("inf", None),
    ],
)
def test_numbers(text: str, expected: float | None):
    assert asked(read.number("t"), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", 12),
        ("+12", 12),
        ("-3", -3),  # a number; that it counts nothing is another question
        ("3.0", 3),  # as some tools write whole numbers
        ("1 234", 1234),
        ("1.5", None),  # not rounded to 2
        ("1.234", None),
        ("1e3", None),
        ("99999999999999999999", None),  # more than a column holds
    ],
)
def test_whole_numbers(text: str, expected: int | None):
    assert asked(read.whole("t"), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-04", date(2024, 5, 4)),
        ("2024-05-04 10:30", date(2024, 5, 4)),
        ("2024-05-04T23:30:00Z", date(2024, 5, 4)),  # the day as written, in any time zone
        ("2024-05-04T23:30:00.123+02:00", date(2024, 5, 4)),
        ("04.05.2024", date(2024, 5, 4)),
        ("5/4/24", date(2024, 5, 4)),
        ("2024-02-30", None),
        ("2024-5-4", None),
        ("0024-05-04", None),
        ("04.05.0024", None),
        ("45416", None),  # a spreadsheet's own number for a day
        ("epoch", None),
    ],
)
def test_days(text: str, expected: date | None):
    values = Values()
    assert asked(read.day("t", ("%d.%m.%Y", "%m/%d/%y"), values), text, values) == expected


@pytest.mark.parametrize(
    ("text", "period", "start", "end"),
    [
        ("2024", "2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-q3", "2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
        ("2024-02", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-13", None, None, None),
        ("Q3 2024", None, None, None),
    ],
)
def test_periods(text: str, period: str | None, start: date | None, end: date | None):
    found = read.period("t")
    assert asked(found, text) == period
    assert asked(read.period_start(found), text) == start
    assert asked(read.period_end(found), text) == end


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("breda.example.eu", "breda"),
        ("https://Cluj-Napoca.example.eu/en/activities", "cluj-napoca"),
        ("breda", "breda"),
        ("breda.elsewhere.eu", "breda.elsewhere.eu"),
    ],
)
def test_a_city_stands_in_the_address_of_its_site(text: str, city: str):
    values = Values()
    assert asked(read.host_city("t", ("example.eu",), values), text, values) == city
    assert read.city_of_host(text, ("example.eu",)) == city
