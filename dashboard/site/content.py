"""What a site is made from: figures, the cities and languages asked for, the files beside the pages."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dashboard.parts.overview_table import Cells
from dashboard.shared_promises import shared_promises
from metrics.results import Results
from metrics.standing import CityStanding


@dataclass(frozen=True)
class Download:
    """A file of one city that can be taken along."""

    format: str
    language: str
    place: str
    """In the folder of the site."""
    size: int
    """In bytes."""
    first: date
    last: date
    """The report period, both days included."""


@dataclass(frozen=True)
class Site:
    """Judged on the day of the publication, so that the same snapshot is the same site."""

    results: Results
    cities: tuple[str, ...]
    languages: tuple[str, ...]
    """The first lies at the top of the folder."""
    downloads: dict[str, tuple[Download, ...]]
    """By city, those that have any."""

    @cached_property
    def standings(self) -> list[CityStanding]:
        """The cities of the site at a glance, by place name."""
        return [city for city in self.results.cities() if city.city in self.cities]

    @cached_property
    def published(self) -> dict[str, str]:
        """Identifier to place name of the cities that have a matrix."""
        return {city.city: city.place_name for city in self.standings if city.is_published}

    @cached_property
    def shared(self) -> Cells:
        """The indicators that at least two cities of the site promise."""
        found = shared_promises(self.results, self.published)
        return {
            indicator: cells
            for indicator, cells in found.items()
            if len(set(cells) & set(self.published)) > 1
        }

    def downloads_of(self, city: str, language: str) -> list[Download]:
        return [found for found in self.downloads.get(city, ()) if found.language == language]
