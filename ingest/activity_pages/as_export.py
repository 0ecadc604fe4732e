"""Pages as an ordinary table of activities in the platform's headings, to be checked by a person.

Nothing is loaded here: the file is looked at, mended, and handed to `impact load` like any other.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ingest.activity_pages.reading import PageReading
from ingest.reading.file_problems import FileProblem, FileProblems

HEADINGS = (
    *("activity_id", "site", "organisation", "co_hosts", "name", "type", "status", "skills"),
    *("start", "end", "online", "address"),
)
_TYPES = ("workshop", "course", "internship", "volunteering")
_STARTS_A_FORMULA = "=+-@\t"


@dataclass(frozen=True)
class Given:
    """What the person says who knows the activity."""

    city: str
    starts: date | None = None
    ends: date | None = None


def write_activities(readings: Sequence[PageReading], given: Given, target: Path) -> list[str]:
    """Writes one row a page; gives the headings that a person still has to fill in.

    Raises `FileProblems` where the file exists already or cannot be written.
    """
    rows = [_row(reading, given) for reading in readings]
    try:
        with target.open("x", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, HEADINGS)
            writer.writeheader()
            writer.writerows(rows)
    except FileExistsError as error:
        text = "It exists already and may hold corrections. Name another file."
        raise FileProblems([FileProblem(str(target), text)]) from error
    except OSError as error:
        text = f"It cannot be written: {error.strerror}."
        raise FileProblems([FileProblem(str(target), text)]) from error
    return [name for name in ("name", "start") if not all(row[name] for row in rows)]


def _row(reading: PageReading, given: Given) -> dict[str, str]:
    organisers = reading.values("organiser") or reading.values("issuer")[:1]
    place = reading.first("place")
    starts = given.starts.isoformat() if given.starts else reading.first("starts")
    ends = given.ends.isoformat() if given.ends else reading.first("ends")
    cells = {
        "activity_id": reading.activity_id,
        "site": given.city,
        "organisation": next(iter(organisers), ""),
        "co_hosts": ";".join(map(_one_label, organisers[1:])),
        "name": reading.first("name"),
        "type": _type(reading),
        "status": "published",
        "skills": ";".join(map(_one_label, reading.values("competence", guesses=False))),
        "start": starts,
        "end": "" if given.starts and not given.ends else ends,
        "online": "no" if place else "",
        "address": place,
    }
    return {heading: text.lstrip(_STARTS_A_FORMULA) for heading, text in cells.items()}


def _one_label(text: str) -> str:
    return text.replace(";", ",").replace("|", "/")


def _type(reading: PageReading) -> str:
    """What its name calls it, else an event."""
    words = reading.first("name").casefold()
    return next((kind for kind in _TYPES if kind in words), "event")
