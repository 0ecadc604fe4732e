"""Median, quartiles and rank ranges of the comparable figures; pure."""

from collections.abc import Sequence
from statistics import median, quantiles

from metrics.comparing.answers import Figure, RankRange, Spread

FEWEST_FOR_A_SPREAD = 2
FEWEST_FOR_QUARTILES = 4


def spread(figures: Sequence[Figure]) -> Spread | None:
    """Of the comparable figures; without quartiles below four, None below two."""
    values = sorted(f.value for f in figures if f.is_compared and f.value is not None)
    if len(values) < FEWEST_FOR_A_SPREAD:
        return None
    lower, upper = _quartiles(values)
    return Spread(len(values), values[0], median(values), values[-1], lower, upper)


def ranks(figures: Sequence[Figure], better: str) -> dict[str, RankRange]:
    """City to the ranks that its interval leaves it, 1 for the best.

    A city is placed before or after another only where their 95 % intervals do not overlap, which
    is stricter than testing their difference at 5 %. Whoever overlaps all others gets no rank, and
    nobody does where neither direction is better.
    """
    if better == "neither":
        return {}
    ranked = [f for f in figures if f.is_compared and f.interval]
    ranges = {figure.city: _range(figure, ranked, better) for figure in ranked}
    return {
        city: found for city, found in ranges.items() if found.worst - found.best + 1 < found.of
    }


def _range(figure: Figure, ranked: Sequence[Figure], better: str) -> RankRange:
    higher = sum(_is_above(other, figure) for other in ranked)
    lower = sum(_is_above(figure, other) for other in ranked)
    ahead, behind = (higher, lower) if better == "higher" else (lower, higher)
    return RankRange(1 + ahead, len(ranked) - behind, len(ranked))


def _is_above(one: Figure, other: Figure) -> bool:
    """Whether the whole interval of one lies above that of the other."""
    return bool(one.interval and other.interval and one.interval.low > other.interval.high)


def _quartiles(values: Sequence[float]) -> tuple[float | None, float | None]:
    if len(values) < FEWEST_FOR_QUARTILES:
        return None, None
    lower, _, upper = quantiles(values, n=4, method="inclusive")
    return max(lower, values[0]), min(upper, values[-1])  # interpolating rounds
