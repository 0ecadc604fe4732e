"""A territory's figures are those of its members' rows together, each row counted once."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis.strategies import lists, sampled_from

from metrics.absent_members import absent_members
from metrics.actual_rows import actual_rows
from metrics.actuals import fill_actuals
from tests.metrics.small_warehouse import INDICATORS, filled, indicator, warehouse
from tests.metrics.test_counting_twice import ALL, CALENDAR, coverage, random_rows

ACTIVITIES, LEARNERS, SHARE, VISITS, BELONGING, REGISTERED = (
    INDICATORS[name]
    for name in (
        *("activities", "learners", "skills_recognised_share", "platform_visits"),
        *("survey_belonging", "registered_young_people"),
    )
)
PARTED = (
    *("activities", "learners", "learning_providers", "badge_earners", "skills_recognised_share"),
    *("people_to_date", "share_of_learners_in_person", "joined_to_date"),
)
"""Counts, sums, shares and different values, of a period and to date."""

YEAR = (date(2024, 1, 1), date(2024, 12, 31))
BOTH = {"country": ("a", "b")}
TABLES = ("actuals", "telling", "quality_notes", "members", "periods", "calendar")


def covered(*cities: str, first: date = YEAR[0], last: date = YEAR[1]) -> list[tuple]:
    records = ("activities", "participations", "playlists")
    return [(record, city, first, last) for city in cities for record in records]


def of_country(connection, kind: str = "year") -> list[tuple]:
    return connection.execute(
        "SELECT value, numerator, denominator, is_complete FROM actuals "
        "WHERE city = 'country' AND period_kind = ? AND disaggregation = '' ORDER BY period_start",
        [kind],
    ).fetchall()


def joined(city: str, *learners: int) -> list[dict[str, object]]:
    return [
        {"city": city, "type": "user", "learner": learner, "joined_on": date(2024, 5, 1)}
        for learner in learners
    ]


def activity(city: str, counts: bool) -> dict[str, object]:
    common = {"city": city, "status": "published", "starts_on": date(2024, 5, 1)}
    return common | {"recognises_skills": counts}


def count(city: str, name: str, **figures: float) -> dict[str, object]:
    return {"city": city, "indicator": name, "period": "2024"} | figures


def test_who_learns_in_two_cities_is_one_learner_of_the_country():
    rows = {"participations": joined("a", 1, 2, 3) + joined("b", 3, 4)}
    connection = filled([LEARNERS], rows, covered("a", "b"), ["a", "b"], territories=BOTH)
    assert of_country(connection) == [(4, 4, None, True)]


def test_a_share_is_taken_of_all_rows_and_no_mean_of_shares():
    rows = {"activities": [activity("a", True), *([activity("b", False)] * 3)]}
    connection = filled([SHARE], rows, covered("a", "b"), ["a", "b"], territories=BOTH)
    assert of_country(connection) == [(25, 1, 4, True)]  # the mean of 100 % and 0 % is 50 %


def test_a_city_of_no_territory_counts_in_none():
    rows = {"activities": [activity("a", True), activity("c", True)]}
    cities = ["a", "b", "c"]
    connection = filled([ACTIVITIES], rows, covered(*cities), cities, territories=BOTH)
    assert of_country(connection) == [(1, 1, None, True)]


def test_a_territory_with_a_site_of_its_own_counts_that_too_and_only_once():
    rows = {"activities": [activity("country", True), activity("a", True)]}
    cities = ["a", "country"]
    together = {"country": ("a", "country")}
    connection = filled([ACTIVITIES], rows, covered(*cities), cities, territories=together)
    assert of_country(connection) == [(2, 2, None, True)]


@pytest.mark.parametrize(
    ("told_by_b", "complete", "absent"),
    [
        (covered("b"), [True, True], []),
        (covered("b", last=date(2024, 5, 31)), [True, False], ["b"]),  # the second half lacks it
        (covered("b", first=date(2024, 8, 1)), [False, True], []),  # it had not begun
        ([], [True, True], ["b"]),  # it never tells of this: said, and not waited for
    ],
)
def test_a_period_is_complete_once_all_that_ever_tell_have_reached_its_end(
    told_by_b, complete, absent
):
    connection = filled([ACTIVITIES], {}, [*covered("a"), *told_by_b], ["a", "b"], territories=BOTH)
    quarters = [is_complete for *_, is_complete in of_country(connection, "quarter")]
    assert [quarters[0], quarters[-1]] == complete
    query = lambda sql, values: connection.execute(sql, values).fetchall()
    last = actual_rows(query, "city = 'country' AND period_kind = 'quarter'", [])[-1]
    assert absent_members(query, last) == absent


def test_a_share_of_two_records_is_not_taken_where_a_member_tells_of_one_only():
    share = indicator(
        numerator={"count": "playlists"},
        denominator={"count": "organisations"},
        dated_by="created_on",
    )
    organisations = [("organisations", "a", *YEAR)]
    connection = filled(
        [share], {}, [*covered("a", "b"), *organisations], ["a", "b"], territories=BOTH
    )
    assert of_country(connection) == []


def test_ready_made_counts_of_things_are_added_up_and_of_a_survey_their_parts():
    counts = [
        *(count(city, "platform_visits", value=100) for city in ("a", "b")),
        count("a", "survey_belonging", numerator=30, denominator=40),
        count("b", "survey_belonging", numerator=10, denominator=40),
    ]
    connection = filled([VISITS, BELONGING], {"counts": counts}, [], ["a", "b"], territories=BOTH)
    assert sorted(of_country(connection)) == [(50, 40, 80, True), (200, 200, None, True)]


def test_people_that_several_cities_report_are_not_added_up():
    counts = [count(city, "registered_young_people", value=100) for city in ("a", "b")]
    connection = filled([REGISTERED], {"counts": counts}, [], ["a", "b"], territories=BOTH)
    assert of_country(connection) == []


@settings(max_examples=3, deadline=None)
@given(lists(sampled_from(["north", "south", "west"]), min_size=60, max_size=60))
def test_however_rows_are_parted_into_cities_their_territory_has_the_figures_of_the_whole(parts):
    """The same activities, participations and awards, once in one city and once in several."""
    rows = random_rows(1)
    names = ("activities", "participations", "awards")
    whole = {name: [row | {"city": "whole"} for row in rows[name]] for name in names}
    parted = {
        name: [row | {"city": parts[n]} for n, row in enumerate(rows[name])] for name in names
    }
    counted = [each for each in ALL if each.identifier in PARTED]
    cities = ["north", "south", "west"]
    days = coverage(1)[0][2:]
    one = warehouse(whole, [(name, "whole", *days) for name in names])
    fill_actuals(one, counted, ["whole"], CALENDAR)
    several = warehouse(parted, [(name, city, *days) for name in names for city in cities])
    fill_actuals(several, counted, cities, CALENDAR, {"whole": cities})
    figures = "FROM actuals WHERE city = 'whole' ORDER BY ALL"
    assert several.execute(figures).fetchall() == one.execute(figures).fetchall()
