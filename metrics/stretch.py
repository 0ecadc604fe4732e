"""Figures of any stretch of days, counted when they are asked for, such as the term of a report.

Whoever may ask for any stretch could take one from another and be left with a few people;
`metrics/withholding/stretches.py` says which figures are given.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from duckdb import DuckDBPyConnection

from metrics.actual_rows import actual_rows
from metrics.actuals import count
from metrics.counting.periods_table import lay_out_periods
from metrics.definition import Indicator
from metrics.disclosure import THRESHOLD
from metrics.standing import Actual, Period, PeriodKind
from metrics.withholding.stretches import protected, shorter


def figures_over(
    connection: DuckDBPyConnection,
    indicator: Indicator,
    city: str,
    first: date,
    last: date,
    fewest: int = THRESHOLD,
) -> list[Actual]:
    """The whole first, then every member of every breakdown; none where no data are about it.

    The days of a published period give what is published. Fewer people than `fewest` are not shown.
    """
    return several_over(connection, [indicator], city, first, last, fewest)[indicator.identifier]


def several_over(
    connection: DuckDBPyConnection,
    indicators: Sequence[Indicator],
    city: str,
    first: date,
    last: date,
    fewest: int = THRESHOLD,
) -> dict[str, list[Actual]]:
    """The same of several indicators, by name: counted together they cost little more than one."""
    published = {each.identifier: _published(connection, each, city) for each in indicators}
    found = {name: _of_these_days(known, first, last) for name, known in published.items()}
    left = [each for each in indicators if not found[each.identifier] and not each.is_reported]
    if not left:
        return found
    asked = Period("project", first, last)
    for indicator, counted in _counted(connection, left, city, asked):
        name = indicator.identifier
        found[name] = [actual for actual in counted if actual.period == asked]
        if indicator.is_about_people:
            known = [*published[name], *counted]
            found[name] = protected(indicator, found[name], known, fewest)
    return found


def _of_these_days(published: Sequence[Actual], first: date, last: date) -> list[Actual]:
    """Of several periods of the same days one, and of those one in which something is withheld."""
    same: dict[PeriodKind, list[Actual]] = defaultdict(list)
    for actual in published:
        if (actual.period.start, actual.period.end) == (first, last):
            same[actual.period.kind].append(actual)
    return max(same.values(), key=lambda found: sum(a.is_withheld for a in found), default=[])


def _published(connection: DuckDBPyConnection, indicator: Indicator, city: str) -> list[Actual]:
    return actual_rows(
        lambda sql, values: connection.execute(sql, values).fetchall(),
        "indicator = ? AND city = ?",
        [indicator.identifier, city],
    )


def _counted(
    connection: DuckDBPyConnection, indicators: Sequence[Indicator], city: str, asked: Period
) -> list[tuple[Indicator, list[Actual]]]:
    """Counted in temporary tables, which stand before the snapshot's own of the same names.

    With it the stretches that are shorter by whole months at one end, where people are counted.
    """
    about_people = any(each.is_about_people for each in indicators)
    stretches = [asked, *(shorter(asked) if about_people else ())]
    of_city = "SELECT city FROM members WHERE territory = ? ORDER BY city"
    members = [member for (member,) in connection.execute(of_city, [city]).fetchall()]
    try:
        cuts = lay_out_periods(connection, {city: members}, lambda *_: stretches, temporary=True)
        count(connection, indicators, cuts, temporary=True)
        return [(each, _published(connection, each, city)) for each in indicators]
    finally:
        for table in ("actuals", "telling", "calendar", "periods", "members"):
            connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
