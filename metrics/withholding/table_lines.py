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
    "same_stretch": "month",
    "to_date": "year",
}
"""Kinds of stretches to the kind that they are made of."""
UNSEEN = -1
"""The key of what is part of a total and no figure of its own."""

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
            yield Line(total, _whole(total, _in_order(group)))


def periods_of_longer(cells: Cells, adds_up: bool) -> Iterator[Line]:
    """Every longer stretch with the shorter ones it is made of, oldest first.

    A stretch that begins or ends within a month has a piece of it, which is no figure of its own.
    """
    series = _groups(cells, lambda at: (at.indicator, at.city, at.disaggregation, at.member))
    for group in series.values():
        for at, total in group.items():
            whole, cut = _tiles(at, group)
            if adds_up and len(cut) == 1:
                yield from _pieces(total, whole, cut[0])
            elif whole and (adds_up or not cut):
                yield from _added(total, whole, adds_up)


def cities_of_territories(cells: Cells, members: Members, adds_up: bool) -> Iterator[Line]:
    """Every figure of a territory with those of its cities."""
    for at, total in cells.items():
        inside = [cells.get(at._replace(city=city)) for city in sorted(members.get(at.city, ()))]
        parts = tuple(cell for cell in inside if cell and cell is not total)
        if parts:
            yield from _added(total, parts, adds_up, keeps_parts=True)


def _added(
    total: Cell, parts: tuple[Cell, ...], adds_up: bool, keeps_parts: bool = False
) -> Iterator[Line]:
    """Where people are counted in several parts once each, these bound the total and no more."""
    line = Line(total, _whole(total, parts) if adds_up else parts, adds_up, keeps_parts)
    if not adds_up or all(line.is_exact(which) for which in range(len(total.counts))):
        yield line


def _pieces(total: Cell, whole: tuple[Cell, ...], cut: Cell) -> Iterator[Line]:
    """A stretch with a piece of one month, and that month with its two pieces."""
    parts = _whole(total, whole)
    yield from _added(total, parts, adds_up=True)
    if parts[-1].key == UNSEEN:
        yield from _added(cut, (parts[-1],), adds_up=True)


def _whole(total: Cell, parts: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The parts, and what the total has beside them where it has more."""
    sums = (sum(part.counts[which] for part in parts) for which in range(len(total.counts)))
    rest = tuple(count - added for count, added in zip(total.counts, sums, strict=True))
    is_more = any(rest) and min(rest) >= 0
    return (*parts, Cell(UNSEEN, rest, is_new=False)) if is_more else parts


def _tiles(at: Place, series: Cells) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """Those that lie in the stretch, and those of which only a piece does."""
    kind = TILED_BY.get(at.kind)
    inside = {p: c for p, c in series.items() if p.kind == kind and _overlap(p, at)}
    whole = {p: c for p, c in inside.items() if at.kind == "to_date" or _lies_in(p, at)}
    return _in_order(whole), _in_order({p: c for p, c in inside.items() if p not in whole})


def _overlap(one: Place, other: Place) -> bool:
    return one.start <= other.end and other.start <= one.end


def _lies_in(one: Place, other: Place) -> bool:
    return other.start <= one.start and one.end <= other.end


def _in_order(cells: Cells) -> tuple[Cell, ...]:
    """By day and by name: whoever sees which of them is hidden learns nothing of their sizes."""
    return tuple(cells[at] for at in sorted(cells, key=lambda at: (at.start, at.member, at.city)))


def _groups(cells: Cells, key: Callable[[Place], Hashable]) -> dict:
    groups: dict[Hashable, Cells] = defaultdict(dict)
    for at, cell in cells.items():
        groups[key(at)][at] = cell
    return groups
