"""The warehouse: every table of rows as a function of the active loads; and the published file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

import duckdb
import pyarrow
from duckdb import DuckDBPyConnection

from ingest.checking.sql import quoted
from ingest.kinds import Column, Record
from ingest.ledger import LoadProblem, read_ledger
from ingest.loading.deliveries import DELIVERIES, make_deliveries
from ingest.loading.in_force import declare_in_force, drop_in_force
from ingest.loading.load_folders import parquet_files
from ingest.loading.snapshots import snapshot_path
from ingest.records import RECORDS
from ingest.tables.columns import PROVENANCE, base_records, enum, listed
from ingest.tables.coverage import COVERAGE, make_coverage
from ingest.tables.derived import OWN_HOSTS, ROWS, own_hosts_pattern
from ingest.tables.dictionary import TableNote, document, make_dictionary, note_on
from ingest.tables.load_tables import LOADS, REFUSED, make_loads, make_refused
from ingest.tables.order import order_of
from ingest.tables.skills import file_labels
from matrices.frameworks import Frameworks
from matrices.home import Home
from matrices.telling import told

LEARNERS = TableNote(
    "learners",
    "Every person of whom the loads in force tell; the keyed hash stands nowhere else.",
    {
        "learner": "A small number in place of the keyed hash; it holds for this file alone.",
        "person": "Keyed hash of the person.",
    },
)

_CITY_COUNTRIES = pyarrow.schema({"city": pyarrow.string(), "country": pyarrow.string()})
_SKILL_LABELS = pyarrow.schema(
    {
        "entry": pyarrow.string(),
        "label": pyarrow.string(),
        "uri": pyarrow.string(),
        "framework": pyarrow.string(),
        "code": pyarrow.string(),
        "is_21st_century": pyarrow.bool_(),
    }
)


def build_records(
    connection: DuckDBPyConnection,
    home: Home,
    load_numbers: Sequence[int],
    frameworks: Frameworks,
    city_countries: Mapping[str, str],
    own_hosts: Iterable[str] = OWN_HOSTS,
) -> None:
    """Make every table of rows, and those about them, in the connection's default database.

    A function of its inputs: the same loads and declarations give the same rows in the same order.
    City and choice columns are enums: they compare with any text, and a text that is none of their
    words equals no row.
    """
    files = parquet_files(home, load_numbers)
    declare_in_force(connection, files, hold=True)
    _lay_out(connection, frameworks, city_countries, own_hosts)
    make_loads(connection, home, load_numbers)
    make_refused(connection, home, load_numbers)
    _make_learners(connection)
    cities = _cities(connection, city_countries)
    for table in dict.fromkeys([*ROWS, *RECORDS]):
        _make_table(connection, RECORDS[table], cities)
    make_deliveries(connection, files)
    make_coverage(connection)
    _document(connection)
    drop_in_force(connection)


def open_snapshot(home: Home) -> DuckDBPyConnection | None:
    """The published snapshot, read-only; None before anything was published.

    A file that a writer pruned since its name was read has a newer one in its place. The numbered
    name matters: a connection to a replaced path would show the old data while any is still open.
    """
    tried = 0
    while snapshot := read_ledger(home).snapshot:
        try:
            return duckdb.connect(str(snapshot_path(home, snapshot)), read_only=True)
        except duckdb.IOException as error:
            if snapshot == tried:
                raise LoadProblem(
                    told(
                        "The figures cannot be opened: {error} `impact publish` makes them "
                        "again from the loads.",
                        error=error,
                    )
                ) from error
            tried = snapshot
    return None


def _lay_out(
    connection: DuckDBPyConnection,
    frameworks: Frameworks,
    city_countries: Mapping[str, str],
    own_hosts: Iterable[str],
) -> None:
    """What the derived columns look up beside the rows themselves."""
    pattern = own_hosts_pattern(own_hosts)
    connection.execute("SET VARIABLE own_hosts = $pattern", {"pattern": pattern})
    homes = [{"city": city, "country": country.upper()} for city, country in city_countries.items()]
    connection.register("city_countries", pyarrow.Table.from_pylist(homes, _CITY_COUNTRIES))
    entries = connection.execute("""
        SELECT DISTINCT unnest(skills)
        FROM (SELECT skills FROM in_force_activities UNION ALL
            SELECT skills FROM in_force_badge_classes)""")
    labels = file_labels((entry for (entry,) in entries.fetchall()), frameworks.labels())
    filed = [asdict(label) for label in labels]
    connection.register("skill_labels", pyarrow.Table.from_pylist(filed, _SKILL_LABELS))


def _make_learners(connection: DuckDBPyConnection) -> None:
    """Numbers from 1 without a gap, in the order of the hashes: the same loads, the same numbers."""
    connection.execute("""
        CREATE TABLE learners AS
        SELECT DISTINCT learner::BIGINT AS learner, person FROM learners_of_loads ORDER BY learner""")


def _cities(connection: DuckDBPyConnection, city_countries: Mapping[str, str]) -> list[str]:
    """Those of the home, and those that left it but still have rows; in order of the alphabet."""
    named = " UNION ".join(
        f"SELECT {quoted(column.name)} FROM in_force_{table}"
        for table, record in base_records().items()
        for column in record.loaded_columns()
        if column.kind.name == "city"
    )
    rows = connection.execute(f"SELECT * FROM ({named}) AS named(city) WHERE city IS NOT NULL")
    return sorted({city for (city,) in rows.fetchall()} | set(city_countries))


def _make_table(
    connection: DuckDBPyConnection, record: type[Record], cities: Sequence[str]
) -> None:
    table = record.table()
    columns = [
        f"{quoted(c.name)}::{_type(c, cities)} AS {quoted(c.name)}" for c in record.stored_columns()
    ]
    connection.execute(f"""
        CREATE TABLE {quoted(table)} AS
        SELECT {", ".join(columns)}, {listed(PROVENANCE)}
        FROM ({ROWS.get(table, f"FROM in_force_{table}")})
        ORDER BY {listed(order_of(record))}""")


def _type(column: Column, cities: Sequence[str]) -> str:
    words = cities if column.kind.name == "city" else column.kind.choices
    return enum(words) if words else column.kind.duckdb_type


def _document(connection: DuckDBPyConnection) -> None:
    connection.execute("BEGIN")  # one write for some two hundred comments
    make_dictionary(connection)
    notes = [note_on(record) for record in RECORDS.values()]
    document(connection, *notes, LEARNERS, DELIVERIES, COVERAGE, LOADS, REFUSED)
    connection.execute("COMMIT")
