"""The months of a city: when it is open, how busy it is, and what the calendar does to it."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from ingest.simulation.rations import Ration
from ingest.simulation.stories import FIRST_DAY, Story

SEASON = (0.75, 0.95, 1.15, 1.15, 1.20, 0.95, 0.50, 0.35, 1.10, 1.30, 1.20, 0.65)
"""January to December: school holidays are quiet, spring and autumn are busy."""

BUSIEST = max(SEASON)

PANDEMIC = (
    (date(2020, 3, 1), 0.30, 2.6),
    (date(2020, 6, 1), 0.75, 1.6),
    (date(2020, 10, 1), 0.40, 2.4),
    (date(2021, 5, 1), 0.80, 1.5),
    (date(2022, 1, 1), 1.00, 1.0),
)
"""From that day: how much of in-person and of online activity is left, or added."""


@dataclass(frozen=True)
class Month:
    """A month of a city, cut to the days on which the city was open."""

    number: int
    """Months since January 2020."""
    first: date
    last: date
    way: float
    """How far this is from the city's first day (0) to the last (1)."""
    busyness: float
    """Level and season; 1 is a usual month of a usual year."""
    ease: float
    """Chance that a learner who could come back in this month does."""
    in_person: int
    """How many activities there are, in person and online."""
    online: int


def months(story: Story, until: date, scale: float) -> list[Month]:
    """Every month from the city's first day to the last, with whole numbers of activities."""
    stretches = list(_stretches(story.starts, until))
    levels = [_level(story, first, until) for first, _ in stretches]
    peaks = accumulate(levels, max)
    calendar = Calendar(story, until, scale * story.activities_a_year)
    return [
        calendar.month(first, last, level, level / peak if peak else 0.0)
        for (first, last), level, peak in zip(stretches, levels, peaks, strict=True)
    ]


@dataclass
class Calendar:
    """Hands out a city's yearly activities month by month, so that none is lost in rounding."""

    story: Story
    until: date
    activities: float
    """In person and online, in a year of level 1."""
    in_person: Ration = field(default_factory=Ration)
    online: Ration = field(default_factory=Ration)

    def month(self, first: date, last: date, level: float, of_peak: float) -> Month:
        """The month between these days; `of_peak` is its level against the best so far."""
        whole_month = monthrange(first.year, first.month)[1]
        season = SEASON[first.month - 1] * ((last - first).days + 1) / whole_month
        way = (first - self.story.starts).days / max((self.until - self.story.starts).days, 1)
        activities = self.activities / 12 * level * season
        online = self.story.online.at(way)
        left, boost = pandemic(first)
        return Month(
            number=(first.year - FIRST_DAY.year) * 12 + first.month - 1,
            first=first,
            last=last,
            way=way,
            busyness=level * season,
            ease=of_peak * season / BUSIEST * self.story.returning,
            in_person=self.in_person.take(activities * (1 - online) * left),
            online=self.online.take(activities * online * boost),
        )


def pandemic(day: date) -> tuple[float, float]:
    """What is left of in-person activity, and what online activity is multiplied by."""
    passed = [(left, boost) for since, left, boost in PANDEMIC if since <= day]
    return passed[-1] if passed else (1.0, 1.0)


def quarter(day: date) -> str:
    """`2024-Q3`."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def stalled_from(until: date, quarters: int) -> date:
    """Where the last so-many complete quarters begin; the day that ends a quarter completes it."""
    following = until + timedelta(days=1)
    running = following.year * 4 + (following.month - 1) // 3
    year, index = divmod(running - quarters, 4)
    return date(year, index * 3 + 1, 1)


def open_until(story: Story, until: date) -> date:
    """The last day on which something new was added in the city."""
    if not story.stalled_quarters:
        return until
    return stalled_from(until, story.stalled_quarters) - timedelta(days=1)


def _level(story: Story, first: date, until: date) -> float:
    is_closed = quarter(first) in story.quiet or first > open_until(story, until)
    return 0.0 if is_closed else story.level(first)


def _stretches(starts: date, until: date) -> Iterator[tuple[date, date]]:
    first = starts
    while first <= until:
        last = first.replace(day=monthrange(first.year, first.month)[1])
        yield first, min(last, until)
        first = last + timedelta(days=1)
