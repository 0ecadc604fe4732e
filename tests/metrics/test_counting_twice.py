"""The compiled SQL agrees with a second, slow implementation on random rows."""

import random
from datetime import date, timedelta

import pytest

from matrices.calendar import Calendar, Project
from metrics.actuals import fill_actuals
from metrics.compile import compile_batch
from metrics.counting.periods_table import lay_out_periods, usual_periods
from metrics.definition import Indicator
from tests.metrics.counted_by_hand import actuals
from tests.metrics.small_warehouse import INDICATORS, filled, indicator, warehouse

UNUSUAL = [
    indicator(
        identifier="people_to_date",
        unit="people",
        numerator={"distinct": "learner", "of": "awards", "within": "to_date"},
        dated_by="issued_on",
        disaggregate_by=("method", "is_playlist_badge"),
    ),
    indicator(
        identifier="playlist_people_to_date",
        unit="people",
        numerator={
            "distinct": "learner",
            "of": "awards",
            "where": ("is_playlist_badge", {"method": "email"}),
            "within": "to_date",
        },
        dated_by="issued_on",
    ),
    indicator(
        identifier="online_learners",
        unit="people",
        numerator={"distinct": "learner", "of": "participations", "where": ("is_online",)},
        dated_by="joined_on",
        disaggregate_by=("recognises_skills",),
    ),
    indicator(
        identifier="share_of_learners_in_person",
        numerator={
            "distinct": "learner",
            "of": "participations",
            "where": ({"is_online": "no"},),
        },
        denominator={"distinct": "learner", "of": "participations"},
        dated_by="joined_on",
        disaggregate_by=("format",),
    ),
    indicator(
        identifier="joined",
        unit="participations",
        numerator={"sum": "joined", "of": "activities", "where": ({"type": "course"},)},
        disaggregate_by=("category", "is_online"),
    ),
    indicator(
        identifier="joined_to_date",
        unit="participations",
        numerator={"sum": "joined", "of": "activities", "within": "to_date"},
        disaggregate_by=("format",),
    ),
    indicator(
        identifier="share_so_far",
        numerator={"count": "activities", "where": ("meets_quality",), "within": "to_date"},
        denominator={"count": "activities", "within": "to_date"},
        disaggregate_by=("type",),
    ),
    indicator(
        identifier="online_learners_per_1000",
        unit="per_1000",
        numerator={"distinct": "learner", "of": "participations", "where": ("is_online",)},
        denominator={"inhabitants": "15-29"},
        dated_by="joined_on",
    ),
    indicator(
        identifier="activities_per_1000",
        unit="per_1000",
        numerator={"count": "activities", "within": "to_date"},
        denominator={"inhabitants": "all"},
    ),
    indicator(
        identifier="everything_read",
        numerator={"latest": "value", "of": "activity_counters"},
        dated_by="counted_on",
        disaggregate_by=("counter",),
    ),
    indicator(
        identifier="everything_grown",
        numerator={
            "difference": "value",
            "of": "activity_counters",
            "where": ({"subject": "activity"},),
        },
        dated_by="counted_on",
    ),
]
"""What no declared indicator asks for and a network may: running totals of people, sums, ..."""

COUNTED = [each for each in INDICATORS.values() if not each.is_reported]
ALL = [*COUNTED, *UNUSUAL]
SINCE = date(2022, 11, 1)

PROJECTS = [
    (date(2023, 1, 1), date(2023, 6, 30)),
    (date(2023, 1, 1), date(2023, 9, 14)),  # begins with the other one and ends within a month
    (date(2023, 3, 17), date(2025, 6, 30)),  # runs on
]
CALENDAR = Calendar(projects=tuple(Project(f"p{n}", f"P {n}", *p) for n, p in enumerate(PROJECTS)))
TERRITORIES = {"country": ("b",), "network": ("a", "b")}


