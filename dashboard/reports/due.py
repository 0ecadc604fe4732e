"""When a promise falls due, also where there are no data yet by which to judge it."""

from dataclasses import dataclass
from datetime import date

from dashboard.reports.content import CityReport, FrameworkRow
from metrics.judging.horizon import assumed_target_date


@dataclass(frozen=True)
class Due:
    """A number promised for a day."""

    on: date
    value: float
    is_assumed: bool
    """Whether the day follows from the poster's horizon, as the promise names none."""


def target_of(city: CityReport, row: FrameworkRow) -> Due | None:
    """The target with its day; None without a number, without a day, and for a number to keep."""
    promise = row.promise
    if promise is None or row.target_value is None or promise.promise.is_kept:
        return None
    if row.target:
        return Due(row.target.on, row.target_value, promise.progress.target_date_is_assumed)
    by = promise.promise.by or assumed_target_date(city.standing.matrix, row.statement.level)
    return Due(by, row.target_value, promise.promise.by is None) if by else None
