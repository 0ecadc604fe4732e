"""The table `actuals`: which periods have a value, and when a zero is a zero."""

from datetime import date

from tests.metrics.small_warehouse import INDICATORS, filled, indicator, values

ACTIVITIES = INDICATORS["activities"]
LEARNERS = INDICATORS["learners"]
PLAYLISTS = INDICATORS["playlists"]
SHARE = INDICATORS["skills_recognised_share"]

SPRING_2024 = [
    (record, "a", date(2024, 2, 10), date(2024, 5, 31))
    for record in ("activities", "participations", "playlists", "awards")
]


def activity(starts_on: date, **more: object) -> dict[str, object]:
    common = {"activity_id": str(starts_on), "city": "a", "status": "published", "type": "event"}
    return common | {"starts_on": starts_on} | more


def test_a_month_without_rows_inside_the_coverage_is_zero_and_outside_it_is_not_there():
    rows = {"activities": [activity(date(2024, 2, 10)), activity(date(2024, 4, 1))]}
    months = values(filled([ACTIVITIES], rows, SPRING_2024), "month")
    assert months == {"2024-02-01": 1, "2024-03-01": 0, "2024-04-01": 1, "2024-05-01": 0}


def test_a_city_of_which_nothing_was_loaded_has_no_values():
    connection = filled([ACTIVITIES], {}, SPRING_2024, cities=["a", "b"])
    assert connection.execute("SELECT DISTINCT city FROM actuals").fetchall() == [("a",)]


def test_rows_of_a_city_that_the_home_does_not_have_count_nowhere():
    rows = {"activities": [activity(date(2024, 2, 10), city="elsewhere")]}
    coverage = [*SPRING_2024, ("activities", "elsewhere", date(2024, 2, 10), date(2024, 5, 31))]
    connection = filled([ACTIVITIES], rows, coverage)
    assert connection.execute("SELECT DISTINCT city FROM actuals").fetchall() == [("a",)]


def test_a_period_is_complete_once_the_data_reach_its_last_day():
    connection = filled([ACTIVITIES], {}, SPRING_2024)
    found = connection.execute(
        "SELECT period_kind, period_start, period_end, is_complete FROM actuals "
        "WHERE period_start >= DATE '2024-04-01' OR period_kind = 'year' ORDER BY ALL"
    ).fetchall()
    assert found == [
        ("month", date(2024, 4, 1), date(2024, 4, 30), True),
        ("month", date(2024, 5, 1), date(2024, 5, 31), True),
        ("quarter", date(2024, 4, 1), date(2024, 6, 30), False),  # June is missing
        ("year", date(2024, 1, 1), date(2024, 12, 31), False),
    ]


def test_a_planned_activity_counts_from_the_day_it_begins():
    planned = [activity(date(2024, 5, 31)), activity(date(2024, 6, 1))]
    connection = filled([ACTIVITIES], {"activities": planned}, SPRING_2024)
    assert values(connection, "quarter") == {"2024-01-01": 0, "2024-04-01": 1}
    assert values(connection, "year") == {"2024-01-01": 1}


def test_a_city_that_has_only_planned_activities_has_no_values_yet():
    coverage = [("activities", "a", date(2024, 9, 1), date(2024, 5, 31))]
    rows = {"activities": [activity(date(2024, 9, 1))]}
    connection = filled([ACTIVITIES], rows, coverage)
    assert connection.execute("FROM actuals").fetchall() == []


def test_people_of_the_months_do_not_add_up_to_those_of_the_quarter():
    joined = [date(2024, 4, 2), date(2024, 5, 2), date(2024, 5, 3)]
    rows = {
        "participations": [
            {"city": "a", "type": "user", "learner": 1, "joined_on": day, "format": "online"}
            for day in joined
        ]
    }
    connection = filled([LEARNERS], rows, SPRING_2024)
    assert values(connection, "month")["2024-05-01"] == 1
    assert values(connection, "quarter")["2024-04-01"] == 1
    assert connection.execute(
        "SELECT rows FROM actuals WHERE period_kind = 'quarter' AND period_start = '2024-04-01' "
        "AND disaggregation = ''"
    ).fetchone() == (3,)


def test_a_person_in_both_formats_is_one_learner_of_each_and_one_of_the_whole():
    rows = {
        "participations": [
            {"city": "a", "type": "user", "learner": 1, "joined_on": date(2024, 4, 2), "format": f}
            for f in ("online", "in person")
        ]
    }
    connection = filled([LEARNERS], rows, SPRING_2024)
    april = {
        member: values(connection, "month", disaggregation="format", member=member)["2024-04-01"]
        for member in ("online", "in person")
    }
    assert april == {"online": 1, "in person": 1}
    assert values(connection, "month")["2024-04-01"] == 1


def test_a_participation_whose_activity_is_not_loaded_yet_counts_nowhere():
    rows = {
        "participations": [
            {"city": None, "type": "user", "learner": 1, "joined_on": date(2024, 4, 2)}
        ]
    }
    assert values(filled([LEARNERS], rows, SPRING_2024), "year") == {"2024-01-01": 0}


