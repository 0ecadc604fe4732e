"""The table `progress` of the snapshot: how each promise stood when the data end."""

from collections.abc import Iterator

import duckdb

from metrics.counting.inserted_rows import insert_rows
from metrics.results import Results
from metrics.standing import PromiseStanding, StatementStanding

COLUMNS = """
    statement VARCHAR, city VARCHAR, target_group VARCHAR, level VARCHAR, indicator VARCHAR,
    direction VARCHAR, target DOUBLE, target_date DATE, target_date_is_assumed BOOLEAN,
    baseline DOUBLE, baseline_date DATE, baseline_is_assumed BOOLEAN,
    period_start DATE, period_end DATE, value DOUBLE, expected DOUBLE, ratio DOUBLE,
    yearly_growth DOUBLE, method VARCHAR, status VARCHAR,
    interval_low DOUBLE, interval_high DOUBLE, is_within_noise BOOLEAN, disagreement VARCHAR,
    judged_on DATE
"""


def write_progress(connection: duckdb.DuckDBPyConnection, results: Results) -> None:
    """Makes and fills `progress`: one row a promise, judged on the last day of the data."""
    connection.execute(f"CREATE TABLE progress ({COLUMNS})")
    insert_rows(connection, "progress", list(_rows(results)))


def _rows(results: Results) -> Iterator[tuple[object, ...]]:
    for city in results.catalogue.matrices:
        for standing in results.matrix(city).statements.values():
            for promise in standing.promises:
                yield (*_place(standing), *_judgement(promise), results.today)


def _place(standing: StatementStanding) -> tuple[object, ...]:
    s = standing.statement
    return (s.identifier, s.city, s.target_group, s.level)


def _judgement(standing: PromiseStanding) -> tuple[object, ...]:
    promise, progress = standing.promise, standing.progress
    target, baseline, actual = progress.target, progress.baseline, progress.actual
    return (
        standing.indicator.identifier,
        promise.direction,
        promise.target,
        target.on if target else None,
        progress.target_date_is_assumed,
        baseline.value if baseline else None,
        baseline.on if baseline else None,
        progress.baseline_is_assumed,
        actual.period.start if actual else None,
        actual.period.end if actual else None,
        actual.value if actual else None,
        progress.expected,
        progress.ratio,
        progress.yearly_growth,
        progress.method,
        progress.status.value,
        progress.interval.low if progress.interval else None,
        progress.interval.high if progress.interval else None,
        progress.is_within_noise,
        ", ".join(f"{method}: {status}" for method, status in progress.disagreement) or None,
    )