class Chance:
    """Random cells; the same seed, the same rows. One cell in eight is empty where it may be."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def one_of(self, *cells: object) -> object:
        return self.random.choice(cells)

    def or_empty(self, *cells: object) -> object:
        return None if self.random.random() < 0.125 else self.random.choice(cells)

    def yes_no(self) -> object:
        return self.or_empty(True, False)

    def city(self) -> str:
        return self.one_of("a", "a", "b", "elsewhere")

    def day(self) -> date:
        """Some days lie after the end of the coverage."""
        return SINCE + timedelta(days=self.random.randrange(500))


def activity(chance: Chance, number: int) -> dict[str, object]:
    return {
        "activity_id": f"activity {number}",
        "city": chance.city(),
        "organisation_id": chance.or_empty("library", "museum", "school"),
        "type": chance.one_of("course", "event", "online"),
        "status": chance.one_of("published", "published", "archived", "draft"),
        "category": chance.or_empty("Science", ""),
        "starts_on": chance.day(),
        "joined": chance.or_empty(0, 3, 20),
        "is_online": chance.yes_no(),
        "is_international": chance.yes_no(),
        "is_imported": chance.yes_no(),
        "recognises_skills": chance.yes_no(),
        "meets_quality": chance.yes_no(),
        "format": chance.or_empty("online", "in person"),
        "organisation_category": chance.or_empty("School", "Non-profit", "Youth organisation"),
    }


def activity_skill(chance: Chance, number: int) -> dict[str, object]:
    return {
        "activity_id": f"activity {chance.random.randrange(70)}",
        "label": f"label {number}",
        "city": chance.city(),
        "starts_on": chance.day(),
        "framework": chance.or_empty("lifecomp", "greencomp"),
        "skill": chance.or_empty("lifecomp:S1", "lifecomp:S3", "greencomp:1.1"),
        "is_21st_century": chance.yes_no(),
    }


def participation(chance: Chance, number: int) -> dict[str, object]:
    return {
        "activity_id": f"activity {number}",
        "city": chance.or_empty("a", "b"),
        "type": chance.one_of("user", "user", "invite"),
        "learner": chance.or_empty(1, 2, 3, 4, 5, 6),
        "joined_on": chance.day(),
        "is_online": chance.yes_no(),
        "recognises_skills": chance.yes_no(),
        "format": chance.or_empty("online", "in person"),
    }


def award(chance: Chance, number: int) -> dict[str, object]:
    return {
        "award_id": f"award {number}",
        "city": chance.or_empty("a", "b"),
        "learner": chance.or_empty(1, 2, 3, 4, 5, 6),
        "issued_on": chance.day(),
        "method": chance.or_empty("email", "code"),
        "is_playlist_badge": chance.yes_no(),
        "standing": chance.one_of("stands", "stands", "revoked"),
    }


def playlist(chance: Chance, number: int) -> dict[str, object]:
    return {
        "playlist_id": f"playlist {number}",
        "city": chance.city(),
        "status": chance.one_of("published", "archived", "draft"),
        "dated_on": chance.or_empty(chance.day()),
    }


def entry(chance: Chance, number: int) -> dict[str, object]:
    return {
        "evidence_id": f"entry {number}",
        "city": chance.city(),
        "kind": chance.one_of("meeting", "training", "story"),
        "held_on": chance.day(),
        "participants": chance.or_empty(6, 60),
    }


def reading(chance: Chance, number: int) -> dict[str, object]:
    """A thing belongs to one city for good; each is read once a day at most."""
    subject = number % 7
    return {
        "subject": "activity" if subject < 5 else "playlist",
        "subject_id": f"thing {subject}",
        "counter": chance.one_of("joined", "started"),
        "counted_on": SINCE + timedelta(days=number * 3),
        "value": chance.random.randrange(100),
        "city": ("a", "a", "b", "elsewhere", "b", "a", "b")[subject],
    }


def statement(chance: Chance, number: int) -> dict[str, object]:
    return {
        "statement": f"statement {number}",
        "city": chance.city(),
        "measured": chance.one_of("by_indicator", "by_evidence"),
        "in_force_from": SINCE,
        "names_indicator": chance.yes_no(),
    }


INHABITANTS = [
    {"city": "a", "ages": "all", "persons": 4000},
    {"city": "a", "ages": "15-29", "persons": 800},
    {"city": "b", "ages": "all", "persons": 900},  # nobody knows how many are young
]


def random_rows(seed: int) -> dict[str, list[dict[str, object]]]:
    chance = Chance(seed)
    return {
        "activities": [activity(chance, number) for number in range(60)],
        "activity_skills": [activity_skill(chance, number) for number in range(40)],
        "participations": [participation(chance, number) for number in range(60)],
        "awards": [award(chance, number) for number in range(50)],
        "playlists": [playlist(chance, number) for number in range(15)],
        "evidence": [entry(chance, number) for number in range(20)],
        "activity_counters": [reading(chance, number) for number in range(120)],
        "statements": [statement(chance, number) for number in range(12)],
        "inhabitants": INHABITANTS,
    }


def coverage(seed: int) -> list[tuple[str, str, date, date]]:
    """City b has no evidence log; `elsewhere` is no city of the home."""
    chance = Chance(seed)
    records = (
        *("activities", "participations", "awards", "playlists", "evidence"),
        *("activity_counters", "statements"),
    )
    return [
        (record, city, SINCE, chance.one_of(date(2024, 1, 31), date(2023, 12, 30)))
        for record in records
        for city in ("a", "b")
        if (record, city) != ("evidence", "b")
    ]


@pytest.mark.parametrize("seed", range(2))
def test_the_compiled_sql_counts_what_a_slow_and_obvious_reader_counts(seed: int):
    rows, covered = random_rows(seed), coverage(seed)
    connection = filled(ALL, rows, covered, ["a", "b"], CALENDAR, TERRITORIES)
    found = connection.execute(
        "SELECT indicator, city, period_kind, period_start, period_end, disaggregation, member, "
        "value, numerator, denominator, rows, is_complete FROM actuals"
    ).fetchall()
    by_hand = [row for each in ALL for row in actuals(each, rows, covered, PROJECTS, TERRITORIES)]
    assert sorted(map(comparable, found)) == sorted(map(comparable, by_hand))


MANY_DAYS = [
    (date(2023, month, 2 + n), date(2023, month, 9 + n)) for month in (3, 8) for n in range(15)
]
"""So many projects begin and end within the months of one year that no number has bits for all."""
MANY = Calendar(projects=tuple(Project(f"p{n}", f"P {n}", *p) for n, p in enumerate(MANY_DAYS)))


@pytest.mark.parametrize("calendar", [CALENDAR, MANY], ids=["few projects", "many projects"])
def test_all_periods_at_once_count_the_same_as_each_by_itself(calendar: Calendar):
    """What runs for a snapshot, and what is shown and runs for a stretch that somebody asks for."""
    connection = warehouse(random_rows(1), coverage(1))
    members = {"a": ("a",), "b": ("b",), **TERRITORIES}
    cuts = lay_out_periods(connection, members, usual_periods(calendar))
    at_once, by_itself = (
        [
            comparable(row)
            for query in compile_batch(ALL, cuts, has_few_periods)
            for row in connection.execute(query.sql).fetchall()
        ]
        for has_few_periods in (False, True)
    )
    assert len(at_once) > 1000 and sorted(at_once) == sorted(by_itself)


def comparable(row: tuple) -> tuple[str, ...]:
    return tuple(f"{cell:.9f}" if isinstance(cell, int | float) else str(cell) for cell in row)


@pytest.fixture(scope="module")
def rows_alone():
    """The same rows for every indicator by itself; each test removes what it filled."""
    return warehouse(random_rows(0), coverage(0))


@pytest.fixture(scope="module")
def together():
    return filled(ALL, random_rows(0), coverage(0))


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.identifier)
def test_an_indicator_alone_is_counted_as_among_all_the_others(
    each: Indicator, rows_alone, together
):
    """Indicators of a record share its scan; the SQL shown beside a figure is for it alone."""
    fill_actuals(rows_alone, [each], ["a"])
    alone = rows_alone.execute("FROM actuals ORDER BY ALL").fetchall()
    for table in ("actuals", "telling", "quality_notes", "members", "periods", "calendar"):
        rows_alone.execute(f"DROP TABLE {table}")
    among_all = together.execute("FROM actuals WHERE indicator = ? ORDER BY ALL", [each.identifier])
    assert alone == among_all.fetchall()
