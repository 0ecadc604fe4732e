"""Ready-made counts beside computed values: what fills a gap, and what becomes a note."""

from datetime import date

import pytest

from metrics.compile import compile_indicator
from tests.metrics.small_warehouse import INDICATORS, filled

MEETINGS = INDICATORS["meetings"]
SHARE = INDICATORS["quality_share"]
LEARNERS = INDICATORS["learners"]

LOG_OF_2024 = [("evidence", "a", date(2024, 1, 15), date(2024, 12, 31))]
TWO_MEETINGS = [
    {"evidence_id": str(day), "city": "a", "kind": "meeting", "held_on": date(2024, day, 1)}
    for day in (1, 6)
]


def count(indicator: str, period: str, value: float | None = None, **more: object) -> dict:
    return {"city": "a", "indicator": indicator, "period": period, "value": value} | more


def reported(connection) -> list[tuple]:
    return connection.execute(
        "SELECT period_kind, period_start, disaggregation, member, value, rows, is_complete "
        "FROM actuals WHERE origin = 'reported' ORDER BY ALL"
    ).fetchall()


def notes(connection) -> list[tuple]:
    return connection.execute("FROM quality_notes ORDER BY ALL").fetchall()


def test_a_ready_made_count_fills_a_period_that_the_rows_do_not_cover():
    rows = {"evidence": TWO_MEETINGS, "counts": [count("meetings", "2022", 7)]}
    connection = filled([MEETINGS], rows, LOG_OF_2024)
    assert reported(connection) == [("year", date(2022, 1, 1), "", "", 7, 1, True)]
    assert notes(connection) == []


def test_where_both_exist_the_computed_value_stands_and_the_difference_is_noted():
    rows = {"evidence": TWO_MEETINGS, "counts": [count("meetings", "2024", 7)]}
    connection = filled([MEETINGS], rows, LOG_OF_2024)
    assert reported(connection) == []
    sentence = "A ready-made count for 2024 says 7; the rows give 2, and that stands."
    year = (date(2024, 1, 1), date(2024, 12, 31))
    assert notes(connection) == [("a", "meetings", *year, sentence)]


def test_a_ready_made_count_that_agrees_needs_no_note():
    rows = {"evidence": TWO_MEETINGS, "counts": [count("meetings", "2024-Q1", 1)]}
    assert notes(filled([MEETINGS], rows, LOG_OF_2024)) == []


def test_a_share_that_differs_only_by_rounding_needs_no_note():
    activities = [
        {"city": "a", "status": "published", "starts_on": date(2024, 5, 1), "meets_quality": good}
        for good in (True, False, False)
    ]
    rows = {"activities": activities, "counts": [count("quality_share", "2024", 33.3)]}
    coverage = [("activities", "a", date(2024, 5, 1), date(2024, 12, 31))]
    assert notes(filled([SHARE], rows, coverage)) == []


def test_a_note_about_people_repeats_no_number():
    """A number in a sentence could not be withheld."""
    participations = [
        {
            "city": "a",
            "type": "user",
            "learner": 1,
            "joined_on": date(2024, 5, 1),
            "format": "online",
        }
    ]
    rows = {"participations": participations, "counts": [count("learners", "2024", 3)]}
    coverage = [("participations", "a", date(2024, 5, 1), date(2024, 12, 31))]
    ((*_, sentence),) = notes(filled([LEARNERS], rows, coverage))
    assert sentence == (
        "A ready-made count for 2024 differs from what the rows give, which stands."
    )


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ({"numerator": 30, "denominator": 40}, 75),
        ({"value": 70, "numerator": 30, "denominator": 40}, 70),  # as it was reported
        ({"numerator": 0, "denominator": 0}, None),  # nothing to take a share of
    ],
)
def test_a_share_may_come_as_its_parts(cells: dict[str, float], value: float | None):
    rows = {"counts": [count("quality_share", "2023", **cells)]}
    connection = filled([SHARE], rows, [])
    assert [row[4] for row in reported(connection)] == [value]


def test_a_breakdown_that_no_row_has_may_be_reported_beside_computed_values():
    young = count("meetings", "2024", 5, disaggregation="age", member="16-30")
    connection = filled([MEETINGS], {"evidence": TWO_MEETINGS, "counts": [young]}, LOG_OF_2024)
    assert reported(connection) == [("year", date(2024, 1, 1), "age", "16-30", 5, 1, True)]


