"""A program that serves and is killed leaves no server behind."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.serve import is_taken
from tests.serving import PATIENCE

SERVES = """
from pathlib import Path
from tests.serving import folder_of

with folder_of(Path(".")) as server:
    print(server.port, flush=True)
    input()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends what a killed program started")
def test_a_program_that_is_killed_takes_its_server_along():
    root = Path(__file__).parents[1]
    command = [sys.executable, "-c", SERVES]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=root, text=True, **pipes) as program:
        port = int(program.stdout.readline())
        assert is_taken("localhost", port)
        program.kill()
    until = time.monotonic() + PATIENCE
    while is_taken("localhost", port) and time.monotonic() < until:
        time.sleep(0.01)
    assert not is_taken("localhost", port)
