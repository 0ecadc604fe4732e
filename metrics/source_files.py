"""The files whose rows an indicator counts in a city: its sources of verification."""

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from ingest.checking.sql import quoted
from metrics.counting.tallied import DECLARED
from metrics.definition import Indicator
from metrics.source_rows import MEMBERS


@dataclass(frozen=True)
class SourceOfRows:
    """A file of a load, and the record of which it brought rows."""

    record: str
    load: int
    file: str


def source_files(
    connection: DuckDBPyConnection, indicator: Indicator, city: str
) -> list[SourceOfRows]:
    """By load and file; how many rows each brought is not said, for that could be a small number.

    None for what the matrices declare: it comes from no file that was loaded.
    """
    record = indicator.numerator.record
    if record in DECLARED:
        return []
    where, values = f"city IN ({MEMBERS})", [city]
    if indicator.is_reported:
        where, values = f"{where} AND indicator = ?", [city, indicator.identifier]
    rows = connection.execute(
        f"SELECT DISTINCT load, file FROM {quoted(record)} WHERE {where} ORDER BY load, file",
        values,
    ).fetchall()
    return [SourceOfRows(record, load, file) for load, file in rows]
