"""Loads: what they say beforehand, what they change, and how they are taken back."""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ingest.intake import Frame
from ingest.ledger import LoadProblem, read_ledger
from ingest.loading.load_folders import load_folder
from ingest.loading.refused import refused_rows
from ingest.loading.snapshots import KEPT, analysts_path, new_snapshot, snapshot_path
from ingest.loads import load, loads, preview, republish, undo
from ingest.receipt import Receipt, RecordCounts
from ingest.records import RECORDS
from ingest.warehouse import open_snapshot
from matrices.home import Home
from tests.ingest.network import FRAME, make_home, publish, write_table

ACTIVITIES = """
    activity_id | city    | name    | type   | status    | starts_on
    picnic      | breda   | Picnic  | event  | published | 2024-05-04
    webinar     | vilnius | Webinar | online | published | 2024-03-01"""
PARTICIPATIONS = """
    person          | activity_id | type | joined_on
    ana@example.org | picnic      | user | 2024-05-04
    ben@example.org | webinar     | user | 2024-03-02"""
RENAMED = """
    activity_id | city  | name       | type  | status    | starts_on
    picnic      | breda | Big picnic | event | published | 2024-05-04
    walk        | breda | Walk       | event | published | 2024-06-01"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home")


@pytest.fixture(scope="module")
def first_load(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The activities loaded once; to be copied, not changed."""
    home = make_home(tmp_path_factory.mktemp("first") / "home")
    brought(home, activities=ACTIVITIES)
    return home


@pytest.fixture
def begun(home: Home, first_load: Home) -> Home:
    """A home whose load 1 brought the activities."""
    shutil.copytree(first_load.path, home.path, dirs_exist_ok=True)
    return home


def table(home: Home, name: str, text: str) -> Path:
    return write_table(home.path / f"{name}.csv", text)


def brought(home: Home, as_of: date | None = None, **tables: str) -> Receipt:
    files = [table(home, name, text) for name, text in tables.items()]
    return load(files, home, FRAME, publish, as_of, by="ana")


def rows(home: Home) -> dict[str, list[tuple]]:
    """Every row of every record in the published snapshot, with where it came from."""
    with closing(open_snapshot(home)) as connection:
        return {name: connection.execute(f"FROM {name}").fetchall() for name in RECORDS}


def names(home: Home) -> dict[str, str]:
    with closing(open_snapshot(home)) as connection:
        return dict(connection.execute("SELECT activity_id, name FROM activities").fetchall())


def test_a_first_load_adds_everything(home: Home):
    receipt = brought(home, activities=ACTIVITIES, participations=PARTICIPATIONS)
    assert receipt.counts == (
        RecordCounts("activities", rows_in=2, added=2, replaced=0, unchanged=0, refused=0),
        RecordCounts("participations", rows_in=2, added=2, replaced=0, unchanged=0, refused=0),
    )
    assert receipt.cities == ("breda", "vilnius")
    assert names(home) == {"picnic": "Picnic", "webinar": "Webinar"}
    assert read_ledger(home).loads == (1,)


def test_loading_the_same_again_changes_nothing(home: Home):
    brought(home, activities=ACTIVITIES, participations=PARTICIPATIONS)
    before = rows(home)
    receipt = brought(home, activities=ACTIVITIES, participations=PARTICIPATIONS)
    assert receipt.totals() == RecordCounts(
        "all", rows_in=4, added=0, replaced=0, unchanged=4, refused=0
    )
    assert rows(home) == before


def test_a_later_load_replaces_adds_and_leaves_the_rest(begun: Home):
    receipt = brought(begun, activities=RENAMED)
    assert receipt.totals() == RecordCounts(
        "all", rows_in=2, added=1, replaced=1, unchanged=0, refused=0
    )
    assert names(begun) == {"picnic": "Big picnic", "walk": "Walk", "webinar": "Webinar"}


def test_undoing_brings_back_what_was_there(home: Home):
    brought(home, activities=ACTIVITIES, participations=PARTICIPATIONS)
    before = rows(home)
    brought(home, activities=RENAMED)
    undo(home, 2, publish, why="wrong file", by="ben")
    assert rows(home) == before


