"""Days as badges write them, brought into the form that every mapping reads."""

import re
from datetime import UTC, datetime
from typing import Any

from ingest.open_badges.faults import shown

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)
LAST_YEAR = "2099"
LATEST_SECOND = 253_402_300_799
"""The last second of the year 9999; a larger number counts milliseconds."""


def day_of(value: Any) -> str:
    """The day on the issuer's own clock; a text that is no day stays, to be told."""
    if isinstance(value, str) and re.fullmatch(r"\d{9,13}", value.strip()):
        value = int(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_unix(value)
    if not isinstance(value, str):
        return ""
    written = _ISO.fullmatch(value.strip())
    return written.group(1) if written else shown(value)


def last_day_of(value: Any) -> str:
    """The day of expiry; one in another century, such as 9999-12-31, means never."""
    day = day_of(value)
    return "" if _ISO.fullmatch(day) and day[:4] > LAST_YEAR else day


def _from_unix(seconds: float) -> str:
    if not 0 <= seconds <= LATEST_SECOND * 1000:
        return shown(seconds)
    if seconds > LATEST_SECOND:
        seconds = seconds / 1000
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
