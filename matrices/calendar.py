"""The periods that a home adds to months, quarters and years: its school year, its projects."""

from dataclasses import dataclass
from datetime import date

SCHOOL_YEAR_BEGINS = 9
"""September, as in most countries of Europe."""


@dataclass(frozen=True)
class Project:
    """A stretch of days that a funder asks about, such as the term of a grant."""

    key: str
    name: str
    first: date
    last: date
    """The last day that belongs to it."""
    cities: tuple[str, ...] = ()
    """Whose project it is; empty where it is everybody's."""

    def is_of(self, city: str) -> bool:
        return not self.cities or city in self.cities


@dataclass(frozen=True)
class Calendar:
    """What is declared about periods; an empty one has school years and no projects."""

    school_year_begins: int = SCHOOL_YEAR_BEGINS
    """The month in which a school year begins, 2 to 12."""
    projects: tuple[Project, ...] = ()

    def project(self, word: str) -> Project | None:
        """The project of that key or name."""
        asked = word.strip().lower()
        return next((p for p in self.projects if asked in (p.key, p.name.lower())), None)
