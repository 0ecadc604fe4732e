"""Figures of any stretch of days, counted when they are asked for, such as the term of a report.

Whoever may ask for any stretch could take one from another and be left with a few people. So a
figure about people is given for whole months only, or up to the day that data reach, and only where
it differs from every published figure of a period inside or around it by nobody or by enough people.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from duckdb import DuckDBPyConnection

from metrics.actual_rows import actual_rows
from metrics.actuals import count
from metrics.counting.periods_table import lay_out_periods
from metrics.definition import Indicator
from metrics.disclosure import THRESHOLD
from metrics.standing import Actual, Period, PeriodKind

Series = tuple[str, str]
"""Breakdown and member; both empty for the whole."""


def figures_over(
    connection: DuckDBPyConnection, indicator: Indicator, city: str, first: date, last: date
) -> list[Actual]:
    """The whole first, then every member of every breakdown; none where no data are about it.

    The days of a published period give what is published.
    """
    return several_over(connection, [indicator], city, first, last)[indicator.identifier]


def several_over(
    connection: DuckDBPyConnection,
    indicators: Sequence[Indicator],
    city: str,
    first: date,
    last: date,
) -> dict[str, list[Actual]]:
    """The same of several indicators, by name: counted together they cost little more than one."""
    published = {each.identifier: _published(connection, each, city) for each in indicators}
    found = {name: _of_these_days(known, first, last) for name, known in published.items()}
    left = [each for each in indicators if not found[each.identifier] and not each.is_reported]
    if not left:
        return found
    for indicator, counted in _counted(connection, left, city, Period("project", first, last)):
        name = indicator.identifier
        is_shown = not indicator.is_about_people
        found[name] = counted if is_shown else _protected(indicator, counted, published[name])
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
    """Counted in temporary tables, which stand before the snapshot's own of the same names."""
    of_city = "SELECT city FROM members WHERE territory = ? ORDER BY city"
    members = [member for (member,) in connection.execute(of_city, [city]).fetchall()]
    try:
        cuts = lay_out_periods(connection, {city: members}, lambda *_: [asked], temporary=True)
        count(connection, indicators, cuts, temporary=True)
        return [(each, _published(connection, each, city)) for each in indicators]
    finally:
        for table in ("actuals", "telling", "calendar", "periods", "members"):
            connection.execute(f"DROP TABLE IF EXISTS temp.{table}")


def _protected(
    indicator: Indicator, counted: Iterable[Actual], published: Iterable[Actual]
) -> list[Actual]:
    known: dict[Series, list[Actual]] = defaultdict(list)
    for actual in published:
        known[actual.disaggregation, actual.member].append(actual)
    told = [
        _without_figures(actual)
        if _tells(indicator, actual, known[actual.disaggregation, actual.member])
        else actual
        for actual in counted
    ]
    broken = {actual.disaggregation for actual in told if actual.is_withheld and actual.member}
    return [_without_figures(a) if a.disaggregation in broken else a for a in told]


def _tells(indicator: Indicator, actual: Actual, published: Sequence[Actual]) -> bool:
    """Whether the figure is small, is cut within a month, or is close to a published one.

    Every figure of a stock is inside or around every other.
    """
    if _is_few(actual) or not _has_whole_months(actual.period, published):
        return True
    near = (a for a in published if indicator.is_stock or _is_nested(actual.period, a.period))
    return any(_differ_little(actual, other) for other in near)


def _has_whole_months(period: Period, published: Sequence[Actual]) -> bool:
    reached = max((a.period.end for a in published if a.period.kind == "to_date"), default=date.max)
    following = period.end + timedelta(days=1)
    return period.start.day == 1 and (following.day == 1 or period.end >= reached)


def _is_nested(one: Period, two: Period) -> bool:
    is_around = two.start <= one.start and one.end <= two.end
    return is_around or (one.start <= two.start and two.end <= one.end)


def _is_few(actual: Actual) -> bool:
    return any(0 < people < THRESHOLD for people in _people(actual))


def _differ_little(actual: Actual, other: Actual) -> bool:
    pairs = zip(_people(actual), _people(other), strict=False)
    return any(0 < abs(one - two) < THRESHOLD for one, two in pairs)


def _people(actual: Actual) -> tuple[float, ...]:
    """Of a share those who count and those who do not; nobody where it is withheld."""
    if actual.numerator is None:
        return ()
    if actual.denominator is None:
        return (actual.numerator,)
    return (actual.numerator, actual.denominator - actual.numerator)


def _without_figures(actual: Actual) -> Actual:
    return replace(actual, value=None, numerator=None, denominator=None, rows=0, is_withheld=True)
