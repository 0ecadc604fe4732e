"""The figures of one snapshot, read once; those of other stretches counted when they are asked for."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import duckdb

from metrics.absent_members import absent_members
from metrics.actual_rows import actual_rows
from metrics.definition import Indicator
from metrics.disclosure import THRESHOLD
from metrics.standing import Actual, Period, PeriodKind
from metrics.stretch import figures_over, several_over

OTHERS: tuple[PeriodKind, ...] = ("school_year", "project", "to_date")
"""The kinds by which no promise is judged."""


@dataclass
class Figures:
    """What the snapshot tells; nothing while there is none. Safe to share between threads."""

    cursor: Callable[[], duckdb.DuckDBPyConnection] | None
    fewest: int = THRESHOLD
    """Fewer people than this are not shown."""
    _stretches: dict[tuple[str, str, date, date], list[Actual]] = field(default_factory=dict)

    def of(self, city: str, indicator: str, kind: PeriodKind) -> tuple[Actual, ...]:
        """The values of all periods of a kind, oldest first."""
        if kind == "month":  # a third of all values, and the pages need none of them
            month = "disaggregation = '' AND city = ? AND indicator = ? AND period_kind = 'month'"
            return tuple(self.where(month, [city, indicator]))
        return self._whole.get((city, indicator, kind), ())

    def others(self, city: str, indicator: str) -> tuple[Actual, ...]:
        """School years, then projects, then all to date."""
        return tuple(actual for kind in OTHERS for actual in self.of(city, indicator, kind))

    def histories(self, city: str) -> list[tuple[Actual, ...]]:
        """The years and the quarters of every indicator of a city."""
        kinds = ("year", "quarter")
        return [v for (of, _, kind), v in self._whole.items() if of == city and kind in kinds]

    def where(self, condition: str, values: Sequence[Any]) -> list[Actual]:
        """Those that meet an SQL condition, whole and broken down."""
        return actual_rows(self.rows, condition, values)

    def in_period(self, city: str, period: Period) -> list[Actual]:
        """The whole values of all indicators of a city in one published period."""
        return self.where(
            "disaggregation = '' AND city = ? AND period_kind = ? AND period_start = ? "
            "AND period_end = ?",
            [city, period.kind, period.start, period.end],
        )

    def over(self, indicator: Indicator, city: str, first: date, last: date) -> list[Actual]:
        """Whole and broken down over any stretch of days; see `metrics/stretch.py`."""
        asked = (indicator.identifier, city, first, last)
        if self.cursor is None or first > last:
            return []
        if asked not in self._stretches:
            stretch = (indicator, city, first, last, self.fewest)
            self._stretches[asked] = figures_over(self.cursor(), *stretch)
        return self._stretches[asked]

    def count_over(
        self, indicators: Sequence[Indicator], city: str, first: date, last: date
    ) -> None:
        """Counts several for `over` at once, which is quicker than one by one."""
        if self.cursor is not None and first <= last:
            asked = (indicators, city, first, last, self.fewest)
            for name, found in several_over(self.cursor(), *asked).items():
                self._stretches[name, city, first, last] = found

    def absent(
        self, actual: Actual | None, territories: Mapping[str, Sequence[str]]
    ) -> tuple[str, ...]:
        """Of a territory's figure the cities that are not, or not wholly, in it."""
        if actual is None or actual.city not in territories:
            return ()
        return tuple(absent_members(self.rows, actual))

    def cuts(self) -> list[date]:
        """The days within a month on which a period begins or is over."""
        found = self.rows("SELECT DISTINCT since FROM calendar WHERE day(since) > 1 ORDER BY ALL")
        return [day for (day,) in found]

    def rows(self, sql: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        """What the SQL gives, on a cursor of its own."""
        if self.cursor is None:
            return []
        return self.cursor().execute(sql, values or []).fetchall()

    @cached_property
    def _whole(self) -> dict[tuple[str, str, str], tuple[Actual, ...]]:
        """(city, indicator, kind of period) to its values."""
        found: dict[tuple[str, str, str], list[Actual]] = defaultdict(list)
        for actual in self.where("disaggregation = '' AND period_kind <> 'month'", []):
            found[actual.city, actual.indicator, actual.period.kind].append(actual)
        return {key: tuple(values) for key, values in found.items()}
