"""Definitions become SQL text: pure, without a connection, readable and always the same.

Every query yields lines of indicator, tally (`numerator` or `denominator`), city, period_kind,
period_start, period_end, disaggregation, member, value and rows. There is a line only where something
happened; `metrics/actuals.py` fills the periods between. Of distinct values one query says how
many rows there are (value is NULL), another how many values (rows is NULL).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from metrics.counting.compile_additive import additive_sql
from metrics.counting.compile_arrivals import Arrivals
from metrics.counting.compile_distinct import distinct_sql, first_seen_sql
from metrics.counting.compile_ready_made import inhabitants_sql, reported_sql
from metrics.counting.compile_snapshots import snapshots_sql
from metrics.counting.part import Part, parts_of
from metrics.definition import Indicator


@dataclass(frozen=True)
class Query:
    """One SELECT and a name that says what it counts."""

    name: str
    sql: str


def compile_batch(
    indicators: Iterable[Indicator],
    cuts: Sequence[date] = (),
    has_few_periods: bool = False,
) -> list[Query]:
    """All queries for these indicators; indicators that share a record share its scan.

    `cuts` are the days within a month on which a stretch begins: `lay_out_periods` tells them.
    Different values are counted in all periods at once, or where these are few, or the SQL is to
    be read, in each by itself: that gives the same. Ready-made counts are no part of it:
    `metrics/counting/reported.py` puts them beside what was counted.
    """
    there = sorted(indicators, key=lambda each: each.identifier)
    parts = parts_of(there)
    return [
        *_additive(parts, cuts),
        *_distinct(parts, cuts, has_few_periods),
        *_first_seen(parts, cuts),
        *_snapshots(parts, cuts),
        *_inhabitants(there),
    ]


def compile_indicator(indicator: Indicator, cuts: Sequence[date] = ()) -> str:
    """The SQL that counts one indicator, as it is shown beside its figures; `cuts` as above."""
    heading = f"-- {indicator.name}: {' '.join(indicator.question.split())}\n"
    if indicator.scale:
        heading += f"-- value = {indicator.scale} * numerator / denominator; "
        heading += "without a denominator no value.\n"
    batch = [Query("counts", reported_sql(indicator))] if indicator.is_reported else None
    queries = [
        query.sql.rstrip("\n") + ";\n"
        for query in batch or compile_batch([indicator], cuts, has_few_periods=True)
    ]
    return "\n".join([heading, *queries])


def _additive(parts: Sequence[Part], cuts: Sequence[date]) -> Iterator[Query]:
    added = [part for part in parts if not part.tally.snapshot]
    for (table, day), group in _grouped(added, lambda part: (part.tally.record, part.dated_by)):
        yield Query(f"{table} by {day}", additive_sql(table, day, group, cuts))


def _distinct(
    parts: Sequence[Part], cuts: Sequence[date], has_few_periods: bool
) -> Iterator[Query]:
    within = [part for part in parts if part.tally.distinct and not part.tally.is_running]
    for (table, column, day), group in _grouped(within, _distinct_key):
        sql = distinct_sql(table, column, group, cuts) if has_few_periods else Arrivals(group).sql()
        yield Query(f"{column} of {table} by {day}", sql)


def _first_seen(parts: Sequence[Part], cuts: Sequence[date]) -> Iterator[Query]:
    for part in parts:
        if part.tally.distinct and part.tally.is_running:
            name = f"{part.indicator} {part.role} to date"
            yield Query(name, first_seen_sql(part.tally.record, part.tally.distinct, part, cuts))


def _snapshots(parts: Sequence[Part], cuts: Sequence[date]) -> Iterator[Query]:
    for part in parts:
        if part.tally.snapshot:
            yield Query(f"{part.indicator} {part.role} by readings", snapshots_sql(part, cuts))


def _inhabitants(indicators: Sequence[Indicator]) -> Iterator[Query]:
    for indicator in indicators:
        if indicator.is_rate:
            yield Query(f"inhabitants for {indicator.identifier}", inhabitants_sql(indicator))


def _distinct_key(part: Part) -> tuple[str, ...]:
    return (part.tally.record, str(part.tally.distinct), part.dated_by)


def _grouped(parts, key):
    return [(found, list(group)) for found, group in groupby(sorted(parts, key=key), key)]
