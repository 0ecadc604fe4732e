"""The lines of a table of figures: what is a total there, and of which parts."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping

from metrics.standing import PeriodKind
from metrics.withholding.cell import Cell, Cells, Place
from metrics.withholding.lines import Line

TILED_BY: dict[PeriodKind, PeriodKind] = {
    "quarter": "month",
    "year": "quarter",
    "school_year": "month",
    "project": "month",
    "to_date": "year",
}
"""Kinds of stretches to the kind that they are made of."""

Members = Mapping[str, Collection[str]]
"""Territory to the cities whose rows it has."""


def members_of_wholes(cells: Cells) -> Iterator[Line]:
    """Every value with each of its breakdowns, members in the order of their names.

    Members in which people may appear twice are treated as if they added up: the whole less the
    others is still the least that the last can be.
    """
    broken_down = {at: cell for at, cell in cells.items() if at.disaggregation}
    for at, group in _groups(broken_down, lambda at: at._replace(member="")).items():
        total = cells.get(at._replace(disaggregation=""))
        if total:
            yield Line(total, _in_order(group))


def periods_of_longer(cells: Cells, adds_up: bool) -> Iterator[Line]:
    """Every longer stretch with the shorter ones it is made of, oldest first."""
    series = _groups(cells, lambda at: (at.indicator, at.city, at.disaggregation, at.member))
    for group in series.values():
        for at, total in group.items():
            parts = _tiles(at, group)
            line = Line(total, parts, adds_up)
            if parts and (not adds_up or _is_made_of(line)):
                yield line


def cities_of_territories(cells: Cells, members: Members, adds_up: bool) -> Iterator[Line]:
    """Every figure of a territory with those of its cities."""
    for at, total in cells.items():
        inside = [cells.get(at._replace(city=city)) for city in sorted(members.get(at.city, ()))]
        parts = tuple(cell for cell in inside if cell and cell is not total)
        line = Line(total, parts, adds_up, keeps_parts=True)
        if parts and (not adds_up or _is_made_of(line)):
            yield line


def _tiles(at: Place, series: Cells) -> tuple[Cell, ...]:
    kind = TILED_BY.get(at.kind)
    inside = {p: c for p, c in series.items() if p.kind == kind and at.start <= p.start <= at.end}
    return _in_order(inside)


def _is_made_of(line: Line) -> bool:
    """Whether nothing of the total lies outside the parts that are known."""
    return all(line.is_exact(which) for which in range(len(line.total.counts)))


def _in_order(cells: Cells) -> tuple[Cell, ...]:
    """By name and by day: whoever sees which of them is hidden learns nothing of their sizes."""
    return tuple(cells[at] for at in sorted(cells, key=lambda at: (at.start, at.member, at.city)))


def _groups(cells: Cells, key: Callable[[Place], Hashable]) -> dict:
    groups: dict[Hashable, Cells] = defaultdict(dict)
    for at, cell in cells.items():
        groups[key(at)][at] = cell
    return groups
