"""What a report is about: which cities, statements and sections, from when to when, in which words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, get_args

from dashboard.language import ENGLISH
from metrics.period import parse_period

Section = Literal[
    "summary",
    "framework",
    "actuals",
    "disaggregations",
    "participants",
    "activities",
    "evidence",
    "decisions",
    "comparison",
    "quality",
    "methods",
    "glossary",
]
SECTIONS: tuple[Section, ...] = get_args(Section)
"""Everything a report can hold, in its order. Cover and provenance are in every report."""

ActionCode = Literal["KA152", "KA153", "KA154", "KA210", "KA220"]
"""The actions of Erasmus+ whose final report a document can follow."""
ACTION: ActionCode = "KA220"
"""The one it follows where nothing else was said."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class ReportProblem(Exception):
    """Why a report cannot be made, in sentences for a person; all of them at once."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class ReportScope:
    """What is chosen for a report. Names of cities and statements are known to be right."""

    cities: tuple[str, ...]
    first: date
    last: date
    """The report period, both days included."""
    language: str = ENGLISH
    statements: tuple[str, ...] = ()
    """Identifiers; empty for all."""
    sections: tuple[Section, ...] = SECTIONS
    peers: tuple[str, ...] = ()
    """The cities with which the report's are compared; empty for no comparison."""
    as_of: int | None = None
    """The load after which the figures are shown as they were then; None for the newest."""
    name: str | None = None
    """Under which this choice was saved."""
    action: ActionCode = ACTION
    """Of Erasmus+: whose final report the document follows."""

    def has(self, section: Section) -> bool:
        return section in self.sections

    def of_city(self, city: str) -> "ReportScope":
        """The same for one of its cities."""
        return replace(self, cities=(city,))


def first_day(written: str | int) -> date:
    """The first day of what was written: a year, quarter, month or day; ValueError for others."""
    if DAY.fullmatch(str(written)):
        return date.fromisoformat(str(written))
    return parse_period(written).start


def last_day(written: str | int) -> date:
    """The last day of a year, quarter, month or day; ValueError for anything else."""
    if DAY.fullmatch(str(written)):
        return date.fromisoformat(str(written))
    return parse_period(written).end


def month_end(day: date) -> date:
    """The last day of the month before the one that is not over on that day, or the day itself."""
    tomorrow = day + timedelta(days=1)
    return day if tomorrow.day == 1 else day.replace(day=1) - timedelta(days=1)
