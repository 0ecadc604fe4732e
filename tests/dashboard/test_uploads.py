"""Files on their way in lie apart, unreadable for others, and go."""

import gc
import os
import stat
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from dashboard.uploads import FORGOTTEN_SECONDS, PREFIX, Upload


@dataclass
class Sent:
    """A file as a browser sends it."""

    name: str
    content: bytes = b"person,activity_id\nana@example.org,a1\n"

    def getbuffer(self) -> memoryview:
        return memoryview(self.content)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of its own, so that nothing of others is swept."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_the_servers_user_can_read_what_was_sent():
    upload = Upload([Sent("participations.csv")])
    (file,) = upload.files
    assert file.read_bytes().startswith(b"person")
    assert (mode(upload.folder), mode(file.parent), mode(file)) == (0o700, 0o700, 0o600)


def test_two_files_may_have_one_name():
    upload = Upload([Sent("data.csv", b"1"), Sent("data.csv", b"2")])
    first, second = upload.files
    assert (first.name, second.name) == ("data.csv", "data.csv")
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\..\\passwd", "/etc/passwd", "a/passwd"])
def test_a_name_cannot_lead_out_of_the_folder(name: str):
    upload = Upload([Sent(name)])
    assert upload.names == ("passwd",)
    assert upload.folder in upload.files[0].parents


@pytest.mark.parametrize("name", ["", "..", "/", "\0"])
def test_what_is_no_name_becomes_one(name: str):
    assert Upload([Sent(name)]).names == ("file",)


def test_what_is_put_away_is_gone_however_often_one_asks():
    upload = Upload([Sent("data.csv")])
    upload.remove()
    upload.remove()
    assert not upload.folder.exists()


def test_the_files_go_when_nobody_holds_them_any_more(folder: Path):
    upload = Upload([Sent("data.csv")])
    assert list(folder.iterdir()) == [upload.folder]
    del upload
    gc.collect()
    assert list(folder.iterdir()) == []


def test_what_a_killed_server_left_is_swept_the_next_day_and_nothing_else(folder: Path):
    forgotten, recent, others = (folder / name for name in (f"{PREFIX}old", f"{PREFIX}new", "x"))
    for path in (forgotten, recent, others):
        path.mkdir()
    old = time.time() - FORGOTTEN_SECONDS - 60
    os.utime(forgotten, (old, old))
    os.utime(others, (old, old))
    upload = Upload([Sent("data.csv")])
    assert set(folder.iterdir()) == {recent, others, upload.folder}
