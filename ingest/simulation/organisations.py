"""Organisations of a city: they come over the years, as the city grows."""

from collections.abc import Sequence
from datetime import date
from itertools import count, islice
from random import Random

from ingest.simulation.rations import shared_out
from ingest.simulation.rows import OrganisationRow
from ingest.simulation.seasons import Month
from ingest.simulation.stories import Story
from ingest.simulation.words import DISTRICTS, PROVIDERS

FIRST_PROVIDERS = 2
"""So many are there from a city's first day."""


def organisations(
    story: Story, months: Sequence[Month], scale: float, random: Random
) -> list[OrganisationRow]:
    """The city's organisations in order of joining; none joins in a month without life."""
    total = max(round(story.organisations * scale), FIRST_PROVIDERS + 1)
    names = _names(story.city, total, random)
    days = _joining_days(months, total, random)
    return [
        _organisation(story, place, day, *name, random)
        for place, (day, name) in enumerate(zip(days, names, strict=True), start=1)
    ]


def _joining_days(months: Sequence[Month], total: int, random: Random) -> list[date]:
    later = shared_out(total - FIRST_PROVIDERS, [month.busyness for month in months])
    days = [months[0].first] * FIRST_PROVIDERS
    for month, joining in zip(months, later, strict=True):
        days += [_some_day(month, random) for _ in range(joining)]
    return sorted(days)


def _some_day(month: Month, random: Random) -> date:
    return month.first.replace(day=random.randint(month.first.day, month.last.day))


def _names(city: str, total: int, random: Random) -> list[tuple[str, str]]:
    """Name and category; when the names run out they come again with a number."""
    pairs = [(*provider, place) for provider in PROVIDERS for place in DISTRICTS[city]]
    random.shuffle(pairs)
    rounds = (
        (f"{kind} {place}" + (f" {again}" if again > 1 else ""), category)
        for again in count(1)
        for kind, category, place in pairs
    )
    return list(islice(rounds, total))


def _organisation(
    story: Story, place: int, created: date, name: str, category: str, random: Random
) -> OrganisationRow:
    return OrganisationRow(
        id=f"org-{story.site.split('.')[0]}-{place:04d}",
        site=story.site,
        name=name,
        verified=random.random() < 0.7,
        category=category,
        country=story.country,
        created=created,
        users=0,
        activities=0,
    )
