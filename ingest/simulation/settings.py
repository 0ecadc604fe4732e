"""Where an activity takes place: in town, in another country, or online."""

from dataclasses import dataclass
from random import Random

from ingest.simulation.stories import Story
from ingest.simulation.words import ABROAD_PLACES, DISTRICTS

SPREAD = 0.03
"""Degrees around the middle of a city; an umbrella's activities stand all over the country."""

UMBRELLA_SPREAD = 0.6


@dataclass(frozen=True)
class Setting:
    """A place; online there is none."""

    address: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None


ONLINE = Setting()


def in_town(story: Story, random: Random) -> Setting:
    """Somewhere in the city; now and then the organiser forgot to put it on the map."""
    address = f"{random.choice(DISTRICTS[story.city])} {random.randint(1, 160)}"
    if random.random() < 0.06:
        return Setting(address, country=story.country)
    spread = UMBRELLA_SPREAD if story.city == "netherlands" else SPREAD
    latitude = round(story.latitude + random.uniform(-spread, spread), 5)
    longitude = round(story.longitude + random.uniform(-spread, spread), 5)
    return Setting(address, latitude, longitude, story.country)


def in_another_country(random: Random) -> Setting:
    """A town of another country; none of the seven cities stands in one of these."""
    country, town, latitude, longitude = random.choice(ABROAD_PLACES)
    return Setting(f"Youth hostel, {town}", latitude, longitude, country)
