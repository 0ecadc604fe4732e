"""What figures cost with millions of participations, against peers doing the same: run by hand.

    python benchmarks/figures.py [--rows 20000000] [--home FOLDER]

Makes a network (`network.py`), builds the snapshot's tables, and counts: the whole catalogue, all
cities, months to school years and to date. Every way runs in a process of its own, one after the
other; what counts are the ratios. With a home, what it holds is used again. polars takes part where
it is installed.
"""

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

Way = Iterator[None]
"""A way to do it prepares, yields, and then does what is measured."""

SNAPSHOT = 1
COLUMNS = "city, joined_on, type, format, is_online, learner"
"""What the figures of participations are made from."""

DECODE = f"""
    SELECT {", ".join(f"max({column})" for column in COLUMNS.split(", "))} FROM participations"""
PLAIN = """
    SELECT city, date_trunc('quarter', joined_on), count(DISTINCT learner)
    FROM participations GROUP BY ALL"""
ANSWER = """
    SELECT indicator, period_start, value FROM actuals
    WHERE city = 'breda' AND period_kind = 'quarter' AND disaggregation = ''"""


@dataclass
class Measured:
    """One way: the clock, the time that both cores worked, and the most memory it took."""

    seconds: float
    cores: float
    memory: float


@contextmanager
def snapshot(home: Path) -> Iterator[DuckDBPyConnection]:
    """The built snapshot, read-only, with the settings of a publication and room for figures."""
    from ingest.loading.snapshots import MEMORY, PLACES, snapshot_path
    from matrices.home import Home

    config = {"memory_limit": MEMORY, "perfect_ht_threshold": PLACES}
    with duckdb.connect(config=config | {"temp_directory": str(home / "spill")}) as connection:
        path = snapshot_path(Home(home), SNAPSHOT)
        connection.execute(f"ATTACH '{path}' AS snapshot (READ_ONLY)")
        connection.execute("SET search_path = 'memory,snapshot'")
        yield connection


def build(home: Path) -> Way:
    from ingest.loading.snapshots import new_snapshot, snapshot_path
    from ingest.warehouse import build_records
    from matrices.home import Home
    from metrics.catalogue import load_catalogue

    catalogue = load_catalogue(Home(home))
    snapshot_path(Home(home), SNAPSHOT).unlink(missing_ok=True)
    yield
    with new_snapshot(Home(home), SNAPSHOT) as connection:
        countries = catalogue.city_countries()
        build_records(connection, Home(home), [1], catalogue.frameworks, countries)


def one_query(sql: str, *settings: str) -> Callable[[Path], Way]:
    def way(home: Path) -> Way:
        with snapshot(home) as connection:
            for setting in settings:
                connection.execute(setting)
            yield
            connection.execute(sql).fetchall()

    return way


def queries(wanted: str, with_territories: bool = False) -> Callable[[Path], Way]:
    """The compiled queries whose name begins so, over all periods of the cities."""

    def way(home: Path) -> Way:
        from matrices.home import Home
        from metrics.catalogue import load_catalogue
        from metrics.compile import compile_batch
        from metrics.counting.periods_table import lay_out_periods, usual_periods

        catalogue = load_catalogue(Home(home))
        members = {city: (city,) for city in catalogue.matrices}
        members |= catalogue.territories if with_territories else {}
        with snapshot(home) as connection:
            cuts = lay_out_periods(connection, members, usual_periods(catalogue.calendar))
            batch = compile_batch(catalogue.indicators.values(), cuts)
            yield
            for query in batch:
                if query.name.startswith(wanted):
                    connection.execute(query.sql).fetchall()

    return way


