"""Findings in sentences, for texts that are handed in: made of the figures and never beyond them.

Every number in a sentence is one of the promise's own inputs, written as everywhere else.
"""

from collections.abc import Iterator, Sequence

from dashboard.language import mark, say
from dashboard.wording.data_words import sentence_case
from dashboard.wording.explanations import dated, without_value
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import amount
from dashboard.wording.promises import figure, promised, quietly, when
from metrics.standing import Actual, Point, PromiseStanding, StatementStanding, Status

ROSE = mark("{indicator} rose from {start} to {now}.")
FELL = mark("{indicator} fell from {start} to {now}.")
STAYED = mark("{indicator} stayed as it was: {start}, {now}.")
STANDS = mark("{indicator}: {figure}.")

JUDGED: dict[Status, str] = {
    Status.ACHIEVED: mark("The promise is met."),
    Status.ON_TRACK: mark("That is on track."),
    Status.SLIGHTLY_BEHIND: mark("That is slightly behind."),
    Status.BEHIND: mark("That is behind."),
    Status.MOVING_AWAY: mark("That is further from the promise than at the start."),
    Status.INCREASING: mark("That is an increase."),
    Status.STEADY: mark("That counts as steady."),
    Status.DECREASING: mark("That is a decrease."),
    Status.UNCERTAIN: mark("The cases are too few to tell how that stands."),
    Status.OUT_OF_DATE: mark("The data end too long ago to tell how it stands."),
    Status.TOO_EARLY: mark("It is too early to tell how that stands."),
    Status.NO_BASELINE: mark("Without a baseline it cannot be told how that stands."),
    Status.NO_TARGET: mark("Without a date it cannot be told how that stands."),
    Status.NOT_COMPARABLE: mark(
        "The way of counting changed, so it cannot be told how that stands."
    ),
}


def finding(standing: PromiseStanding) -> str:
    """`Learners rose from 312 in 2023 to 402 in 2025. Promised: 500 by the end of 2026. …`"""
    actual = standing.progress.actual
    if actual is None or actual.value is None:
        return f"{name_of(standing.indicator)}: {without_value(standing)}"
    promise = say("Promised: {promise}.", promise=promised(standing.promise, standing.indicator))
    judged = say(JUDGED[standing.progress.status])
    return f"{_course(standing, actual)} {promise} {judged}"


def start(standing: PromiseStanding) -> str | None:
    """`Learners: 312 in 2023`, where things stood at the start; None where that is not known."""
    baseline = standing.progress.baseline
    if baseline is None:
        return None
    name = name_of(standing.indicator)
    return say(STANDS, indicator=name, figure=dated(baseline, standing.indicator))


def without_figures(statements: Sequence[StatementStanding]) -> Iterator[str]:
    """`By survey: “Young people feel at home”; “Belonging”.`, all that are followed alike together."""
    alike: dict[str, list[str]] = {}
    for standing in statements:
        alike.setdefault(quietly(standing), []).append(" ".join(standing.statement.text.split()))
    for how, texts in alike.items():
        named = "; ".join(f"“{text}”" for text in texts)
        yield say("{how}: {statements}.", how=sentence_case(how), statements=named)


def without_data(promises: Sequence[PromiseStanding]) -> str:
    """The indicators of which nothing has been loaded, in one sentence."""
    names = "; ".join(dict.fromkeys(name_of(promise.indicator) for promise in promises))
    return say("No figures have been loaded yet for: {indicators}.", indicators=names)


def _course(standing: PromiseStanding, actual: Actual) -> str:
    """From the baseline to the newest figure; the figure alone where there is no way between."""
    baseline, indicator = standing.progress.baseline, standing.indicator
    assert actual.value is not None
    if baseline is None or baseline.on >= actual.period.end:
        return say(STANDS, indicator=name_of(indicator), figure=figure(actual, indicator))
    now = f"{amount(actual.value, indicator)} {when(actual, indicator)}"
    start = dated(baseline, indicator)
    return say(_verb(baseline, actual.value), indicator=name_of(indicator), start=start, now=now)


def _verb(baseline: Point, value: float) -> str:
    if value == baseline.value:
        return STAYED
    return ROSE if value > baseline.value else FELL
