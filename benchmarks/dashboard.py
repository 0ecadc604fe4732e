"""What a look at the dashboard costs the server, beside an empty script and a page of pandas frames.

Run by hand: `python -m benchmarks.dashboard [--learners 700 70000] [--sessions 50]`. For each number
of learners a simulated home is made and served, asked over websockets as a browser would, and looked
at in Chromium. `--rows 20000000` adds a network of so many participations, published with `impact
publish`; `--home FOLDER` takes a home that is there instead, and keeps what `--rows` makes.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.in_browser import PANDAS, in_words, looked_at, pages_of, peers
from benchmarks.network import publish_network
from benchmarks.usage import memory, processor
from benchmarks.visitor import Visitor, visiting
from tests.serving import Server, dashboard_of, impact, page_of

HERE = Path(__file__).parent
STATEMENT = "vilnius.providers.short_term_impact.learners"
PAGES = {
    "network": ("", ""),
    "city": ("city", "city=vilnius"),
    "statement": ("statement", f"id={STATEMENT}"),
    "compare, eight charts": ("compare", "indicator=online_activities"),
    "analysts": ("analysts", ""),
    "report": ("report", "city=vilnius"),
}
"""Page to its path and what stands behind it in the address."""
OURS = ("runner.postScriptGC=false", "runner.magicEnabled=false")
"""The settings with which the dashboard is served; the peers are given the same."""
CROWDED = ("network", "city", "statement", "compare, eight charts")
RERUNS = 40


@dataclass(frozen=True)
class Cost:
    """Of one rerun, in milliseconds."""

    processor: float
    """Of the server, user and system."""
    middle: float
    """As long as a visitor waits, median."""
    slow: float
    """95 of 100 visitors wait less."""
    a_second: float
    """Reruns a second, all visitors together."""


def main() -> None:
    """A table for each home, its ratios from the same run."""
    asked = _arguments()
    settings = () if asked.plain_peers else OURS
    with TemporaryDirectory(prefix="impact-dashboard-") as folder:
        for home in _homes(asked, Path(folder)):
            print(f"\n{_participations(home):,} participations", flush=True)
            _measure(home, asked.sessions, settings)
            _watch(home, asked.rounds, settings)


def _homes(asked: argparse.Namespace, folder: Path) -> Iterator[Path]:
    if asked.rows:
        yield _published(asked.home[0] if asked.home else folder / "rows", asked.rows)
    elif asked.home:
        yield from asked.home
    else:
        yield from _made(asked.learners, folder)


def _made(learners: Sequence[int], folder: Path) -> Iterator[Path]:
    for number in learners:
        home = folder / str(number)
        impact(home, "demo", "--learners", number)
        yield home


def _published(home: Path, rows: int) -> Path:
    """A home with so many participations; what is published already is taken as it is."""
    began = time.perf_counter()
    if publish_network(home, rows):
        print(f"made and published in {time.perf_counter() - began:.0f} s", flush=True)
    return home


def _measure(home: Path, sessions: int, settings: Sequence[str]) -> None:
    with _peers(settings) as (empty, pandas), dashboard_of(home) as dashboard:
        floor = _alone(empty, "", "")
        peer = _alone(pandas, "", "")
        _tell("an empty script", floor, floor)
        _tell(PANDAS, peer, floor)
        for name, where in PAGES.items():
            _tell(name, _alone(dashboard, *where), floor)
        print(f"{sessions} sessions at once", flush=True)
        floor = asyncio.run(_crowd(empty, "", "", sessions))
        _tell("an empty script", floor, floor)
        _tell("pandas and plotly.express", asyncio.run(_crowd(pandas, "", "", sessions)), floor)
        for name in CROWDED:
            _tell(name, asyncio.run(_crowd(dashboard, *PAGES[name], sessions)), floor)
        print(f"memory: dashboard {memory(dashboard):.0f} MB, pandas {memory(pandas):.0f} MB")


def _watch(home: Path, rounds: int, settings: Sequence[str]) -> None:
    """The same in Chromium, everything as a ratio of the page of pandas."""
    one_field = HERE / "peers" / "one_field.py"
    with (
        _peers(settings) as (empty, pandas),
        page_of(one_field, *settings) as field,
        dashboard_of(home) as dashboard,
    ):
        pages = [*peers(empty, field, pandas), *pages_of(dashboard)]
        found = looked_at(pages, rounds)
    print("in Chromium, and as a share of pandas", flush=True)
    for page in pages:
        print(f"  {page.name:42} {in_words(found[page.name], found[PANDAS])}", flush=True)


@contextmanager
def _peers(settings: Sequence[str]) -> Iterator[tuple[Server, Server]]:
    empty, pandas = HERE / "peers" / "empty.py", HERE / "peers" / "pandas_page.py"
    with page_of(empty, *settings) as first, page_of(pandas, *settings) as second:
        yield first, second


def _alone(server: Server, page: str, query: str) -> Cost:
    """One visitor looks again and again, after the page is warm."""
    return asyncio.run(_crowd(server, page, query, 1))


async def _crowd(server: Server, page: str, query: str, sessions: int) -> Cost:
    """Everybody looks again as soon as the page has come, so the server is never idle."""
    async with visiting(server.port, sessions) as visitors:
        await asyncio.gather(*(each.look(page, query) for each in visitors))
        each_looks = max(3, RERUNS // sessions)
        before, began = processor(server), time.perf_counter()
        waits = await asyncio.gather(*(_waits(v, page, query, each_looks) for v in visitors))
        wall, used = time.perf_counter() - began, processor(server) - before
    told = [wait * 1000 for each in waits for wait in each]
    slow = quantiles(told, n=20)[-1]
    return Cost(used / len(told) * 1000, median(told), slow, len(told) / wall)


async def _waits(visitor: Visitor, page: str, query: str, looks: int) -> list[float]:
    return [await visitor.look(page, query) for _ in range(looks)]


def _tell(name: str, cost: Cost, floor: Cost) -> None:
    print(
        f"  {name:42} processor {cost.processor:6.1f} ms = {cost.processor / floor.processor:5.1f} "
        f"times empty; waits {cost.middle:6.0f} ms, 95 % under {cost.slow:6.0f} ms; "
        f"{cost.a_second:6.1f} a second",
        flush=True,
    )


def _participations(home: Path) -> int:
    import duckdb

    with duckdb.connect(str(home / "data" / "warehouse.duckdb"), read_only=True) as opened:
        return opened.execute("SELECT count(*) FROM participations").fetchone()[0]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, nargs="+", default=[700, 70_000])
    parser.add_argument("--home", type=Path, nargs="+")
    parser.add_argument("--rows", type=int, help="a network of so many participations")
    parser.add_argument("--rounds", type=int, default=5, help="in the browser")
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--plain-peers", action="store_true", help="peers as Streamlit comes")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
