"""Indicators that count the same people, or some of them: what one hides the other must not tell.

The learners who joined online are among the learners, so the two tell how many never did. A rate per
1,000 inhabitants tells the count it is made of, and a share the two counts it is made of.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from metrics.definition import Indicator
from metrics.tally import Tally
from metrics.withholding.cell import Cell
from metrics.withholding.figures import Figures


@dataclass(frozen=True)
class Kinship:
    """A tally of the inner indicator counts what one of the outer counts, or a part of it."""

    outer: str
    outer_role: str
    inner: str
    inner_role: str
    is_same: bool
    """Whether the outer is that count and nothing else, so that the inner goes where it went."""


def kinships(indicators: Sequence[Indicator]) -> list[Kinship]:
    """Of every two of these indicators."""
    return [
        Kinship(
            outer.identifier,
            outer_role,
            inner.identifier,
            inner_role,
            is_same=whole == part and not outer.is_share,
        )
        for outer, inner in permutations(indicators, 2)
        if outer.dated_by == inner.dated_by
        for outer_role, whole in outer.tallies.items()
        for inner_role, part in inner.tallies.items()
        if _is_among(part, whole)
    ]


def settle_kin(figures: Mapping[str, Figures], kin: Sequence[Kinship]) -> None:
    """Hides along all kinships until nothing more follows."""
    is_settled = False
    while not is_settled:
        more = [_settle(each, figures[each.outer], figures[each.inner]) for each in kin]
        is_settled = not any(more)


def _settle(kinship: Kinship, outer: Figures, inner: Figures) -> bool:
    """Whether anything more had to go."""
    shown = [
        (cell, other)
        for cell, other in _side_by_side(kinship, outer, inner)
        if cell not in inner.withheld
    ]
    gone = {cell for cell, other in shown if _gives_away(kinship, outer, cell, other)}
    waiting = {
        cell for cell, other in shown if kinship.is_same and other in outer.held
    } - inner.held.keys()
    inner.withhold(gone)
    inner.hide(waiting - gone)
    return bool(gone or waiting)


def _gives_away(kinship: Kinship, outer: Figures, cell: Cell, other: Cell) -> bool:
    """Whether the inner's cell tells what the outer hides, or a few people beside the outer's."""
    if other in outer.withheld:
        return kinship.is_same
    people = _people(other, kinship.outer_role) - _people(cell, kinship.inner_role)
    return 0 < abs(people) < outer.threshold


def _side_by_side(kinship: Kinship, outer: Figures, inner: Figures) -> Iterator[tuple[Cell, Cell]]:
    """The inner's cells with the outer's of the same place."""
    for at, cell in inner.cells.items():
        other = outer.cells.get(at._replace(indicator=kinship.outer))
        if other:
            yield cell, other


def _people(cell: Cell, role: str) -> float:
    """How many the tally of that role counted; those who do not count are in a denominator too."""
    return sum(cell.counts) if role == "denominator" else cell.counts[0]


def _is_among(part: Tally, whole: Tally) -> bool:
    """Whether every row of the one is a row of the other, counted in the same way."""
    if not whole.is_counted or part.record != whole.record:
        return False
    is_narrower = set(whole.conditions) <= set(part.conditions)
    return is_narrower and part.model_copy(update={"where": whole.where}) == whole
