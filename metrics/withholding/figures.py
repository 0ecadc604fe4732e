"""All figures of one indicator: which of them are held, which are withheld, until nothing is told."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from metrics.withholding.alternatives import LinesOf, lines_of, next_to_hide
from metrics.withholding.cell import Cell, Cells, Counts
from metrics.withholding.lines import Line
from metrics.withholding.movements import moved_little, next_to_hold, shown_instead
from metrics.withholding.nested import Pair


@dataclass
class Figures:
    """The cells of one indicator with the lines and pairs in which they stand."""

    cells: Cells
    lines: Sequence[Line]
    pairs: list[Pair]
    threshold: int
    held: dict[Cell, Counts] = field(default_factory=dict)
    """What is shown of a cell that waits, instead of what it is."""
    withheld: set[Cell] = field(default_factory=set)
    _lines_of: LinesOf = field(init=False)

    _has_history: bool = field(init=False)
    _unseen: set[Cell] = field(init=False)
    """Parts of totals that are no figures of their own, and so are shown nowhere."""
    _unknown: set[Cell] = field(init=False)
    """What nobody knows the movement of, because the last publication did not tell it."""

    def __post_init__(self) -> None:
        self._lines_of = lines_of(self.lines)
        self._unseen = self._lines_of.keys() - self.cells.values()
        self._unknown = {cell for cell in self.cells.values() if cell.moved(0) is None}
        self._has_history = any(cell.last for cell in self.cells.values())

    def start(self, too_close: Iterable[Cell]) -> None:
        """Takes what must go for itself, then whatever must go with it."""
        cells = self.cells.values()
        self.withheld = {cell for cell in cells if cell.is_small(self.threshold)}
        close = {*too_close, *moved_little(cells, self.threshold)}
        self._hide(close - self.withheld)
        self.settle(self._hidden())

    def withhold(self, cells: Iterable[Cell]) -> None:
        """Empties these too, and hides whatever must go with them."""
        more = set(cells) - self.withheld
        self.withheld |= more
        self.settle(more)

    def hide(self, cells: Iterable[Cell]) -> None:
        """Holds these, or empties those that cannot be held, and whatever must go with them."""
        more = set(cells) - self._hidden()
        self._hide(more)
        self.settle(more)

    def add_pairs(self, pairs: Iterable[Pair]) -> None:
        self.pairs.extend(pairs)
        self.settle(())

    def settle(self, changed: Iterable[Cell]) -> None:
        """Goes on from the cells just hidden until nothing more follows."""
        changed = {*changed, *self._follow_movements(), *self._close_pairs()}
        while changed:
            changed = self._follow_lines(changed)
            changed |= self._follow_numbers()
            changed |= self._follow_movements()
            changed |= self._close_pairs()

    def _follow_lines(self, changed: Iterable[Cell]) -> set[Cell]:
        """What must go so that no line that these stand in tells of a few people."""
        hidden, more = self._hidden(), set()
        queue = deque(self._lines_of_all(changed))
        while queue:
            line = queue.popleft()
            while cell := line.next_to_hide(hidden, self.threshold):
                hidden.add(cell)
                more.add(cell)
                queue.extend(self._lines_of.get(cell, ()))
        self._hide(more)
        return more

    def _follow_numbers(self) -> set[Cell]:
        """What must go so that each small number could be another."""
        hidden, more = self._hidden(), set()
        for cell in self._lines_of:
            while cell in hidden and cell.is_small(self.threshold):
                other = next_to_hide(cell, self._lines_of, hidden, self.threshold)
                if other is None:
                    break
                hidden.add(other)
                more.add(other)
        self._hide(more)
        return more

    def _follow_movements(self) -> set[Cell]:
        """What must wait so that no line tells how few people its hidden parts moved by."""
        hidden, more = self._hidden() | self._unknown, set()
        queue = deque(self._lines_of_all(hidden) if self._has_history else ())
        while queue:
            line = queue.popleft()
            while cell := next_to_hold(line, hidden, self.threshold):
                hidden.add(cell)
                more.add(cell)
                queue.extend(self._lines_of.get(cell, ()))
        self._hide(more)
        return more

    def _close_pairs(self) -> set[Cell]:
        more = set()
        for pair in self.pairs:
            if pair.is_open(self.withheld):
                self.withheld.add(pair.goes)
                more.add(pair.goes)
        return more

    def _hide(self, cells: Iterable[Cell]) -> None:
        """A figure that changed since it was shown waits; one that did not can only be emptied."""
        for cell in cells:
            instead = shown_instead(cell, self.threshold)
            if instead is not None and not cell.is_small(self.threshold):
                self.held[cell] = instead
            else:
                self.withheld.add(cell)

    def _hidden(self) -> set[Cell]:
        return self.withheld | self._unseen | self.held.keys()

    def _lines_of_all(self, cells: Iterable[Cell]) -> list[Line]:
        found = {line: None for cell in cells for line in self._lines_of.get(cell, ())}
        return list(found)
