"""This publication minus the last: which figures wait until enough people stand between the two.

Between two publications stands another table: by how much each figure moved. It has the same lines,
and its small numbers are protected like any other, only that what must not be told is not emptied:
the figure stays as it was shown, *held*, until the change is large enough. So of any two values
that were ever shown as one figure, nobody or at least as many people as the threshold make the
difference.
"""

from collections.abc import Collection, Iterable

from metrics.withholding.cell import Cell, Counts, differ_little
from metrics.withholding.lines import Line


def moved_little(cells: Iterable[Cell], threshold: int) -> set[Cell]:
    """Cells that differ by a few people from something that was shown as the same figure."""
    return {
        cell
        for cell in cells
        if any(differ_little(cell.counts, told, threshold) for told in cell.told)
    }


def shown_instead(cell: Cell, threshold: int) -> Counts | None:
    """What a held cell shows; None where it can only be withheld.

    The oldest value that it is too close to, which is the same whatever was shown later, so that
    an undone load leaves no trace; of a cell that waits only for others, what was shown last.
    """
    for told in cell.told:
        if differ_little(cell.counts, told, threshold):
            return told
    return cell.last if cell.last != cell.counts else None


def next_to_hold(line: Line, hidden: Collection[Cell], threshold: int) -> Cell | None:
    """One more cell that must wait, the first part that moved; None if the line tells nothing."""
    for which in range(len(line.total.counts)):
        if line.adds_up and 0 < abs(_remainder(line, which, hidden)) < threshold:
            waiting = [part for part in line.parts if part not in hidden and part.moved(which)]
            waiting += [line.total] if line.total not in hidden else []
            return waiting[0] if waiting else None
    return None


def _remainder(line: Line, which: int, hidden: Collection[Cell]) -> float:
    """What the hidden parts moved together, as far as subtraction tells; 0 where it tells nothing.

    Where the total is hidden too, subtraction tells of it only if all its parts are shown.
    """
    gone = [part.moved(which) for part in line.parts if part in hidden]
    if line.total in hidden:
        return 0 if gone else sum(part.moved(which) or 0 for part in line.parts)
    if all(step is not None for step in gone):
        return sum(step or 0 for step in gone)
    shown = sum(part.moved(which) or 0 for part in line.parts if part not in hidden)
    return (line.total.moved(which) or 0) - shown
