"""Persons: a number in the rows of a load, a keyed hash in one place, the same learner in all loads."""

from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from ingest.ledger import LoadProblem
from ingest.loading.load_folders import load_folder, parquet_path
from ingest.loading.undoing import UndoEffect, effects_of_undo
from ingest.loads import load, republish, undo
from ingest.receipt import Receipt, RecordCounts
from ingest.warehouse import open_snapshot
from matrices.home import Home
from tests.ingest.network import FRAME, make_home, publish, write_table
from tests.ingest.taking import take

JOINED = "person_key,activity_id,type,joined_on\n"
FIRST = """
    person  | activity_id | type | joined_on
    ana@x.e | picnic      | user | 2024-05-04
    ben@x.e | picnic      | user | 2024-05-04"""
SECOND = """
    person  | activity_id | type | joined_on
    cleo@x.e | picnic     | user | 2024-05-04
    BEN@x.e  | picnic     | user | 2024-05-04
    ana@x.e  | picnic     | user | 2024-05-05"""
"""Somebody new, somebody as before in another spelling, somebody on another day."""
AWARDS = """
    award_id | badge_class_id | person  | issued_on
    w1       | b1             | {owner} | 2024-05-04"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home")


def brought(home: Home, name: str, text: str) -> Receipt:
    return load([write_table(home.path / f"{name}.csv", text)], home, FRAME, publish)


def in_snapshot(home: Home, sql: str) -> list[tuple]:
    with closing(open_snapshot(home)) as connection:
        return connection.execute(sql).fetchall()


def test_loads_number_their_persons_apart_and_yet_know_them_again(home: Home):
    brought(home, "participations", FIRST)
    counts = brought(home, "participations", SECOND).totals()
    assert counts == RecordCounts("all", rows_in=3, added=1, replaced=1, unchanged=1, refused=0)
    days = "SELECT learner, joined_on::VARCHAR FROM participations ORDER BY joined_on, learner"
    assert sorted(learner for learner, _ in in_snapshot(home, days)) == [1, 2, 3]
    assert [day for _, day in in_snapshot(home, days)] == ["2024-05-04"] * 2 + ["2024-05-05"]


def test_an_award_that_goes_to_somebody_else_is_another_award(home: Home):
    brought(home, "awards", AWARDS.format(owner="ana@x.e"))
    before = in_snapshot(home, "FROM awards")
    counts = brought(home, "awards", AWARDS.format(owner="ben@x.e")).totals()
    assert (counts.replaced, counts.unchanged) == (1, 0)
    assert effects_of_undo(home, 2) == [UndoEffect("awards", gone=0, back=1, stays=0)]
    undo(home, 2, publish)
    assert in_snapshot(home, "FROM awards") == before
    assert effects_of_undo(home, 1) == [UndoEffect("awards", gone=1, back=0, stays=0)]


def test_the_rows_of_a_load_hold_no_hash_and_persons_stand_once(home: Home):
    brought(home, "participations", SECOND)
    rows, persons = (parquet_path(home, 1, name) for name in ("participations", "persons"))
    kept = duckdb.sql(f"SELECT number, person, load FROM '{persons}'").fetchall()
    assert [(number, load) for number, _, load in kept] == [(1, 1), (2, 1), (3, 1)]
    assert sorted(duckdb.sql(f"SELECT person FROM '{rows}'").fetchall()) == [(1,), (2,), (3,)]
    assert b"p_" not in rows.read_bytes()


def test_one_person_in_two_spellings_joins_an_activity_once(tmp_path: Path):
    rows = "Jo@home.example,a1,user,2024-05-04\njo@HOME.example,a1,user,2024-05-04\n"
    taken = take(tmp_path, {"p.csv": JOINED + rows})
    assert taken.rows("participations", "row") == [(2,)]
    assert taken.refused("row, code") == [(3, "repeated-identifier")]


def test_a_pseudonym_is_the_person_it_stands_for(tmp_path: Path):
    """Refused rows to be mended hold pseudonyms; the file they are added to may hold the person."""
    first = take(tmp_path, {"p.csv": JOINED + "jo@home.example,a1,user,2024-05-04\n"})
    [(pseudonym,)] = first.rows("participations", "person")
    rows = f"ana,a2,user,2024-05-04\n{pseudonym},a1,user,2024-05-04\njo@home.example,a1,user,2024-05-04\n"
    taken = take(tmp_path, {"q.csv": JOINED + rows})
    numbers = taken.connection.execute("SELECT number FROM persons ORDER BY number").fetchall()
    assert numbers == [(1,), (2,)]  # Ana and Jo
    assert [person for (person,) in taken.rows("participations", "person")][1] == pseudonym
    assert taken.refused("row, code") == [(4, "repeated-identifier")]
    assert taken.refused("cells::JSON ->> 'person_key'") == [(pseudonym,)]


def test_a_load_of_an_early_version_says_to_load_again(home: Home):
    brought(home, "participations", FIRST)
    parquet_path(home, 1, "persons").unlink()
    with pytest.raises(LoadProblem) as raised:
        republish(home, publish)
    assert str(raised.value) == (
        f"{load_folder(home, 1)} was written by an early version, which kept persons in another "
        "way. Load its files again into a new home."
    )
