"""Running counters in the warehouse: kept by day, with the city of what they belong to."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from ingest.loads import load
from ingest.warehouse import open_snapshot
from tests.ingest.network import FRAME, make_home, publish, write_table
from tests.ingest.taking import take

ACTIVITIES = """
    activity_id | city  | name | type   | status    | starts_on  | joined | badges_issued
    a1          | breda | Walk | course | published | 2024-05-04 | {joined} |"""
ORGANISATIONS = """
    organisation_id | city    | name  | users | activities
    o1              | vilnius | Avans | 7     | 3"""


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBPyConnection]:
    """Two loads of the same activity, a quarter apart, and an organisation with the second."""
    folder = tmp_path_factory.mktemp("counters")
    home = make_home(folder / "home")
    for day, joined in ((date(2024, 9, 30), 57), (date(2024, 12, 31), 64)):
        files = [write_table(folder / f"a{day}.csv", ACTIVITIES.format(joined=joined))]
        if joined == 64:
            files.append(write_table(folder / "organisations.csv", ORGANISATIONS))
        load(files, home, FRAME, publish, day)
    connection = open_snapshot(home)
    yield connection
    connection.close()


def test_a_counter_is_kept_for_every_day_with_its_city(warehouse: DuckDBPyConnection):
    rows = warehouse.sql("""
        SELECT subject, subject_id, counter, counted_on, value, city, load
        FROM activity_counters ORDER BY ALL""").fetchall()
    assert rows == [
        ("activity", "a1", "joined", date(2024, 9, 30), 57, "breda", 1),
        ("activity", "a1", "joined", date(2024, 12, 31), 64, "breda", 2),
        ("organisation", "o1", "activities", date(2024, 12, 31), 3, "vilnius", 2),
        ("organisation", "o1", "users", date(2024, 12, 31), 7, "vilnius", 2),
    ]


def test_counters_are_covered_from_the_first_day_to_the_last(warehouse: DuckDBPyConnection):
    rows = warehouse.sql("""
        SELECT city, covered_from, covered_to FROM coverage
        WHERE record = 'activity_counters' ORDER BY city""").fetchall()
    assert rows == [
        ("breda", date(2024, 9, 30), date(2024, 12, 31)),
        ("vilnius", date(2024, 12, 31), date(2024, 12, 31)),
    ]


def test_counters_have_their_sentences(warehouse: DuckDBPyConnection):
    (sentence,) = warehouse.execute("""
        SELECT sentence FROM data_dictionary
        WHERE table_name = 'activity_counters' AND column_name = 'counted_on'""").fetchone()
    assert sentence == "The day on which the platform showed it: the `--as-of` of its load."


def test_without_a_day_an_export_makes_no_counters(tmp_path: Path):
    home = make_home(tmp_path / "home")
    path = write_table(tmp_path / "a.csv", ACTIVITIES.format(joined=57))
    receipt = load([path], home, FRAME, publish)
    assert [count.record for count in receipt.counts] == ["activities"]


def test_the_same_counters_again_change_nothing(tmp_path: Path):
    home, day = make_home(tmp_path / "home"), date(2024, 9, 30)
    path = write_table(tmp_path / "a.csv", ACTIVITIES.format(joined=57))
    load([path], home, FRAME, publish, day)
    again = load([path], home, FRAME, publish, day).totals()
    assert (again.rows_in, again.unchanged) == (2, 2)  # the activity and its one counter


def test_counters_that_somebody_wrote_down_come_as_a_table(tmp_path: Path):
    taken = take(
        tmp_path,
        {
            "c.csv": "subject,subject_id,counter,counted_on,value\n"
            "playlist,5,started,2024-09-30,12\n"
            "playlist,5,started,2024-10-31,minus\n"
        },
    )
    assert taken.rows("activity_counters", "subject_id, counter, value") == [("5", "started", 12)]
    assert taken.codes() == ["not-a-number"]
    assert isinstance(taken.intake.as_of, date)


def test_a_counter_written_down_for_the_same_day_stays(tmp_path: Path):
    taken = take(
        tmp_path,
        {
            "c.csv": "subject,subject_id,counter,counted_on,value\n"
            "activity,a1,joined,2024-09-30,60\n",
            "a.csv": "activity_id,site,name,type,status,start,joined\n"
            "a1,breda,Walk,course,published,2024-05-04,57\n",
        },
        date(2024, 9, 30),
    )
    assert taken.rows("activity_counters", "counter, value") == [("joined", 60)]
