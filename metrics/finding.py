"""One thing in the data of a city to look at, and the rows that it comes from."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from metrics.deliveries import Delivery
from metrics.outliers import Scores
from metrics.standing import Actual, SourceRow

FindingKind = Literal["double", "several_sites", "ahead", "jump", "reported", "late", "missing"]

MOST_ROWS = 20
"""So many rows of one finding are named."""


@dataclass(frozen=True)
class Jump:
    """A value far from those before it; of a running total, what it grew by."""

    actual: Actual
    value: float
    before: tuple[float, ...]
    scores: Scores
    is_growth: bool


@dataclass(frozen=True)
class Finding:
    """One thing to look at. Which of the parts are there depends on its kind."""

    city: str
    kind: FindingKind
    record: str | None = None
    subject: str | None = None
    """What it is called: an activity's or organisation's name; of days ahead the column."""
    day: date | None = None
    """When it was; of days ahead the furthest."""
    indicator: str | None = None
    rows: tuple[SourceRow, ...] = ()
    row_count: int = 0
    """All its rows, also those that are not named."""
    cities: tuple[str, ...] = ()
    """Of one on several sites, all of them."""
    jump: Jump | None = None
    sentence: str | None = None
    """Of a reported figure that differs: the note made when it was counted."""
    delivery: Delivery | None = None
