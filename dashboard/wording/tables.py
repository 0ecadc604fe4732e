"""Heads, captions and marks of the tables of figures."""

from dashboard.wording.numbers import nouns
from metrics.definition import Indicator
from metrics.standing import Actual

PERIOD = "Period"
BY_QUARTER = "Quarter by quarter"
NUMERATOR, DENOMINATOR = "Numerator", "Denominator"
WITHHELD = "withheld"
NO_VALUE = "–"
REPORTED = "reported"
SO_FAR = "so far"


def value_head(indicator: Indicator) -> str:
    """What the column of values counts: `Learners`, `Share`."""
    many = "share" if indicator.unit == "percent" else nouns(indicator)[1]
    return many[:1].upper() + many[1:]


def numbers_caption(indicator: Indicator) -> str:
    return f"{indicator.name}, period by period, newest first"


def breakdown_caption(column: str) -> str:
    return f"The same figures by {_plain(column)}"


def by(column: str) -> str:
    return f"By {_plain(column)}"


def column(name: str) -> str:
    return _plain(name).capitalize()


def member(name: str) -> str:
    return name.replace("_", " ") or "not known"


def marks(actual: Actual) -> str:
    """What is to be known of a value beside it: `so far, reported`."""
    found = [SO_FAR] if not actual.is_complete else []
    found += [REPORTED] if actual.origin == "reported" else []
    return ", ".join(found)


def _plain(name: str) -> str:
    return name.removeprefix("is_").replace("_", " ")
