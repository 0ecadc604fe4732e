"""Starts the Streamlit server on the dashboard, for one home."""

import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

from matrices.home import Home

APP = Path(__file__).with_name("app.py")
"""Its theme lies beside it, in `.streamlit/`, so it is found from any working folder."""


def is_taken(address: str, port: int) -> bool:
    """Whether somebody answers there already."""
    try:
        with socket.create_connection((address, port), timeout=1):
            return True
    except OSError:
        return False


def serve_dashboard(home: Home, address: str, port: int) -> NoReturn:
    """Becomes the server, so that whoever stops this process stops the server and nothing is left."""
    print(f"Impact Matrix is served at http://{address}:{port} (stop it with Ctrl-C)", flush=True)
    options = [
        "--server.headless=true",
        "--logger.hideWelcomeMessage=true",
        f"--server.address={address}",
        f"--server.port={port}",
    ]
    command = [sys.executable, "-m", "streamlit", "run", str(APP), *options]
    os.execve(sys.executable, command, os.environ | {"IMPACT_HOME": str(home.path)})
