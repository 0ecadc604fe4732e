"""Any stretch of days: what is counted in it, and what it must not tell."""

from datetime import date

import pytest

from matrices.calendar import Calendar, Project
from metrics.disclosure import withhold
from metrics.stretch import figures_over
from tests.metrics.small_warehouse import INDICATORS, filled

ACTIVITIES, LEARNERS, PLAYLISTS = (
    INDICATORS[name] for name in ("activities", "learners", "playlists")
)
COVERAGE = [
    (record, "a", date(2024, 1, 1), date(2025, 6, 14))
    for record in ("activities", "participations", "playlists")
]


def activity(day: date, held: str = "online") -> dict[str, object]:
    return {"city": "a", "status": "published", "starts_on": day, "format": held}


def joined(first: int, last: int, *days: date) -> list[dict[str, object]]:
    """Learners of these numbers, each on all of the days."""
    return [
        {"city": "a", "type": "user", "learner": number, "joined_on": day, "format": "online"}
        for number in range(first, last + 1)
        for day in days
    ]


def value_over(connection, indicator, first: date, last: date) -> object:
    whole = [a for a in figures_over(connection, indicator, "a", first, last) if not a.member]
    return "withheld" if whole[0].is_withheld else whole[0].value


def test_activities_are_counted_by_their_exact_day():
    rows = {"activities": [activity(date(2024, 3, day)) for day in (14, 15, 20, 21)]}
    connection = filled([ACTIVITIES], rows, COVERAGE)
    assert value_over(connection, ACTIVITIES, date(2024, 3, 15), date(2024, 3, 20)) == 2


def test_a_stock_stands_as_at_the_last_day():
    days = (date(2024, 1, 5), date(2024, 3, 15), date(2024, 3, 16))
    rows = {"playlists": [{"city": "a", "status": "published", "dated_on": day} for day in days]}
    connection = filled([PLAYLISTS], rows, COVERAGE)
    assert value_over(connection, PLAYLISTS, date(2024, 3, 1), date(2024, 3, 15)) == 2


def test_who_comes_in_several_months_is_one_learner_of_the_stretch():
    rows = {"participations": joined(1, 20, date(2024, 2, 1), date(2024, 11, 1), date(2025, 3, 1))}
    connection = filled([LEARNERS], rows, COVERAGE)
    assert value_over(connection, LEARNERS, date(2024, 2, 1), date(2025, 4, 30)) == 20


def test_a_stretch_that_runs_on_is_told_so_far():
    connection = filled([ACTIVITIES], {"activities": [activity(date(2025, 5, 1))]}, COVERAGE)
    (whole, *_) = figures_over(connection, ACTIVITIES, "a", date(2025, 1, 1), date(2025, 8, 31))
    assert (whole.value, whole.is_complete) == (1, False)


def test_before_the_data_begin_there_is_no_value():
    connection = filled([ACTIVITIES], {}, COVERAGE)
    assert figures_over(connection, ACTIVITIES, "a", date(2020, 1, 1), date(2020, 12, 31)) == []


def test_the_parts_of_a_stretch_are_those_with_rows_in_it():
    rows = {"activities": [activity(date(2024, 3, 14)), activity(date(2024, 4, 1), "in person")]}
    connection = filled([ACTIVITIES], rows, COVERAGE)
    found = figures_over(connection, ACTIVITIES, "a", date(2024, 3, 1), date(2024, 3, 20))
    formats = {a.member: a.value for a in found if a.disaggregation == "format"}
    assert formats == {"online": 1}


def test_a_stretch_of_declared_days_is_the_figure_that_is_published():
    grant = Project("grant", "The grant", date(2024, 1, 15), date(2024, 8, 20))
    rows = {"participations": joined(1, 20, date(2024, 2, 1))}
    connection = filled([LEARNERS], rows, COVERAGE, calendar=Calendar(projects=(grant,)))
    (whole, *_) = figures_over(connection, LEARNERS, "a", date(2024, 1, 15), date(2024, 8, 20))
    assert (whole.value, whole.period.label) == (20, "The grant")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 2, 1), date(2024, 4, 30), 40),  # ten more than in February
        (date(2024, 5, 1), date(2024, 7, 31), "withheld"),  # three people
        (date(2024, 4, 1), date(2024, 7, 31), "withheld"),  # three more than in April
        (date(2024, 2, 10), date(2024, 4, 30), "withheld"),  # cut within a month
        (date(2024, 4, 1), date(2025, 12, 31), 60),  # to beyond the last day of the data
    ],
)
def test_a_stretch_does_not_tell_of_a_few_people(first: date, last: date, expected: object):
    rows = {
        "participations": [
            *joined(1, 30, date(2024, 2, 20)),
            *joined(31, 40, date(2024, 4, 20)),
            *joined(41, 43, date(2024, 7, 1)),
            *joined(44, 60, date(2024, 8, 1)),
            *joined(61, 90, date(2025, 4, 1)),
        ]
    }
    connection = filled([LEARNERS], rows, COVERAGE)
    withhold(connection, [LEARNERS])
    assert value_over(connection, LEARNERS, first, last) == expected


def test_asking_leaves_the_published_tables_as_they_were():
    connection = filled([ACTIVITIES], {"activities": [activity(date(2024, 3, 14))]}, COVERAGE)
    before = [connection.table(name).fetchall() for name in ("actuals", "periods", "calendar")]
    value_over(connection, ACTIVITIES, date(2024, 3, 15), date(2024, 3, 20))
    after = [connection.table(name).fetchall() for name in ("actuals", "periods", "calendar")]
    assert before == after
