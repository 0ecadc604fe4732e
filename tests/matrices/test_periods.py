"""periods.yaml and the projects of a city's file: what they may say, and how a slip is told."""

from datetime import date
from pathlib import Path

import pytest

from matrices.calendar import Calendar, Project
from matrices.declarations import DeclarationProblems
from matrices.periods import load_calendar
from tests.matrices.city_files import load, problems

GRANT = "projects:\n  grant: {name: The grant, starts: 2024-01-15, ends: 2026-06}\n"


def calendar(folder: Path, text: str) -> Calendar:
    file = folder / "periods.yaml"
    file.write_text(text, encoding="utf-8")
    return load_calendar(file)


def test_a_month_alone_begins_with_its_first_day_and_ends_with_its_last(tmp_path):
    text = "projects:\n  grant: {name: The grant, starts: 2024-02, ends: 2024-02}\n"
    [project] = calendar(tmp_path, text).projects
    assert (project.first, project.last) == (date(2024, 2, 1), date(2024, 2, 29))


def test_a_project_may_be_of_some_cities_only(tmp_path):
    text = GRANT.replace("2026-06}", "2026-06, cities: [breda, vilnius]}")
    [project] = calendar(tmp_path, text).projects
    assert project.is_of("vilnius") and not project.is_of("turin")


def test_a_school_year_may_begin_in_another_month(tmp_path):
    assert calendar(tmp_path, "school_year_begins: august\n") == Calendar(8)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "school_year_begins: agust\n",
            "1: school_year_begins: `agust` is not one of `february`, ",
        ),
        ("school_year: 9\n", "1: `school_year` is not a heading of periods.yaml"),
        (GRANT.replace("2026-06", "2023"), "2: ends: the project ends on 2023-12-31, before it"),
        (GRANT.replace("2024-01-15", "15.1.2024"), "2: starts: `15.1.2024` is not a day."),
        (GRANT.replace(", ends: 2026-06", ""), "2: `ends` is missing in `grant`."),
        (GRANT.replace("grant:", "The grant:"), "2: `The grant` cannot be the key of a project."),
        (GRANT.replace("starts", "begins"), "2: `begins` is not a heading of a project."),
    ],
)
def test_a_slip_is_told_with_its_line(tmp_path, text: str, told: str):
    with pytest.raises(DeclarationProblems) as raised:
        calendar(tmp_path, text)
    assert f"periods.yaml:{told}" in str(raised.value)


CITY = "name: Vilnius\nplace: vilnius\n"


def test_a_citys_own_project_is_of_that_city(tmp_path):
    days = (date(2024, 1, 15), date(2026, 6, 30))
    matrix = load(tmp_path, CITY + GRANT)
    assert matrix.projects == (Project("grant", "The grant", *days, ("vilnius",)),)


def test_a_citys_own_project_names_no_other_cities(tmp_path):
    text = CITY + GRANT.replace("2026-06}", "2026-06, cities: [breda]}")
    [told] = problems(tmp_path, text)
    assert told.startswith("vilnius.yaml:4: `cities` is not a heading of a project.")
