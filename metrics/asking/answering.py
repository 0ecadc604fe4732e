"""A process of its own that answers one question and ends: `answering.py FILE ROWS < question.sql`.

It knows nothing but DuckDB. The system bounds its memory and time, and lets it write no file, for
DuckDB's own limits do not bound every function: `repeat('x', 2000000000)` ignores them. Whatever
comes in is untrusted. Prints the rows as an Arrow stream, or a sentence on the error stream and
ends with 1.
"""

import resource
import sys

import duckdb

MEMORY = 1_536 * 1024 * 1024
"""Bytes of address space; DuckDB itself is given a third of it."""
SECONDS = 10
"""Of a processor's time."""

SETTINGS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "enable_external_access": "false",
    "memory_limit": "512MB",
    "max_temp_directory_size": "0B",
    "threads": "1",
}


def main() -> None:
    """Opens the file, closes every door, asks."""
    file, rows = sys.argv[1], int(sys.argv[2])
    question = sys.stdin.read()
    connection = duckdb.connect(file, read_only=True, config=SETTINGS)
    connection.execute("SET lock_configuration = true")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        _answer(connection, question, rows)
    except (duckdb.Error, MemoryError) as error:
        print(str(error) or "Out of memory", file=sys.stderr)
        sys.exit(1)


def _answer(connection: duckdb.DuckDBPyConnection, question: str, rows: int) -> None:
    import pyarrow

    table = connection.sql(question).limit(rows).to_arrow_table()
    with pyarrow.ipc.new_stream(sys.stdout.buffer, table.schema) as stream:
        stream.write_table(table)


if __name__ == "__main__":
    main()
