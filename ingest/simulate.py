"""A simulation of seven cities in the shape of the platform's own exports, at any size.

Everything is invented, and every row of every file says so in its column `simulated`. The same
seed and last day give the same bytes.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

from ingest.simulation.counters import fill_counters
from ingest.simulation.evidence import counts, evidence
from ingest.simulation.people import open_people
from ingest.simulation.plans import Plan, plans
from ingest.simulation.rows import FILES
from ingest.simulation.stories import STORIES
from ingest.simulation.streams import AWARDS, PARTICIPATIONS, write_stream
from ingest.simulation.tables import write_table

ALL = tuple(story.city for story in STORIES)
"""The cities that can be simulated."""

EARLIEST = date(2020, 3, 31)
"""The platform began in January 2020; after a quarter there is something to see."""

MOST_DAMAGE = 0.5


def simulate(
    folder: Path,
    learners: int = 4000,
    seed: int = 2020,
    until: date | None = None,
    cities: Sequence[str] = ALL,
    damage: float = 0.02,
) -> list[Path]:
    """Writes the exports of these cities up to a day, yesterday if none is given.

    `learners` is the number of different people over all cities; `damage` the share of rows that
    are wrong on purpose, a quarter of it in the two long files. A file without rows is not
    written. Files of an earlier simulation are replaced, others never. ValueError says in one
    sentence each what cannot be done.
    """
    until = until or date.today() - timedelta(days=1)
    _check(learners, until, cities, damage)
    stories = [one for one in STORIES if one.city in cities and one.starts <= until]
    if not stories:
        raise ValueError(f"{', '.join(cities)}: none of the cities had started by {until}.")
    _clear(folder)
    made = plans(stories, learners, seed, until)
    with open_people(made, seed, until) as people:
        fill_counters(people, made)
        write_stream(people, folder / "participations.csv", PARTICIPATIONS, damage)
        write_stream(people, folder / "awards.csv", AWARDS, damage)
    tables = {name: rows for name, rows in _tables(made, seed).items() if rows}
    for name, rows in tables.items():
        write_table(folder / f"{name}.csv", rows, damage, seed)
    return [folder / f"{name}.csv" for name in (*tables, "awards", "participations")]


def _check(learners: int, until: date, cities: Sequence[str], damage: float) -> None:
    """Refuses what makes no sense, all of it at once."""
    unknown = [city for city in cities if city not in ALL]
    wrong = {
        f"{learners} learners: at least 1 is needed.": learners < 1,
        f"{until}: the last day cannot be before {EARLIEST}.": until < EARLIEST,
        "No city is named; name at least one.": not cities,
        f"{', '.join(unknown)}: not simulated; these are: {', '.join(ALL)}.": bool(unknown),
        f"{damage}: the share damaged is from 0 to {MOST_DAMAGE}.": not 0 <= damage <= MOST_DAMAGE,
    }
    if any(wrong.values()):
        raise ValueError("\n".join(sentence for sentence, is_so in wrong.items() if is_so))


def _clear(folder: Path) -> None:
    """Removes an earlier simulation; a file that does not say it is simulated is somebody's."""
    folder.mkdir(parents=True, exist_ok=True)
    there = [path for name in FILES if (path := folder / f"{name}.csv").exists()]
    others = [path for path in there if not _is_simulated(path)]
    if others:
        names = ", ".join(path.name for path in others)
        raise ValueError(f"{folder} has {names}, not simulated: choose another folder.")
    for path in there:
        path.unlink()


def _is_simulated(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.readline().strip().endswith(",simulated")


def _tables(made: Sequence[Plan], seed: int) -> dict[str, list[Any]]:
    """The rows of the small files, city by city."""
    return {
        "organisations": _all(plan.organisations for plan in made),
        "activities": _all(plan.activities for plan in made),
        "playlists": [one.row for plan in made for one in plan.playlists],
        "playlist_activities": [
            a for plan in made for one in plan.playlists for a in one.activities
        ],
        "badge_classes": _all(plan.badge_classes for plan in made),
        "evidence": _all(evidence(p, Random(f"{seed} evidence {p.story.city}")) for p in made),
        "counts": _all(counts(plan) for plan in made),
    }


def _all(parts: Iterable[Iterable[Any]]) -> list[Any]:
    return list(chain.from_iterable(parts))
