"""What a method judges: where a promise began, where it stands, and where it is to arrive."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from metrics.standing import Point, Status

DAYS_OF_A_YEAR = 365.25

Grades = tuple[tuple[float, Status], ...]
"""From which share of what was due on a status holds, best first; below the last: moving away."""


@dataclass(frozen=True)
class Course:
    """A promise with a number between its baseline and its target."""

    baseline: Point
    now: Point
    target: Point
    milestones: tuple[Point, ...] = ()

    @property
    def is_due(self) -> bool:
        """Whether the target's date has come."""
        return self.now.on >= self.target.on


@dataclass(frozen=True)
class Reading:
    """What a method makes of a course, before it becomes a status."""

    ratio: float | None
    """Of what was due by now the share that was done; None where nothing was due yet."""
    expected: float | None
    """What was due by now, in the indicator's unit."""
    path: tuple[Point, ...] = ()
    yearly_growth: float | None = None
    projected: float | None = None


@dataclass(frozen=True)
class Method:
    """One way to judge a promise with a number; `account` is the text of the methods page."""

    name: str
    account: str
    grades: Grades
    read: Callable[[Course], Reading]
    cannot_read: Callable[[Course], str | None]
    """Why the arithmetic cannot be done on this course; None where it can."""
    misleads: Callable[[Course], str | None]
    """Why the result would mislead, so that the method does not judge; None where it may."""
    worked: Callable[[], str]
    """A worked example whose every number the code computes."""

    def status(self, course: Course) -> Status:
        """The status by this method's own thresholds."""
        return graded(self.read(course).ratio, self.grades, course.is_due)


def graded(ratio: float | None, grades: Grades, is_due: bool) -> Status:
    """The status of a share of what was due.

    Past its date a target that is missed, however narrowly, is not on track.
    """
    if ratio is None:
        return Status.BEHIND if is_due else Status.TOO_EARLY
    status = next((status for floor, status in grades if ratio >= floor), Status.MOVING_AWAY)
    return Status.SLIGHTLY_BEHIND if is_due and status is Status.ON_TRACK else status


def nothing_against(course: Course) -> str | None:
    """For a method that can always be used."""
    return None


def years_between(start: date, end: date) -> float:
    """Whole years between equal days of the year, and days by 365.25 beyond them."""
    day = 28 if (start.month, start.day) == (2, 29) else start.day
    anniversary = start.replace(year=end.year, day=day)
    return end.year - start.year + (end - anniversary).days / DAYS_OF_A_YEAR
