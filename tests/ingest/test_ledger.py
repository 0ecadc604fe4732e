"""The ledger is the one switch, and one writer at a time may move it."""

import subprocess
import sys
import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ingest.ledger import Ledger, LoadProblem, Undone, ledger_path, read_ledger, switch
from ingest.loading.load_folders import load_folder, loads_folder, remove_interrupted
from ingest.loading.lock import write_lock
from matrices.home import Home

MORNING = datetime(2024, 5, 4, 8, 30, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "data" / "loads").mkdir(parents=True)
    return Home(tmp_path)


def test_a_home_without_a_ledger_has_loaded_nothing(home: Home):
    assert read_ledger(home) == Ledger()
    assert read_ledger(home).next_load == 1


def test_a_ledger_reads_back_as_it_was_written(home: Home):
    ledger = Ledger(42, MORNING, date(2024, 5, 1), (1, 2, 5), (Undone(3, MORNING, "wrong file"),))
    switch(home, ledger)
    assert read_ledger(home) == ledger


def test_the_numbers_of_undone_loads_are_never_given_again():
    ledger = Ledger(loads=(1, 2)).without_load(2, MORNING, None)
    assert ledger.loads == (1,)
    assert ledger.next_load == 3


def test_undoing_an_unknown_load_says_which_loads_there_are():
    with pytest.raises(LoadProblem, match=r"There is no load 7\. The loads in force are: 1, 2\."):
        Ledger(loads=(1, 2)).without_load(7, MORNING, None)


def test_undoing_in_an_empty_home_says_that_nothing_has_been_loaded():
    with pytest.raises(LoadProblem, match="Nothing has been loaded yet"):
        Ledger().without_load(1, MORNING, None)


def test_undoing_twice_says_when_it_was_undone():
    ledger = Ledger(loads=(1, 2)).without_load(2, MORNING, None)
    with pytest.raises(LoadProblem, match="Load 2 was already undone on 2024-05-04"):
        ledger.without_load(2, MORNING, None)


def test_a_ledger_that_cannot_be_read_stops_everything(home: Home):
    ledger_path(home).write_text('{"snapshot": ', encoding="utf-8")
    with pytest.raises(LoadProblem, match="cannot be read as the ledger"):
        read_ledger(home)


def test_an_interrupted_folder_is_removed(home: Home):
    ledger = Ledger(loads=(1,))
    for number in (1, 2):
        load_folder(home, number).mkdir()
    (loads_folder(home) / ".incoming-000002").mkdir()
    remove_interrupted(home, ledger)
    assert [path.name for path in loads_folder(home).iterdir()] == ["000001"]


def test_the_folder_of_an_undone_load_stays(home: Home):
    load_folder(home, 1).mkdir()
    remove_interrupted(home, Ledger(undone=(Undone(1, MORNING),)))
    assert load_folder(home, 1).exists()


def test_loads_without_their_ledger_are_never_removed(home: Home):
    """Whoever lost `published.json` must not lose the loads by the next load as well."""
    for number in (1, 2):
        load_folder(home, number).mkdir()
    with pytest.raises(LoadProblem, match="put the newest ledger back from a backup"):
        remove_interrupted(home, Ledger())
    assert load_folder(home, 2).exists()


def test_a_second_writer_is_told_who_is_writing(home: Home):
    with (
        write_lock(home, "ana"),
        pytest.raises(LoadProblem, match=r"ana is writing to this home since .* Nothing was"),
        write_lock(home, "ben", wait_seconds=0),
    ):
        pass


def test_a_second_writer_waits_for_the_first(home: Home):
    entered = []

    def write_second() -> None:
        with write_lock(home, "ben"):
            entered.append("second")

    with write_lock(home, "ana"):
        second = threading.Thread(target=write_second)
        second.start()
        second.join(timeout=0.2)
        entered.append("first")
    second.join()
    assert entered == ["first", "second"]


HOLD = """
import sys, threading
from pathlib import Path
from ingest.loading.lock import write_lock
from matrices.home import Home

with write_lock(Home(Path(sys.argv[1])), "ana"):
    print("holds", flush=True)
    threading.Event().wait()
"""


def test_a_writer_that_was_killed_holds_nothing_up(home: Home):
    command = [sys.executable, "-c", HOLD, str(home.path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout.readline() == "holds\n"
        writer.kill()
    with write_lock(home, "ben", wait_seconds=0):
        pass
