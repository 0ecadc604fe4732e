"""`impact quality` at a terminal."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main

ACTIVITIES = """\
activity_id,site,organisation,name,type,status,start
a1,vilnius,Makers,Robotics,workshop,published,2025-05-04
a2,vilnius,Makers,Robotics,workshop,published,2025-05-04
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One load, in which Vilnius has an activity twice."""
    folder = tmp_path_factory.mktemp("quality")
    file = folder / "activities.csv"
    file.write_text(ACTIVITIES, encoding="utf-8")
    assert impact(folder / "home", "load", file, "--as-of", "2025-06-30").exit_code == 0
    return folder / "home"


def impact(home: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, ["--home", str(home), *map(str, arguments)])


def test_a_double_is_told_with_its_rows(home: Path):
    said = impact(home, "quality", "vilnius", "--on", "2025-07-15").output
    assert "“Robotics” on 4 May 2025: 2 activities." in said
    assert "load 1, activities.csv, row 2: a1" in said
    assert "Vilnius has handed in no participations yet" in said
    assert "Late" not in said


def test_what_is_late_depends_on_the_day(home: Path):
    said = impact(home, "quality", "vilnius", "--on", "2026-07-15").output
    assert "Vilnius’s activities reach 30 June 2025; newer ones were due by 8 October 2025." in said


def test_without_a_city_all_are_told(home: Path):
    said = impact(home, "quality").output
    assert "Antwerp: Nothing stands out." in said
    assert "Turin: " in said


def test_machines_get_the_same_as_json(home: Path):
    found = json.loads(impact(home, "quality", "vilnius", "--json").output)["vilnius"]
    double = next(finding for finding in found if finding["kind"] == "double")
    assert [row["row"] for row in double["rows"]] == [2, 3]


def test_an_unknown_city_is_answered_with_the_nearest(home: Path):
    asked = impact(home, "quality", "vilnus")
    assert asked.exit_code == 1
    assert "Did you mean `vilnius`?" in asked.output