def test_a_row_that_a_later_load_repeats_survives_the_undoing_of_the_earlier(begun: Home):
    brought(begun, activities=ACTIVITIES)
    undo(begun, 1, publish)
    assert names(begun) == {"picnic": "Picnic", "webinar": "Webinar"}
    with closing(open_snapshot(begun)) as connection:
        origins = connection.execute("SELECT DISTINCT load FROM activities").fetchall()
    assert origins == [(2,)]


def test_ready_made_counts_are_told_apart_by_an_empty_breakdown_too(home: Home):
    counts = """
        city  | indicator | period | value | disaggregation | member
        breda | learners  | 2024   | 100   |                |
        breda | learners  | 2024   | 40    | age            | 16-30"""
    brought(home, counts=counts)
    receipt = brought(home, counts=counts.replace("100", "101"))
    assert receipt.totals() == RecordCounts(
        "all", rows_in=2, added=0, replaced=1, unchanged=1, refused=0
    )


def test_the_order_of_files_does_not_matter(home: Home):
    """A participation waits for its activity: it is taken, noted, and counts later."""
    receipt = brought(home, participations=PARTICIPATIONS)
    assert [note.text for note in receipt.notes] == [
        "Participations whose activity has not been loaded yet: 2. They count nowhere until it is."
    ]
    assert receipt.cities == ()
    assert brought(home, activities=ACTIVITIES).notes == ()
    with closing(open_snapshot(home)) as connection:
        cities = connection.execute("SELECT city FROM participations ORDER BY ALL").fetchall()
    assert cities == [("breda",), ("vilnius",)]


def test_a_preview_says_what_the_load_would_and_writes_nothing(begun: Home):
    before = sorted((begun.path / "data").rglob("*"))
    file = table(begun, "activities", RENAMED)
    foretold = preview([file], begun, FRAME, by="ana")
    assert sorted((begun.path / "data").rglob("*")) == before
    receipt = load([file], begun, FRAME, publish, by="ana")
    assert (foretold.load, foretold.counts, foretold.cities) == (2, receipt.counts, ("breda",))


def test_refused_lines_are_counted_and_can_be_read_back(home: Home):
    receipt = brought(
        home,
        activities="""
        activity_id | city     | name   | type  | status    | starts_on
        picnic      | breda    | Picnic | event | published | 2024-05-04
        walk        | atlantis | Walk   | event | published | some day""",
    )
    assert receipt.totals() == RecordCounts(
        "all", rows_in=2, added=1, replaced=0, unchanged=0, refused=1
    )
    (refused,) = refused_rows(home, 1)
    assert (refused.row, refused.code) == (3, "unknown-city")
    assert "`starts_on` is `some day`" in refused.sentence
    (counted,) = receipt.refused
    assert (counted.code, counted.rows, counted.example) == ("unknown-city", 1, refused.sentence)
    assert refused_rows(home, 1, most=0) == []
    with closing(open_snapshot(home)) as connection:
        assert connection.execute("SELECT load, row FROM refused").fetchall() == [(1, 3)]


def test_a_load_of_which_nothing_could_be_taken_keeps_its_refused_lines(begun: Home):
    before = rows(begun)
    receipt = brought(
        begun,
        activities="""
        activity_id | city     | name | type  | status    | starts_on
        walk        | atlantis | Walk | event | published | 2024-05-04""",
    )
    assert receipt.totals().taken == 0
    assert len(refused_rows(begun, 2)) == 1
    assert rows(begun) == before


def test_loads_are_listed_newest_first_with_what_became_of_them(begun: Home):
    brought(begun, activities=RENAMED)
    undone = undo(begun, 1, publish, why="wrong file")
    listed = loads(begun)
    assert [(entry.receipt.load, entry.is_active) for entry in listed] == [(2, True), (1, False)]
    assert listed[1] == undone
    assert undone.undone_why == "wrong file"
    assert listed[0].receipt.loaded_by == "ana"


