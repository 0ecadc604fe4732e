"""How fast files are taken in, against plain readers of the same file: run by hand.

    python benchmarks/intake.py [--rows 5000000] [--rounds 3]

Every way runs in a process of its own, in turn, so that all of them meet the same machine; what
counts are the ratios. Each reads a small file first: importing libraries is measured of none.
`load` is the whole of `ingest.loads.load` but for the figures made from it: read, checked, refused
rows kept, persons hashed, repeats found, Parquet and receipt written.
pandera, frictionless and openpyxl take part where they are installed.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import duckdb

TYPES = {
    "person_key": "VARCHAR",
    "activity_id": "VARCHAR",
    "type": "VARCHAR",
    "team": "VARCHAR",
    "badges": "BIGINT",
    "quests": "BIGINT",
    "certificates": "BIGINT",
    "joined_on": "DATE",
}
FRICTIONLESS_ROWS = 20_000
"""Frictionless reads so many; its time is multiplied."""
SHEET_ROWS = 100_000
FIRST_ROWS = 100
"""So many has the file that is read before anything is measured."""


def make_csv(path: Path, rows: int) -> None:
    """A fifth as many persons as rows; one row in a thousand has a day that is none."""
    duckdb.execute(f"""
        COPY (SELECT 'usr-' || lpad((hash(i) % {max(1, rows // 5)})::VARCHAR, 7, '0') AS person_key,
            'act-' || lpad((i % 20000)::VARCHAR, 6, '0') AS activity_id,
            CASE WHEN hash(i, 7) % 12 = 0 THEN 'invite' ELSE 'user' END AS type, 'users' AS team,
            hash(i, 3) % 4 AS badges, hash(i, 4) % 6 AS quests, 0 AS certificates,
            CASE WHEN i % 1000 = 17 THEN '2024-13-45'
                ELSE (DATE '2019-01-01' + (hash(i, 5) % 1900)::INTEGER)::VARCHAR END AS joined_on
        FROM range({rows}) AS numbers(i)) TO '{path}' (FORMAT csv, HEADER)""")


def make_workbook(path: Path, rows: int) -> None:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("participations")
    sheet.append([*TYPES, "remark", "note"])
    for row in range(rows):
        day = date(2019 + row % 6, row % 12 + 1, row % 28 + 1)
        cells = [f"usr-{row // 5}", f"act-{row % 900}", "user", "users", row % 4, row % 6, 0, day]
        sheet.append([*cells, "a remark", "a note"])
    book.save(path)


def plain_duckdb(path: Path, folder: Path) -> None:
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in TYPES.items())
    with duckdb.connect(str(folder / "plain.duckdb")) as connection:
        connection.execute(f"""CREATE TABLE participations AS FROM read_csv('{path}', header = true,
            store_rejects = true, columns = {{{columns}}})""")


def load_file(path: Path, folder: Path) -> None:
    from ingest.checking.checks import Frame
    from ingest.loads import load
    from matrices.home import Home

    frame = Frame({"breda": "NL"}, frozenset(), date(2025, 1, 31))
    load([path], Home(folder / "home"), frame, lambda *published: None)


def read_sheet(path: Path, folder: Path) -> None:
    from matrices.workbooks.xlsx_reader import workbook_sheets

    for sheet in workbook_sheets(path):
        for _ in sheet.rows():
            pass


def pandera_checks(path: Path, folder: Path) -> None:
    """Checks alone: reads, drops what is wrong, writes."""
    frame, wrong = _checked(path)
    frame.drop(index=wrong.index).to_parquet(folder / "pandera.parquet")


def pandera_same(path: Path, folder: Path) -> None:
    """What `load` gives: lines counted, wrong and repeated rows kept with a reason, persons hashed."""
    import hmac

    import pandas

    with path.open("rb") as file:
        hashlib.file_digest(file, "sha256")
        file.seek(0)
        lines = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 22), b""))
    frame, wrong = _checked(path)
    assert len(frame) == lines - 1
    fine = frame.drop(index=wrong.index)
    plain = fine["person_key"].str.strip().str.lower()
    hashes = {
        person: "p_" + hmac.digest(b"k" * 32, person.encode(), "sha256").hex()[:32]
        for person in plain.unique()
    }
    fine = fine.assign(person_key=plain.map(hashes), row=fine.index + 2, file=path.name)
    again = fine.duplicated(["person_key", "activity_id"])
    repeated = fine[again].assign(reason="stands already in an earlier row")
    fine[~again].to_parquet(folder / "taken.parquet", compression="zstd")
    refused = frame.loc[wrong.index].assign(reason=wrong, person_key="hashed", row=wrong.index + 2)
    pandas.concat([refused, repeated]).to_parquet(folder / "refused.parquet")


def _checked(path: Path) -> tuple[Any, Any]:
    """Every row, and the reasons of the wrong ones by their index."""
    import pandas
    import pandera.pandas as pandera

    frame = pandas.read_csv(path, engine="pyarrow")
    frame["joined_on"] = pandas.to_datetime(frame["joined_on"], errors="coerce")
    whole = pandera.Column(int, pandera.Check.ge(0))
    text = pandera.Column(str, pandera.Check.str_length(min_value=1))
    day = pandera.Check.in_range(pandas.Timestamp("1900-01-01"), pandas.Timestamp("2025-01-31"))
    schema = pandera.DataFrameSchema(
        {
            "person_key": text,
            "activity_id": text,
            "type": pandera.Column(str, pandera.Check.isin(["user", "invite"])),
            "badges": whole,
            "quests": whole,
            "certificates": whole,
            "joined_on": pandera.Column("datetime64[ns]", day, nullable=False, coerce=True),
        }
    )
    try:
        schema.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        found = errors.failure_cases.dropna(subset=["index"])
        return frame, found.groupby("index")["check"].agg("; ".join)
    return frame, pandas.Series(dtype=str)


def frictionless_checks(path: Path, folder: Path) -> None:
    from frictionless import Dialect, Resource, Schema, system

    kinds = {"VARCHAR": "string", "BIGINT": "integer", "DATE": "date"}
    fields = [{"name": name, "type": kinds[kind]} for name, kind in TYPES.items()]
    schema = Schema.from_descriptor({"fields": fields})
    with system.use_context(trusted=True):
        Resource(path=str(path), schema=schema, dialect=Dialect()).validate()


def openpyxl_reads(path: Path, folder: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    for _ in book.worksheets[0].iter_rows(values_only=True):
        pass


WAYS: dict[str, Callable[[Path, Path], None]] = {
    "plain DuckDB": plain_duckdb,
    "load": load_file,
    "pandera, checks": pandera_checks,
    "pandera, the same": pandera_same,
    "frictionless": frictionless_checks,
    "openpyxl": openpyxl_reads,
    "sheet": read_sheet,
    "load workbook": load_file,
}


def measure(way: str, path: Path) -> dict[str, float]:
    """In a process of its own: seconds on the clock, seconds of both cores, and megabytes."""
    command = [sys.executable, __file__, "--way", way, "--file", str(path)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def run_one(way: str, path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        WAYS[way](path.with_stem("first"), Path(folder))
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        before, start = os.times(), time.perf_counter()
        WAYS[way](path, Path(folder))
        seconds, after = time.perf_counter() - start, os.times()
    cores = after.user + after.system - before.user - before.system
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "cores": cores, "memory": memory}))


def compare(files: dict[str, Path], against: str, rounds: int, times: dict[str, float]) -> None:
    """Print the middle of all rounds; `times` multiplies what read a part only."""
    measured: dict[str, list[dict[str, float]]] = {way: [] for way in files}
    for _ in range(rounds):
        for way, path in files.items():
            measured[way].append(measure(way, path))
    base = {key: median(one[key] for one in measured[against]) for key in ("seconds", "cores")}
    print(f"{'':18}{'seconds':>9}{'ratio':>8}{'cores':>9}{'ratio':>8}{'MB':>8}")
    for way, each in measured.items():
        seconds, cores = (
            median(one[key] for one in each) * times.get(way, 1) for key in ("seconds", "cores")
        )
        memory = median(one["memory"] for one in each)
        ratios = seconds / base["seconds"], cores / base["cores"]
        print(f"{way:18}{seconds:9.2f}{ratios[0]:8.2f}{cores:9.2f}{ratios[1]:8.2f}{memory:8.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--way", help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.way:
        run_one(asked.way, asked.file)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_csv(folder / "all.csv", asked.rows)
        make_csv(folder / "part.csv", FRICTIONLESS_ROWS)
        make_csv(folder / "first.csv", FIRST_ROWS)
        files = {"plain DuckDB": folder / "all.csv", "load": folder / "all.csv"}
        if importlib.util.find_spec("pandera"):
            files["pandera, checks"] = files["pandera, the same"] = folder / "all.csv"
        if importlib.util.find_spec("frictionless"):
            files["frictionless"] = folder / "part.csv"
        print(f"{asked.rows:,} participations from CSV")
        times = {"frictionless": asked.rows / FRICTIONLESS_ROWS}
        compare(files, "plain DuckDB", asked.rounds, times)
        make_workbook(folder / "all.xlsx", SHEET_ROWS)
        make_workbook(folder / "first.xlsx", FIRST_ROWS)
        sheets = dict.fromkeys(("openpyxl", "sheet", "load workbook"), folder / "all.xlsx")
        print(f"{SHEET_ROWS:,} rows of 10 cells from XLSX")
        compare(sheets, "openpyxl", asked.rounds, {})


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
