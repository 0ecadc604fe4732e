"""Files on their way in: they may name persons, so they lie where only the server's user can read,
outside the home, and only for as long as it takes to preview and load them."""

import os
import shutil
import tempfile
import time
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

PREFIX = "impact-upload-"
FORGOTTEN_SECONDS = 24 * 3600
"""A folder this old belongs to a server that was killed."""


class Uploaded(Protocol):
    """A file as the browser sent it."""

    name: str

    def getbuffer(self) -> memoryview: ...


class Upload:
    """Some files in a folder of their own, which goes when `remove` is called, when nobody holds
    the object any more (the session ended) or when the server stops."""

    def __init__(self, uploaded: Iterable[Uploaded]) -> None:
        _sweep()
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX))  # mode 0700
        self._remover = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        self.files = tuple(_kept(self.folder, number, file) for number, file in enumerate(uploaded))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(file.name for file in self.files)

    def remove(self) -> None:
        """Safe to call more than once."""
        self._remover()


def _kept(folder: Path, number: int, uploaded: Uploaded) -> Path:
    """In a folder of its own, so that two files may have one name; readable for us alone."""
    own = folder / str(number)
    own.mkdir(mode=0o700)
    path = own / _plain(uploaded.name)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(uploaded.getbuffer())
    return path


def _plain(name: str) -> str:
    """The bare name: what a browser sends may hold folders, or nothing that is a name."""
    bare = name.replace("\\", "/").rpartition("/")[2].replace("\0", "").strip()
    return bare if bare.strip(".") else "file"


def _sweep() -> None:
    """Removes what a killed server left; others may be at work in their own."""
    oldest = time.time() - FORGOTTEN_SECONDS
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if _is_forgotten(folder, oldest):
            shutil.rmtree(folder, ignore_errors=True)


def _is_forgotten(folder: Path, oldest: float) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return found.st_mtime < oldest and found.st_uid == os.getuid()
