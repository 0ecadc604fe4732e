"""What somebody waits for in a browser: a page's last element, first, again, and after a choice.

Time is the browser's own: from asking for the page, or from the key that takes a choice back, until
the frame after the one in which the condition holds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.conftest import OFFLINE, browser_path
from tests.serving import Server

PANDAS = "pandas and plotly.express, eight charts"

DRAWN = "document.querySelectorAll('.js-plotly-plot:has(.main-svg)').length"
"""How many charts stand on the page."""
FOOT = "!!document.querySelector('.sheet .foot')"
"""Of our pages; it comes last."""
LENS = "document.querySelector('.sheet .lens')?.innerText"
"""What a city's page says of its filter, above the matrix that comes with it."""
MATRIX = "!!document.querySelector('table.matrix') && !!document.querySelector('[data-tag]')"

PAINTED = """condition => new Promise((done, failed) => {
    const holds = new Function(`return ${condition}`);
    const look = () => requestAnimationFrame(holds() ? () => done(performance.now()) : look);
    setTimeout(() => failed(new Error(`Not within two minutes: ${condition}`)), 120000);
    look();
})"""
PRESSED = f"""() => {{
    window.before = {LENS};
    document.addEventListener('keydown', () => {{ window.pressed = performance.now(); }}, true);
}}"""


@dataclass(frozen=True)
class Looked:
    """One page, and when it is whole; conditions are JavaScript."""

    name: str
    server: Server
    address: str
    whole: str
    field: str = ""
    """The field whose last choice is taken back; empty where nothing is chosen."""
    repainted: str = ""

    @property
    def url(self) -> str:
        return f"{self.server.address}/{self.address}"


@dataclass(frozen=True)
class Waits:
    """Milliseconds, medians of all rounds."""

    empty_cache: float
    warm_cache: float
    repainted: float | None


def peers(empty: Server, field: Server, pandas: Server) -> list[Looked]:
    """What any page costs, what any choice costs, and the page as it is usually written."""
    many = "document.querySelector('.many')?.innerText"
    seven = f"{many} == '7 cities' && !!document.querySelector('[data-tag]')"
    return [
        Looked("an empty script", empty, "", "!!document.querySelector('h1')"),
        Looked("one field", field, "", seven, "Cities", f"{many} == '6 cities'"),
        Looked(PANDAS, pandas, "", f"{DRAWN} == 8", "Cities", f"{DRAWN} == 7"),
    ]


def pages_of(dashboard: Server) -> list[Looked]:
    comparison, city = (
        "compare?indicator=online_activities",
        "city?city=vilnius&level=impact,outputs",
    )
    charts, filtered = "compare, eight charts", "city, its matrix filtered"
    return [
        Looked(charts, dashboard, comparison, f"{DRAWN} == 8 && {FOOT}", "Cities", f"{DRAWN} == 7"),
        Looked(
            filtered, dashboard, city, f"{MATRIX} && {FOOT}", "Level", f"{LENS} != window.before"
        ),
    ]


def in_words(waits: Waits, peer: Waits) -> str:
    told = (
        ("empty cache", waits.empty_cache, peer.empty_cache),
        ("warm", waits.warm_cache, peer.warm_cache),
        ("choice to repaint", waits.repainted, peer.repainted),
    )
    return "; ".join(
        f"{name} {ours:5.0f} ms = {ours / theirs:4.2f}"
        for name, ours, theirs in told
        if ours and theirs
    )


def looked_at(pages: Sequence[Looked], rounds: int) -> dict[str, Waits]:
    """All pages in turn, round after round; the first round warms the servers and counts nowhere."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=OFFLINE)
        found = [[_look(browser, page) for page in pages] for _ in range(rounds + 1)][1:]
        browser.close()
    by_page = zip(*found, strict=True)
    return {page.name: _middle(waits) for page, waits in zip(pages, by_page, strict=True)}


def _middle(waits: Sequence[Waits]) -> Waits:
    def of(which: Callable[[Waits], float | None]) -> list[float]:
        return [told for each in waits if (told := which(each)) is not None]

    again = of(lambda each: each.repainted)
    return Waits(
        median(of(lambda each: each.empty_cache)),
        median(of(lambda each: each.warm_cache)),
        median(again) if again else None,
    )


def _look(browser: Browser, page: Looked) -> Waits:
    """In a window of its own, so that the cache is empty at first."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(120_000)
    _, empty_cache = _opened(context, page)
    window, warm_cache = _opened(context, page)
    repainted = _repainted(window, page) if page.field else None
    context.close()
    return Waits(empty_cache, warm_cache, repainted)


def _opened(context: BrowserContext, page: Looked) -> tuple[Page, float]:
    window = context.new_page()
    window.goto(page.url, wait_until="commit")
    return window, window.evaluate(PAINTED, page.whole)


def _repainted(window: Page, page: Looked) -> float:
    window.evaluate(PRESSED)
    window.get_by_role("combobox", name=page.field).press("Backspace")
    return window.evaluate(PAINTED, page.repainted) - window.evaluate("window.pressed")
