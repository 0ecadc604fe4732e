"""A promise and the newest figure against it, in a few words."""

from dashboard.wording import dates
from dashboard.wording.numbers import amount, counted, quantity
from matrices.model import Promise, Statement
from metrics.definition import Indicator
from metrics.standing import Actual, PromiseStanding, StatementStanding


def promised(promise: Promise, indicator: Indicator) -> str:
    """`increase`, `10`, `keep at least 50`, `at most 5 by the end of 2026`."""
    if promise.target is None:
        return promise.direction or "no number"
    words = "at most " if promise.comparison == "at_most" else ""
    if promise.is_kept:
        words = f"keep {words or 'at least '}"
    when = f" by {dates.end(promise.by)}" if promise.by else ""
    return f"{words}{amount(promise.target, indicator)}{when}"


def figure(actual: Actual, indicator: Indicator) -> str:
    """`2,431 learners in 2025`, `8 playlists by 30 June 2026`, `12 activities in 2026 so far`."""
    if actual.is_withheld:
        return f"withheld in {dates.period(actual.period)}"
    if actual.value is None:
        return f"no value in {dates.period(actual.period)}"
    return f"{quantity(actual.value, indicator)} {when(actual, indicator)}"


def when(actual: Actual, indicator: Indicator) -> str:
    """`in 2025`, `in 2026 so far`, `by 30 June 2026`, `to date`."""
    if indicator.is_stock:
        return f"by {dates.end(actual.period.end)}" if actual.is_complete else "to date"
    so_far = "" if actual.is_complete else " so far"
    return f"in {dates.period(actual.period)}{so_far}"


def newest(standing: PromiseStanding) -> Actual | None:
    """The figure that was judged, else the newest there is."""
    if standing.progress.actual:
        return standing.progress.actual
    return standing.years[-1] if standing.years else None


def latest(standing: PromiseStanding) -> str:
    """The newest figure, or that there is none."""
    actual = newest(standing)
    if actual is None:
        return f"{standing.indicator.name}: no data yet"
    return figure(actual, standing.indicator)


def quietly(standing: StatementStanding) -> str:
    """How a statement without an indicator is followed, in a few words."""
    return QUIET[standing.statement.measured](standing)


def _by_evidence(standing: StatementStanding) -> str:
    return f"by evidence ({counted(len(standing.evidence), 'entry', 'entries')})"


def _cannot_be(standing: StatementStanding) -> str:
    return f"cannot be measured: {_reason(standing.statement)}"


def _reason(statement: Statement) -> str:
    return (statement.reason or "no reason given").strip().rstrip(".")


QUIET = {
    "by_evidence": _by_evidence,
    "by_survey": lambda standing: "by survey",
    "cannot_be": _cannot_be,
    "not_yet": lambda standing: "not measured yet",
}
