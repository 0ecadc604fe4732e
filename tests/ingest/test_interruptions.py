"""A writer may die at any moment, and readers read on while one is at work."""

import multiprocessing
import random
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ingest.ledger import read_ledger
from ingest.loading.load_folders import loads_folder
from ingest.loading.snapshots import analysts_path, snapshot_path
from ingest.loads import load
from ingest.warehouse import open_snapshot
from matrices.home import Home
from tests.ingest.network import FRAME, make_home, publish, write_table

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])  # the imports of all processes, made once
KILLS = 10
PATIENCE = 180
"""Seconds: a process that died before it began must not hold the suite up for ever."""
FIRST = """
    evidence_id | city  | kind    | held_on    | title
    e1          | breda | meeting | 2024-05-04 | First meeting"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = make_home(tmp_path / "home")
    load([write_table(tmp_path / "first.csv", FIRST)], home, FRAME, publish)
    return home


def more_evidence(home: Home, number: int) -> Path:
    """A file that adds one line and corrects the first."""
    text = f"""
    evidence_id | city  | kind    | held_on    | title
    e1          | breda | meeting | 2024-05-04 | Corrected {number}
    more{number} | breda | meeting | 2024-06-04 | One more"""
    return write_table(home.path / f"more_{number}.csv", text)


def load_in_process(path: Path, file: Path, ready: multiprocessing.Event) -> None:
    ready.set()
    load([file], Home(path), FRAME, publish)


def started(home: Home, number: int) -> multiprocessing.Process:
    """A process that is about to load, its imports behind it."""
    ready = PROCESSES.Event()
    process = PROCESSES.Process(
        target=load_in_process, args=(home.path, more_evidence(home, number), ready)
    )
    process.start()
    assert ready.wait(PATIENCE)
    return process


def state(home: Home) -> tuple[tuple[int, ...], list[tuple]]:
    """The loads in force, and the rows that the published snapshot shows."""
    with closing(open_snapshot(home)) as connection:
        shown = connection.execute("SELECT evidence_id, title FROM evidence").fetchall()
    return read_ledger(home).loads, shown


def moments(seconds: float) -> Iterator[float]:
    """Spread over a load's run and drawn at random within each share of it."""
    for share in range(KILLS):
        yield seconds * (share + random.Random(share).random()) / KILLS


def test_a_load_that_is_killed_at_any_moment_counts_wholly_or_not_at_all(home: Home):
    measured, began = started(home, 0), time.monotonic()
    measured.join()
    seconds = time.monotonic() - began
    for number, moment in enumerate(moments(seconds), start=1):
        loads, shown = state(home)
        process = started(home, number)
        time.sleep(moment)
        process.kill()
        process.join()
        after = [
            (f"{key}", f"Corrected {number}" if key == "e1" else title) for key, title in shown
        ]
        whole = ((*loads, max(loads) + 1), sorted([*after, (f"more{number}", "One more")]))
        assert state(home) in [(loads, shown), whole]
    load([more_evidence(home, 99)], home, FRAME, publish)
    ledger = read_ledger(home)
    assert ("more99", "One more") in state(home)[1]
    assert {int(path.name) for path in loads_folder(home).iterdir()} == set(ledger.loads)
    newest = snapshot_path(home, ledger.snapshot)
    assert analysts_path(home).read_bytes() == newest.read_bytes()


def read_on(path: Path, is_open: multiprocessing.Event, is_loaded: multiprocessing.Event) -> None:
    """A reader that holds a snapshot open while a load goes through, then opens the next."""
    home = Home(path)
    with closing(open_snapshot(home)) as before:
        is_open.set()
        assert is_loaded.wait(PATIENCE)
        assert before.execute("SELECT count(*) FROM evidence").fetchone() == (1,)
        with closing(open_snapshot(home)) as after:
            assert after.execute("SELECT count(*) FROM evidence").fetchone() == (2,)


def test_a_reader_in_another_process_holds_no_load_up_and_sees_no_half(home: Home):
    is_open, is_loaded = PROCESSES.Event(), PROCESSES.Event()
    reader = PROCESSES.Process(target=read_on, args=(home.path, is_open, is_loaded))
    reader.start()
    assert is_open.wait(PATIENCE)
    load([more_evidence(home, 1)], home, FRAME, publish)
    is_loaded.set()
    reader.join()
    assert reader.exitcode == 0


def test_two_writers_at_once_take_turns(home: Home):
    first, second = started(home, 1), started(home, 2)
    first.join()
    second.join()
    assert (first.exitcode, second.exitcode) == (0, 0)
    assert read_ledger(home).loads == (1, 2, 3)
    assert len(state(home)[1]) == 3
