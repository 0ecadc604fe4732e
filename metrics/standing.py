"""How things stand: what `Results` hands to screen, paper and command line. All frozen."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from matrices.model import Matrix, Promise, Statement
from metrics.definition import Indicator


class Status(StrEnum):
    """The state of a promise or a statement; each is a state of its own, none is a zero."""

    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    SLIGHTLY_BEHIND = "slightly_behind"
    BEHIND = "behind"
    MOVING_AWAY = "moving_away"
    INCREASING = "increasing"
    STEADY = "steady"
    DECREASING = "decreasing"
    TOO_EARLY = "too_early"
    NO_BASELINE = "no_baseline"
    NO_TARGET = "no_target"
    NO_DATA = "no_data"
    OUT_OF_DATE = "out_of_date"
    WITHHELD = "withheld"
    UNCERTAIN = "uncertain"
    NOT_COMPARABLE = "not_comparable"
    # of a statement without an indicator
    NOT_MEASURED = "not_measured"
    BY_EVIDENCE = "by_evidence"
    BY_SURVEY = "by_survey"
    CANNOT_BE = "cannot_be"


GOOD = frozenset({Status.ACHIEVED, Status.ON_TRACK, Status.INCREASING})
MIXED = frozenset({Status.SLIGHTLY_BEHIND, Status.STEADY})
POOR = frozenset({Status.BEHIND, Status.MOVING_AWAY, Status.DECREASING})

UNMEASURED: dict[str, Status] = {
    "not_yet": Status.NOT_MEASURED,
    "by_evidence": Status.BY_EVIDENCE,
    "by_survey": Status.BY_SURVEY,
    "cannot_be": Status.CANNOT_BE,
}
"""How a statement is measured that names no indicator, to its status."""

PeriodKind = Literal[
    "month", "quarter", "year", "school_year", "project", "to_date", "same_stretch"
]
Origin = Literal["computed", "reported"]


@dataclass(frozen=True)
class Period:
    """A stretch of days, both ends included.

    `to_date` is all that data tell of; `same_stretch` is an earlier year up to the day that the
    data of the running year have reached; `project` is any other stretch.
    """

    kind: PeriodKind
    start: date
    end: date
    name: str = field(default="", compare=False)
    """What a project is called."""

    @property
    def label(self) -> str:
        """`2024`, `2024-Q3`, `2024-05`, `2024/25`; of any other stretch its name or its days."""
        if self.kind == "year":
            return f"{self.start.year:04}"
        if self.kind == "school_year":
            return f"{self.start.year:04}/{self.end.year % 100:02}"
        if self.kind == "quarter":
            return f"{self.start.year:04}-Q{(self.start.month + 2) // 3}"
        if self.kind == "month":
            return f"{self.start:%Y-%m}"
        return self.name or f"{self.start} to {self.end}"


@dataclass(frozen=True)
class Actual:
    """One value of one indicator in one city and period, as in the table `actuals`."""

    indicator: str
    city: str
    period: Period
    value: float | None
    """In the indicator's unit; None where withheld or without a denominator."""
    numerator: float | None
    denominator: float | None
    rows: int
    """How many rows the value was made from."""
    origin: Origin
    is_complete: bool
    """False while the data do not reach the period's end: the value is *so far*."""
    is_withheld: bool = False
    disaggregation: str = ""
    """The column it is broken down by; empty for the whole."""
    member: str = ""
    is_held: bool = False
    """Whether it is shown as it was published before, since when it changed by too few people."""
    published_on: date | None = None
    """Of a held value the last day on which it was published as what the data said."""


@dataclass(frozen=True)
class Point:
    """A dated value on a promise's line."""

    on: date
    value: float


@dataclass(frozen=True)
class Interval:
    """Where the true value lies with 95 % confidence; both ends included."""

    low: float
    high: float


@dataclass(frozen=True)
class Progress:
    """The status of one promise with every input that led to it; see docs/methods.md."""

    status: Status
    method: str
    """`line`, `milestones`, `cagr` or `extrapolation`; `keep` for a number to hold, `trend` for a
    promise without a number."""
    actual: Actual | None = None
    """The value judged: the newest complete year of a flow, the newest value of a stock."""
    baseline: Point | None = None
    baseline_is_assumed: bool = False
    """True when the promise names no baseline and the first full year with data was taken."""
    target: Point | None = None
    target_date_is_assumed: bool = False
    """True when the promise names no date and the matrix's horizon was taken."""
    path: tuple[Point, ...] = ()
    """Baseline, milestones and target, in order of date."""
    expected: float | None = None
    """What the method asks by the end of the period judged."""
    ratio: float | None = None
    """Of what was due, the share that was done: (actual - baseline) / (expected - baseline); by
    `cagr` and `extrapolation` the yearly growth so far by the yearly growth needed."""
    yearly_growth: float | None = None
    """0.05 is 5 % a year since the baseline; for `trend`, `cagr` and `extrapolation`."""
    projected: float | None = None
    """By `extrapolation`: where the growth so far would lead by the target's date."""
    interval: Interval | None = None
    """Of a share from a sample or of few cases, in percent."""
    growth_interval: Interval | None = None
    """Of the yearly growth of a count, where one can be given."""
    is_within_noise: bool = False
    """True where chance alone would bring as much change; the status is then `steady`."""
    disagreement: tuple[tuple[str, Status], ...] = ()
    """The other methods that apply and come to another status."""
    method_refused: str | None = None
    """Why the method that the promise names could not be used, and another was."""
    judged_on: date | None = None
    """The day the value judged stands for: its period's end, or the data's where they end before.
    """


