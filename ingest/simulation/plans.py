"""What there is in a city before anybody joins: months, organisations, activities, playlists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from random import Random

from ingest.simulation.activities import Programme
from ingest.simulation.badges import Badges
from ingest.simulation.organisations import organisations
from ingest.simulation.playlists import Playlist, playlists
from ingest.simulation.rations import shared_out
from ingest.simulation.rows import ActivityRow, BadgeClassRow, OrganisationRow
from ingest.simulation.seasons import Month, months
from ingest.simulation.stories import DEFAULT_LEARNERS, Story

FIRST_NUMBER = 10001
"""The platform's activities have whole numbers as identifiers, over all cities."""

SMALLEST_SCALE = 0.2
"""However few learners there are, a city keeps a fifth of its usual activities."""


@dataclass(frozen=True)
class Offer:
    """What learners find in a month: activities with consecutive numbers, drafts left out."""

    month: Month
    first_number: int
    size: int
    newcomers: int
    """How many learners join their first activity in this month."""


@dataclass(frozen=True)
class Plan:
    """One city, complete but for people."""

    story: Story
    learners: int
    offers: tuple[Offer, ...]
    organisations: tuple[OrganisationRow, ...]
    activities: tuple[ActivityRow, ...]
    playlists: tuple[Playlist, ...]
    badge_classes: tuple[BadgeClassRow, ...]


def plans(stories: Sequence[Story], learners: int, seed: int, until: date) -> list[Plan]:
    """A plan for each city; the learners are shared out as the stories say."""
    number, made = FIRST_NUMBER, []
    parts = shared_out(learners, [story.share for story in stories])
    for story, part in zip(stories, parts, strict=True):
        plan = _plan(story, part, number, until, Random(f"{seed} {story.city}"))
        made.append(plan)
        number += len(plan.activities)
    return made


def scale(story: Story, learners: int) -> float:
    """How many times the usual offer there is: it grows with the square root of the learners."""
    return max(sqrt(learners / (story.share * DEFAULT_LEARNERS)), SMALLEST_SCALE)


def _plan(story: Story, learners: int, first_number: int, until: date, random: Random) -> Plan:
    size = scale(story, learners)
    calendar = months(story, until, size)
    providers = organisations(story, calendar, size, random)
    programme = Programme(story, providers, until, random)
    monthly, number = [], first_number
    for month in calendar:
        monthly.append(programme.of(month, number))
        number += len(monthly[-1])
    activities = tuple(activity for month in monthly for activity in month)
    lists = tuple(playlists(story, activities, until, random))
    return Plan(
        story,
        learners,
        tuple(_offers(calendar, monthly, first_number, learners)),
        tuple(providers),
        activities,
        lists,
        tuple(_badge_classes(Badges(story, until, random), activities, lists)),
    )


def _offers(
    calendar: Sequence[Month],
    monthly: Sequence[Sequence[ActivityRow]],
    first_number: int,
    learners: int,
) -> list[Offer]:
    """Newcomers come where there is something to join."""
    sizes = [sum(not activity.is_draft for activity in month) for month in monthly]
    weights = [month.busyness if size else 0.0 for month, size in zip(calendar, sizes, strict=True)]
    offers = []
    arriving = shared_out(learners, weights)
    for month, made, size, newcomers in zip(calendar, monthly, sizes, arriving, strict=True):
        offers.append(Offer(month, first_number, size, newcomers))
        first_number += len(made)
    return offers


def _badge_classes(
    badges: Badges, activities: Sequence[ActivityRow], lists: Sequence[Playlist]
) -> list[BadgeClassRow]:
    of_activities = [badges.of_activity(one) for one in activities if not one.is_draft]
    of_playlists = [badges.of_playlist(one.row) for one in lists if one.row.status != "draft"]
    return of_activities + of_playlists
