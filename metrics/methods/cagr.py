"""`cagr`: the compound annual growth rate so far, compared with the one needed.

Rule: By which percentage did the figure grow each year since the baseline, and by which would it
have to grow each year to arrive? The status compares the two rates. It suits figures that multiply,
such as prices or populations.

Formula: growth so far = (actual / baseline) ^ (1 / years since) - 1; growth needed =
(target / baseline) ^ (1 / years from baseline to target) - 1; r = growth so far / growth needed.

Source: Open SDG's and Statistics Canada's progress measurement for indicators with a numerical
target. All 247 series that Statistics Canada published with it are recomputed by a test, value,
score and status, by `metrics/methods/open_sdg.py`, which also has the rule for series without a
target and the scores from -5 to 5.

Misleads: For a count that starts near zero and has far to go, which is common here: early doubling
is cheap. Two departures from the source guard against it. A baseline or a target of zero is not
replaced by 0.001: there is no rate, and the line judges instead. And where the target is more than
ten times the baseline (or less than a tenth), the line judges too; see "Why ten".
In both cases the promise's figures say that `cagr` was asked for and why it was not used.
"""

from metrics.methods import growth
from metrics.methods.course import Method
from metrics.methods.example import EXAMPLE, NEAR_ZERO, amount, told
from metrics.methods.line import GRADES, LINE


def worked() -> str:
    """The example course by this method, and the one that it misjudges."""
    reading, trap = growth.read(EXAMPLE), growth.read(NEAR_ZERO)
    assert reading.ratio is not None and trap.ratio is not None
    needed = growth.yearly_growth(100, 200, 4) or 0
    return (
        f"growth so far = (160 / 100) ^ (1 / 3) - 1 = {amount(reading.yearly_growth or 0)}; growth "
        f"needed = (200 / 100) ^ (1 / 4) - 1 = {amount(needed)}; r = {amount(reading.ratio)}: "
        f"{told(CAGR.status(EXAMPLE))}. The trap: from 1 to 1,000 in six years, 151 after four, is "
        f"15 % of the way at 67 % of the time; r would be {amount(trap.ratio)}, "
        f"{told(CAGR.status(NEAR_ZERO))}, and the line says {told(LINE.status(NEAR_ZERO))}."
    )


CAGR = Method("cagr", __doc__, GRADES, growth.read, growth.cannot_read, growth.misleads, worked)
