"""The files in a ZIP, read one by one within bounds and never written anywhere."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ingest.open_badges.faults import UnreadableBadge, shown
from ingest.open_badges.limits import (
    FREE_BYTES,
    MOST_BYTES,
    MOST_FILES,
    MOST_RATIO,
    MOST_UNPACKED,
)
from matrices.telling import told

ZIP_START = b"PK\x03\x04"
EMPTY_ZIP_START = b"PK\x05\x06"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    IndexError,
)
"""What the reading of a damaged, locked or unusual archive can end in."""


def is_workbook(path: Path) -> bool:
    """Whether a ZIP is a workbook inside; one that cannot be opened is left to its ending."""
    try:
        with zipfile.ZipFile(path) as archive:
            return not {"[Content_Types].xml", "mimetype"}.isdisjoint(archive.namelist())
    except (*_BROKEN, ValueError):
        return path.suffix.lower() != ".zip"


def files_in_zip(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file; raises `UnreadableBadge` at the first that is not right."""
    unpacked = 0
    try:
        with zipfile.ZipFile(path) as archive:
            for entry in _entries(archive):
                content = _content(archive, entry)
                unpacked += len(content)
                if unpacked > MOST_UNPACKED:
                    raise UnreadableBadge(
                        _too_large(told("more than {most} MB", most=MOST_UNPACKED >> 20))
                    )
                yield entry.filename, content
    except UnreadableBadge:
        raise
    except (*_BROKEN, ValueError) as error:
        raise UnreadableBadge(
            told("This ZIP cannot be opened: it is cut off, damaged or locked. Make it anew.")
        ) from error


def _entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_FILES:
        raise UnreadableBadge(
            told("This ZIP has more than {most} files; load it in parts.", most=f"{MOST_FILES:,}")
        )
    for entry in entries:
        _refuse_dangerous(entry)
    kept = [entry for entry in entries if not _is_housekeeping(entry.filename)]
    if not kept:
        raise UnreadableBadge(told("There is no file in this ZIP."))
    return sorted(kept, key=lambda entry: entry.filename)


def _refuse_dangerous(entry: zipfile.ZipInfo) -> None:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        name = shown(entry.filename)
        raise UnreadableBadge(
            told("`{name}` in this ZIP points outside of it; nothing was read.", name=name)
        )
    if entry.file_size > MOST_BYTES:
        raise UnreadableBadge(_too_large(told("`{name}` alone", name=shown(path.name))))
    if entry.file_size > FREE_BYTES and entry.file_size > MOST_RATIO * entry.compress_size:
        raise UnreadableBadge(
            _too_large(told("`{name}`, packed to almost nothing,", name=shown(path.name)))
        )


def _too_large(what: str) -> str:
    return told(
        "This ZIP unpacks to far more than badges need ({what}); nothing was read.", what=what
    )


def _is_housekeeping(name: str) -> bool:
    """What computers put beside the files of their users."""
    parts = PurePosixPath(name).parts
    return parts[0] == "__MACOSX" or parts[-1].startswith(".") or parts[-1] == "Thumbs.db"


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What it says of its size may be a lie, so no more than that is read."""
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) > entry.file_size:
        raise UnreadableBadge(
            _too_large(told("`{name}` lies about its size", name=shown(entry.filename)))
        )
    if content.startswith((ZIP_START, EMPTY_ZIP_START)):
        name = shown(entry.filename)
        raise UnreadableBadge(
            told("`{name}` in this ZIP is a ZIP itself; unpack it first.", name=name)
        )
    return content
