"""Taking in step by step: preview, then load, once, over a real home."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest

from dashboard.taking import PROBLEMS, Taking
from dashboard.watching import share
from dashboard.work import Work
from ingest.ledger import read_ledger
from matrices.home import Home
from tests.dashboard.test_uploads import Sent

ACTIVITIES = b"""\
activity_id,site,name,type,status,start
a1,vilnius,Robotics for beginners,workshop,published,2025-05-04
a2,vilnius,Debating,event,published,31/02/2025
"""


@pytest.fixture
def taking(tmp_path: Path) -> Taking:
    return Taking(Home(tmp_path / "home"))


def checked(taking: Taking, content: bytes = ACTIVITIES) -> Taking:
    taking.check([Sent("activities.csv", content)], date(2025, 6, 30), "ana")
    assert taking.checking is not None
    return taking


def test_a_preview_writes_nothing(taking: Taking):
    rehearsal = checked(taking).checking.result()
    assert rehearsal.receipt.totals().added == 1
    assert [row.row for row in rehearsal.refused()] == [3]
    assert read_ledger(taking.home).known == frozenset()


def test_what_was_seen_is_loaded_under_the_name_that_was_given(taking: Taking):
    checked(taking).checking.result()
    taking.load()
    receipt = taking.loading.result()
    assert (receipt.load, receipt.loaded_by, receipt.as_of) == (1, "ana", date(2025, 6, 30))
    assert read_ledger(taking.home).loads == (1,)


def test_a_second_click_does_not_load_twice(taking: Taking):
    checked(taking).checking.result()
    taking.load()
    first = taking.loading
    taking.load()
    assert taking.loading is first
    first.result()
    taking.load()
    assert taking.loading is first
    assert read_ledger(taking.home).loads == (1,)


def test_the_files_are_gone_once_they_are_loaded(taking: Taking):
    folder = checked(taking).upload.folder
    taking.checking.result()
    assert folder.exists()
    taking.load()
    taking.loading.result()
    assert not folder.exists()


def test_files_that_are_put_away_are_gone_and_the_next_can_be_chosen(taking: Taking):
    folder = checked(taking).upload.folder
    taking.checking.result()
    before = taking.rounds
    taking.put_away()
    assert not folder.exists()
    assert (taking.upload, taking.checking, taking.rounds) == (None, None, before + 1)


def test_what_cannot_be_read_is_a_sentence(taking: Taking):
    checked(taking, b"\0\0\0")
    with pytest.raises(PROBLEMS, match=r"activities\.csv"):
        taking.checking.result()


def test_work_goes_on_by_itself_and_tells_its_step():
    begun, go_on = Event(), Event()

    def task(told) -> str:
        told(1)
        begun.set()
        go_on.wait()
        return "done"

    work = Work(task)
    begun.wait()
    assert (work.is_done, work.step) == (False, 1)
    go_on.set()
    assert work.result() == "done"
    assert work.is_done


def test_the_bar_grows_from_step_to_step_and_is_never_full():
    assert share(0, 2, 0) == 0
    assert share(0, 2, 8) == 0.25
    assert share(1, 2, 0) == 0.5
    assert share(1, 2, 10_000) < 1
