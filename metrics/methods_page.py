"""The page of `impact methods`: every rule by which promises are judged, made from the code.

Each method's module docstring is its account: a title, then paragraphs that begin with what they
tell (`Rule:`, `Formula:`, `Source:`, `Misleads:`). Thresholds and worked examples are computed.
"""

from collections.abc import Iterator
from textwrap import wrap

from metrics import what_if
from metrics.judging import uncertainty
from metrics.judging.case import OUT_OF_DATE_AFTER
from metrics.methods import METHODS, growth, keep, trend
from metrics.methods.course import Course, Grades
from metrics.methods.example import EXAMPLE, amount
from metrics.standing import Interval, Point
from metrics.what_if import way_to
from metrics.withholding.account import SMALL_NUMBERS

WIDTH = 110

HEAD = """
What a status means, how it is worked out, where the rule comes from and when it misleads. This page is made from the
code by `impact methods`; a test fails where the two differ.

A promise with a number is judged by `line`, through its `milestones` where it has some; it may name another method
(`method: cagr`). `keep at least` is judged by `keep`, `increase` and `decrease` by `trend`. The first figure judged
is the newest complete year of a flow and the newest value of a running total; a running year is never compared with
a full one. Every input of a status is kept beside it.
"""

ORDER = f"""
The first that applies:

1. withheld, no data: as they say. A missing value is never a zero.
2. achieved: the number is reached. (Not for `keep`, which has words of its own.)
3. out of date: the data end more than {OUT_OF_DATE_AFTER.days} days ago. no baseline: nothing tells where things
   stood. too early: the figure judged is not later than the baseline, or nothing is due yet.
4. moving away: the baseline met the number and the figure no longer does.
5. no target date: neither the promise nor the poster's horizon says by when.
6. the status by the method. Once the target's date has come, a target missed however narrowly is at best slightly
   behind.
7. uncertain: the ends of the figure's interval, where it has one, would have another status.
"""

BASELINES = """
A promise states its baseline as a value with its day, as a period (`{period: 2022}`: the value the data give for it),
or as the `first full year`. Where it states none, the first full year with data in the time of the strategy is taken,
of a running total where it stood when the strategy began, and the page says that it was assumed. A baseline of zero
is a baseline like any other for `line`, `milestones` and `keep`; it is never replaced by a small number. A number
alone means `at least`; where lower is better it is refused: a direction is never assumed. The status is shown against
the promise in force now, and, where another was in force at the end of the period judged, against that one too.
"""

DISAGREE = """
`line`, `milestones`, `cagr` and `extrapolation` are all read wherever their arithmetic can be done; those that come
to another status than the one that judges are named beside it. That is not a vote: the promise's own method stands.
It tells that the judgement depends on how even growth is thought to be.
"""

SHARES = f"""
**Rule.** A share from a sample (the indicator says `is_sample`), and any share of fewer than
{uncertainty.SMALL_DENOMINATOR} cases, carries the Wilson score interval at 95 %. If the status would be another at
either end of it, the status is *uncertain*. A share whose sample size is not known has no interval, and its status
stands without one.

**Formula.** With p = successes / n and z = {uncertainty.Z:.4f}: the ends are
(p + z² / 2n ± z * sqrt(p (1 - p) / n + z² / 4n²)) / (1 + z² / n).

**Source.** Wilson (1927), *Probable inference, the law of succession, and statistical inference*. The border of
{uncertainty.SMALL_DENOMINATOR} cases is this product's choice: below it one case moves the share by more than three
percentage points, and at it the interval of one half reaches from 33 to 67 %.

**Assumes.** Cases are independent and drawn alike. Where every case was counted, the interval does not tell of an
error, for there is none; it tells how much a share of so few would move by chance if the same circumstances came
again. A sample that is not drawn at random has errors that no interval shows. The baseline and the target are taken
as known.
"""

NOISE = f"""
**Rule.** For `increase` and `decrease`: a change that chance alone would bring is *steady*. Two yearly counts are
compared as Poisson counts over equal times; two shares, where one of them carries an interval, by the interval of
their difference. A baseline that the promise states as a value is taken as a count of the same kind if it is a whole
number, and as a known share if the indicator is a share.

**Formula.** Given their sum n, the newer count is binomial (n, 1/2) if nothing changed. If the equal-tailed exact 95 %
interval of its part in the sum contains 1/2, the change is noise; the same interval gives that of the yearly growth.
Above {uncertainty.EXACT_UP_TO:,} counts in all the Wilson interval stands for the exact one. For shares: Newcombe's hybrid
score interval of the difference contains 0.

**Source.** Przyborowski and Wilenski (1940), *Homogeneity of results in testing samples from Poisson series*; Clopper
and Pearson (1934) for the interval; Newcombe (1998), *Interval estimation for the difference between independent
proportions*, method 10.

**Assumes.** Happenings come independently at a steady rate. They often do not: one activity brings twenty learners at
once, so that true counts vary more than Poisson counts and some noise is still called growth. Learners counted in both
years make two counts alike, which works the other way. Running totals, sums, rates per 1,000 and varieties (how many
different skills) are not tested: a running total contains what it is compared with, and there are only so many skills.
*Steady* means that no change was shown, not that there was none.
Every promise is tested by itself: of twenty that stand still, one is expected to look as if it moved.
"""

