"""The warehouse's tables about loads: `loads` and `refused`, from the receipts and refused rows."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from ingest.loading.load_folders import parquet_path, read_receipt
from ingest.tables.columns import listed
from ingest.tables.dictionary import TableNote
from matrices.home import Home

LOADS = TableNote(
    "loads",
    "The loads in force: who brought what, and when.",
    {
        "load": "The number of the load.",
        "loaded_at": "When it was loaded, in UTC.",
        "loaded_by": "Who loaded it.",
        "as_of": "The day up to which its files tell what happened.",
        "is_simulated": "Whether its files are simulated; then so is every figure made from them.",
        "files": "The names of its files.",
    },
)

REFUSED = TableNote(
    "refused",
    "The lines that the loads in force could not take, each once.",
    {
        "load": "The number of the load.",
        "record": "The table for which the line was meant.",
        "file": "The file it stood in.",
        "sheet": "The sheet of that file, where it has sheets.",
        "row": "The line, as a spreadsheet numbers it: the headings are line 1.",
        "code": "The first thing that was wrong, as a short code.",
        "column_name": "The column that was wrong.",
        "found": "What was found in it.",
        "sentence": "All that was wrong, and what would be right.",
    },
)


def make_loads(connection: DuckDBPyConnection, home: Home, loads: Sequence[int]) -> None:
    connection.execute("""
        CREATE TABLE loads (load INTEGER, loaded_at TIMESTAMP, loaded_by VARCHAR, as_of DATE,
            is_simulated BOOLEAN, files VARCHAR[])""")
    for number in loads:
        receipt = read_receipt(home, number)
        files = [file.name for file in receipt.files]
        loaded_at = receipt.loaded_at.replace(tzinfo=None)
        connection.execute(
            "INSERT INTO loads VALUES (?, ?, ?, ?, ?, ?)",
            [number, loaded_at, receipt.loaded_by, receipt.as_of, receipt.is_simulated, files],
        )


def make_refused(connection: DuckDBPyConnection, home: Home, loads: Sequence[int]) -> None:
    connection.execute("""
        CREATE TABLE refused (load INTEGER, record VARCHAR, file VARCHAR, sheet VARCHAR,
            row BIGINT, code VARCHAR, column_name VARCHAR, found VARCHAR, sentence VARCHAR)""")
    columns = listed(name for name in REFUSED.columns if name != "load")
    for number in loads:
        path = str(parquet_path(home, number, "refused"))
        connection.execute(
            f"""INSERT INTO refused
            SELECT $load, {columns} FROM read_parquet($path) ORDER BY record, file, sheet, row""",
            {"load": number, "path": path},
        )
