"""`milestones`: the straight lines from milestone to milestone. The default where there are some.

Rule: As `line`, but what is due today is read from the lines that join the baseline, each milestone
and the target. It is a method of its own, and not a part of `line`, so that both can be compared:
`line` leaves the milestones out.

Formula: expected = the value on the line between the last point before today and the next one;
r = (actual - baseline) / (expected - baseline).

Source: Milestones as IATI 2.03 and Mercy Corps' Tola have them; thresholds as for `line`.

Misleads: Where a milestone lies at or below the baseline (or above it, for a falling promise),
nothing is due until then, and the status is too early to say. Milestones that were put low at first
and high at the end keep a promise on track until it is too late: compare with `line`.
"""

from metrics.methods.course import Course, Method, Reading, nothing_against
from metrics.methods.example import EXAMPLE, amount, told
from metrics.methods.line import GRADES, along


def read(course: Course) -> Reading:
    """The share of the way that the lines through the milestones ask by now."""
    return along((course.baseline, *course.milestones, course.target), course)


def cannot_read(course: Course) -> str | None:
    return None if course.milestones else "the promise has no milestones"


def worked() -> str:
    """The example course by this method."""
    reading = read(EXAMPLE)
    assert reading.expected is not None and reading.ratio is not None
    return (
        f"With the milestone of 120 by the end of 2024: expected = 120 + (200 - 120) * 365 / 730 = "
        f"{amount(reading.expected)}; r = (160 - 100) / ({amount(reading.expected)} - 100) = "
        f"{amount(reading.ratio)}: {told(MILESTONES.status(EXAMPLE))}."
    )


MILESTONES = Method("milestones", __doc__, GRADES, read, cannot_read, nothing_against, worked)