def test_undoing_what_is_not_in_force_changes_nothing(begun: Home):
    ledger = read_ledger(begun)
    with pytest.raises(LoadProblem, match="There is no load 7"):
        undo(begun, 7, publish)
    assert read_ledger(begun) == ledger


def test_a_load_whose_figures_cannot_be_made_never_took_place(begun: Home):
    before, ledger = rows(begun), read_ledger(begun)

    def failing(home: Home, snapshot: int, loads: tuple[int, ...]) -> date | None:
        publish(home, snapshot, loads)
        raise LoadProblem("The snapshot is not right.")

    with pytest.raises(LoadProblem, match="not right"):
        load([table(begun, "activities", RENAMED)], begun, FRAME, failing)
    assert (rows(begun), read_ledger(begun)) == (before, ledger)
    assert not load_folder(begun, 2).exists()
    assert not snapshot_path(begun, 2).exists()


def test_publishing_again_makes_a_new_snapshot_of_the_same_loads(begun: Home):
    before = rows(begun)
    ledger = republish(begun, publish)
    assert (ledger.snapshot, ledger.loads) == (2, (1,))
    assert rows(begun) == before


def test_what_reaches_the_disk_tells_no_person(home: Home):
    brought(home, activities=ACTIVITIES, participations=PARTICIPATIONS)
    for path in home.data.rglob("*"):
        if path.is_file():
            assert b"ana@" not in path.read_bytes(), path


def publish_nothing(home: Home, snapshot: int, loads: tuple[int, ...]) -> None:
    with new_snapshot(home, snapshot):
        pass


def test_the_newest_snapshots_stay_and_older_ones_go(begun: Home):
    for _ in range(KEPT):
        republish(begun, publish_nothing)
    numbers = sorted(path.stem for path in snapshot_path(begun, 1).parent.iterdir())
    assert numbers == ["000002", "000003", "000004", "000005", "000006"]


def test_the_analysts_copy_is_the_published_snapshot(begun: Home):
    newest = snapshot_path(begun, read_ledger(begun).snapshot)
    assert analysts_path(begun).read_bytes() == newest.read_bytes()


def test_the_next_writer_mends_the_analysts_copy(begun: Home):
    analysts_path(begun).write_bytes(b"half a file")
    with pytest.raises(LoadProblem):
        undo(begun, 7, publish)
    newest = snapshot_path(begun, read_ledger(begun).snapshot)
    assert analysts_path(begun).read_bytes() == newest.read_bytes()


def test_a_snapshot_whose_file_is_gone_says_how_to_make_it_again(begun: Home):
    snapshot_path(begun, 1).unlink()
    with pytest.raises(LoadProblem, match="`impact publish` makes them again"):
        open_snapshot(begun)
    republish(begun, publish)
    assert names(begun) == {"picnic": "Picnic", "webinar": "Webinar"}


def test_real_workshops_and_instructors_load_twice_as_one(carpentries_home: Home, corpora: Path):
    """Real data of another network: other headings, other cities, thousands of refused lines."""
    cities = {"australia": "AU", "canada": "CA", "united_kingdom": "GB"}
    frame = Frame(cities=cities, indicators=frozenset(), today=date(2025, 1, 31))
    files = sorted((corpora / "carpentries").glob("*.csv"))
    first = load(files, carpentries_home, frame, publish)
    before = rows(carpentries_home)
    second = load(files, carpentries_home, frame, publish)
    assert rows(carpentries_home) == before
    assert second.totals().unchanged == first.totals().added == first.totals().taken > 0
    assert second.refused == first.refused
    assert first.cities == ("australia", "canada", "united_kingdom")
    with closing(open_snapshot(carpentries_home)) as connection:
        activities = "SELECT city, count(*) FROM activities GROUP BY city ORDER BY city"
        assert connection.execute(activities).fetchall() == [
            ("australia", 168),
            ("canada", 162),
            ("united_kingdom", 219),
        ]
        # a line is a person with one badge; 324 of them give no country
        awards = "SELECT count(*), count(city), count(DISTINCT learner) FROM awards"
        assert connection.execute(awards).fetchone() == (780, 456, 780)
