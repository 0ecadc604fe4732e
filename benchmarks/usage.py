"""How much of the processor and of the memory a server uses."""

import os
from pathlib import Path

from tests.serving import Server

TICKS = os.sysconf("SC_CLK_TCK")


def processor(server: Server) -> float:
    """Seconds of user and system so far, all threads."""
    told = Path(f"/proc/{server.process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / TICKS


def memory(server: Server) -> float:
    """Megabytes at present."""
    told = Path(f"/proc/{server.process}/status").read_text("ascii")
    return int(told.partition("VmRSS:")[2].split()[0]) / 1024
