"""Progress read by the goals of policy frameworks, as text."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from dashboard.language import current, mark, say
from dashboard.wording import statuses
from dashboard.wording.numbers import counted
from metrics.alignment import Alignment, alignments
from metrics.results import Results
from metrics.standing import Status

WIDTH = 100
NONE = mark(
    "No statement is aligned to a goal of a framework. `aligned_to` in a city's file does it."
)
NOTE = mark("A statement may serve several goals and counts for each: they do not add up.")


def alignments_of(results: Results, city: str | None = None) -> list[Alignment]:
    """The goals that one city serves, or all cities together; KeyError for an unknown city."""
    cities = [city] if city else list(results.catalogue.matrices)
    standings = [one for name in cities for one in results.matrix(name).statements.values()]
    catalogue = results.catalogue
    return alignments(standings, catalogue.indicators, catalogue.frameworks, current())


def alignment_lines(found: Sequence[Alignment]) -> list[str]:
    """Each goal with how many statements serve it and how these stand."""
    if not found:
        return [say(NONE)]
    return [*_frameworks(found), "", say(NOTE)]


def _frameworks(found: Sequence[Alignment]) -> Iterator[str]:
    for name, goals in groupby(found, lambda goal: goal.framework):
        yield from ("", name)
        for goal in goals:
            yield from _goal(goal)


def _goal(goal: Alignment) -> Iterator[str]:
    head = f"  {goal.tag}  {goal.goal}"
    yield from textwrap.wrap(head, WIDTH, subsequent_indent="    ")
    many = counted(len(goal.statements), "statement", "statements")
    standing = ", ".join(
        f"{goal.statuses[status]} {statuses.name(status)}"
        for status in Status
        if status in goal.statuses
    )
    yield from textwrap.wrap(f"    {many}: {standing}", WIDTH, subsequent_indent="      ")
