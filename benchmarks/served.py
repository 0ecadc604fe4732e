"""A Streamlit server in a process of its own, and how much of the processor it has used."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dashboard.serve import APP

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Served:
    """Where it is served, and by which process."""

    port: int
    process: int

    def processor(self) -> float:
        """Seconds of user and system so far, all threads."""
        told = Path(f"/proc/{self.process}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / TICKS

    def memory(self) -> float:
        """Megabytes at present."""
        told = Path(f"/proc/{self.process}/status").read_text("ascii")
        return int(told.partition("VmRSS:")[2].split()[0]) / 1024


def impact(home: Path, *arguments: object) -> None:
    command = [sys.executable, "-m", "dashboard.cli", "--home", home, *arguments]
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


@contextmanager
def served(home: Path | None = None, script: Path = APP, *more: str) -> Iterator[Served]:
    """The dashboard on a home, or another script; `more` are settings, as `runner.magicEnabled=false`."""
    port = _free_port()
    settings = ("server.headless=true", "server.address=localhost", f"server.port={port}")
    options = [f"--{each}" for each in (*settings, "browser.gatherUsageStats=false", *more)]
    environment = os.environ | ({"IMPACT_HOME": str(home)} if home else {})
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment, start_new_session=True, **quiet) as server:
        _wait_until_healthy(port)
        yield Served(port, server.pid)
        os.killpg(server.pid, signal.SIGTERM)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return listener.getsockname()[1]


def _wait_until_healthy(port: int) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"No server on port {port} within a minute")
