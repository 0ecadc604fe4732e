"""The writer's lock: one home has one writer at a time; readers need no lock."""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TextIO

from ingest.ledger import LoadProblem
from matrices.home import Home
from matrices.telling import told

WAIT_SECONDS = 120.0
_PAUSE_SECONDS = 0.05


@contextmanager
def write_lock(home: Home, by: str, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Be the only writer of the home; wait for another, then say who it is.

    The lock goes with the process: a writer that was killed holds nothing up.
    """
    home.data.mkdir(parents=True, exist_ok=True)
    with (home.data / "writer.lock").open("a+", encoding="utf-8") as file:
        _acquire(file, wait_seconds)
        _sign(file, by)
        yield


def _acquire(file: TextIO, wait_seconds: float) -> None:
    until = time.monotonic() + wait_seconds
    while not _is_acquired(file):
        if time.monotonic() >= until:
            raise LoadProblem(
                told(
                    "{holder} Nothing was changed; try again when that is done.",
                    holder=_holder(file),
                )
            )
        time.sleep(_PAUSE_SECONDS)


def _is_acquired(file: TextIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sign(file: TextIO, by: str) -> None:
    """Leave word for those who wait."""
    file.truncate(0)
    json.dump({"by": by, "process": os.getpid(), "since": f"{datetime.now(UTC):%H:%M} UTC"}, file)
    file.flush()


def _holder(file: TextIO) -> str:
    file.seek(0)
    try:
        holder = json.loads(file.read())
    except json.JSONDecodeError:  # read in the instant before the holder signed
        return told("Someone else is writing to this home.")
    who = holder["by"] or "Someone"
    return told(
        "{who} is writing to this home since {since} (process {process}).",
        who=who,
        since=holder["since"],
        process=holder["process"],
    )
