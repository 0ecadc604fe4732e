"""Stretches of days as bits of a number: those of a calendar year, one bit each.

A stretch is a month, or what is left of one in which a period begins or is over: see
`periods_table.py`. Where a year has more stretches than a number has bits, a month takes its place.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

BITS = 64
NUMBER = "UBIGINT"
"""DuckDB's type of so many bits."""
MONTHS_OF_A_YEAR = 12
DAYS_OF_A_MONTH = 31


@dataclass(frozen=True)
class Stretches:
    """How the stretches that begin with a month or on one of these days are numbered."""

    cuts: Sequence[date]

    @property
    def width(self) -> int:
        """How many bits the stretches of a year take, or of a month in its place."""
        return self._of_a_year() if self._fits() else DAYS_OF_A_MONTH

    def year(self, day: str) -> str:
        """SQL: the year of a day, or in its place the month."""
        return f"year({day})" if self._fits() else f"(year({day}) * 12 + month({day}))"

    def bit(self, day: str) -> str:
        """SQL: the number with the bit of the stretch in which a day lies."""
        first = f"month({day}) - 1" if self._fits() else "0"
        later = [
            f"({day} BETWEEN DATE '{cut}' AND DATE '{self._end(cut)}')::INTEGER"
            for cut in self.cuts
        ]
        return f"1::{NUMBER} << ({' + '.join([first, *later])})::{NUMBER}"

    def _fits(self) -> bool:
        return self._of_a_year() <= BITS

    def _of_a_year(self) -> int:
        within = Counter(cut.year for cut in self.cuts)
        return MONTHS_OF_A_YEAR + max(within.values(), default=0)

    def _end(self, cut: date) -> date:
        """The last day of the year or month in which it lies."""
        month = 12 if self._fits() else cut.month
        in_the_next = cut.replace(month=month, day=28) + timedelta(days=4)
        return in_the_next - timedelta(days=in_the_next.day)
