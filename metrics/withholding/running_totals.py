"""Running totals: any two that were ever shown of one series differ by nobody or by enough people.

What is to date contains all that was before, so between any two values stand the people who came
between their days.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from metrics.standing import PeriodKind
from metrics.withholding.cell import Cell, Cells, Counts, Place, differ_little

KEPT_FIRST: tuple[PeriodKind, ...] = ("to_date", "year", "project", "school_year", "quarter")
"""The kinds most looked at lose least; any other comes after them."""


def too_close(series: Iterable[Cell], threshold: int) -> set[Cell]:
    """Values that differ by a small number from one that stays, or that was shown before.

    Earlier cells in the series are kept before later ones.
    """
    cells = list(series)
    shown: set[Counts] = {counts for cell in cells for counts in cell.told}
    gone = set()
    for cell in cells:
        if any(differ_little(cell.counts, other, threshold) for other in shown):
            gone.add(cell)
        else:
            shown.add(cell.counts)
    return gone


def series_of(cells: Cells) -> Iterator[list[Cell]]:
    """The kinds most looked at first, of each the newest first."""
    groups: dict[tuple, list[Place]] = defaultdict(list)
    for at in cells:
        groups[at.indicator, at.city, at.disaggregation, at.member].append(at)
    for places in groups.values():
        places.sort(key=lambda at: (_rank(at.kind), -at.end.toordinal()))
        yield [cells[at] for at in places]


def _rank(kind: PeriodKind) -> int:
    return KEPT_FIRST.index(kind) if kind in KEPT_FIRST else len(KEPT_FIRST)
