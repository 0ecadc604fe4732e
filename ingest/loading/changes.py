"""What a load changes: its lines against the rows in force, key by key."""

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from ingest.tables.columns import base_records, content, same_key


@dataclass(frozen=True)
class Changes:
    """What the taken lines of one record do; every line does one thing."""

    added: int
    replaced: int
    unchanged: int


def compare(connection: DuckDBPyConnection, table: str) -> Changes:
    """Compare `taken_<record>`, in which no key stands twice, with `in_force_<record>`."""
    if connection.execute(f"FROM in_force_{table} LIMIT 1").fetchone() is None:
        (lines,) = connection.execute(f"SELECT count(*) FROM taken_{table}").fetchone()
        return Changes(lines, 0, 0)
    record = base_records()[table]
    said, before = content(record, "line"), content(record, "before")
    lines, added, unchanged = connection.execute(f"""
        SELECT count(*), count(*) FILTER (before.load IS NULL),
            count(*) FILTER (before.load IS NOT NULL AND {said} IS NOT DISTINCT FROM {before})
        FROM taken_{table} AS line
        LEFT JOIN in_force_{table} AS before ON {same_key(record, "line", "before")}
    """).fetchone()
    return Changes(added, lines - added - unchanged, unchanged)
