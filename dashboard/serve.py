"""Starts the Streamlit server on the dashboard, for one home."""

import os
import subprocess
import sys
from pathlib import Path

from matrices.home import Home

APP = Path(__file__).with_name("app.py")
"""Its theme lies beside it, in `.streamlit/`, so it is found from any working folder."""


def serve_dashboard(home: Home, address: str, port: int) -> int:
    """Serves until interrupted; gives the server's exit code."""
    print(f"Impact Matrix is served at http://{address}:{port} (stop it with Ctrl-C)", flush=True)
    environment = os.environ | {"IMPACT_HOME": str(home.path)}
    command = [sys.executable, "-m", "streamlit", "run", str(APP)]
    options = [
        "--server.headless=true",
        "--logger.hideWelcomeMessage=true",
        f"--server.address={address}",
        f"--server.port={port}",
    ]
    try:
        return subprocess.run([*command, *options], env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0
