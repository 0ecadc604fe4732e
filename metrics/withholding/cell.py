"""A figure as the numbers of people in it, with its place in the table and what was told of it before."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from metrics.standing import PeriodKind

Counts = tuple[float, ...]
"""The value; of a share those who count and those who do not."""


class Place(NamedTuple):
    """Where in the table a cell stands."""

    indicator: str
    city: str
    kind: PeriodKind
    start: date
    end: date
    disaggregation: str = ""
    member: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Cell:
    """One value; two cells are the same only if they are one object."""

    key: int
    counts: Counts
    told: tuple[Counts, ...] = ()
    """What was published as this figure before, without repetition, oldest first."""
    last: Counts | None = None
    """What the last publication showed; empty where it showed nothing."""
    was_held: bool = False
    """Whether that was not what the data said then either."""
    is_new: bool = True
    """Whether the last publication did not have this figure, not even withheld."""

    def is_small(self, threshold: int) -> bool:
        return any(0 < count < threshold for count in self.counts)

    def moved(self, which: int) -> float | None:
        """By how much it differs from what was shown last; None where nobody saw what it was.

        What was not there before had nobody in it.
        """
        if self.last is not None and not self.was_held:
            return self.counts[which] - self.last[which]
        return self.counts[which] if self.last is None and self.is_new else None


Cells = dict[Place, Cell]


def counts_of(counted: float, others: float | None) -> Counts:
    return (counted,) if others is None else (counted, others)


def differ_little(one: Counts, other: Counts, threshold: int) -> bool:
    """Whether between the two stand a few people, so that who sees both knows how many."""
    pairs = zip(one, other, strict=True)
    return any(0 < abs(a - b) < threshold for a, b in pairs)
