"""Whoever sees all that is shown, and knows the rule, cannot work out a number from 1 to 4."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis.strategies import lists, one_of, sampled_from

from metrics.period import period_of
from metrics.withholding.cell import Cell, Place
from metrics.withholding.figures import Figures
from metrics.withholding.lines import Line
from metrics.withholding.table_lines import (
    cities_of_territories,
    members_of_wholes,
    periods_of_longer,
)
from tests.metrics.attackers import Sum, bounds, solved

FEW = range(1, 5)
CROWDS = ([0, 0, 1, 1, 2, 3, 4, 5, 7, 20], [0, 0, 0, 1], [1, 1, 1, 0, 0, 5, 9], [0, 3, 10, 20])
"""Mixtures of numbers, each of which another part of the protection is needed for."""
PEOPLE = one_of([lists(sampled_from(crowd), min_size=12, max_size=12) for crowd in CROWDS])
NAMES = ("all", "online", "in person", "outdoors")
CITIES = ("breda", "utrecht", "netherlands")


def shown(counts: dict[Place, float], adds_up: bool = True) -> dict[Place, float | None]:
    """What a whole table shows, with breakdowns, periods and a territory of two cities."""
    cells = {at: Cell(key, (float(n),)) for key, (at, n) in enumerate(counts.items())}
    inside = {"netherlands": ("breda", "utrecht")}
    lines = [
        *members_of_wholes(cells),
        *periods_of_longer(cells, adds_up),
        *cities_of_territories(cells, inside, adds_up),
    ]
    figures = Figures(cells, lines, [], threshold=5)
    figures.start(())
    return {at: None if cell in figures.withheld else cell.counts[0] for at, cell in cells.items()}


def table(people: Sequence[int]) -> dict[Place, float]:
    """Two months of a quarter, two cities, three formats, and all of their sums."""
    finest = product(CITIES[:2], (1, 2), NAMES[1:])
    counts: dict[Place, float] = defaultdict(float)
    for (city, month, name), n in zip(finest, people, strict=True):
        periods = (period_of("month", date(2024, month, 1)), period_of("quarter", date(2024, 1, 1)))
        for where, period, (by, member) in product(
            (city, "netherlands"), periods, (("", ""), ("format", name))
        ):
            at = Place("people", where, period.kind, period.start, period.end, by, member)
            counts[at] += n
    return counts


def sums_of(counts: dict[Place, float]) -> list[Sum]:
    """Written by themselves, from the meaning of the table."""
    found = []
    for at in counts:
        same = [other for other in counts if other.city == at.city and other.kind == at.kind]
        if not at.member:
            formats = [o for o in same if o.member and o.start == at.start]
            found.append(Sum(at, formats))
        if at.kind == "quarter":
            months = [
                o for o in counts if (o.city, o.member, o.kind) == (at.city, at.member, "month")
            ]
            found.append(Sum(at, months))
        if at.city == "netherlands":
            found.append(Sum(at, [at._replace(city=city) for city in CITIES[:2]]))
    return found


@settings(max_examples=15, deadline=None)
@given(PEOPLE)
def test_equations_over_formats_months_and_cities_together_give_no_few_people(people: list[int]):
    counts = table(people)
    told = shown(counts)
    assert not [at for at in solved(told, sums_of(counts)) if counts[at] in FEW]
    assert not [at for at, value in told.items() if value in FEW]


@settings(max_examples=6, deadline=None)
@given(PEOPLE)
def test_neither_do_the_least_and_the_most_that_fit(people: list[int]):
    counts = table(people)
    told, sums = shown(counts), sums_of(counts)
    for at in [at for at, value in told.items() if value is None and counts[at] in FEW][:6]:
        least, most = bounds(at, told, sums)
        assert least < most, (at, least)


def told_of_a_line(parts: Sequence[int], threshold: int) -> tuple[float | None, ...]:
    cells = [Cell(key, (float(n),)) for key, n in enumerate((sum(parts), *parts))]
    places = {Place("p", str(c.key), "year", date.min, date.max): c for c in cells}
    figures = Figures(places, [Line(cells[0], tuple(cells[1:]))], [], threshold)
    figures.start(())
    return tuple(None if cell in figures.withheld else cell.counts[0] for cell in cells)


@pytest.mark.parametrize(("parts", "most", "threshold"), [(2, 14, 5), (3, 12, 5), (4, 7, 4)])
def test_not_even_trying_every_breakdown_there_could_be_tells(
    parts: int, most: int, threshold: int
):
    """The strongest attacker runs this very program on all breakdowns, and keeps those that show
    the same. Each small number must differ between two of them. Where more could be hidden than
    was tried, nothing is claimed."""
    looks_like = defaultdict(list)
    for counts in product(range(most + 1), repeat=parts):
        looks_like[told_of_a_line(counts, threshold)].append((sum(counts), *counts))
    for (total, *members), found in looks_like.items():
        rest = 0 if total is None else total - sum(n for n in members if n is not None)
        for values in zip(*found, strict=True) if rest <= most else ():
            assert len(set(values)) > 1 or values[0] not in range(1, threshold), (total, members)