def test_a_breakdown_is_never_a_mixture_of_computed_and_reported_members():
    """Members that add up to more than the whole would tell nobody anything."""
    activities = [
        {"city": "a", "status": "published", "starts_on": date(2024, 5, 1), "format": "online"}
    ]
    hybrid = count("activities", "2024", 9, disaggregation="format", member="hybrid")
    coverage = [("activities", "a", date(2024, 5, 1), date(2024, 12, 31))]
    rows = {"activities": activities, "counts": [hybrid]}
    assert reported(filled([INDICATORS["activities"]], rows, coverage)) == []


def test_counts_of_unknown_indicators_and_cities_and_empty_ones_are_left_out():
    rows = {
        "counts": [
            count("no_such_indicator", "2023", 1),
            count("meetings", "2023", 1) | {"city": "elsewhere"},
            count("meetings", "2023"),
        ]
    }
    assert reported(filled([MEETINGS], rows, [])) == []


def test_a_year_that_was_not_over_when_it_was_reported_is_marked_so_far():
    rows = {"counts": [count("meetings", "2024", 7), count("meetings", "2024-Q1", 3)]}
    coverage = [("counts", "a", date(2024, 1, 1), date(2024, 9, 30))]
    connection = filled([MEETINGS], rows, coverage)
    assert [(row[0], row[-1]) for row in reported(connection)] == [
        ("quarter", True),
        ("year", False),
    ]


def test_a_label_that_is_no_period_stops_the_filling_with_a_sentence():
    """Taking files in refuses such rows; should one get here all the same, nobody guesses."""
    with pytest.raises(ValueError, match="`2024-Q5` is not a period"):
        filled([MEETINGS], {"counts": [count("meetings", "2024-Q5", 1)]}, [])


@pytest.mark.parametrize("name", [name for name, each in INDICATORS.items() if each.is_reported])
def test_an_indicator_that_no_row_can_tell_has_what_was_handed_in(name: str):
    """The second implementation: read the rows of `counts` one by one."""
    handed_in = [
        count(name, "2024", numerator=30, denominator=40),
        count(name, "2023-Q4", numerator=9, denominator=10),
        count(name, "2024-05", numerator=0, denominator=8),
        count(name, "2024", numerator=6, denominator=7, disaggregation="age", member="16-30"),
        count("another", "2024", numerator=1, denominator=1),
    ]
    share = INDICATORS[name].is_share
    expected = sorted(
        (
            row["period"],
            row.get("member", ""),
            round(100 * row["numerator"] / row["denominator"], 9) if share else row["numerator"],
        )
        for row in handed_in
        if row["indicator"] == name
    )
    found = filled([INDICATORS[name]], {"counts": handed_in}, []).execute(
        "SELECT CASE period_kind WHEN 'year' THEN strftime(period_start, '%Y') "
        "WHEN 'month' THEN strftime(period_start, '%Y-%m') "
        "ELSE strftime(period_start, '%Y') || '-Q' || quarter(period_start) END, "
        "member, round(value, 9) FROM actuals WHERE indicator = ? ORDER BY ALL",
        [name],
    )
    assert found.fetchall() == expected


def test_the_sql_that_is_shown_lists_what_was_handed_in():
    survey = INDICATORS["survey_belonging"]
    rows = {"counts": [count("survey_belonging", "2024-Q3", numerator=30, denominator=40)]}
    connection = filled([survey], rows, [])
    told = connection.execute(compile_indicator(survey).rstrip().rstrip(";")).fetchall()
    quarter = ("a", "quarter", date(2024, 7, 1), date(2024, 9, 30), "", "")
    assert told == [
        ("survey_belonging", "numerator", *quarter, 30, 1),
        ("survey_belonging", "denominator", *quarter, 40, 1),
    ]


def test_a_share_from_a_survey_may_be_handed_in_without_its_parts():
    rows = {"counts": [count("survey_belonging", "2024", 62.5)]}
    connection = filled([INDICATORS["survey_belonging"]], rows, [])
    figures = connection.execute("SELECT value, numerator, denominator FROM actuals").fetchall()
    assert figures == [(62.5, None, None)]
