"""Indicators by cities as text: what is promised in several cities, in whatever words."""

import textwrap
from collections.abc import Iterator, Sequence

from matrices.model import Statement
from metrics.crosswalk import Crossing

WIDTH = 100
INDENT = " " * 6


def crosswalk_lines(crossings: Sequence[Crossing], cities: Sequence[str]) -> list[str]:
    """A table of how many statements each city has on each indicator, then their words."""
    return [*_table(crossings, cities), "", *_words(crossings)]


def crosswalk_rows(crossings: Sequence[Crossing]) -> list[dict[str, object]]:
    """For machines: one line for each indicator and statement."""
    return [
        {
            "indicator": crossing.indicator,
            "name": crossing.name,
            "city": city,
            "statement": statement.identifier,
            "text": statement.text,
            "measured": statement.measured,
        }
        for crossing in crossings
        for city, statements in crossing.statements.items()
        for statement in statements
    ]


def _table(crossings: Sequence[Crossing], cities: Sequence[str]) -> Iterator[str]:
    widest = max((len(crossing.indicator) for crossing in crossings), default=0)
    yield " " * widest + "".join(f"  {city}" for city in cities)
    for crossing in crossings:
        counts = ((city, len(crossing.statements.get(city, ()))) for city in cities)
        marks = "".join(f"  {count or '·':>{len(city)}}" for city, count in counts)
        yield f"{crossing.indicator:<{widest}}{marks}"


def _words(crossings: Sequence[Crossing]) -> Iterator[str]:
    shared = [crossing for crossing in crossings if len(crossing.statements) > 1]
    for crossing in shared:
        yield f"{crossing.name} ({crossing.indicator}), {len(crossing.statements)} cities"
        for statements in crossing.statements.values():
            for statement in statements:
                yield from _statement(statement)


def _statement(statement: Statement) -> list[str]:
    text = f"{statement.identifier}: {statement.text}"
    return textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent=INDENT)
