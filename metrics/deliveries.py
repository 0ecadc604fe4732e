"""Who has delivered what for which period, and what is late by the city's own rhythm."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median

from duckdb import DuckDBPyConnection

from matrices.model import Matrix
from metrics.counting.sql_text import source_record
from metrics.counting.tallied import DECLARED
from metrics.definition import Indicator

LEAST_DAYS = 100
"""Nothing is late before: a quarter, and ten days to hand it in."""
PATIENCE = 1.5
"""So many times the usual gap between deliveries may pass."""

ROWS = """
    SELECT record, city, covered_from, covered_to, load, loaded_at, as_of
    FROM deliveries JOIN loads USING (load) JOIN coverage USING (record, city)
    ORDER BY city, record, as_of, load
"""


@dataclass(frozen=True)
class Delivery:
    """What a city has handed in of one record; without a load, what its promises wait for."""

    city: str
    record: str
    covered_from: date | None = None
    """Empty also where rows of the record have no day."""
    covered_to: date | None = None
    load: int | None = None
    """The newest load that brought rows of it, whether they were new or not."""
    loaded_at: datetime | None = None
    due_by: date | None = None
    """The last day on which it is not late yet."""
    is_late: bool = False

    @property
    def is_missing(self) -> bool:
        return self.load is None


def days_allowed(reached: Iterable[date]) -> int:
    """How old the data may be: 1.5 times the median gap between the days that successive
    deliveries reached, and at least 100 days."""
    gaps = [(after - before).days for before, after in pairwise(sorted(set(reached)))]
    return max(LEAST_DAYS, int(PATIENCE * median(gaps))) if gaps else LEAST_DAYS


def deliveries(
    connection: DuckDBPyConnection | None, wanted: Iterable[tuple[str, str]], today: date
) -> list[Delivery]:
    """By city and record; `wanted` are the pairs of which something is needed."""
    found: dict[tuple[str, str], list[tuple]] = defaultdict(list)
    rows = connection.execute(ROWS).fetchall() if connection else []
    for record, city, *rest in rows:
        found[city, record].append(tuple(rest))
    made = [_delivery(city, record, rest, today) for (city, record), rest in found.items()]
    made += [Delivery(city, record) for city, record in set(wanted) - set(found)]
    return sorted(made, key=lambda delivery: (delivery.city, delivery.record))


def _delivery(city: str, record: str, rows: Sequence[tuple], today: date) -> Delivery:
    covered_from, covered_to, _, _, _ = rows[0]
    load, loaded_at = max((load, loaded_at) for _, _, load, loaded_at, _ in rows)
    due_by = None
    if covered_to:
        reached = [as_of for *_, as_of in rows if as_of]
        due_by = covered_to + timedelta(days=days_allowed(reached))
    is_late = due_by is not None and today > due_by
    return Delivery(city, record, covered_from, covered_to, load, loaded_at, due_by, is_late)


def wanted_records(
    matrices: Iterable[Matrix], indicators: dict[str, Indicator]
) -> set[tuple[str, str]]:
    """City and record, for every record that an indicator promised by the city counts."""
    return {
        (matrix.city, record)
        for matrix in matrices
        for statement in matrix.statements()
        for name in statement.promises
        for record in _records(indicators[name])
    }


def _records(indicator: Indicator) -> set[str]:
    """The records of files that an indicator is counted from."""
    named = {tally.record for tally in indicator.tallies.values()}
    return {source_record(record).table() for record in named - set(DECLARED)}
