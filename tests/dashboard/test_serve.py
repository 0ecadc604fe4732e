"""`impact serve` says who is in the way; that stopping it leaves nothing is seen in `tests/browser`."""

import socket
from pathlib import Path

from tests.dashboard.test_cli import impact


def test_a_port_that_is_taken_is_told_with_another_to_choose(tmp_path: Path):
    with socket.create_server(("localhost", 0)) as other:
        port = other.getsockname()[1]
        asked = impact(tmp_path / "home", "serve", "--port", port)
    assert asked.exit_code == 1
    assert f"Somebody serves at http://localhost:{port} already" in asked.output
    assert f"such as --port {port + 1}." in asked.output
