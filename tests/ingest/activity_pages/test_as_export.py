"""Pages become a table to be checked, and only then a load."""

import csv
from datetime import date
from pathlib import Path

import pytest

from ingest.activity_pages.as_export import Given, write_activities
from ingest.reading.file_problems import FileProblems
from tests.ingest.activity_pages.pages import read, seed
from tests.ingest.taking import FRAME, take

PAGE = """Night workshop
Objectives
- To listen
Skills: Empathy; Critical thinking
Location
Reigerstraat 16, Breda
Organised by Avans and Nieuwe Veste.
"""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_page_is_a_row_in_the_platforms_headings(tmp_path: Path):
    target = tmp_path / "activities.csv"
    given = Given("breda", date(2024, 5, 12))
    assert write_activities([read(tmp_path, PAGE)], given, target) == []
    (row,) = rows(target)
    assert row.pop("activity_id").startswith("page-")
    assert row == {
        "site": "breda",
        "organisation": "Avans",
        "co_hosts": "Nieuwe Veste",
        "name": "Night workshop",
        "type": "workshop",
        "status": "published",
        "skills": "empathy;critical thinking",
        "start": "2024-05-12",
        "end": "",
        "online": "no",
        "address": "Reigerstraat 16, Breda",
    }


def test_what_was_written_can_be_loaded(tmp_path: Path):
    target = tmp_path / "activities.csv"
    write_activities([read(tmp_path, PAGE)], Given("breda", date(2024, 5, 12)), target)
    taken = take(tmp_path / "desk", {"activities.csv": target.read_bytes()}, frame=FRAME)
    assert taken.rows("activities", "city, name, skills, starts_on") == [
        ("breda", "Night workshop", ["empathy", "critical thinking"], date(2024, 5, 12))
    ]
    assert taken.sentences() == []


def test_what_the_page_does_not_say_is_named(tmp_path: Path):
    target = tmp_path / "activities.csv"
    assert write_activities([read(tmp_path, PAGE)], Given("breda"), target) == ["start"]


def test_guesses_about_competences_are_not_written(tmp_path: Path):
    target = tmp_path / "activities.csv"
    page = read(tmp_path, "A walk\nWith cooperation and management for everybody.\n")
    write_activities([page], Given("breda"), target)
    assert rows(target)[0]["skills"] == ""


def test_a_name_that_looks_like_a_formula_is_none(tmp_path: Path):
    target = tmp_path / "activities.csv"
    page = read(tmp_path, "=HYPERLINK(1)\nSome text follows here.\n")
    write_activities([page], Given("breda"), target)
    assert rows(target)[0]["name"] == "HYPERLINK(1)"


def test_corrections_are_never_overwritten(tmp_path: Path):
    target = tmp_path / "activities.csv"
    target.write_text("mended", encoding="utf-8")
    with pytest.raises(FileProblems, match="It exists already and may hold corrections"):
        write_activities([read(tmp_path, PAGE)], Given("breda"), target)
    assert target.read_text(encoding="utf-8") == "mended"


def test_the_real_page_becomes_an_activity_of_antwerp(tmp_path: Path):
    target = tmp_path / "activities.csv"
    page = seed("000_9b978effd1fd4cbf.txt")
    write_activities([page], Given("antwerp", date(2025, 5, 12)), target)
    (row,) = rows(target)
    assert (row["site"], row["start"], row["skills"], row["address"], row["organisation"]) == (
        "antwerp",
        "2025-05-12",
        "Networking and advocating",
        "Franklin Rooseveltplaats 12, 2060 Antwerpen, Belgium",
        "Cities of Learning Network Partner trio",
    )
