"""Whether a hidden number could as well be another, and still nothing that is shown would change.

This is the attacker's question asked backwards. Whoever sees all that is shown, and knows which
figures add up to which, has a system of equations and knows that what is hidden is at least one. A
number can be worked out only if every table that fits has the same number there. So for each small
number another table is looked for that fits: the number one more or one less, and each line it
stands in mended by another hidden number. Where one is found, nobody can tell. Where none is found
in so many steps the number is taken to be unsafe, although there may be one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from metrics.withholding.cell import Cell
from metrics.withholding.lines import Line

MOST_CHANGES = 20
"""So many numbers may differ in the other table."""
MOST_STEPS = 150

Changes = Mapping[Cell, float]
LinesOf = Mapping[Cell, Sequence[Line]]


def lines_of(lines: Iterable[Line]) -> LinesOf:
    """Each cell to the lines it stands in."""
    found: dict[Cell, list[Line]] = defaultdict(list)
    for line in lines:
        for cell in line.cells():
            found[cell].append(line)
    return found


def next_to_hide(
    cell: Cell, lines: LinesOf, hidden: Collection[Cell], threshold: int
) -> Cell | None:
    """One more cell that must go because a small number of this one is plain; None if it is not.

    A cell of one line alone is safe where its line is.
    """
    exact = len(lines[cell])
    for which, count in enumerate(cell.counts):
        if exact > 1 and 0 < count < threshold and not _Search(which, lines, hidden).differs(cell):
            return _neighbour(cell, which, lines, hidden)
    return None


@dataclass
class _Search:
    which: int
    lines: LinesOf
    hidden: Collection[Cell]
    steps: int = field(default=0)

    def differs(self, cell: Cell) -> bool:
        return any(
            self._is_possible(cell, step) and self._mends({cell: step}) for step in (1.0, -1.0)
        )

    def _mends(self, changes: Changes) -> bool:
        self.steps += 1
        if self.steps > MOST_STEPS or len(changes) > MOST_CHANGES:
            return False
        line = self._broken(changes)
        if line is None:
            return True
        gap = _gap(line, changes)
        return any(
            self._mends({**changes, cell: step})
            for cell in line.cells()
            if cell in self.hidden and cell not in changes
            for step in [-gap if cell is line.total else gap]
            if self._is_possible(cell, step)
        )

    def _broken(self, changes: Changes) -> Line | None:
        for cell in changes:
            for line in self.lines[cell]:
                if line.is_exact(self.which) and _gap(line, changes):
                    return line
        return None

    def _is_possible(self, cell: Cell, step: float) -> bool:
        """Of a share one of the two may be nobody; what is hidden as a whole never is."""
        least = 1 if len(cell.counts) == 1 else 0
        return cell.counts[self.which] + step >= least


def _gap(line: Line, changes: Changes) -> float:
    """What the total changed by more than its parts."""
    return changes.get(line.total, 0) - sum(changes.get(part, 0) for part in line.parts)


def _neighbour(cell: Cell, which: int, lines: LinesOf, hidden: Collection[Cell]) -> Cell | None:
    """The first number, still shown, in a line with it; a part before a total."""
    near = [line for line in lines[cell] if line.is_exact(which)]
    parts = (part for line in near for part in line.parts)
    for other in (*parts, *(line.total for line in near)):
        if other not in hidden and any(other.counts):
            return other
    return None
