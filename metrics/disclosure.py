"""Small numbers of people are withheld here, before any figure leaves the room.

Everything that shows figures reads the table `actuals` after this; nothing else decides.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from duckdb import DuckDBPyConnection

from metrics.counting.suppression import Cell, Line, suppressed, too_close
from metrics.definition import Indicator
from metrics.period import period_of
from metrics.standing import PeriodKind

THRESHOLD = 5
"""The smallest number of people that is shown; 0 is always shown."""

LONGER: dict[PeriodKind, PeriodKind] = {"month": "quarter", "quarter": "year"}
KEPT_FIRST: tuple[PeriodKind, ...] = (
    "to_date",
    "year",
    "school_year",
    "quarter",
    "month",
    "project",
    "same_stretch",
)

VALUES = """
    SELECT city, period_kind, period_start, period_end, disaggregation, member, rowid,
        CASE WHEN denominator IS NULL THEN [value] ELSE [numerator, denominator - numerator] END
    FROM actuals
    WHERE indicator = $indicator AND value IS NOT NULL AND (denominator IS NOT NULL OR NOT $is_share)
    ORDER BY ALL
"""
"""A share that was handed in without its parts is a percentage and counts nobody."""

WITHHOLD = """
    UPDATE actuals
    SET value = NULL, numerator = NULL, denominator = NULL, rows = NULL, is_withheld = true
    WHERE rowid IN (SELECT unnest($keys))
"""

WITHHOLD_RATES = """
    UPDATE actuals
    SET value = NULL, numerator = NULL, denominator = NULL, rows = NULL, is_withheld = true
    FROM actuals AS counted
    WHERE actuals.indicator = $rate AND counted.indicator = $count AND counted.is_withheld
        AND counted.city = actuals.city AND counted.period_kind = actuals.period_kind
        AND counted.period_start = actuals.period_start
        AND counted.period_end = actuals.period_end
        AND counted.disaggregation = '' AND actuals.disaggregation = ''
"""


@dataclass(frozen=True)
class Place:
    """Where in the table a cell stands."""

    city: str
    kind: PeriodKind
    start: date
    end: date
    disaggregation: str
    member: str


Cells = dict[Place, Cell]


def withhold(
    connection: DuckDBPyConnection, indicators: Sequence[Indicator], threshold: int = THRESHOLD
) -> None:
    """Empties every value in `actuals` that tells, or lets one work out, fewer than `threshold`.

    Withheld are counts of people from 1 up to the threshold, and as many others as it takes that
    none comes out by subtracting what is shown along a breakdown, from a year to its quarters or
    from a quarter to its months, or from one value of a running total to another. People who are
    counted once in each period do not add up over periods; there a value goes with its neighbours
    only where they leave no choice. See "Small numbers" in metrics/README.md for what is left.
    """
    for indicator in indicators:
        if indicator.is_about_people:
            cells = _cells(connection, indicator)
            keys = [cell.key for cell in _withheld(indicator, cells, threshold)]
            connection.execute(WITHHOLD, {"keys": keys})
    for rate, count in _rates_of_counts(indicators):
        asked = {"rate": rate.identifier, "count": count.identifier}
        connection.execute(WITHHOLD_RATES, asked)


def _rates_of_counts(indicators: Sequence[Indicator]) -> Iterator[tuple[Indicator, Indicator]]:
    """Whoever knows a rate and the population knows the count: it goes where the count goes."""
    for rate in indicators:
        for count in indicators:
            if rate.is_rate and count is not rate and count.numerator == rate.numerator:
                yield rate, count


def _cells(connection: DuckDBPyConnection, indicator: Indicator) -> Cells:
    asked = {"indicator": indicator.identifier, "is_share": indicator.is_share}
    rows = connection.execute(VALUES, asked).fetchall()
    return {Place(*place): Cell(key, tuple(counts)) for *place, key, counts in rows}


def _withheld(indicator: Indicator, cells: Cells, threshold: int) -> set[Cell]:
    small = {cell for cell in cells.values() if cell.is_small(threshold)}
    lines = list(_breakdowns(cells))
    if indicator.is_stock:
        for series in _groups(cells, lambda at: (at.city, at.disaggregation, at.member)):
            shown = [cell for cell in _newest_first(series) if cell not in small]
            small |= too_close(shown, threshold)
    else:
        adds_up = not any(tally.distinct for tally in indicator.tallies.values())
        lines += _periods(cells, adds_up)
    return suppressed(lines, small, threshold)


def _breakdowns(cells: Cells) -> Iterator[Line]:
    """Every value with its breakdowns.

    Members in which people may appear twice are treated as if they added up: the whole less the
    others is still the least that the last can be.
    """
    broken_down = {at: cell for at, cell in cells.items() if at.disaggregation}
    whole = _groups(broken_down, lambda at: (at.city, at.kind, at.start, at.end, at.disaggregation))
    for group in whole:
        at = next(iter(group))
        total = cells.get(Place(at.city, at.kind, at.start, at.end, "", ""))
        if total:
            yield Line(total, tuple(group.values()))


def _periods(cells: Cells, adds_up: bool) -> Iterator[Line]:
    """Every year with its quarters, every quarter with its months."""
    parts: dict[Place, list[Cell]] = defaultdict(list)
    for at, cell in cells.items():
        if at.kind in LONGER:
            longer = LONGER[at.kind]
            whole = period_of(longer, at.start)
            where = Place(at.city, longer, whole.start, whole.end, at.disaggregation, at.member)
            parts[where].append(cell)
    for at, found in parts.items():
        if at in cells:
            yield Line(cells[at], tuple(found), adds_up)


def _groups(cells: Cells, key: Callable[[Place], Hashable]) -> list[Cells]:
    groups: dict[Hashable, Cells] = defaultdict(dict)
    for at, cell in cells.items():
        groups[key(at)][at] = cell
    return list(groups.values())


def _newest_first(series: Cells) -> list[Cell]:
    """Years before quarters before months: the series most looked at loses least."""
    places = sorted(series, key=lambda at: (KEPT_FIRST.index(at.kind), -at.start.toordinal()))
    return [series[at] for at in places]
