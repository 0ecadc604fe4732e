"""The moment at which something is written down."""

from datetime import UTC, datetime


def now() -> datetime:
    """In UTC, to the second, without a time zone, as files and the warehouse keep it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
