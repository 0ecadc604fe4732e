"""Labels of periods, and the days that lie in them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis.strategies import dates, sampled_from

from matrices.calendar import Calendar, Project
from metrics.period import (
    SUCCESSIVE,
    is_complete,
    parse_period,
    period_of,
    periods_between,
    same_stretches,
)
from metrics.standing import Period


@pytest.mark.parametrize(
    ("label", "kind", "start", "end"),
    [
        ("2024", "year", date(2024, 1, 1), date(2024, 12, 31)),
        (2024, "year", date(2024, 1, 1), date(2024, 12, 31)),  # a bare year in YAML
        (" 2024 ", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-Q1", "quarter", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-Q4", "quarter", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),  # a leap year
        ("2023-12", "month", date(2023, 12, 1), date(2023, 12, 31)),
        ("2024/25", "school_year", date(2024, 9, 1), date(2025, 8, 31)),
        ("1999/00", "school_year", date(1999, 9, 1), date(2000, 8, 31)),
    ],
)
def test_a_label_names_the_days_of_its_period(label, kind, start, end):
    assert parse_period(label) == Period(kind, start, end)


@pytest.mark.parametrize(
    "label",
    [
        *("", "24", "2024-Q5", "2024-Q0", "2024-13", "2024-5", "2024 Q3", "2024-05-01", "0000"),
        *("2024/24", "2024/26", "2024/2025"),  # a school year ends in the next year
    ],
)
def test_anything_else_is_refused_with_a_sentence(label):
    with pytest.raises(ValueError, match="is not a period"):
        parse_period(label)


GRANT = Project("pathways", "Digital pathways", date(2024, 1, 15), date(2026, 6, 30))


@pytest.mark.parametrize("word", ["pathways", "Digital pathways", " digital PATHWAYS "])
def test_a_project_is_named_by_its_key_or_its_name(word):
    project = parse_period(word, Calendar(projects=(GRANT,)))
    assert project == Period("project", date(2024, 1, 15), date(2026, 6, 30))
    assert project.label == "Digital pathways"


def test_whoever_names_no_period_is_told_the_projects_there_are():
    with pytest.raises(ValueError, match="or a project: `pathways`"):
        parse_period("path", Calendar(projects=(GRANT,)))


def test_a_stretch_without_a_name_is_called_by_its_days():
    stretch = Period("project", date(2024, 1, 15), date(2024, 2, 1))
    assert stretch.label == "2024-01-15 to 2024-02-01"


def test_a_school_year_begins_where_the_home_says():
    august = Calendar(school_year_begins=8)
    assert period_of("school_year", date(2025, 8, 1), august).label == "2025/26"
    assert period_of("school_year", date(2025, 8, 1)).label == "2024/25"


@pytest.mark.parametrize(
    ("covered_to", "ends"),
    [
        (date(2026, 6, 14), ["2024-06-14", "2025-06-14"]),
        (date(2024, 2, 29), ["2023-02-28"]),  # a day that other years do not have
        (date(2026, 12, 31), []),  # no year is running
        (date(2023, 6, 14), []),  # the first year of the data has none before it
    ],
)
def test_the_same_stretch_of_earlier_years_ends_on_the_day_that_data_have_reached(covered_to, ends):
    first = date(2023 if covered_to.year < 2025 else 2024, 5, 1)
    stretches = list(same_stretches(first, covered_to))
    assert [str(stretch.end) for stretch in stretches] == ends
    assert all((stretch.start.month, stretch.start.day) == (1, 1) for stretch in stretches)


@given(dates(min_value=date(1, 1, 1)), sampled_from(SUCCESSIVE))
def test_a_period_is_printed_as_it_is_read(day, kind):
    period = period_of(kind, day)
    assert period.start <= day <= period.end
    if day.year >= 1000:  # a label has four digits
        assert parse_period(period.label) == period


@given(dates(date(1990, 1, 1), date(2060, 1, 1)), sampled_from(SUCCESSIVE))
def test_periods_follow_each_other_without_a_gap(first, kind):
    last = first + timedelta(days=800)
    periods = list(periods_between(kind, first, last))
    assert periods[0].start <= first and last <= periods[-1].end
    for earlier, later in pairwise(periods):
        assert later.start == earlier.end + timedelta(days=1)


def test_only_periods_with_a_day_in_the_stretch_are_listed():
    quarters = periods_between("quarter", date(2023, 12, 31), date(2024, 4, 1))
    assert [quarter.label for quarter in quarters] == ["2023-Q4", "2024-Q1", "2024-Q2"]


def test_a_stretch_that_ends_before_it_begins_has_no_periods():
    assert list(periods_between("month", date(2024, 2, 1), date(2024, 1, 31))) == []


def test_the_last_period_that_a_calendar_can_hold_is_the_last():
    assert [year.label for year in periods_between("year", date.max, date.max)] == ["9999"]


@pytest.mark.parametrize(
    ("covered_to", "complete"),
    [
        (date(2024, 12, 31), True),  # the last day itself
        (date(2024, 12, 30), False),
        (None, False),  # nothing is known
    ],
)
def test_a_year_is_complete_when_the_data_reach_its_last_day(covered_to, complete):
    assert is_complete(parse_period(2024), covered_to) is complete