@dataclass(frozen=True)
class PromiseStanding:
    """A promise, how it stands, and the figures behind it."""

    promise: Promise
    indicator: Indicator
    progress: Progress
    years: tuple[Actual, ...]
    """The indicator's yearly values in this city, oldest first."""
    quarters: tuple[Actual, ...]
    same_stretches: tuple[Actual, ...] = ()
    """Where a year is running each earlier one up to the day that it has reached, oldest first."""
    others: tuple[Actual, ...] = ()
    """School years, then projects, then all to date."""
    absent: tuple[str, ...] = ()
    """Of a territory the places that are not, or not wholly, in the figure judged."""
    promise_then: Promise | None = None
    """The promise in force at the end of the period judged, where another is in force now."""
    progress_then: Progress | None = None
    """How the same figures stand against that earlier promise."""
    fewest_shown: int = 5
    """Fewer people than this are not shown in this network."""

    @property
    def running_year(self) -> Actual | None:
        """The value of the year so far; a stock has none, for it stands as it is."""
        if self.indicator.is_stock or not self.years or self.years[-1].is_complete:
            return None
        return self.years[-1]


@dataclass(frozen=True)
class EvidenceEntry:
    """One dated thing done, from the evidence log."""

    kind: str
    held_on: date
    title: str
    participants: int | None
    url: str | None
    load: int
    file: str
    row: int


@dataclass(frozen=True)
class StatementStanding:
    """A statement and how it stands; of several promises the worst tells (Destatis)."""

    statement: Statement
    status: Status
    promises: tuple[PromiseStanding, ...] = ()
    evidence: tuple[EvidenceEntry, ...] = ()


@dataclass(frozen=True)
class MatrixStanding:
    """One city's matrix with every statement's standing."""

    matrix: Matrix
    place_name: str
    statements: dict[str, StatementStanding]
    """By statement identifier, in poster order."""
    data_through: date | None
    """The day up to which this city's data reach; None where nothing has been loaded."""
    is_simulated: bool
    members: tuple[str, ...] = ()
    """Of a territory the other places whose rows count in its figures."""

    @property
    def measured(self) -> int:
        """Statements that figures follow, without those whose survey has no answers yet."""
        followed = (s for s in self.statements.values() if s.promises)
        return sum(1 for s in followed if s.status is not Status.BY_SURVEY)

    def at_a_glance(self) -> "CityStanding":
        """The city with its statements counted by status."""
        return CityStanding(
            city=self.matrix.city,
            place_name=self.place_name,
            matrix_name=self.matrix.name,
            is_published=self.matrix.is_published,
            statements=len(self.statements),
            measured=self.measured,
            statuses=dict(Counter(s.status for s in self.statements.values())),
            data_through=self.data_through,
            is_simulated=self.is_simulated,
        )


@dataclass(frozen=True)
class CityStanding:
    """A city at a glance."""

    city: str
    place_name: str
    matrix_name: str
    is_published: bool
    """False for a city without a published matrix."""
    statements: int
    measured: int
    """Statements that name an indicator, without those whose survey has no answers yet."""
    statuses: dict[Status, int]
    """How many statements stand where; adds up to `statements`."""
    data_through: date | None
    is_simulated: bool


@dataclass(frozen=True)
class Attention:
    """One thing that needs attention."""

    city: str
    place_name: str
    kind: Literal["moving_away", "behind", "decreasing", "stalled", "out_of_date", "no_data"]
    statement: str | None
    """A statement identifier, where it is about one."""
    indicator: str | None
    actual: Actual | None
    quarters_without: int | None = None
    """For `stalled`: how many complete quarters in a row had nothing new."""


@dataclass(frozen=True)
class SourceRow:
    """A line of a file that went into a figure; never anything personal."""

    load: int
    file: str
    sheet: str | None
    row: int
    record: str
    description: str
    """Public words that tell the row from others, such as an activity's name and date."""


@dataclass(frozen=True)
class OfferedActivity:
    """An activity that was on offer, in the public words of the platform."""

    starts_on: date
    name: str
    organisation: str | None
    type: str
    category: str | None
    format: str
    """`online` or `in person`."""
    recognises_skills: bool
    is_international: bool
    url: str | None
    load: int
    file: str
    row: int


@dataclass(frozen=True)
class CountingLabel:
    """A label of an activity that is filed as a 21st-century skill, and where."""

    label: str
    """In the platform's words."""
    framework: str
    code: str
    load: int
    file: str
    row: int


@dataclass(frozen=True)
class Publication:
    """The snapshot that all figures come from."""

    snapshot: int
    published_at: datetime
    data_through: date | None
    loads: tuple[int, ...]
    simulated_cities: frozenset[str]