def test_a_stock_keeps_what_there_was_and_starts_at_zero():
    rows = {
        "playlists": [
            {"city": "a", "status": "published", "dated_on": day}
            for day in (date(2024, 3, 1), date(2024, 5, 2), date(2024, 6, 2))
        ]
    }
    connection = filled([PLAYLISTS], rows, SPRING_2024)
    months = values(connection, "month")
    assert months == {"2024-02-01": 0, "2024-03-01": 1, "2024-04-01": 1, "2024-05-01": 2}
    assert values(connection, "quarter") == {"2024-01-01": 1, "2024-04-01": 2}
    assert values(connection, "year") == {"2024-01-01": 2}


def test_a_share_without_a_denominator_has_no_value_and_says_why():
    rows = {"activities": [activity(date(2024, 4, 1), recognises_skills=True)]}
    connection = filled([SHARE], rows, SPRING_2024)
    found = connection.execute(
        "SELECT value, numerator, denominator, rows FROM actuals "
        "WHERE period_kind = 'month' AND disaggregation = '' ORDER BY period_start"
    ).fetchall()
    assert found == [(None, 0, 0, 0), (None, 0, 0, 0), (100, 1, 1, 1), (None, 0, 0, 0)]


def test_a_share_of_two_records_needs_both_to_be_covered():
    share = indicator(
        numerator={"count": "playlists"},
        denominator={"count": "organisations"},
        dated_by="created_on",
    )
    day = date(2024, 2, 10)
    rows = {
        "playlists": [{"city": "a", "status": "published", "created_on": day}],
        "organisations": [{"city": "a", "created_on": day} for _ in range(4)],
    }
    organisations = [("organisations", "a", date(2024, 1, 1), date(2024, 12, 31))]
    assert values(filled([share], rows, organisations), "year") == {}
    both = filled([share], rows, [*organisations, *SPRING_2024])
    assert values(both, "quarter") == {"2024-01-01": 25, "2024-04-01": None}


def test_an_empty_cell_does_not_meet_a_condition_and_neither_does_it_meet_the_opposite():
    opposite = indicator(numerator={"count": "activities", "where": ({"is_online": "no"},)})
    rows = {"activities": [activity(date(2024, 4, 1), is_online=None)]}
    assert values(filled([opposite], rows, SPRING_2024), "year") == {"2024-01-01": 0}


def test_rows_that_do_not_say_their_member_are_shown_as_a_member_of_their_own():
    rows = {
        "activities": [
            activity(date(2024, 4, 1), category="Science"),
            activity(date(2024, 4, 2), category=None),
            activity(date(2024, 4, 3), category=""),
        ]
    }
    connection = filled([ACTIVITIES], rows, SPRING_2024)
    members = connection.execute(
        "SELECT member, value FROM actuals "
        "WHERE disaggregation = 'category' AND period_kind = 'year' ORDER BY member"
    ).fetchall()
    assert members == [("Science", 1), ("not stated", 2)]


def test_a_member_that_a_city_has_is_zero_where_it_has_no_rows_and_absent_from_other_cities():
    rows = {
        "activities": [
            activity(date(2024, 2, 10), type="course"),
            activity(date(2024, 2, 11), city="b"),
        ]
    }
    coverage = [*SPRING_2024, ("activities", "b", date(2024, 2, 10), date(2024, 5, 31))]
    connection = filled([ACTIVITIES], rows, coverage, cities=["a", "b"])
    courses = {"disaggregation": "type", "member": "course"}
    assert values(connection, "quarter", **courses) == {"2024-01-01": 1, "2024-04-01": 0}
    assert values(connection, "quarter", city="b", **courses) == {}


def test_skills_are_covered_as_far_as_the_activities_that_name_them():
    variety = INDICATORS["skills_variety"]
    assert values(filled([variety], {}, SPRING_2024), "quarter") == {
        "2024-01-01": 0,
        "2024-04-01": 0,
    }


def test_the_columns_are_those_that_everybody_reads():
    """The table's shape is a contract with everyone who reads the snapshot."""
    connection = filled([ACTIVITIES], {"activities": [activity(date(2024, 4, 1))]}, SPRING_2024)
    row = connection.execute(
        "FROM actuals WHERE period_kind = 'month' AND value = 1 AND disaggregation = ''"
    )
    assert [column[0] for column in row.description] == [
        "indicator",
        "city",
        "target_group",
        "period_kind",
        "period_start",
        "period_end",
        "disaggregation",
        "member",
        "value",
        "numerator",
        "denominator",
        "rows",
        "origin",
        "is_complete",
        "is_withheld",
        "is_held",
        "published_on",
    ]
    about = ("activities", "a", "", "month", date(2024, 4, 1), date(2024, 4, 30), "", "")
    assert row.fetchall() == [(*about, 1, 1, None, 1, "computed", True, False, False, None)]


def test_nothing_is_left_behind_but_the_figures_and_what_their_periods_are():
    connection = filled([ACTIVITIES], {}, SPRING_2024)
    tables = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE temporary OR table_name IN "
        "('actuals', 'quality_notes', 'members', 'periods', 'calendar') ORDER BY ALL"
    ).fetchall()
    names = [name for (name,) in tables]
    assert names == ["actuals", "calendar", "members", "periods", "quality_notes"]
