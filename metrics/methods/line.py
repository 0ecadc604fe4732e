"""`line`: the straight line from the baseline to the target. The default for a number.

Rule: What would be due today if the way were walked in equal steps every day? The status compares
what was gained since the baseline with what should have been gained by now. It works for any
baseline, zero included, and for targets above and below it.

Formula: expected = baseline + (target - baseline) * (days since the baseline / days from the
baseline to the target); r = (actual - baseline) / (expected - baseline).

Source: The comparison with what is due by the date, as in the time-to-date progress of Mercy Corps'
Tola; the thresholds 0.95 and 0.60 and the border at 0 from the progress measurement of Open SDG and
Statistics Canada, where they are applied to rates of growth (see `cagr`).

Misleads: Where progress cannot be even. A platform that must be built first is behind the line in
its early years and catches up later: give such a promise milestones. Shortly after the baseline
little is due, so that r swings with small changes.
"""

from metrics.methods.course import Course, Grades, Method, Reading, nothing_against
from metrics.methods.example import EXAMPLE, amount, told
from metrics.standing import Point, Status

GRADES: Grades = (
    (0.95, Status.ON_TRACK),
    (0.60, Status.SLIGHTLY_BEHIND),
    (0.0, Status.BEHIND),
)


def read(course: Course) -> Reading:
    """The share of the way that the straight line asks by now."""
    return along((course.baseline, course.target), course)


def along(points: tuple[Point, ...], course: Course) -> Reading:
    """The share of what is due on the straight lines between points."""
    if course.target.on <= course.baseline.on:
        return Reading(None, None)
    path = tuple(sorted(points, key=lambda point: point.on))
    start, expected = course.baseline.value, value_on(path, course)
    is_flat = expected == start
    ratio = None if is_flat else (course.now.value - start) / (expected - start)
    return Reading(ratio, expected, path)


def value_on(path: tuple[Point, ...], course: Course) -> float:
    """The value on the straight lines between the points of a path, flat beyond its ends."""
    on = course.now.on
    earlier = [point for point in path if point.on <= on]
    later = [point for point in path if point.on > on]
    if not earlier or not later:
        return (earlier or later)[-1 if earlier else 0].value
    left, right = earlier[-1], later[0]
    share = (on - left.on).days / (right.on - left.on).days
    return left.value + share * (right.value - left.value)


def worked() -> str:
    """The example course by this method."""
    reading = read(EXAMPLE)
    assert reading.expected is not None and reading.ratio is not None
    days = (EXAMPLE.now.on - EXAMPLE.baseline.on).days
    whole = (EXAMPLE.target.on - EXAMPLE.baseline.on).days
    return (
        f"expected = 100 + (200 - 100) * {days} / {whole} = {amount(reading.expected)}; "
        f"r = (160 - 100) / ({amount(reading.expected)} - 100) = {amount(reading.ratio)}: "
        f"{told(LINE.status(EXAMPLE))}."
    )


LINE = Method("line", __doc__, GRADES, read, nothing_against, nothing_against, worked)
