"""Which values must go so that no small number of people can be worked out from those that stay.

Pure: cells and lines in, the cells to withhold out. A line is a total with the parts that add up
to it: a value and its breakdown, a year and its quarters. Subtraction along a line tells the sum
of the parts withheld, so at least two must be, they must not be small together, and they must not
be so many ones that each is plain. Why this holds also across lines: a part withheld only to
protect another has itself parts withheld that are not small together.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """One value as the numbers of people in it."""

    key: int
    counts: tuple[float, ...]
    """The value; of a share those who count and those who do not."""

    def is_small(self, threshold: int) -> bool:
        return any(0 < count < threshold for count in self.counts)


@dataclass(frozen=True)
class Line:
    """A total and its parts."""

    total: Cell
    parts: tuple[Cell, ...]
    adds_up: bool = True
    """False where people may be in several parts: then the parts only bound each other."""

    def next_to_withhold(self, withheld: Collection[Cell], threshold: int) -> Cell | None:
        """One more cell that must go, the smallest part that is still shown; None if safe."""
        for which in range(len(self.total.counts)):
            if self._tells(which, withheld, threshold):
                shown = [part for part in self.parts if part not in withheld and any(part.counts)]
                if shown:
                    return min(shown, key=lambda part: (sum(part.counts), part.key))
                if self._is_all(which, withheld):
                    return self.total
        return None

    def _tells(self, which: int, withheld: Collection[Cell], threshold: int) -> bool:
        gone = [part.counts[which] for part in self.parts if part in withheld]
        people = [count for count in gone if count > 0]
        total = self.total.counts[which]
        if self.total in withheld:
            return self.adds_up and total >= threshold > sum(people)
        if self.adds_up:
            return 0 < sum(people) < threshold or 0 < len(people) in (1, sum(people))
        shown = sum(part.counts[which] for part in self.parts) - sum(people)
        return 0 < max(people, default=0) < threshold and total - shown >= _most(people, threshold)

    def _is_all(self, which: int, withheld: Collection[Cell]) -> bool:
        """Whether the total itself, still shown, says what its withheld parts are together."""
        parts = sum(part.counts[which] for part in self.parts)
        return self.total not in withheld and parts == self.total.counts[which]


def suppressed(lines: Sequence[Line], small: Iterable[Cell], threshold: int) -> set[Cell]:
    """The small cells and all that must go with them."""
    withheld = set(small)
    before = -1
    while before != len(withheld):
        before = len(withheld)
        for line in lines:
            while cell := line.next_to_withhold(withheld, threshold):
                withheld.add(cell)
    return withheld


def too_close(series: Iterable[Cell], threshold: int) -> set[Cell]:
    """Values of a running total that differ by a small number from one that stays.

    Earlier cells in the series are kept before later ones.
    """
    kept: list[Cell] = []
    gone = set()
    for cell in series:
        if any(_differ_little(cell, other, threshold) for other in kept):
            gone.add(cell)
        else:
            kept.append(cell)
    return gone


def _most(people: Sequence[float], threshold: int) -> int:
    """As many as small numbers can be together."""
    return len(people) * (threshold - 1)


def _differ_little(one: Cell, other: Cell, threshold: int) -> bool:
    pairs = zip(one.counts, other.counts, strict=True)
    return any(0 < abs(a - b) < threshold for a, b in pairs)
