"""Small files: rows as they are in memory, written as CSV, some of them damaged."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from ingest.simulation.damage import DAMAGES, Damage, damage_rate
from ingest.simulation.rows import headings


def write_table(path: Path, rows: Sequence[Any], damage: float, seed: int) -> None:
    """Writes the rows below their headings; which are damaged depends on the seed alone."""
    lines = [[_text(getattr(row, name)) for name in headings(path.stem)] for row in rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(headings(path.stem))
        writer.writerows(_damaged(path.stem, lines, damage, Random(f"{seed} {path.name}")))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ";".join(value) if isinstance(value, tuple) else str(value)


def _damaged(
    file: str, lines: list[list[str]], damage: float, random: Random
) -> Iterator[list[str]]:
    """The lines in their order; the kinds of damage take turns over the lines chosen."""
    kinds = DAMAGES[file]
    spoilt = round(len(lines) * damage_rate(file, damage)) if kinds else 0
    places = sorted(random.sample(range(len(lines)), spoilt))
    damages = {place: kinds[turn % len(kinds)] for turn, place in enumerate(places)}
    for place, line in enumerate(lines):
        if place in damages:
            yield from _spoilt(file, line, damages[place])
        else:
            yield line


def _spoilt(file: str, line: list[str], damage: Damage) -> Iterator[list[str]]:
    names = headings(file)
    place = names.index(damage.column)
    cells = [line[place]]
    match damage.change:
        case "becomes":
            cells = [damage.text]
        case "day_first":
            cells = [f"{date.fromisoformat(line[place]):%d.%m.%Y}"]
        case "before_start":
            start = date.fromisoformat(line[names.index("start")])
            cells = [str(start - timedelta(days=10))]
        case "left_out":
            cells = []
        case "doubled":
            cells = [line[place], line[place]]
        case "row_twice":
            yield line
    yield [*line[:place], *cells, *line[place + 1 :]]
