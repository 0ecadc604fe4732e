"""What several cities promise, counted over all of them: people once, shares of all rows."""

from collections.abc import Sequence

from dashboard.language import say
from dashboard.markup import Html, element, together
from dashboard.parts.numbers_table import value
from dashboard.parts.table import Column, Row, table
from dashboard.wording import dates, pages
from dashboard.wording.indicator_words import name_of
from dashboard.wording.tables import SO_FAR
from dashboard.wording.territories import listed
from metrics.definition import Indicator
from metrics.results import Results
from metrics.standing import Actual, Period
from metrics.territories import NETWORK

MOST_YEARS = 4


def together_table(results: Results, indicators: Sequence[Indicator]) -> Html | None:
    """The newest years across, and the year before up to the day that the newest has reached."""
    shown = [each for each in indicators if results.values(each.identifier, NETWORK, "year")]
    periods = _periods(results, shown)
    if not periods:
        return None
    heads = [Column(say(pages.INDICATOR)), *(_head(period, periods) for period in periods)]
    rows = [_row(results, each, periods) for each in shown]
    return together(
        element("p", _without(results, shown), class_="aside"),
        table(say(pages.TOGETHER_TITLE), heads, rows),
    )


def _periods(results: Results, indicators: Sequence[Indicator]) -> list[Period]:
    years = {p for each in indicators for p in _of(results, each, "year")}
    stretches = {p for each in indicators for p in _of(results, each, "same_stretch")}
    newest = sorted(years, key=lambda period: period.start)[-MOST_YEARS:]
    before = [p for p in stretches if newest and p.end.year == newest[-1].start.year - 1]
    return [*newest[:-1], *sorted(before, key=lambda p: p.end)[-1:], *newest[-1:]]


def _of(results: Results, indicator: Indicator, kind: str) -> list[Period]:
    return [actual.period for actual in results.values(indicator.identifier, NETWORK, kind)]


def _head(period: Period, periods: Sequence[Period]) -> Column:
    is_running = period == periods[-1] and any(p.kind == "same_stretch" for p in periods)
    name = dates.period(period)
    return Column(f"{name} {say(SO_FAR)}" if is_running else name, is_count=True)


def _row(results: Results, indicator: Indicator, periods: Sequence[Period]) -> Row:
    found: dict[Period, Actual] = {
        actual.period: actual
        for kind in ("year", "same_stretch")
        for actual in results.values(indicator.identifier, NETWORK, kind)
    }
    values = (value(found.get(period), indicator) for period in periods)
    return Row([name_of(indicator), *values])


def _without(results: Results, indicators: Sequence[Indicator]) -> str:
    """Who tells of nothing at all; of single figures `impact progress network` says it."""
    newest = [results.values(each.identifier, NETWORK, "year")[-1] for each in indicators]
    absent = set.intersection(*(set(results.absent(actual)) for actual in newest))
    if not absent:
        return say(pages.TOGETHER)
    return f"{say(pages.TOGETHER)} {say(pages.WITHOUT, places=listed(sorted(absent)))}"
