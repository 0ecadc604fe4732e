"""In which order the rows of a table lie: the large ones as they are counted, by person and day."""

from collections.abc import Iterable, Mapping

from ingest.kinds import Record
from ingest.records import RECORDS

_AS_COUNTED = {
    "participations": ("city", "learner", "joined_on", "activity_id"),
    "awards": ("city", "learner", "issued_on", "award_id"),
}


def order_of(record: type[Record]) -> tuple[str, ...]:
    """The columns by which its rows lie; empty cells are last. Counting relies on it."""
    return _AS_COUNTED.get(record.table(), tuple(record.key))


def in_order(table: str, rows: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Rows of a table that is not built from loads, such as an example's, as a snapshot has them."""
    columns = order_of(RECORDS[table]) if table in RECORDS else ()
    return sorted(rows, key=lambda row: [(row.get(c) is None, row.get(c)) for c in columns])
