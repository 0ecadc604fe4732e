"""Whether who looks may also write: take files in, undo loads, type in evidence."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

READ_ONLY = "IMPACT_READ_ONLY"
"""An environment setting of the server; `1` hides everything that writes."""

_looking: ContextVar[bool] = ContextVar("looking", default=False)


def may_write() -> bool:
    if _looking.get():
        return False
    return os.environ.get(READ_ONLY, "").strip().lower() not in ("1", "true", "yes")


@contextmanager
def only_looking() -> Iterator[None]:
    """Within it nobody may write, whatever the setting: a page that no server stands behind."""
    token = _looking.set(True)
    try:
        yield
    finally:
        _looking.reset(token)
