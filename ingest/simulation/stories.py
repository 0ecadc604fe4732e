"""What happens in each of the seven cities: one story a city, each with its numbers.

Every figure here is invented. The cities' names, places on the map and site addresses are real so
that the simulation fits the matrices; what is told of them is not.
"""

from dataclasses import dataclass
from datetime import date

FIRST_DAY = date(2020, 1, 1)
"""The platform's first day; no simulated row is dated before it."""

DEFAULT_LEARNERS = 4000
"""The number of learners for which `activities_a_year` and `organisations` are meant."""

MID_YEAR = 0.5


@dataclass(frozen=True)
class Span:
    """A share that moves in a straight line from the city's first day to the last."""

    first: float
    last: float

    def at(self, way: float) -> float:
        """The share after that part of the way, from 0 to 1."""
        return self.first + (self.last - self.first) * way


@dataclass(frozen=True)
class Story:
    """One city: who it is, what is told of it, and the numbers that make it so."""

    city: str
    told: str
    """The story in a sentence or two; tests hold the rows against it."""
    site: str
    country: str
    time_zone: str
    latitude: float
    longitude: float
    starts: date
    share: float
    """Of all learners; those of the cities chosen are made to add up to one."""
    levels: tuple[float, ...]
    """How busy the middle of each year is, from 2020 on; later years go on in the same line."""
    activities_a_year: int
    """At level 1 and with the default number of learners."""
    organisations: int
    """On the last day, with the default number of learners."""
    playlists: int
    """Published on the last day, however many learners there are."""
    recognising: Span
    """Share of activities that name a 21st-century skill."""
    online: Span
    """Share of activities that take place online outside the pandemic."""
    abroad: float
    """Share of in-person activities that take place in another country."""
    imported: float
    """Share of online activities whose page stands on a site that is not the platform's."""
    asking: Span
    """Share of badge classes that ask for evidence."""
    quiet: frozenset[str] = frozenset()
    """Quarters without any activity, such as `2024-Q3`."""
    stalled_quarters: int = 0
    """For so many complete quarters before the last day nothing new has been added."""
    returning: float = 1.0
    """How readily learners come back, against the other cities."""
    neighbour: str | None = None
    """Where its learners go now and then, so that some people learn in two cities."""

    def level(self, day: date) -> float:
        """How busy that day is: between the middles of two years, a straight line."""
        years = day.year - FIRST_DAY.year + (day.timetuple().tm_yday - 1) / 366 - MID_YEAR
        before = min(max(int(years), 0), len(self.levels) - 2)
        low, high = self.levels[before], self.levels[before + 1]
        return max(low + (high - low) * max(years - before, 0.0), 0.05)


