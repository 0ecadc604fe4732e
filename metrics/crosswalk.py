"""Which statements of which city promise the same thing: they name the same indicator."""

from collections.abc import Iterator
from dataclasses import dataclass

from matrices.model import Statement
from metrics.catalogue import Catalogue


@dataclass(frozen=True)
class Crossing:
    """One indicator and the statements that promise something on it, city by city."""

    indicator: str
    name: str
    statements: dict[str, tuple[Statement, ...]]
    """By city, in the order of the matrices; only cities that promise it."""


def crosswalk(catalogue: Catalogue) -> list[Crossing]:
    """Every promised indicator: first those of most cities, then those of most statements."""
    found = [crossing for crossing in _crossings(catalogue) if crossing.statements]
    return sorted(found, key=_most_shared)


def crossing_of(catalogue: Catalogue, indicator: str) -> Crossing:
    """Who promises something on one indicator; KeyError for an unknown one."""
    statements = {
        city: tuple(s for s in matrix.statements() if indicator in s.promises)
        for city, matrix in catalogue.matrices.items()
    }
    promising = {city: found for city, found in statements.items() if found}
    return Crossing(indicator, catalogue.indicators[indicator].name, promising)


def _crossings(catalogue: Catalogue) -> Iterator[Crossing]:
    for indicator in catalogue.indicators:
        yield crossing_of(catalogue, indicator)


def _most_shared(crossing: Crossing) -> tuple[int, int, str]:
    statements = sum(map(len, crossing.statements.values()))
    return -len(crossing.statements), -statements, crossing.indicator
