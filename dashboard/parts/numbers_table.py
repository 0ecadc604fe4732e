"""The figures of a promise as tables: what stands beside every chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.markup import Html, element, together
from dashboard.parts.table import Column, Row, table
from dashboard.wording import dates, tables
from dashboard.wording.data_words import member
from dashboard.wording.numbers import amount, number
from dashboard.wording.running_year import up_to_head
from metrics.definition import Indicator
from metrics.standing import Actual, PromiseStanding

MOST_PERIODS = 6


@dataclass(frozen=True)
class UpTo:
    """A column with the years up to one day: its head, and year to value."""

    head: str
    years: Mapping[int, Actual]


def numbers_table(standing: PromiseStanding) -> Html:
    """The values year by year, newest first; the quarters and other periods folded below."""
    folded = [(tables.BY_QUARTER, standing.quarters), (tables.OTHER_PERIODS, standing.others)]
    return together(
        history_table(standing.years, standing.indicator, _up_to(standing)),
        *(_folded(name, history, standing.indicator) for name, history in folded if history),
    )


def history_table(
    history: Sequence[Actual], indicator: Indicator, up_to: UpTo | None = None
) -> Html:
    """Periods down, newest first; a share with what it is a share of."""
    columns = [Column(tables.PERIOD), Column(tables.value_head(indicator), is_count=True)]
    columns += [Column(up_to.head, is_count=True)] if up_to else []
    if indicator.is_share:
        columns += [Column(tables.NUMERATOR, True), Column(tables.DENOMINATOR, True)]
    rows = (_row(actual, indicator, up_to) for actual in reversed(history))
    return table(tables.numbers_caption(indicator), columns, rows)


def _folded(name: str, history: Sequence[Actual], indicator: Indicator) -> Html:
    return element("details", element("summary", name), history_table(history, indicator))


def _up_to(standing: PromiseStanding) -> UpTo | None:
    """Every year up to the day that the running one has reached: these may be compared."""
    if not standing.running_year or not standing.same_stretches:
        return None
    stretches = (*standing.same_stretches, standing.running_year)
    return UpTo(up_to_head(standing), {actual.period.start.year: actual for actual in stretches})


def breakdown(column: str, actuals: list[Actual], indicator: Indicator) -> Html:
    """One disaggregation: members down, the newest periods across."""
    periods = {actual.period.start: actual.period for actual in actuals}
    starts = sorted(periods)[-MOST_PERIODS:]
    found = {(actual.member, actual.period.start): actual for actual in actuals}
    heads = [Column(tables.column(column))]
    heads += [Column(dates.period(periods[start]), is_count=True) for start in starts]
    rows = (
        Row([member(name), *(value(found.get((name, start)), indicator) for start in starts)])
        for name in sorted({actual.member for actual in actuals})
    )
    told = table(tables.breakdown_caption(column), heads, rows)
    return together(element("h4", tables.by(column)), told)


def value(actual: Actual | None, indicator: Indicator) -> str:
    """The value, or why there is none: withheld is not missing, and neither is a zero."""
    if actual is None or (actual.value is None and not actual.is_withheld):
        return tables.NO_VALUE
    return tables.WITHHELD if actual.is_withheld else amount(actual.value or 0, indicator)


def _row(actual: Actual, indicator: Indicator, up_to: UpTo | None) -> Row:
    marks = tables.marks(actual)
    note = element("span", marks, class_="mark") if marks else None
    parts = [_part(actual.numerator), _part(actual.denominator)] if indicator.is_share else []
    period = together(dates.period(actual.period), note)
    same = [value(up_to.years.get(actual.period.start.year), indicator)] if up_to else []
    return Row([period, value(actual, indicator), *same, *parts])


def _part(count: float | None) -> str:
    return tables.NO_VALUE if count is None else number(count)
