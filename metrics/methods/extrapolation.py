"""`extrapolation`: where the growth so far would lead, by the UN Statistics Division's thresholds.

Rule: If the figure goes on growing each year as it did since the baseline, does it arrive? The
status compares the growth so far with the growth needed, as `cagr` does, with more patience: half
of the pace needed counts as fair progress, and a small step back as no progress, not as a retreat.
The value that the growth so far would reach by the target's date is kept and shown.

Formula: projected = baseline * (1 + growth so far) ^ (years from baseline to target); r = growth
so far / growth needed, with both rates as for `cagr`.

Source: The trend assessment of the UN Statistics Division's Sustainable Development Goals Progress
Chart for indicators with a numerical target (technical note, 2022): a ratio of at least 0.95 is
"substantial progress or on track", from 0.5 "fair progress but acceleration needed", from -0.1
"limited or no progress", below that "deterioration". The note itself could not be consulted when
this was written: the rule was taken from two public implementations of it that agree with each
other, and should be checked against the note before it is cited.

Misleads: As `cagr` does, and with the same two guards. It takes the whole time since the baseline
for one pace: a figure that rose early and has stood still since is projected to rise. "Slightly
behind" by this method means less than by the others.
"""

from metrics.methods import growth
from metrics.methods.course import Grades, Method
from metrics.methods.example import EXAMPLE, amount, told
from metrics.standing import Status

GRADES: Grades = (
    (0.95, Status.ON_TRACK),
    (0.50, Status.SLIGHTLY_BEHIND),
    (-0.10, Status.BEHIND),
)


def worked() -> str:
    """The example course by this method."""
    reading = growth.read(EXAMPLE)
    assert reading.ratio is not None and reading.projected is not None
    rate = amount(reading.yearly_growth or 0)
    return (
        f"growth so far = {rate} a year; projected = 100 * (1 + {rate}) ^ 4 = "
        f"{amount(reading.projected)}, short of 200; r = {amount(reading.ratio)}: "
        f"{told(EXTRAPOLATION.status(EXAMPLE))}."
    )


EXTRAPOLATION = Method(
    "extrapolation", __doc__, GRADES, growth.read, growth.cannot_read, growth.misleads, worked
)
