"""The command `impact`, as a person at a terminal uses it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main

PLAYLISTS = """playlist_id,site,name,status,created
p1,vilnius.cityoflearning.eu,Making things,published,2023-04-01
p2,vilnius.cityoflearning.eu,Speaking up,published,2024-04-01
p3,vilnus.cityoflearning.eu,Moving,published,2024-05-01
p4,vilnius.cityoflearning.eu,Cooking,published,31/02/2024
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def playlists(tmp_path: Path) -> Path:
    file = tmp_path / "playlists.csv"
    file.write_text(PLAYLISTS, encoding="utf-8")
    return file


def impact(home: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, ["--home", str(home), *map(str, arguments)])


def test_check_finds_the_packages_own_declarations_in_order(home: Path):
    checked = impact(home, "check")
    assert checked.exit_code == 0
    assert "8 cities with 217 statements" in checked.output


def test_check_as_json_lists_every_statement_with_its_promise(home: Path):
    said = json.loads(impact(home, "check", "--json").output)
    assert said["problems"] == []
    assert len(said["statements"]) == 217
    learners = {s["identifier"]: s for s in said["statements"]}[
        "vilnius.providers.short_term_impact.learners"
    ]
    assert learners["level"] == "short_term_impact"
    assert learners["measured"] == "by_indicator"
    assert learners["promises"]["learners"][0]["direction"] == "increase"


def test_check_tells_all_problems_at_once_with_line_and_nearest_word(home: Path):
    cities = home / "cities"
    cities.mkdir(parents=True)
    (cities / "town.yaml").write_text(
        "name: Town\n"
        "place: vilnus\n"
        "target_groups:\n"
        "  people:\n"
        "    name: People\n"
        "    outputs:\n"
        "      more: {text: More learners, indicators: {lerners: increase}}\n",
        encoding="utf-8",
    )
    checked = impact(home, "check")
    assert checked.exit_code == 1
    assert "town.yaml:2: `vilnus` is not a place in places.yaml. Did you mean `vilnius`?" in (
        checked.output
    )
    assert "town.yaml:7: `lerners` is not an indicator. Did you mean `learners`?" in checked.output
    assert "2 problems found." in checked.output


def test_a_new_home_passes_its_own_check(tmp_path: Path):
    made = impact(tmp_path, "init", tmp_path / "network")
    assert made.exit_code == 0, made.output
    checked = impact(tmp_path / "network", "check")
    assert checked.exit_code == 0, checked.output
    again = impact(tmp_path, "init", tmp_path / "network")
    assert again.exit_code == 1
    assert "Nothing was changed" in again.output


def test_a_dry_run_says_what_would_happen_and_writes_nothing(home: Path, playlists: Path):
    tried = impact(home, "load", "--dry-run", playlists)
    assert tried.exit_code == 0, tried.output
    assert "DRY RUN" in tried.output
    assert impact(home, "loads").output == "Nothing has been loaded yet.\n"
    assert not list(home.rglob("*.parquet"))


def test_a_load_is_printed_listed_and_undone(home: Path, playlists: Path):
    loaded = impact(home, "load", "--json", "--as-of", "2024-12-31", playlists)
    receipt = json.loads(loaded.output)
    assert receipt["counts"] == [
        {
            "record": "playlists",
            "rows_in": 4,
            "added": 2,
            "replaced": 0,
            "unchanged": 0,
            "refused": 2,  # a city nobody knows, and the 31st of February
        }
    ]
    assert {reason["code"] for reason in receipt["refused"]} == {"unknown-city", "not-a-day"}
    on = ("--on", "2025-01-10")
    assert "2 of 10\u00a0playlists" in impact(home, "progress", "vilnius", *on).output
    undone = impact(home, "undo", 1, "--why", "a mistake")
    assert undone.exit_code == 0, undone.output
    assert "undone (a mistake)" in impact(home, "loads").output
    assert "2 of 10\u00a0playlists" not in impact(home, "progress", "vilnius", *on).output


def test_refused_rows_can_be_mended_and_loaded_again(home: Path, playlists: Path, tmp_path: Path):
    impact(home, "load", playlists)
    written = impact(home, "refused", 1, "--to", tmp_path / "refused.xlsx")
    assert "2 refused rows written" in written.output
    again = json.loads(impact(home, "load", "--json", tmp_path / "refused.xlsx").output)
    assert again["counts"][0]["refused"] == 2  # not mended yet: the same two rows, the same reasons
    assert {reason["code"] for reason in again["refused"]} == {"unknown-city", "not-a-day"}


def test_progress_as_json_keeps_every_input_of_a_status(home: Path, playlists: Path):
    impact(home, "load", playlists, "--as-of", "2024-12-31")
    said = json.loads(impact(home, "progress", "vilnius", "--json", "--on", "2025-01-10").output)
    standing = said["statements"]["vilnius.partners.outputs.playlists"]
    progress = standing["promises"][0]["progress"]
    assert standing["status"] == "behind"
    assert progress["actual"]["value"] == 2.0
    assert progress["target"] == {"on": "2025-12-31", "value": 10.0}
    assert progress["target_date_is_assumed"] is True
    assert progress["baseline"] == {"on": "2023-06-30", "value": 1.0}  # the first full quarter


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("progress", "vilnus"), "Did you mean `vilnius`?"),
        (("undo", "7"), "There is no load 7. Nothing has been loaded yet."),
        (("load", "no-such-file.csv"), "no-such-file.csv: There is no such file."),
        (("refused", "7", "--to", "x.xlsx"), "There is no load 7"),
    ],
)
def test_a_mistake_is_answered_by_a_sentence_and_exit_code_1(home: Path, arguments, sentence: str):
    answered = impact(home, *arguments)
    assert answered.exit_code == 1
    assert sentence in answered.output
    assert "Traceback" not in answered.output
