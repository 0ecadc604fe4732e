"""The network that `benchmarks/figures.py` counts: run by hand too seldom to notice when it breaks."""

from datetime import date
from pathlib import Path

import duckdb

from benchmarks.network import SHARES, make_load
from ingest.warehouse import build_records
from matrices.home import Home
from tests.ingest.network import FRAMEWORKS


def test_the_benchmarks_load_becomes_rows_that_periods_are_asked_about(tmp_path: Path):
    make_load(Home(tmp_path), 10_000)
    with duckdb.connect() as connection:
        build_records(connection, Home(tmp_path), [1], FRAMEWORKS, dict.fromkeys(SHARES, "NL"))
        rows = connection.execute("SELECT count(*), count(learner) FROM participations")
        assert rows.fetchall() == [(10_000, 10_000)]
        covered = connection.execute(
            "SELECT count(*), max(covered_to) FROM coverage WHERE record = 'participations'"
        )
        # Each of the seven cities has an activity, and is covered up to the day of the receipt.
        assert covered.fetchall() == [(7, date(2024, 12, 31))]
