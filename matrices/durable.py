"""Files that are on the disk, whole, before anything points at them."""

import os
from pathlib import Path


def replace_text(path: Path, text: str) -> None:
    """Put `text` where `path` is in one step: a reader sees the old file or the new one."""
    aside = path.with_name(f".{path.name}.incoming")
    with aside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    put_in_place(aside, path)


def put_in_place(aside: Path, path: Path) -> None:
    """Rename, and have the renaming itself on the disk before returning."""
    aside.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Have what was written to a file, or the names in a folder, on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
