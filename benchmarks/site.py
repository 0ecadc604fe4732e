"""How long a page takes until it can be read: on the public site, and the same page in Streamlit.

Run by hand: `python -m benchmarks.site [--learners 1500] [--rounds 7]`. Makes a simulated home in a
temporary folder, writes the site, serves both, and loads each page in turn in a fresh window of one
Chromium. Prints medians and the ratios of the same run.
"""

import argparse
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import OFFLINE, browser_path
from tests.serving import dashboard_of, folder_of, impact

CITY = "vilnius"
STATEMENT = "vilnius.providers.short_term_impact.learners"


@dataclass(frozen=True)
class Compared:
    """A page in both forms, and what stands on it once it can be read."""

    name: str
    on_site: str
    in_streamlit: str
    readable: str
    """A selector that fits both."""
    drawn: str
    """The chart or matrix: on the site, or as plotly draws it."""


PAGES = (
    Compared("city", f"city/{CITY}.html", f"city?city={CITY}", "h1", "table.matrix"),
    Compared(
        "statement",
        f"statement/{STATEMENT}.html",
        f"statement?id={STATEMENT}",
        "h1.own-words",
        "svg.chart, .js-plotly-plot .bars",
    ),
)


def main() -> None:
    """One line a page and form, then the ratio."""
    asked = _arguments()
    with TemporaryDirectory(prefix="impact-site-") as folder:
        home, site = Path(folder) / "home", Path(folder) / "site"
        impact(home, "demo", "--learners", asked.learners)
        began = time.monotonic()
        impact(home, "site", site)
        files = [path for path in site.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files) / 1e6
        print(f"site written: {time.monotonic() - began:.1f} s, {len(files)} files, {size:.1f} MB")
        with (
            folder_of(site) as static,
            dashboard_of(home) as streamlit,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=browser_path(), args=OFFLINE)
            for page in PAGES:
                _compare(browser, page, static.address, streamlit.address, asked.rounds)
            browser.close()


def _compare(browser: Browser, page: Compared, static: str, streamlit: str, rounds: int) -> None:
    """In turn, so that other work on the machine disturbs both alike; the first round warms up."""
    ours, theirs = [], []
    for number in range(rounds + 1):
        one = _loaded(browser, f"{static}/{page.on_site}", page)
        other = _loaded(browser, f"{streamlit}/{page.in_streamlit}", page)
        if number:
            ours.append(one)
            theirs.append(other)
    mine, peers = statistics.median(ours), statistics.median(theirs)
    print(f"{page.name}: site {mine:.2f} s, Streamlit {peers:.2f} s, ratio {mine / peers:.3f}")


def _loaded(browser: Browser, address: str, page: Compared) -> float:
    """Seconds from asking until text and drawing are there, in a window with an empty cache."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    began = time.monotonic()
    opened.goto(address, wait_until="commit")
    _wait(opened, page)
    seconds = time.monotonic() - began
    context.close()
    return seconds


def _wait(opened: Page, page: Compared) -> None:
    for selector in (page.readable, page.drawn):
        opened.locator(selector).first.wait_for(state="visible", timeout=120_000)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=1500)
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args()


if __name__ == "__main__":
    main()