STORIES = (
    Story(
        city="vilnius",
        told="Large, and growing steadily: every year has more learners than the one before.",
        site="vilnius.cityoflearning.eu",
        country="LT",
        time_zone="Europe/Vilnius",
        latitude=54.687,
        longitude=25.280,
        starts=date(2020, 1, 1),
        share=0.272,
        levels=(0.35, 0.53, 0.71, 0.89, 1.07, 1.25, 1.43),
        activities_a_year=105,
        organisations=60,
        playlists=12,
        recognising=Span(0.40, 0.62),
        online=Span(0.15, 0.34),
        abroad=0.09,
        imported=0.25,
        asking=Span(0.20, 0.45),
    ),
    Story(
        city="breda",
        told="Middling, and growing from year to year; online opportunities grow fastest.",
        site="breda.cityoflearning.eu",
        country="NL",
        time_zone="Europe/Amsterdam",
        latitude=51.589,
        longitude=4.776,
        starts=date(2020, 9, 1),
        share=0.15,
        levels=(0.30, 0.50, 0.70, 0.85, 1.00, 1.15, 1.30),
        activities_a_year=60,
        organisations=40,
        playlists=8,
        recognising=Span(0.30, 0.55),
        online=Span(0.10, 0.38),
        abroad=0.05,
        imported=0.35,
        asking=Span(0.15, 0.35),
        neighbour="netherlands",
    ),
    Story(
        city="turin",
        told="Large; quick to rise and then on a plateau, with most activities recognising skills.",
        site="turin.cityoflearning.eu",
        country="IT",
        time_zone="Europe/Rome",
        latitude=45.070,
        longitude=7.687,
        starts=date(2021, 1, 1),
        share=0.22,
        levels=(0.40, 0.90, 1.10, 1.04, 0.99, 0.95, 0.92),
        activities_a_year=90,
        organisations=55,
        playlists=11,
        recognising=Span(0.68, 0.80),
        online=Span(0.20, 0.26),
        abroad=0.08,
        imported=0.15,
        asking=Span(0.40, 0.55),
        returning=0.45,
        neighbour="thessaloniki",
    ),
    Story(
        city="thessaloniki",
        told="Grows until 2022, dips in 2023 and 2024, and has recovered since.",
        site="thessaloniki.cityoflearning.eu",
        country="GR",
        time_zone="Europe/Athens",
        latitude=40.640,
        longitude=22.944,
        starts=date(2020, 3, 1),
        share=0.12,
        levels=(0.50, 0.80, 1.10, 0.50, 0.55, 1.05, 1.35),
        activities_a_year=48,
        organisations=30,
        playlists=10,
        recognising=Span(0.40, 0.50),
        online=Span(0.18, 0.25),
        abroad=0.14,
        imported=0.10,
        asking=Span(0.20, 0.25),
        neighbour="turin",
    ),
    Story(
        city="cluj_napoca",
        told="New since April 2024 and small, with quarters in which nothing happened; its counts "
        "of people are often too small to be shown.",
        site="cluj-napoca.cityoflearning.eu",
        country="RO",
        time_zone="Europe/Bucharest",
        latitude=46.771,
        longitude=23.624,
        starts=date(2024, 4, 1),
        share=0.008,
        levels=(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
        activities_a_year=16,
        organisations=5,
        playlists=2,
        recognising=Span(0.45, 0.55),
        online=Span(0.15, 0.20),
        abroad=0.15,
        imported=0.10,
        asking=Span(0.25, 0.25),
        quiet=frozenset({"2024-Q3", "2025-Q1", "2026-Q1"}),
    ),
    Story(
        city="netherlands",
        told="An umbrella of middling size: the share of activities that recognise 21st-century "
        "skills rises from a fifth towards a half.",
        site="netherlands.cityoflearning.eu",
        country="NL",
        time_zone="Europe/Amsterdam",
        latitude=52.130,
        longitude=5.290,
        starts=date(2020, 1, 1),
        share=0.17,
        levels=(0.60, 0.70, 0.80, 0.85, 0.90, 0.95, 1.00),
        activities_a_year=62,
        organisations=45,
        playlists=6,
        recognising=Span(0.20, 0.48),
        online=Span(0.25, 0.33),
        abroad=0.06,
        imported=0.30,
        asking=Span(0.20, 0.40),
        neighbour="breda",
    ),
    Story(
        city="blackpool",
        told="Stalls: after years of slow decline, no new provider, activity or playlist in the "
        "last four complete quarters.",
        site="blackpool.cityoflearning.eu",
        country="GB",
        time_zone="Europe/London",
        latitude=53.818,
        longitude=-3.050,
        starts=date(2020, 3, 1),
        share=0.06,
        levels=(0.80, 0.95, 1.05, 1.00, 0.90, 0.75, 0.60),
        activities_a_year=26,
        organisations=12,
        playlists=5,
        recognising=Span(0.32, 0.30),
        online=Span(0.15, 0.12),
        abroad=0.03,
        imported=0.15,
        asking=Span(0.15, 0.15),
        stalled_quarters=4,
    ),
)
