"""Why a promise has its status: one or two sentences made of the very inputs that led to it."""

from dashboard.wording import dates
from dashboard.wording.doubts import doubts
from dashboard.wording.numbers import amount, growth, quantity
from dashboard.wording.promises import figure, promised, when
from dashboard.wording.statuses import MEANINGS
from metrics.definition import Indicator
from metrics.standing import Actual, Point, Progress, PromiseStanding, StatementStanding, Status

MOVES = frozenset({Status.INCREASING, Status.DECREASING, Status.STEADY})
BY_GROWTH = ("cagr", "extrapolation")
KEPT = {
    Status.ON_TRACK: "It is kept.",
    Status.MOVING_AWAY: "It was kept at the start and no longer is.",
    Status.BEHIND: "It is not kept.",
}


def explanation(standing: PromiseStanding) -> str:
    """The status in sentences; every number in them is one of the status' inputs."""
    status, indicator = standing.progress.status, standing.indicator
    actual = standing.progress.actual
    if actual is None or actual.value is None:
        return without_value(standing)
    if status is Status.ACHIEVED:
        return f"{_reached(actual, indicator)}. {_promise(standing)} The promise is met."
    if _is_moved(standing.progress):
        return f"{_moved(standing, actual)}. {_promise(standing)}"
    if standing.progress.method == "keep" and status in KEPT:
        return f"{_reached(actual, indicator)}. {_promise(standing)} {KEPT[status]}"
    if standing.progress.expected is not None:
        return _on_the_line(standing, actual)
    return f"{_sentence(figure(actual, indicator))}. {_promise(standing)} {MEANINGS[status]}"


def without_value(standing: PromiseStanding) -> str:
    """For a promise with no figure to judge."""
    status = standing.progress.status
    if status is Status.WITHHELD and standing.progress.actual:
        where = when(standing.progress.actual, standing.indicator)
        return (
            f"The figure {where} is withheld: it counts fewer than five people, "
            f"or would let such a number be worked out. {_promise(standing)}"
        )
    return f"{MEANINGS[status]} {_promise(standing)}"


def assumptions(standing: PromiseStanding) -> list[str]:
    """What had to be assumed because the promise does not say it."""
    progress = standing.progress
    found = []
    if progress.baseline and progress.baseline_is_assumed:
        start = _at(progress.baseline, standing.indicator)
        found.append(f"The promise names no baseline; the first full figure is taken: {start}.")
    if progress.target and progress.target_date_is_assumed:
        due = dates.end(progress.target.on)
        found.append(f"The promise names no date; the end of the row's horizon is taken: {due}.")
    return [*found, *doubts(standing)]


def unmeasured(standing: StatementStanding) -> str:
    """For a statement without an indicator: how it is followed instead."""
    meaning = MEANINGS[standing.status]
    reason = standing.statement.reason
    return f"Cannot be measured: {reason.strip()}" if reason else meaning


def finding(standing: PromiseStanding) -> str:
    """What a chart of the yearly values shows, for those who do not see it."""
    values = [figure(actual, standing.indicator) for actual in standing.years]
    return f"{standing.indicator.name}. {'; '.join(values) or 'No figures yet'}."


def _is_moved(progress: Progress) -> bool:
    """Whether a promised direction was judged; falling as promised is on track."""
    is_trend = progress.method == "trend" and progress.yearly_growth is not None
    return bool(progress.baseline and (progress.status in MOVES or is_trend))


def _moved(standing: PromiseStanding, actual: Actual) -> str:
    progress, indicator = standing.progress, standing.indicator
    assert progress.baseline is not None
    assert actual.value is not None
    how = "up from" if actual.value > progress.baseline.value else "down from"
    if progress.status is Status.STEADY:
        how = "after"
    rate = f": {growth(progress.yearly_growth)}" if progress.yearly_growth is not None else ""
    now = figure(actual, indicator)
    return _sentence(f"{now}, {how} {_at(progress.baseline, indicator)}{rate}")


def _on_the_line(standing: PromiseStanding, actual: Actual) -> str:
    progress, indicator = standing.progress, standing.indicator
    assert progress.baseline is not None and progress.expected is not None
    if progress.target and actual.period.end >= progress.target.on:
        return f"{_overdue(progress.target, progress.baseline, actual, indicator)}.{_moving_away(progress)}"
    line = "the line through the milestones" if len(progress.path) > 2 else "the straight line"
    if progress.method in BY_GROWTH:
        line = "equal growth every year"
    start, due = progress.baseline, progress.target
    goal = f" to {_point(due, indicator)}" if due else ""
    asked = amount(round(progress.expected, 1), indicator)
    would = f"{line} from {_point(start, indicator)}{goal} would have had {asked} by then"
    return f"{_reached(actual, indicator, due)}; {would}.{_moving_away(progress)}"


def _overdue(due: Point, start: Point, actual: Actual, indicator: Indicator) -> str:
    """Past its date there is no way left to be on."""
    reached = f"{_reached(actual, indicator, due)}, from {_at(start, indicator)}"
    return f"{reached}; {amount(due.value, indicator)} were due by {dates.end(due.on)}"


def _moving_away(progress: Progress) -> str:
    is_away = progress.status is Status.MOVING_AWAY
    return f" {MEANINGS[Status.MOVING_AWAY]}" if is_away else ""


def _reached(actual: Actual, indicator: Indicator, due: Point | None = None) -> str:
    """`8 of 10 playlists by 30 June 2026`; a share is of no number: `34 % in 2025`."""
    assert actual.value is not None
    if due is None:
        return _sentence(figure(actual, indicator))
    where = when(actual, indicator)
    if indicator.unit == "percent":
        return f"{amount(actual.value, indicator)} {where}"
    return f"{amount(actual.value, indicator)} of {quantity(due.value, indicator)} {where}"


def _promise(standing: PromiseStanding) -> str:
    return f"Promised: {promised(standing.promise, standing.indicator)}."


def _at(point: Point, indicator: Indicator) -> str:
    """`1,120 in 2022` for a yearly flow, `2 at the end of 2022` for a running total."""
    value = amount(point.value, indicator)
    is_year = (point.on.month, point.on.day) == (12, 31)
    if is_year and not indicator.is_stock:
        return f"{value} in {point.on.year}"
    return f"{value} {'at' if is_year else 'on'} {dates.end(point.on)}"


def _point(point: Point, indicator: Indicator) -> str:
    return f"{amount(point.value, indicator)} ({dates.short_end(point.on)})"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