def by_quarter(home: Path) -> Way:
    """The whole catalogue by quarter, of cities alone, from a file that must be read from disk."""
    from ingest.loading.snapshots import snapshot_path
    from matrices.home import Home
    from metrics.actuals import count
    from metrics.catalogue import load_catalogue
    from metrics.counting.periods_table import lay_out_periods
    from metrics.declared_tables import write_declared_tables
    from metrics.period import periods_between

    catalogue = load_catalogue(Home(home))
    members = {city: (city,) for city in catalogue.matrices}
    forget(snapshot_path(Home(home), SNAPSHOT))
    with snapshot(home) as connection:
        connection.execute("CREATE TABLE coverage AS FROM snapshot.coverage")
        write_declared_tables(connection, catalogue)
        yield
        cuts = lay_out_periods(
            connection,
            members,
            lambda _, first, last, __: periods_between("quarter", first, last, catalogue.calendar),
        )
        count(connection, list(catalogue.indicators.values()), cuts)


def forget(path: Path) -> None:
    """The operating system keeps no copy of the file in memory."""
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def fill(home: Path) -> Way:
    """The whole catalogue, as a publication does it; kept for the questions that follow."""
    from matrices.home import Home
    from metrics.actuals import fill_actuals
    from metrics.catalogue import load_catalogue
    from metrics.declared_tables import write_declared_tables

    catalogue = load_catalogue(Home(home))
    (home / "figures.duckdb").unlink(missing_ok=True)
    with snapshot(home) as connection:
        connection.execute(f"ATTACH '{home / 'figures.duckdb'}' AS figures; USE figures")
        connection.execute("CREATE TABLE coverage AS FROM snapshot.coverage")
        connection.execute("SET search_path = 'figures,snapshot'")
        write_declared_tables(connection, catalogue)
        indicators, cities = list(catalogue.indicators.values()), list(catalogue.matrices)
        yield
        fill_actuals(connection, indicators, cities, catalogue.calendar, catalogue.territories)


def answer(home: Path) -> Way:
    """All indicators of a city by quarter, from the figures that are stored."""
    with duckdb.connect(str(home / "figures.duckdb"), read_only=True) as connection:
        yield
        connection.execute(ANSWER).fetchall()


def export(home: Path) -> Way:
    """The same columns for the peers, as Parquet."""
    with snapshot(home) as connection:
        yield
        connection.execute(
            f"COPY (SELECT {COLUMNS} FROM participations) TO '{home / 'peers.parquet'}'"
        )


def with_polars(home: Path) -> Way:
    """Rows, those online and different learners: by month, quarter, year and ever, and by format."""
    import polars

    figures = [
        polars.len().alias("rows"),
        polars.col("is_online").sum().alias("online"),
        polars.col("learner").n_unique().alias("learners"),
    ]
    yield
    frame = polars.read_parquet(home / "peers.parquet").filter(polars.col("type") == "user")
    frame = frame.with_columns(polars.col("city", "format").cast(polars.Categorical))
    for every in ("1mo", "1q", "1y", "100y"):
        dated = frame.with_columns(polars.col("joined_on").dt.truncate(every).alias("period"))
        for keys in (["city", "period"], ["city", "period", "format"]):
            dated.group_by(keys).agg(figures)


def with_pandas(home: Path) -> Way:
    """The same."""
    import pandas

    yield
    frame = pandas.read_parquet(home / "peers.parquet")
    frame = frame[frame["type"] == "user"].astype({"city": "category", "format": "category"})
    days = pandas.to_datetime(frame["joined_on"])
    periods = [days.dt.to_period(every) for every in ("M", "Q", "Y")]
    for period in [*periods, pandas.Series(0, index=frame.index)]:
        dated = frame.assign(period=period)
        for keys in (["city", "period"], ["city", "period", "format"]):
            dated.groupby(keys, observed=True).agg(
                rows=("type", "size"), online=("is_online", "sum"), learners=("learner", "nunique")
            )


