"""A folder handed in stands for the JSON files and badges in it: they come many at a time."""

from collections.abc import Sequence
from pathlib import Path

from ingest.open_badges.carriers import ENDINGS


def with_folders_opened(files: Sequence[Path]) -> list[Path]:
    """The files; of a folder those whose ending says JSON, a badge or a picture of one.

    A folder without any stays, to be refused.
    """
    return [path for each in files for path in (_files_in(each) or [each])]


def _files_in(folder: Path) -> list[Path]:
    """Those in the folder and the folders in it, by name; hidden ones are not meant."""
    if not folder.is_dir():
        return []
    found = sorted(each for each in folder.rglob("*") if each.suffix.lower() in ENDINGS)
    return [each for each in found if each.is_file() and not _is_hidden(each, folder)]


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
