"""Which population a figure per head is divided by, and what keeps two populations apart."""

import re
from collections.abc import Iterable

from matrices.model import Statement
from matrices.places import Place, Population
from matrices.telling import told
from metrics.counting.tallied import ALL_AGES

USUAL_AGES = "15-29"
"""The ages the network's strategies are about, unless a statement names others."""

AGES = re.compile(
    r"\bage[sd]?(?: from| between)? (\d{1,2}) ?(?:-|–|to|and) ?(\d{1,2})\b", re.IGNORECASE
)
"""Matches `age 16-30`, `aged 15 to 29`."""

BAND = re.compile(r"(\d{1,3})-(\d{1,3})")

KINDS_OF_PLACE = {
    "metropolitan": "metropolitan area",
    "agglomeration": "agglomeration",
    "municipality": "municipality",
    "commune": "municipality",
    "unitary authority": "municipality",
    "county": "county",
    "country": "country",
}
"""Words of a population's `unit`, the first found tells; other units are each their own kind."""

WAYS_OF_COUNTING = {
    "census": ("census",),
    "register": ("register",),
    "estimate": ("mid-", "estimate", "mye", "rounded"),
}
"""Words of a population's date and source that tell how it was counted."""


def ages_named(statements: Iterable[Statement]) -> str:
    """The ages that the statements name, if they name the same; else the usual ones."""
    found = {_band(match) for s in statements for match in AGES.finditer(s.text)}
    return found.pop() if len(found) == 1 else USUAL_AGES


def population_of(place: Place, ages: str) -> Population | None:
    """The first that the place lists for exactly these ages, as for rates; never a near one."""
    return next((p for p in place.populations if band_of(p) == ages), None)


def band_of(population: Population) -> str:
    if population.measure == "total":
        return ALL_AGES
    return f"{population.age_from}-{population.age_to}"


def ages_known(places: Iterable[Place]) -> list[str]:
    """Of which ages one of the places tells how many live there; all ages last."""
    found = {band_of(population) for place in places for population in place.populations}
    return sorted(found, key=lambda ages: (ages == ALL_AGES, ages))


def missing(place: Place, ages: str) -> str:
    """Which population is missing, and from what it can be entered; another does not stand in for it."""
    return told(
        "No population {whose} is known of {place}. Enter it below `{key}` of places.yaml from "
        "{tables}, with persons, date, unit, source and how_known.",
        whose=_whose(ages),
        place=place.name,
        key=place.key,
        tables=_tables(ages),
    )


def is_age_band(written: str) -> bool:
    """Whether it is `all`, or a first and a last age such as `15-29`."""
    ages = BAND.fullmatch(written)
    return written == ALL_AGES or bool(ages and int(ages[1]) <= int(ages[2]))


def kind_of_place(population: Population) -> str:
    unit = population.unit.casefold()
    return next((kind for word, kind in KINDS_OF_PLACE.items() if word in unit), population.unit)


def way_of_counting(population: Population) -> str:
    text = f"{population.date} {population.source}".casefold()
    ways = (way for way, words in WAYS_OF_COUNTING.items() if any(w in text for w in words))
    return next(ways, "not told")


def _whose(ages: str) -> str:
    return told("of all ages") if ages == ALL_AGES else told("aged {ages}", ages=ages)


def _tables(ages: str) -> str:
    """Statistical offices publish five-year bands; other ages need single years."""
    if ages == ALL_AGES:
        return told("a census or a register")
    first, last = map(int, ages.split("-"))
    if first % 5 == 0 and last % 5 == 4:
        bands = " + ".join(f"{age}-{age + 4}" for age in range(first, last, 5))
        return told("a census or register table by five-year ages ({bands})", bands=bands)
    return told(
        "a census or register table by single years of age ({first} to {last} added up)",
        first=first,
        last=last,
    )


def _band(match: re.Match[str]) -> str:
    return f"{int(match[1])}-{int(match[2])}"
