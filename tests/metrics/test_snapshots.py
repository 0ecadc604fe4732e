"""Counters read on several days: how they stood last, and what happened between two readings."""

from datetime import date

from tests.metrics.small_warehouse import INDICATORS, filled, values

JOINS, STARTS = INDICATORS["joins_on_counters"], INDICATORS["playlist_starts"]
COVERED = [("activity_counters", "a", date(2024, 1, 31), date(2024, 12, 31))]


def reading(thing: str, day: date, value: int, **more: object) -> dict[str, object]:
    common = {"city": "a", "subject": "activity", "counter": "joined"}
    return common | {"subject_id": thing, "counted_on": day, "value": value} | more


def started(thing: str, day: date, value: int) -> dict[str, object]:
    return reading(thing, day, value, subject="playlist", counter="started")


def test_the_newest_reading_of_each_thing_stands_until_the_next():
    rows = {
        "activity_counters": [
            reading("picnic", date(2024, 1, 31), 10),
            reading("picnic", date(2024, 8, 1), 25),
            reading("tour", date(2024, 5, 1), 7),
        ]
    }
    quarters = values(filled([JOINS], rows, COVERED), "quarter")
    assert quarters == {"2024-01-01": 10, "2024-04-01": 17, "2024-07-01": 32, "2024-10-01": 32}


def test_what_came_between_two_readings_belongs_to_the_period_of_the_second():
    rows = {
        "activity_counters": [
            started("green", date(2024, 1, 31), 100),  # how long that took nobody knows
            started("green", date(2024, 4, 30), 110),
            started("green", date(2024, 11, 30), 125),
            started("media", date(2024, 11, 30), 4),  # not there before, so from zero
        ]
    }
    quarters = values(filled([STARTS], rows, COVERED), "quarter")
    assert quarters == {"2024-01-01": 0, "2024-04-01": 10, "2024-07-01": 0, "2024-10-01": 19}
    assert values(filled([STARTS], rows, COVERED), "year") == {"2024-01-01": 29}


def test_a_counter_that_the_platform_corrects_may_fall():
    rows = {
        "activity_counters": [
            started("green", date(2024, 1, 31), 100),
            started("green", date(2024, 4, 30), 90),
        ]
    }
    assert values(filled([STARTS], rows, COVERED), "year") == {"2024-01-01": -10}


def test_other_counters_of_the_same_thing_do_not_count():
    rows = {
        "activity_counters": [
            reading("picnic", date(2024, 1, 31), 10),
            reading("picnic", date(2024, 1, 31), 99, counter="badges_issued"),
        ]
    }
    assert values(filled([JOINS], rows, COVERED), "year") == {"2024-01-01": 10}
