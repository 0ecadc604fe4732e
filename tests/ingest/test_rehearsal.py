"""A load rehearsed: what it would do by record and city, and the rows to mend, before it is done."""

import json
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from ingest.ledger import read_ledger
from ingest.loading.refused_file import write_refused_rows
from ingest.loading.rehearsal import CityChanges, Rehearsal, rehearse
from ingest.loading.undoing import UndoEffect, effects_of_undo
from ingest.loads import load, undo
from matrices.home import Home
from tests.ingest.network import FRAME, make_home, publish, write_table

ACTIVITIES = """
    activity_id | city    | name    | type   | status    | starts_on
    picnic      | breda   | Picnic  | event  | published | 2024-05-04
    walk        | breda   | Walk    | event  | published | 2024-06-01
    webinar     | vilnius | Webinar | online | published | 2024-03-01"""
CHANGED = """
    activity_id | city    | name       | type   | status    | starts_on
    picnic      | breda   | Big picnic | event  | published | 2024-05-04
    walk        | breda   | Walk       | event  | published | 2024-06-01
    debate      | vilnius | Debate     | event  | published | 2024-07-01
    broken      | brede   | Broken     | event  | published | 31/02/2024"""
PARTICIPATIONS = """
    person          | activity_id | type | joined_on
    ana@example.org | picnic      | user | 2024-05-04
    ben@example.org | nowhere     | user | 2024-05-04"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home")


@pytest.fixture
def rehearsed(home: Home, tmp_path: Path):
    def rehearsed(**tables: str) -> Rehearsal:
        return rehearse(files(tmp_path, tables), home, FRAME, tmp_path, by="ana")

    return rehearsed


def files(folder: Path, tables: dict[str, str]) -> list[Path]:
    return [write_table(folder / f"{name}.csv", text) for name, text in tables.items()]


def brought(home: Home, folder: Path, **tables: str) -> int:
    return load(files(folder, tables), home, FRAME, publish).load


def test_a_rehearsal_writes_nothing_into_the_home(home: Home, rehearsed):
    rehearsal = rehearsed(activities=ACTIVITIES)
    assert rehearsal.receipt.totals().added == 3
    assert read_ledger(home).known == frozenset()
    assert [path.name for path in home.data.iterdir()] == ["key"]


def test_what_a_load_would_do_is_told_by_record_and_city(home: Home, tmp_path: Path, rehearsed):
    brought(home, tmp_path, activities=ACTIVITIES)
    rehearsal = rehearsed(activities=CHANGED, participations=PARTICIPATIONS)
    assert rehearsal.changes == (
        CityChanges("activities", "breda", added=0, replaced=1, unchanged=1),
        CityChanges("activities", "vilnius", added=1, replaced=0, unchanged=0),
        CityChanges("participations", "breda", added=1, replaced=0, unchanged=0),
        CityChanges("participations", None, added=1, replaced=0, unchanged=0),
    )


def test_cities_and_refused_rows_add_up_to_the_receipt(home: Home, tmp_path: Path, rehearsed):
    brought(home, tmp_path, activities=ACTIVITIES)
    rehearsal = rehearsed(activities=CHANGED, participations=PARTICIPATIONS)
    for counts in rehearsal.receipt.counts:
        ours = [change for change in rehearsal.changes if change.record == counts.record]
        assert sum(change.added for change in ours) == counts.added
        assert sum(change.replaced for change in ours) == counts.replaced
        assert sum(change.unchanged for change in ours) == counts.unchanged


def test_the_refused_rows_can_be_taken_away_before_anything_is_loaded(rehearsed):
    rehearsal = rehearsed(activities=CHANGED)
    (row,) = rehearsal.refused()
    assert json.loads(row.cells)["starts_on"] == "31/02/2024"
    written = BytesIO()
    write_refused_rows([row], is_simulated=True, target=written)
    sheet = openpyxl.load_workbook(written)["activities"]
    headings, cells = sheet.iter_rows(values_only=True)
    found = dict(zip(headings, cells, strict=True))
    assert found["activity_id"] == "broken"
    assert found["simulated"] == "yes"  # made-up rows still say so when they are mended
    assert "31/02/2024" in found["what to mend"]


def test_no_person_stands_in_what_a_rehearsal_keeps(tmp_path: Path, rehearsed):
    refused = PARTICIPATIONS.replace("2024-05-04", "never")
    rehearsal = rehearsed(participations=refused)
    assert len(rehearsal.refused()) == 2
    assert b"example.org" not in rehearsal.refused_path.read_bytes()
    assert "example.org" not in str(rehearsal.refused())


def test_undoing_the_only_load_of_a_row_takes_it_away(home: Home, tmp_path: Path):
    brought(home, tmp_path, activities=ACTIVITIES)
    assert effects_of_undo(home, 1) == [UndoEffect("activities", gone=3, back=0, stays=0)]


def test_undoing_a_later_load_brings_back_what_it_replaced(home: Home, tmp_path: Path):
    brought(home, tmp_path, activities=ACTIVITIES)
    brought(home, tmp_path, activities=CHANGED)
    # the debate goes, the picnic gets its old name, the walk is as both loads say
    assert effects_of_undo(home, 2) == [UndoEffect("activities", gone=1, back=1, stays=1)]
    # the webinar goes; of the others the later load decides
    assert effects_of_undo(home, 1) == [UndoEffect("activities", gone=1, back=0, stays=2)]


def test_of_a_load_that_is_not_in_force_nothing_would_change(home: Home, tmp_path: Path):
    brought(home, tmp_path, activities=ACTIVITIES)
    undo(home, 1, publish)
    assert effects_of_undo(home, 1) == []
    assert effects_of_undo(home, 7) == []
