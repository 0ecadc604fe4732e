"""Servers in processes of their own: the dashboard on a home, another page of Streamlit, a folder.

Each ends with the block that uses it, and with the program, also where that is killed.
"""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

IMPACT = (sys.executable, "-m", "dashboard.cli")
ENDING_WITH_STARTER = (sys.executable, str(Path(__file__).with_name("ending_with_starter.py")))
HEALTH = "/_stcore/health"
"""What Streamlit answers once it is ready."""
PATIENCE = 180.0
"""Seconds until a server must be there, and until it must be gone."""


@dataclass(frozen=True)
class Server:
    """Where it is served, and by which process."""

    port: int
    process: int

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"


def impact(home: Path, *arguments: object) -> str:
    """What the command prints when run on the home in a process of its own."""
    command = [*IMPACT, "--home", str(home), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def dashboard_of(home: Path) -> Iterator[Server]:
    """The dashboard, as `impact serve` serves it."""
    port = _free_port()
    command = [*IMPACT, "--home", str(home), "serve", "--port", str(port)]
    with _started(command, port, HEALTH) as server:
        yield server


@contextmanager
def page_of(script: Path, *settings: str) -> Iterator[Server]:
    """Another script of Streamlit; settings as `runner.magicEnabled=false`."""
    port = _free_port()
    usual = ("server.headless=true", "server.address=localhost", "browser.gatherUsageStats=false")
    options = [f"--{each}" for each in (*usual, f"server.port={port}", *settings)]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    with _started(command, port, HEALTH) as server:
        yield server


@contextmanager
def folder_of(folder: Path) -> Iterator[Server]:
    """Files, as Python's own web server gives them."""
    port = _free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--directory", str(folder)]
    with _started(command, port, "/") as server:
        yield server


@contextmanager
def _started(command: Sequence[str], port: int, asked: str) -> Iterator[Server]:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([*ENDING_WITH_STARTER, *command], **quiet) as process:
        server = Server(port, process.pid)
        try:
            _wait_for(f"{server.address}{asked}")
            yield server
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return listener.getsockname()[1]


def _wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer within {PATIENCE:.0f} seconds")
