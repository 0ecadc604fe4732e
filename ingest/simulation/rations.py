"""Whole things given out at a fractional rate."""

from collections.abc import Sequence


class Ration:
    """Gives out whole things at a fractional rate, owing the rest.

    A story told in shares then holds in every year of a small city too, where drawing lots would
    often tell another.
    """

    def __init__(self, owed: float = 0.5) -> None:
        self._owed = owed

    def take(self, rate: float) -> int:
        """How many are due now."""
        self._owed += rate
        whole = int(self._owed)
        self._owed -= whole
        return whole

    def is_due(self, share: float) -> bool:
        """Whether this one is among that share of all."""
        return self.take(share) > 0


def shared_out(total: int, weights: Sequence[float]) -> list[int]:
    """A whole number shared out by weights without a remainder; all zero without any weight."""
    weight = sum(weights)
    if not weight:
        return [0 for _ in weights]
    ration = Ration()
    parts = [ration.take(total * each / weight) for each in weights]
    heaviest = max(range(len(weights)), key=weights.__getitem__)
    parts[heaviest] += total - sum(parts)
    return parts
