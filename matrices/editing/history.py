"""Every version of a city's file that was saved from a screen, with who changed it when and why.

In `data/matrices/<city>/`: `0000.yaml` is the text before the first change, each later number the
text after one, beside a note of it. A change made by hand in between is kept when it is found.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter

from matrices.durable import replace_text
from matrices.home import Home
from matrices.moment import now

BY_HAND = "by hand"
"""Who changed what was found changed outside the screen."""


@dataclass(frozen=True)
class Saved:
    """One version of a city's file."""

    version: int
    at: datetime
    """In UTC."""
    by: str
    why: str


_NOTE = TypeAdapter(Saved)


def history(home: Home, city: str) -> list[Saved]:
    """The versions, newest first; none before the first change. Version 0 is how it began."""
    notes = sorted(_folder(home, city).glob("[0-9]*.json"), reverse=True)
    return [_NOTE.validate_json(path.read_bytes()) for path in notes]


def text_of(home: Home, city: str, version: int) -> str:
    """KeyError for a version that there is not."""
    path = _folder(home, city) / f"{version:04}.yaml"
    if not path.is_file():
        raise KeyError(version)
    return path.read_text(encoding="utf-8")


def keep(home: Home, city: str, before: str, after: str, by: str, why: str) -> Saved:
    """Keeps the text after a change, and the one before it where nobody has yet."""
    known = history(home, city)
    if not known:
        _put(home, city, Saved(0, now(), "", ""), before)
    elif text_of(home, city, known[0].version) != before:
        _put(home, city, Saved(known[0].version + 1, now(), BY_HAND, ""), before)
    newest = history(home, city)[0].version
    return _put(home, city, Saved(newest + 1, now(), by, why), after)


def _put(home: Home, city: str, note: Saved, text: str) -> Saved:
    """The note comes last: a text without one was interrupted and is written over."""
    folder = _folder(home, city)
    folder.mkdir(parents=True, exist_ok=True)
    replace_text(folder / f"{note.version:04}.yaml", text)
    replace_text(folder / f"{note.version:04}.json", _NOTE.dump_json(note).decode())
    return note


def _folder(home: Home, city: str) -> Path:
    return home.data / "matrices" / city
