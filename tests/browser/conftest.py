"""A served dashboard on demonstration data, and a real Chromium to look at it with."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from dashboard.serve import is_taken
from tests.serving import dashboard_of, impact

PATIENCE = 60_000
"""Milliseconds that any step of a browser may take; a busy machine is slow, and not wrong."""

expect.set_options(timeout=PATIENCE)

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
OFFLINE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass(frozen=True)
class Served:
    """A dashboard that is being served, and the home behind it."""

    address: str
    home: Path

    def impact(self, *arguments: str) -> str:
        """What the command prints when run on the same home in another process."""
        return impact(self.home, *arguments)


def browser_path() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: `make test` installs it on Debian")
        pytest.skip("no Chromium on this machine: `make test` installs it on Debian")
    return found


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=OFFLINE)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with simulated data of some hundred learners."""
    home = tmp_path_factory.mktemp("home")
    impact(home, "demo", "--learners", "700")
    return home


@pytest.fixture(scope="package")
def served(demonstration: Path) -> Iterator[Served]:
    with dashboard_of(demonstration) as server:
        yield Served(server.address, demonstration)
    assert not is_taken("localhost", server.port)  # nothing of it serves on


@pytest.fixture(scope="package")
def window(chromium: Browser, served: Served) -> Iterator[Page]:
    """One for all tests that need none of their own: what Streamlit brings along is read once."""
    context = chromium.new_context(base_url=served.address)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(window: Page, served: Served) -> Iterator[Page]:
    """The window empty, of a desktop's size; any request that leaves the machine fails the test."""
    window.set_viewport_size({"width": 1440, "height": 900})
    left: list[str] = []

    def note(request: Request) -> None:
        left.append(request.url)

    window.on("request", note)
    yield window
    window.goto("about:blank")
    window.remove_listener("request", note)
    inside = (served.address, "ws://localhost", "data:", "blob:", "about:blank")
    assert [url for url in left if not url.startswith(inside)] == []
