"""The public site in a real browser: from a folder and from a plain web server."""

import io
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.test_for_everybody import OPENED, grave, headings_out_of_order
from tests.serving import impact

pytestmark = pytest.mark.browser

LEARNERS = "breda.providers.short_term_impact.learners"
PAGES = (
    "index.html",
    "city/breda.html",
    f"statement/{LEARNERS}.html",
    "compare.html",
    "compare/learners.html",
    "methods.html",
    "downloads.html",
    f"embed/{LEARNERS}.html",
)
"""One of each kind."""


@pytest.fixture(scope="module")
def site(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public") / "site"
    impact(demonstration, "site", folder, "--cities", "breda,vilnius")
    return folder


@pytest.fixture(scope="module")
def web(site: Path) -> Iterator[str]:
    """The folder on a web server that knows nothing but files."""
    handler = partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def failed(request: Request) -> list[str]:
    """Its address, unless the next page was asked for before an icon was there."""
    return [] if request.failure == "net::ERR_ABORTED" else [request.url]


def watched(context: BrowserContext) -> tuple[Page, list[str], list[str]]:
    """A page, every address it asks for, and everything that goes wrong on it."""
    page, asked, wrong = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: wrong.extend(failed(request)))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("response", lambda found: wrong.append(found.url) if found.status > 399 else None)
    return page, asked, wrong


@pytest.mark.parametrize("served_from", ["folder", "web"])
def test_no_request_leaves_the_site(chromium: Browser, site: Path, web: str, served_from: str):
    """The console tells whatever the page's own policy refuses, too."""
    base = f"{site.as_uri()}/" if served_from == "folder" else web
    context = chromium.new_context()
    page, asked, wrong = watched(context)
    for place in (*PAGES, *(f"nl/{place}" for place in PAGES)):
        page.goto(base + place)
        page.evaluate("document.fonts.ready")
    context.close()
    assert [url for url in asked if not url.startswith(base)] == []
    assert wrong == []
    assert any(url.endswith(".otf") for url in asked)  # the letters come along
    assert not any(url.endswith(".js") for url in asked)


def test_no_page_is_closed_to_anybody(chromium: Browser, site: Path):
    found = []
    for width, scheme, folder in ((1440, "light", ""), (390, "dark", "nl/")):
        size = {"width": width, "height": 900}
        context = chromium.new_context(viewport=size, color_scheme=scheme)
        page = context.new_page()
        for place in PAGES:
            page.goto(f"{site.as_uri()}/{folder}{place}")
            page.evaluate(OPENED)
            found += [*grave(page), *headings_out_of_order(page)]
            wide = page.evaluate("document.documentElement.scrollWidth")
            found += [f"{place} is {wide} wide at {width}"] if wide > width else []
        context.close()
    assert found == []


def test_every_page_says_that_its_figures_are_simulated(site: Path):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 200
    assert [page for page in pages if "simulated-banner" not in page.read_text("utf-8")] == []


def test_a_statement_stands_in_a_frame_of_another_site(chromium: Browser, web: str):
    context = chromium.new_context()
    page = context.new_page()
    address = f"{web}embed/{LEARNERS}.html"
    page.set_content(f'<iframe src="{address}" width="600" height="480"></iframe>')
    inside = page.frame_locator("iframe")
    inside.get_by_role("heading", level=1).wait_for()
    with context.expect_page() as opened:
        inside.get_by_role("link").click()
    assert opened.value.url == f"{web}statement/{LEARNERS}.html"
    context.close()


def test_a_city_prints_on_a_poster_and_a_statement_on_a4(chromium: Browser, site: Path):
    """Points: A3 across is 1191 wide, A4 upright 595 (612 where letters are the printer's own)."""
    context = chromium.new_context()
    page = context.new_page()
    widths = {}
    for place in ("city/breda.html", f"statement/{LEARNERS}.html"):
        page.goto(f"{site.as_uri()}/{place}")
        printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, format="A4")))
        widths[place] = [round(sheet.mediabox.width) for sheet in printed.pages]
    context.close()
    assert widths["city/breda.html"] == [1191]  # one sheet
    assert set(widths[f"statement/{LEARNERS}.html"]) <= {595, 596, 612}
