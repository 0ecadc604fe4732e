"""What a city promised: its matrix, target groups, statements and promises, frozen."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from matrices.calendar import Project

Level = Literal["impact", "short_term_impact", "outputs", "activities", "inputs"]
LEVELS: tuple[Level, ...] = ("impact", "short_term_impact", "outputs", "activities", "inputs")
"""The rows of a matrix from top to bottom, as they hang on the wall."""

ALL_TARGET_GROUPS = "all_target_groups"
"""The key under which a statement stands that belongs to no single column."""

Direction = Literal["increase", "decrease"]
Comparison = Literal["at_least", "at_most"]
Method = Literal["line", "milestones", "cagr", "extrapolation"]
"""How a promise with a number is judged, where the promise may choose; see docs/methods.md."""
FirstFullYear = Literal["first_full_year"]
Measured = Literal["by_indicator", "by_evidence", "by_survey", "not_yet", "cannot_be"]


class Declared(BaseModel):
    """Something a person wrote down: it cannot be changed, and an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Milestone(Declared):
    """A value promised for a date on the way."""

    by: date
    value: float


class Baseline(Declared):
    """Where a promise starts from: a known value at a date."""

    value: float
    on: date


class BaselinePeriod(Declared):
    """Where a promise starts from: the value the indicator has in a period, as the data say."""

    label: str
    """`2022` or `2022-Q3`."""


class Promise(Declared):
    """What a statement commits to on one indicator: a direction, or a number to reach or keep."""

    indicator: str
    direction: Direction | None = None
    """Set for a promise without a number; then `target` is absent."""
    target: float | None = None
    """In the indicator's unit; a share of 50 % is 50.0 of the unit percent."""
    comparison: Comparison = "at_least"
    is_bare: bool = False
    """True for a number alone, such as `10`: it is read as `at least`, never where lower is better.
    """
    is_kept: bool = False
    """True for `keep at least 10`: the number holds at all times, there is no way to go."""
    is_share: bool = False
    """True when the promise was written as a percentage."""
    by: date | None = None
    """The day by which the target is to be met; a year alone means its last day."""
    baseline: Baseline | BaselinePeriod | FirstFullYear | None = None
    """Absent means the first full year too, as an assumption that is shown as one."""
    method: Method | None = None
    """Absent: `milestones` where there are some, else `line`."""
    milestones: tuple[Milestone, ...] = ()
    since: date | None = None
    """The day from which this version of the promise is in force; absent: from the start."""
    reason: str | None = None
    """Why this version replaced the one before."""


class Statement(Declared):
    """One sentence in one cell, with an identifier that never changes."""

    identifier: str
    """`city.target_group.level.key`, for example `vilnius.providers.short_term_impact.learners`."""
    city: str
    target_group: str
    level: Level
    key: str
    text: str
    headline: bool = False
    """True for the sentence that heads a numbered list in its cell (the Turin poster has them)."""
    measured: Measured = "not_yet"
    reason: str | None = None
    """Why the statement cannot be measured; always given with `cannot_be`."""
    promises: dict[str, tuple[Promise, ...]] = {}
    """Indicator name to the versions of its promise, oldest first."""
    aligned_to: tuple[str, ...] = ()
    """Goals of policy frameworks it serves, such as `youth_goals:8`, beside its indicators' own."""
    transcription_note: str | None = None

    def promise_in_force(self, indicator: str, on: date) -> Promise:
        """The newest version in force on that day, else the first one there is."""
        versions = self.promises[indicator]
        started = [promise for promise in versions if not promise.since or promise.since <= on]
        return started[-1] if started else versions[0]


class TargetGroup(Declared):
    """A column of the poster."""

    key: str
    name: str
    statements: tuple[Statement, ...] = ()


class Source(Declared):
    """Where the matrix was read from."""

    document: str
    note: str | None = None


class Matrix(Declared):
    """One city's strategy poster."""

    city: str
    """The file's name without its ending."""
    name: str
    place: str
    """A key of places.yaml."""
    source: Source | None = None
    language: str = "en"
    """Two-letter code of the language the poster is written in."""
    goal: str | None = None
    """Absent for a city that has a platform but no published matrix."""
    horizons: dict[Level, str] = {}
    """What the poster prints beside a level, such as `2-4 years`."""
    starts: date | None = None
    projects: tuple[Project, ...] = ()
    """Stretches of days that a funder of this city asks about."""
    target_groups: tuple[TargetGroup, ...] = ()
    """The columns in poster order; statements of no single column stand in `across`."""
    across: tuple[Statement, ...] = ()
    transcription_note: str | None = None

    @property
    def is_published(self) -> bool:
        return bool(self.statements())

    def statements(self) -> tuple[Statement, ...]:
        """Every statement: group by group, then those of no single column."""
        in_groups = [s for group in self.target_groups for s in group.statements]
        return (*in_groups, *self.across)

    def cell(self, target_group: str, level: Level) -> tuple[Statement, ...]:
        """The statements of one cell in poster order; `ALL_TARGET_GROUPS` for those across."""
        return tuple(
            statement
            for statement in self.statements()
            if statement.target_group == target_group and statement.level == level
        )
