"""Small numbers of people never leave `actuals`, in whatever shape they stand in it."""

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest

from metrics.disclosure import withhold
from tests.metrics.small_warehouse import INDICATORS, filled, indicator

LEARNERS = INDICATORS["learners"]
YEAR = (date(2024, 1, 1), date(2024, 12, 31))
COVERAGE = [
    (record, "a", *YEAR) for record in ("participations", "activities", "evidence", "awards")
]

PEOPLE_TRAINED = indicator(
    identifier="people_trained",
    unit="people",
    numerator={"sum": "participants", "of": "evidence"},
    dated_by="held_on",
    disaggregate_by=("kind",),
)
"""Adds up over kinds and periods, as no declared indicator about people does."""

EARNERS_TO_DATE = indicator(
    identifier="earners_to_date",
    unit="people",
    numerator={"distinct": "learner", "of": "awards", "within": "to_date"},
    dated_by="issued_on",
)

SHARE_ONLINE = indicator(
    identifier="share_online",
    numerator={"distinct": "learner", "of": "participations", "where": ("is_online",)},
    denominator={"distinct": "learner", "of": "participations"},
    dated_by="joined_on",
)


def joined(people: int, day: date, held: str = "online", first: int = 0) -> list[dict]:
    return [
        {
            "city": "a",
            "type": "user",
            "learner": first + number,
            "joined_on": day,
            "format": held,
            "is_online": held == "online",
        }
        for number in range(people)
    ]


def figures(connection, indicator: str, kind: str = "year") -> dict[tuple, object]:
    """(first day, member) to the value, `withheld` where it is."""
    found = connection.execute(
        "SELECT period_start, member, value, numerator, denominator, rows, is_withheld "
        "FROM actuals WHERE indicator = ? AND period_kind = ?",
        [indicator, kind],
    ).fetchall()
    for *_, value, numerator, denominator, rows, is_withheld in found:
        if is_withheld:
            assert (value, numerator, denominator, rows) == (None, None, None, None)
    return {
        (str(start), member): "withheld" if is_withheld else value
        for start, member, value, *_, is_withheld in found
    }


@pytest.mark.parametrize(("people", "expected"), [(0, 0), (1, "withheld"), (4, "withheld"), (5, 5)])
def test_one_to_four_people_are_withheld_and_nobody_is_a_zero(people: int, expected: object):
    rows = {"participations": joined(people, date(2024, 5, 1))}
    connection = filled([LEARNERS], rows, COVERAGE)
    withhold(connection, [LEARNERS])
    assert figures(connection, "learners")["2024-01-01", ""] == expected


def test_the_threshold_is_the_networks_own():
    rows = {"participations": joined(7, date(2024, 5, 1))}
    connection = filled([LEARNERS], rows, COVERAGE)
    withhold(connection, [LEARNERS], threshold=10)
    assert figures(connection, "learners")["2024-01-01", ""] == "withheld"


def test_the_other_format_goes_too_and_the_whole_stays():
    rows = {
        "participations": [
            *joined(3, date(2024, 5, 1), "online"),
            *joined(20, date(2024, 5, 1), "in person", first=100),
        ]
    }
    connection = filled([LEARNERS], rows, COVERAGE)
    withhold(connection, [LEARNERS])
    year = {member: v for (_, member), v in figures(connection, "learners").items()}
    assert year == {"": 23, "online": "withheld", "in person": "withheld"}


def test_small_counts_of_other_things_than_people_are_shown():
    activities = INDICATORS["activities"]
    rows = {"activities": [{"city": "a", "status": "published", "starts_on": date(2024, 5, 1)}]}
    connection = filled([activities], rows, COVERAGE)
    withhold(connection, [activities])
    assert figures(connection, "activities")["2024-01-01", ""] == 1


def test_a_ready_made_count_of_few_people_is_withheld_as_well():
    counts = [{"city": "a", "indicator": "learners", "period": "2022", "value": 3}]
    connection = filled([LEARNERS], {"counts": counts}, [])
    withhold(connection, [LEARNERS])
    assert figures(connection, "learners") == {("2022-01-01", ""): "withheld"}


def test_a_ready_made_group_of_few_takes_a_neighbour_along_where_the_whole_is_known():
    ages = {"13-15": 3, "16-30": 60, "31-65": 20}
    counts = [
        {"city": "a", "indicator": "learners", "value": value}
        | {"period": period, "disaggregation": "age", "member": member}
        for member, value in ages.items()
        for period in ("2022", "2023")
    ]
    counts.append({"city": "a", "indicator": "learners", "period": "2023", "value": 83})
    counts.append({"city": "a", "indicator": "learners", "period": "2021-Q2", "value": 7})
    connection = filled([LEARNERS], {"counts": counts}, [])
    withhold(connection, [LEARNERS])
    assert figures(connection, "learners") == {
        ("2022-01-01", "13-15"): "withheld",  # no whole to take the others from
        ("2022-01-01", "16-30"): 60,
        ("2022-01-01", "31-65"): 20,
        ("2023-01-01", ""): 83,
        ("2023-01-01", "13-15"): "withheld",
        ("2023-01-01", "16-30"): "withheld",  # the first in order, whatever its size
        ("2023-01-01", "31-65"): 20,
    }


