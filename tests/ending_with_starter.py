"""Becomes the command that is given, which ends when the program that started it ends.

That program may be killed, and then clears nothing away. Linux alone sees to it; elsewhere the
command runs on.
"""

import ctypes
import os
import signal
import sys

SIGNAL_WHEN_THE_PARENT_DIES = 1
"""PR_SET_PDEATHSIG of `linux/prctl.h`; it holds also for what this process becomes."""

if __name__ == "__main__":
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SIGNAL_WHEN_THE_PARENT_DIES, signal.SIGTERM)
    os.execv(sys.argv[1], sys.argv[1:])
