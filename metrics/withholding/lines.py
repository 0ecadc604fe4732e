"""Totals with their parts, and what must go so that subtraction along them gives no few people.

A line is a value and its breakdown, a year and its quarters, a network and its cities. Subtraction
along a line tells the sum of the parts that are hidden, so at least two must be, they must not be
few people together, and they must not be so few that each is plain. Why this holds also across
lines: a part hidden only to protect another has itself parts hidden that are not few together.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from metrics.withholding.cell import Cell


@dataclass(frozen=True, eq=False, slots=True)
class Line:
    """A total and its parts."""

    total: Cell
    parts: tuple[Cell, ...]
    adds_up: bool = True
    """False where people may be in several parts: then the parts only bound each other."""
    keeps_parts: bool = False
    """Whether the total goes before a part does: a city's own figure stands before the network's."""
    _are_exact: tuple[bool, ...] = field(init=False)

    def __post_init__(self) -> None:
        sums = (sum(counts) for counts in zip(*(part.counts for part in self.parts), strict=True))
        exact = (self.adds_up and a == b for a, b in zip(sums, self.total.counts, strict=True))
        object.__setattr__(self, "_are_exact", tuple(exact))

    def is_exact(self, which: int) -> bool:
        """Whether the total is the sum of these parts, so that one can be worked out of the rest."""
        return self._are_exact[which]

    def cells(self) -> tuple[Cell, ...]:
        return (self.total, *self.parts)

    def next_to_hide(self, hidden: Collection[Cell], threshold: int) -> Cell | None:
        """One more cell that must go, the smallest part that is still shown; None if safe."""
        for which in range(len(self.total.counts)):
            if self._tells(which, hidden, threshold) and (cell := self._choice(which, hidden)):
                return cell
        return None

    def _choice(self, which: int, hidden: Collection[Cell]) -> Cell | None:
        if self.keeps_parts and self.total not in hidden:
            return self.total
        shown = [part for part in self.parts if part not in hidden and any(part.counts)]
        if shown:
            return shown[0]
        return self.total if self._is_all(which) and self.total not in hidden else None

    def _tells(self, which: int, hidden: Collection[Cell], threshold: int) -> bool:
        gone = [part.counts[which] for part in self.parts if part in hidden]
        people = [count for count in gone if count > 0]
        total = self.total.counts[which]
        if self.total in hidden:
            return self.adds_up and total >= threshold > sum(people)
        if self.adds_up:
            return 0 < sum(people) < threshold or self._are_plain(which, people, threshold)
        shown = sum(part.counts[which] for part in self.parts) - sum(people)
        return 0 < max(people, default=0) < threshold and total - shown >= _most(people, threshold)

    def _are_plain(self, which: int, people: Sequence[float], threshold: int) -> bool:
        """One by itself; or all as few, or all as many, as what is hidden for itself can be.

        What is not few cannot be told by parts that share people with it.
        """
        if len(people) == 1:
            return people[0] < threshold or self.is_exact(which)
        return len(set(people)) == 1 and people[0] in (1, threshold - 1)

    def _is_all(self, which: int) -> bool:
        """Whether the total itself says what its parts are together."""
        return sum(part.counts[which] for part in self.parts) == self.total.counts[which]


def protected(lines: Sequence[Line], hidden: Iterable[Cell], threshold: int) -> set[Cell]:
    """The hidden cells and all that must go with them."""
    gone = set(hidden)
    before = -1
    while before != len(gone):
        before = len(gone)
        for line in lines:
            while cell := line.next_to_hide(gone, threshold):
                gone.add(cell)
    return gone


def _most(people: Sequence[float], threshold: int) -> int:
    """As many as small numbers can be together."""
    return len(people) * (threshold - 1)