WAYS: dict[str, Callable[[Path], Way]] = {
    "build the tables": build,
    "decode only": one_query(DECODE, "SET disabled_optimizers = 'statistics_propagation'"),
    "additive": queries("participations by joined_on"),
    "plain count(distinct)": one_query(PLAIN),
    "learners": queries("learner of participations"),
    "all people": queries("learner of "),
    "with territories": queries("learner of ", with_territories=True),
    "the catalogue by quarter": by_quarter,
    "the whole catalogue": fill,
    "a stored answer": answer,
    "export for the peers": export,
    "polars": with_polars,
    "pandas": with_pandas,
}
"""For `decode only`: the largest value of a column is known without looking, unless forbidden."""

RATIOS = (
    ("additive", "decode only", "at most 2.5"),
    ("learners", "plain count(distinct)", ""),
    ("all people", "plain count(distinct)", "at most 2"),
    ("with territories", "plain count(distinct)", ""),
    ("polars", "learners", "more than 1"),
    ("pandas", "learners", "at least 10"),
    ("the whole catalogue", "a stored answer", "at least 20"),
)
"""What is set beside what, and the ratio that is aimed at."""

COUNTING = ("additive", "all people", "with territories", "the whole catalogue")


def measure(way: str, home: Path) -> Measured:
    command = [sys.executable, __file__, "--way", way, "--home", str(home)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Measured(**json.loads(done.stdout))


def run_one(way: str, home: Path) -> None:
    steps = WAYS[way](home)
    next(steps)
    before, start = os.times(), time.perf_counter()
    next(steps, None)
    seconds, after = time.perf_counter() - start, os.times()
    cores = after.user + after.system - before.user - before.system
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(asdict(Measured(seconds, cores, memory))))


def prepare(home: Path, rows: int) -> None:
    """The load, unless the home has one."""
    from benchmarks.network import make_load
    from ingest.loading.load_folders import load_folder
    from matrices.home import Home

    if not load_folder(Home(home), 1).exists():
        make_load(Home(home), rows)


def ways(home: Path) -> Iterator[str]:
    """Those that can run; a snapshot that was built already stays as it is."""
    from ingest.loading.snapshots import snapshot_path
    from matrices.home import Home

    built = snapshot_path(Home(home), SNAPSHOT).exists()
    for way in WAYS:
        if way == "polars" and not importlib.util.find_spec("polars"):
            print("polars is not installed here, so it takes no part.")
        elif way != "build the tables" or not built:
            yield way


def compare(home: Path) -> None:
    print(f"{'':24}{'seconds':>9}{'cores':>9}{'MB':>8}")
    done: dict[str, Measured] = {}
    for way in ways(home):
        done[way] = one = measure(way, home)
        print(f"{way:24}{one.seconds:9.2f}{one.cores:9.2f}{one.memory:8.0f}", flush=True)
    print("by the work of both cores, which others disturb less than the clock:")
    for way, against, aim in RATIOS:
        if way in done and against in done:
            ratio = done[way].cores / max(done[against].cores, 0.001)
            print(f"{way:24} {ratio:8.2f} times {against}{aimed_at(aim)}")
    most = max(done[way].memory for way in COUNTING)
    print(f"counting took {most:.0f} MB at most{aimed_at('under 1500 with 20 million rows')}")
    print_sizes(home)


def aimed_at(aim: str) -> str:
    return f" (aim: {aim})" if aim else ""


def print_sizes(home: Path) -> None:
    with snapshot(home) as connection:
        blocks, rows = connection.execute(
            "SELECT (SELECT count(DISTINCT block_id) FROM pragma_storage_info('participations') "
            "WHERE block_id >= 0), (SELECT count(*) FROM participations)"
        ).fetchall()[0]
    size = f"{blocks * 262144 / rows:.1f} bytes each on disk{aimed_at('at most 16')}"
    print(f"{rows:,} participations take {size}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000_000)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--way", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.way:
        run_one(asked.way, asked.home)
        return
    with tempfile.TemporaryDirectory() as name:
        home = (asked.home or Path(name)).resolve()
        prepare(home, asked.rows)
        compare(home)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