def test_a_share_is_withheld_where_few_people_make_the_difference():
    rows = {
        "participations": [
            *joined(40, date(2024, 5, 1), "online"),
            *joined(3, date(2024, 5, 1), "in person", first=100),
        ]
    }
    connection = filled([SHARE_ONLINE], rows, COVERAGE)
    withhold(connection, [SHARE_ONLINE])
    assert figures(connection, "share_online")["2024-01-01", ""] == "withheld"


def test_a_quarter_that_the_year_would_give_away_takes_another_with_it():
    held = {"2024-02-01": 12, "2024-05-01": 30, "2024-08-01": 3}
    rows = {
        "evidence": [
            {"city": "a", "kind": "training", "held_on": date.fromisoformat(day)}
            | {"participants": people}
            for day, people in held.items()
        ]
    }
    connection = filled([PEOPLE_TRAINED], rows, COVERAGE)
    withhold(connection, [PEOPLE_TRAINED])
    whole = {
        day: v for (day, m), v in figures(connection, "people_trained", "quarter").items() if not m
    }
    assert whole == {
        "2024-01-01": "withheld",  # 45 - 30 would be 15, and 15 - 12 the 3
        "2024-04-01": 30,
        "2024-07-01": "withheld",
        "2024-10-01": 0,
    }
    months = figures(connection, "people_trained", "month")
    assert months["2024-02-01", ""] == "withheld"  # it is the whole of the first quarter


def test_a_running_total_never_shows_that_a_few_people_came():
    connection = earners({"2024-01-10": 10, "2024-02-10": 2, "2024-07-10": 6})
    withhold(connection, [EARNERS_TO_DATE])
    assert figures(connection, "earners_to_date", "year") == {("2024-01-01", ""): 18}
    assert figures(connection, "earners_to_date", "quarter") == {
        ("2024-01-01", ""): 12,
        ("2024-04-01", ""): 12,
        ("2024-07-01", ""): 18,
        ("2024-10-01", ""): 18,
    }
    # January's 10 would tell that 2 people came in February
    assert figures(connection, "earners_to_date", "month")["2024-01-01", ""] == "withheld"


def test_of_two_totals_that_are_too_close_the_newer_stays():
    connection = earners({"2023-03-10": 3, "2024-01-10": 3, "2024-07-10": 20, "2025-07-10": 2})
    withhold(connection, [EARNERS_TO_DATE])
    assert figures(connection, "earners_to_date", "year") == {
        ("2023-01-01", ""): "withheld",  # 3 people
        ("2024-01-01", ""): "withheld",  # 26 people, 2 fewer than in 2025
        ("2025-01-01", ""): 28,
    }
    # 6 people, and nobody is shown that 3 of them came before
    assert figures(connection, "earners_to_date", "month")["2024-01-01", ""] == 6


def earners(issued: dict[str, int]):
    """As many new people as told are given a badge on each day."""
    people = [day for day, number in issued.items() for _ in range(number)]
    awards = [
        {
            "city": "a",
            "learner": learner,
            "standing": "stands",
            "issued_on": date.fromisoformat(day),
        }
        for learner, day in enumerate(people)
    ]
    coverage = [("awards", "a", awards[0]["issued_on"], date(awards[-1]["issued_on"].year, 12, 31))]
    return filled([EARNERS_TO_DATE], {"awards": awards}, coverage)


@pytest.mark.parametrize("seed", range(12))
def test_no_total_less_what_is_shown_beside_it_gives_a_few_people(seed: int):
    chance = random.Random(seed)
    rows = {
        "evidence": [
            {
                "city": "a",
                "kind": chance.choice(["training", "meeting", "survey"]),
                "held_on": YEAR[0] + timedelta(days=chance.randrange(366)),
                "participants": chance.choice([1, 2, 3, 5, 8, 30]),
            }
            for _ in range(chance.choice([3, 8, 20, 60]))
        ]
    }
    connection = filled([PEOPLE_TRAINED], rows, COVERAGE)
    withhold(connection, [PEOPLE_TRAINED])
    kinds = {
        kind: figures(connection, "people_trained", kind) for kind in ("month", "quarter", "year")
    }
    for found in kinds.values():
        for day in {day for day, _ in found}:
            members = [value for (on, member), value in found.items() if on == day and member]
            assert_tells_nothing(found[day, ""], members)
    for longer, shorter in pairwise(("year", "quarter", "month")):
        for (day, member), total in kinds[longer].items():
            inside = [
                v
                for (on, m), v in kinds[shorter].items()
                if m == member and within(longer, day, on)
            ]
            assert_tells_nothing(total, inside)


def within(kind: str, start: str, day: str) -> bool:
    first = date.fromisoformat(start)
    months = {"year": 12, "quarter": 3}[kind]
    return 0 <= date.fromisoformat(day).month - first.month < months


def assert_tells_nothing(total: object, parts: list[object]) -> None:
    for value in (total, *parts):
        assert value == "withheld" or value == 0 or value >= 5
    if total != "withheld":
        rest = total - sum(value for value in parts if value != "withheld")
        assert rest == 0 or rest >= 5
        assert parts.count("withheld") != 1
