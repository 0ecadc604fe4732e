"""A served dashboard on demonstration data, and a real Chromium to look at it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dashboard.serve import is_taken

expect.set_options(timeout=20_000)  # as long as any other step of a browser may take

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
        command = [sys.executable, "-m", "dashboard.cli", "--home", str(self.home), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


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
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The dashboard on simulated data of some hundred learners."""
    home, port = tmp_path_factory.mktemp("home"), free_port()
    dashboard = Served(f"http://localhost:{port}", home)
    dashboard.impact("demo", "--learners", "700")
    command = [sys.executable, "-m", "dashboard.cli", "--home", str(home), "serve"]
    with subprocess.Popen(
        [*command, "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as server:
        wait_until_healthy(dashboard.address)
        yield dashboard
        server.terminate()
        server.wait(timeout=30)
        assert not is_taken("localhost", port)  # nothing of it serves on


@pytest.fixture
def page(chromium: Browser, served: Served) -> Iterator[Page]:
    """A fresh window of a desktop's size; any request that leaves the machine fails the test."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, base_url=served.address)
    context.set_default_timeout(20_000)
    opened = context.new_page()
    left: list[str] = []
    opened.on("request", lambda request: left.append(request.url))
    yield opened
    context.close()
    inside = (served.address, "ws://localhost", "data:", "blob:")
    assert [url for url in left if not url.startswith(inside)] == []


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return listener.getsockname()[1]


def wait_until_healthy(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the dashboard did not start within thirty seconds")
