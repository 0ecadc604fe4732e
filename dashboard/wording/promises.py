"""A promise and the newest figure against it, in a few words."""

from dashboard.language import mark, say
from dashboard.wording import dates
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import amount, counted, quantity
from matrices.model import Promise
from metrics.definition import Indicator
from metrics.standing import Actual, PromiseStanding, StatementStanding

DIRECTIONS = {"increase": mark("increase"), "decrease": mark("decrease")}
NO_NUMBER = mark("no number")
BARE = "{value}"
AT_MOST, KEEP_AT_MOST = mark("at most {value}"), mark("keep at most {value}")
KEEP_AT_LEAST = mark("keep at least {value}")


def promised(promise: Promise, indicator: Indicator) -> str:
    """`increase`, `10`, `keep at least 50`, `at most 5 by the end of 2026`."""
    if promise.target is None:
        return say(DIRECTIONS.get(promise.direction or "", NO_NUMBER))
    what = say(_bound(promise), value=amount(promise.target, indicator))
    if promise.by is None:
        return what
    return say("{promise} by {day}", promise=what, day=dates.end(promise.by))


def _bound(promise: Promise) -> str:
    if promise.comparison == "at_most":
        return KEEP_AT_MOST if promise.is_kept else AT_MOST
    return KEEP_AT_LEAST if promise.is_kept else BARE


def figure(actual: Actual, indicator: Indicator) -> str:
    """`2,431 learners in 2025`, `8 playlists by 30 June 2026`, `12 activities in 2026 so far`."""
    if actual.is_withheld:
        return say("withheld in {period}", period=dates.period(actual.period))
    if actual.value is None:
        return say("no value in {period}", period=dates.period(actual.period))
    told = f"{quantity(actual.value, indicator)} {when(actual, indicator)}"
    if actual.published_on is None:
        return told
    return say("{figure}, as of {day}", figure=told, day=dates.day(actual.published_on))


def when(actual: Actual, indicator: Indicator) -> str:
    """`in 2025`, `in 2026 so far`, `by 30 June 2026`, `to date`."""
    if indicator.is_stock:
        if not actual.is_complete:
            return say("to date")
        return say("by {day}", day=dates.end(actual.period.end))
    period = dates.period(actual.period)
    if actual.is_complete:
        return say("in {period}", period=period)
    return say("in {period} so far", period=period)


def newest(standing: PromiseStanding) -> Actual | None:
    """The figure that was judged, else the newest there is."""
    if standing.progress.actual:
        return standing.progress.actual
    return standing.years[-1] if standing.years else None


def latest(standing: PromiseStanding) -> str:
    """The newest figure, or that there is none."""
    actual = newest(standing)
    if actual is None:
        return say("{indicator}: no data yet", indicator=name_of(standing.indicator))
    return figure(actual, standing.indicator)


def quietly(standing: StatementStanding) -> str:
    """How a statement without an indicator is followed, in a few words."""
    return QUIET[standing.statement.measured](standing)


def _by_evidence(standing: StatementStanding) -> str:
    entries = counted(len(standing.evidence), "entry", "entries")
    return say("by evidence ({entries})", entries=entries)


def _cannot_be(standing: StatementStanding) -> str:
    reason = standing.statement.reason or say("no reason given")
    return say("cannot be measured: {reason}", reason=reason.strip().rstrip("."))


QUIET = {
    "by_evidence": _by_evidence,
    "by_survey": lambda standing: say("by survey"),
    "cannot_be": _cannot_be,
    "not_yet": lambda standing: say("not measured yet"),
}