LIMITS = """
- Figures are judged as loaded. What was not recorded, or recorded twice under two names, no rule here can see.
- A status is no proof of cause: a rising figure under a promise does not tell that the strategy raised it.
- Distinct people do not add up over periods, places or groups; each figure counts them afresh.
- Only equal versions of an indicator are compared; whether a definition fits the sentence on the poster is a
  judgement that people make, not a calculation.
"""


def methods_page() -> str:
    """The whole page as markdown."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield from ("# How progress is judged", HEAD)
    yield from ("## In which order", ORDER)
    yield from ("## Where a promise starts from", BASELINES)
    for method in METHODS.values():
        yield from _account(method.account, method.grades, method.worked())
    yield from _account(keep.__doc__ or "", (), keep.worked())
    yield from _account(trend.__doc__ or "", (), trend.worked())
    yield from ("## Where methods disagree", DISAGREE)
    yield from ("## Why ten", _why_ten())
    yield from ("## Shares of few cases", SHARES, _worked_share())
    yield from ("## Within noise", NOISE, _worked_noise())
    yield from _account(what_if.__doc__ or "", (), _worked_what_if())
    yield from ("## Small numbers", SMALL_NUMBERS)
    yield from ("## What no method here can see", LIMITS)


def _account(account: str, grades: Grades, worked: str) -> Iterator[str]:
    """A module's docstring as a section, with its thresholds and its worked example."""
    title, *paragraphs = account.strip().split("\n\n")
    yield from (f"## {title}", "")
    for paragraph in paragraphs:
        label, _, text = paragraph.partition(": ")
        yield from (_paragraph(f"**{label}.** {_capital(text)}"), "")
        if label == "Formula" and grades:
            yield from _table(grades)
    yield from (_paragraph(f"**Worked.** {_capital(worked)}"), "")


def _table(grades: Grades) -> Iterator[str]:
    yield from ("| status | when |", "|---|---|")
    ceiling = ""
    for floor, status in grades:
        yield f"| {status.value.replace('_', ' ')} | {amount(floor)} <= r{ceiling} |"
        ceiling = f" < {amount(floor)}"
    yield from (f"| moving away | r{ceiling} |", "")


def _why_ten() -> str:
    """What `cagr` makes of 15 % of the way at two thirds of the time, by how far there is to go."""
    ratios = [(times, growth.read(_far(times)).ratio or 0) for times in (2, 10, 20, 1000)]
    told = ", ".join(f"{amount(ratio)} at {times:,} times" for times, ratio in ratios)
    text = (
        "Rates of growth judge only where the target is at most "
        f"{growth.WIDEST_RANGE} times the baseline and at least a tenth of it. A promise that is 15 % "
        "of the way at two thirds of the time should be behind. By rates of growth its r depends on "
        f"how far there is to go: {told} the baseline. At ten times it is still below 0.6. The border "
        "is this product's choice; beyond it both rates are still read, as other methods' opinions."
    )
    return f"\n{_paragraph(text)}\n"


def _far(times: int) -> Course:
    """From 1 to so many times as much over six years, 15 % of the way after four."""
    start = EXAMPLE.baseline
    return Course(
        baseline=Point(start.on, 1),
        now=Point(start.on.replace(year=start.on.year + 4), 1 + 0.15 * (times - 1)),
        target=Point(start.on.replace(year=start.on.year + 6), times),
    )


def _worked_share() -> str:
    few, many = uncertainty.wilson(8, 20), uncertainty.wilson(400, 1000)
    text = (
        f"**Worked.** 8 of 20: {_percent(few)}. 400 of 1,000: {_percent(many)}. Of a promise of 50 % "
        "the first may be met or not: uncertain. The second is short of it."
    )
    return f"{_paragraph(text)}\n"


def _worked_noise() -> str:
    near, far = uncertainty.part_of_the_sum(112, 100), uncertainty.part_of_the_sum(150, 100)
    text = (
        f"**Worked.** 100 in 2022 and 112 in 2025: 112 of 212 is 0.53, interval {_interval(near)}, "
        "which contains 0.5: steady, although 3.8 % a year would be increasing. 150 in 2025: 150 of "
        f"250 is 0.6, interval {_interval(far)}: increasing."
    )
    return f"{_paragraph(text)}\n"


def _worked_what_if() -> str:
    figures = [EXAMPLE.baseline, *_between(), EXAMPLE.now]
    way = way_to(200, False, figures, EXAMPLE.target.on)
    assert way.pace_band and way.met_on and way.earliest and way.needed_pace
    return (
        f"100, 125, 135 and 160 at the ends of 2022 to 2025, and 200 promised by the end of 2026. "
        f"The pace is (160 - 100) / 3 = {amount(way.pace)} a year, its band {_interval(way.pace_band)}; "
        f"40 remain, so the promise would be met on {way.met_on}, between {way.earliest} and "
        f"{way.latest or 'never'}. In time it needs 40 / 1 = {amount(way.needed_pace)} a year."
    )


def _between() -> list[Point]:
    start = EXAMPLE.baseline.on
    return [Point(start.replace(year=2023), 125), Point(start.replace(year=2024), 135)]


def _percent(interval: Interval) -> str:
    return f"{100 * interval.low:.0f} to {100 * interval.high:.0f} %"


def _interval(interval: Interval) -> str:
    return f"{interval.low:.2f} to {interval.high:.2f}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _paragraph(text: str) -> str:
    return "\n".join(wrap(" ".join(text.split()), WIDTH, break_long_words=False))
