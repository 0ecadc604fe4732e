"""The words in and around a chart."""

from dashboard.language import mark, say
from dashboard.wording import dates
from dashboard.wording.numbers import quantity
from dashboard.wording.promises import figure
from metrics.definition import Indicator
from metrics.standing import Actual, Point

ACTUAL = mark("Counted")
SO_FAR = mark("So far")
PROMISED = mark("Promised")
BASELINE = mark("Baseline")
EXPECTED = mark("Due by then")
WITHHELD = mark("withheld")
INTERVAL = mark("95 % interval")


def point(actual: Actual, indicator: Indicator) -> str:
    """`2,431 learners in 2025`."""
    return figure(actual, indicator)


def promised_point(on: Point, indicator: Indicator) -> str:
    """`10 playlists at the end of 2025`."""
    what = quantity(on.value, indicator)
    return say("{quantity} on {day}", quantity=what, day=dates.day(on.on))


def expected_point(on: Point, indicator: Indicator) -> str:
    """`Due by 30 June 2026: 8.8 playlists`."""
    return f"{EXPECTED} ({dates.day(on.on)}): {quantity(round(on.value, 1), indicator)}"
