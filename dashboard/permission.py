"""Whether who looks may also write: take files in, undo loads, type in evidence."""

import os

READ_ONLY = "IMPACT_READ_ONLY"
"""An environment setting of the server; `1` hides everything that writes."""


def may_write() -> bool:
    return os.environ.get(READ_ONLY, "").strip().lower() not in ("1", "true", "yes")
