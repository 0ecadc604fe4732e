"""A city's matrix as text: target groups in order, each statement with status and figures."""

import textwrap
from collections.abc import Iterator

from dashboard.language import say
from dashboard.wording import dates, statuses
from dashboard.wording.about_loads import SIMULATED_FIGURES
from dashboard.wording.explanations import asides, explanation
from dashboard.wording.pages import ALL_GROUPS, LEVEL_NAMES
from dashboard.wording.promises import quietly
from dashboard.wording.territories import counted_together
from matrices.model import ALL_TARGET_GROUPS, LEVELS, Matrix
from metrics.standing import MatrixStanding, StatementStanding

WIDTH = 100
SIGN_WIDTH = 20


def matrix_lines(standing: MatrixStanding) -> list[str]:
    """The whole matrix with value, promise and status of every statement."""
    return [*_head(standing), *_groups(standing)]


def _head(standing: MatrixStanding) -> Iterator[str]:
    matrix = standing.matrix
    yield matrix.name
    if matrix.goal:
        yield from textwrap.wrap(matrix.goal, WIDTH)
    through = standing.data_through
    if through:
        yield say("Data up to {day}.", day=dates.day(through))
    else:
        yield say("No data have been loaded yet.")
    if together := counted_together(standing):
        yield together
    if standing.is_simulated:
        yield say(SIMULATED_FIGURES)
    if not matrix.is_published:
        yield say("This city has a platform and no published matrix yet.")


def _groups(standing: MatrixStanding) -> Iterator[str]:
    names = [(group.key, group.name) for group in standing.matrix.target_groups]
    for number, (key, name) in enumerate(names, start=1):
        yield from ("", f"{number:02} {name.upper()}")
        yield from _levels(standing, key)
    if standing.matrix.across:
        yield from ("", say(ALL_GROUPS).upper())
        yield from _levels(standing, ALL_TARGET_GROUPS)


def _levels(standing: MatrixStanding, group: str) -> Iterator[str]:
    for level in LEVELS:
        statements = standing.matrix.cell(group, level)
        if statements:
            yield f"  {_heading(standing.matrix, level)}"
        for statement in statements:
            yield from _statement(standing.statements[statement.identifier])


def _heading(matrix: Matrix, level: str) -> str:
    horizon = matrix.horizons.get(level)
    name = say(LEVEL_NAMES[level])
    return f"{name} ({horizon})" if horizon else name


def _statement(standing: StatementStanding) -> Iterator[str]:
    sign = f"[{statuses.name(standing.status)}]"
    first, *more = textwrap.wrap(standing.statement.text, WIDTH - SIGN_WIDTH - 4)
    yield f"    {sign:<{SIGN_WIDTH}} {first}"
    yield from (_indented(line) for line in more)
    for promise in standing.promises:
        told = " ".join([explanation(promise), *asides(promise)])
        yield from (_indented(f"> {line}") for line in _wrapped(told))
    if not standing.promises and standing.status.value in ("by_evidence", "cannot_be"):
        yield from (_indented(f"> {line}") for line in _wrapped(quietly(standing)))


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH - SIGN_WIDTH - 6)


def _indented(line: str) -> str:
    return " " * (SIGN_WIDTH + 5) + line
