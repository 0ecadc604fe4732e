"""Whoever sees all that is shown, and works out what is not: independent of what protects it.

One attacker solves the equations; the other also knows that people are whole and that what is
hidden is somebody, and asks for the least and the most that fit. Neither shares code with the room.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

Shown = Mapping[str, float | None]
"""What is shown of each figure; None where it is not."""


@dataclass(frozen=True)
class Sum:
    """What everybody knows to be: a total and what it is made of."""

    total: str
    parts: Sequence[str]
    shares_people: bool = False
    """Then the total is at most the sum and at least each part."""


def solved(shown: Shown, sums: Sequence[Sum]) -> set[str]:
    """The hidden figures that are a combination of shown ones.

    A figure is one where every solution of the equations is zero there once what is shown is zero.
    """
    hidden = [name for name, value in shown.items() if value is None]
    if not hidden:
        return set()
    equations = [_row(each, hidden) for each in sums if not each.shares_people]
    _, sizes, directions = numpy.linalg.svd(numpy.array(equations or [[0.0] * len(hidden)]))
    rank = int((sizes > 1e-9).sum())
    free = numpy.abs(directions[rank:]).max(axis=0, initial=0.0)
    return {name for name, freedom in zip(hidden, free, strict=True) if freedom < 1e-9}


def bounds(name: str, shown: Shown, sums: Sequence[Sum]) -> tuple[float, float]:
    """The least and the most people that a hidden figure can have, as far as anybody can tell."""
    return tuple(_extreme(name, shown, sums, sign) for sign in (1, -1))


def _extreme(name: str, shown: Shown, sums: Sequence[Sum], sign: int) -> float:
    names = list(shown)
    aim = [float(sign) if each == name else 0.0 for each in names]
    low = [1.0 if shown[each] is None else shown[each] for each in names]
    high = [1000.0 if shown[each] is None else shown[each] for each in names]
    found = milp(
        aim,
        constraints=list(_constraints(names, sums)),
        integrality=numpy.ones(len(names)),
        bounds=Bounds(low, high),
    )
    assert found.success, found.message
    return round(sign * found.fun)


def _constraints(names: Sequence[str], sums: Sequence[Sum]):
    for each in sums:
        row = _row(each, names)
        yield LinearConstraint([row], -numpy.inf if each.shares_people else 0, 0)
        for part in each.parts if each.shares_people else ():
            yield LinearConstraint([_row(Sum(each.total, [part]), names)], 0, numpy.inf)


def _row(each: Sum, names: Sequence[str]) -> list[float]:
    """Total less parts."""
    return [float(name == each.total) - each.parts.count(name) for name in names]
