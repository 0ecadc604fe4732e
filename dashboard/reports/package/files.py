"""A table as CSV and as Parquet; the same rows give the same bytes."""

import csv
import io

import pyarrow
from pyarrow import parquet


def csv_bytes(table: pyarrow.Table) -> bytes:
    """UTF-8 with `,` and `\\n`; a missing value is empty, numbers have every digit they need."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.column_names)
    columns = [column.to_pylist() for column in table.columns]
    writer.writerows([_written(value) for value in row] for row in zip(*columns, strict=True))
    return text.getvalue().encode()


def parquet_bytes(table: pyarrow.Table) -> bytes:
    """With the sentence of every column in its schema."""
    buffer = io.BytesIO()
    parquet.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, float) else str(value)
