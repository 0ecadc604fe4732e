"""Damaged workbooks of the older kind make the library that reads them panic.

A panic is no `Exception`, so it would end the program, and it prints to the standard error by itself.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

_OLDER_KIND = b"\xd0\xcf\x11\xe0"
_STANDARD_ERROR = 2
_ONE_AT_A_TIME = Lock()


class Panicked(Exception):
    """The library gave up on a workbook."""


@contextmanager
def panics_told(path: Path) -> Iterator[None]:
    """Raises `Panicked` in place of a panic."""
    with path.open("rb") as start:
        is_older = start.read(4) == _OLDER_KIND
    try:
        if is_older:
            with _ONE_AT_A_TIME, _nothing_printed():
                yield
        else:
            yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise Panicked from error


@contextmanager
def _nothing_printed() -> Iterator[None]:
    """What is printed past Python goes nowhere meanwhile."""
    kept, nowhere = os.dup(_STANDARD_ERROR), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STANDARD_ERROR)
    try:
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)
