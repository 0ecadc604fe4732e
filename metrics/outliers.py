"""Values that stand far from those before them: z score and modified z score.

Both as in the outlier detection of DHIS2 (https://docs.dhis2.org, "Outlier detection"), with its
threshold of 3.0; only that a value is held against those before it, not against all: among n
values that include itself no z score can pass (n - 1) / sqrt(n), which is 1.8 of five.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from statistics import fmean, median, pstdev

THRESHOLD = 3.0
LEAST_EARLIER = 4
"""With fewer earlier values nothing is said."""
CONSISTENCY = 0.6745
"""Makes the median absolute deviation comparable with a standard deviation (Iglewicz, Hoaglin)."""
NOISE = 1e-9
"""A spread smaller than this part of the values comes from how numbers are kept, not from data."""


@dataclass(frozen=True)
class Scores:
    """How far a value lies from those before it; None where those do not spread at all."""

    z: float | None
    modified_z: float | None

    @property
    def largest(self) -> float:
        """The larger of the two, without its sign; 0 where neither says anything."""
        return max(abs(self.z or 0.0), abs(self.modified_z or 0.0))

    @property
    def is_jump(self) -> bool:
        return self.largest > THRESHOLD


def scores(earlier: Sequence[float], value: float) -> Scores:
    """At least one earlier value; all are finite."""
    return Scores(z_score(earlier, value), modified_z_score(earlier, value))


def z_score(earlier: Sequence[float], value: float) -> float | None:
    """Distance from the mean in standard deviations of the earlier values."""
    return _scaled(value - fmean(earlier), pstdev(earlier), earlier)


def modified_z_score(earlier: Sequence[float], value: float) -> float | None:
    """0.6745 times the distance from the median, in median absolute deviations."""
    middle = median(earlier)
    spread = median(abs(each - middle) for each in earlier)
    return _scaled(CONSISTENCY * (value - middle), spread, earlier)


def jumps(values: Sequence[float]) -> Iterator[tuple[int, Scores]]:
    """Position and scores of each value that jumps, of those with enough values before them."""
    for position in range(LEAST_EARLIER, len(values)):
        found = scores(values[:position], values[position])
        if found.is_jump:
            yield position, found


def _scaled(distance: float, spread: float, earlier: Sequence[float]) -> float | None:
    if spread <= NOISE * max(abs(each) for each in earlier):
        return None
    score = distance / spread
    return score if isfinite(score) else None
