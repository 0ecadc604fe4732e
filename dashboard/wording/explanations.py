"""Why a promise has its status: one or two sentences made of the very inputs that led to it."""

from dashboard.language import mark, say
from dashboard.wording import dates
from dashboard.wording.data_words import sentence_case
from dashboard.wording.doubts import doubts
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import amount, growth, number, quantity
from dashboard.wording.promises import figure, promised, when
from dashboard.wording.running_year import so_far
from dashboard.wording.statuses import MEANINGS
from dashboard.wording.territories import without
from metrics.definition import Indicator
from metrics.standing import Actual, Point, Progress, PromiseStanding, StatementStanding, Status

MOVES = frozenset({Status.INCREASING, Status.DECREASING, Status.STEADY})
BY_GROWTH = ("cagr", "extrapolation")
KEPT = {
    Status.ON_TRACK: mark("It is kept."),
    Status.MOVING_AWAY: mark("It was kept at the start and no longer is."),
    Status.BEHIND: mark("It is not kept."),
}

NO_BASELINE = mark("The promise names no baseline; the first full figure is taken: {baseline}.")
NO_DATE = mark("The promise names no date; the end of the row's horizon is taken: {day}.")
UP = mark("{figure}, up from {baseline}")
DOWN = mark("{figure}, down from {baseline}")
AFTER = mark("{figure}, after {baseline}")
STRAIGHT = mark("the straight line")
THROUGH_MILESTONES = mark("the line through the milestones")
EQUAL_GROWTH = mark("equal growth every year")


def explanation(standing: PromiseStanding) -> str:
    """The status in sentences; every number in them is one of the status' inputs."""
    status, indicator = standing.progress.status, standing.indicator
    actual = standing.progress.actual
    if actual is None or actual.value is None:
        return without_value(standing)
    if status is Status.ACHIEVED:
        met = say("The promise is met.")
        return f"{_reached(actual, indicator)}. {_promise(standing)} {met}"
    if _is_moved(standing.progress):
        return f"{_moved(standing, actual)}. {_promise(standing)}"
    if standing.progress.method == "keep" and status in KEPT:
        return f"{_reached(actual, indicator)}. {_promise(standing)} {KEPT[status]}"
    if standing.progress.expected is not None:
        return _on_the_line(standing, actual)
    return f"{_reached(actual, indicator)}. {_promise(standing)} {MEANINGS[status]}"


def without_value(standing: PromiseStanding) -> str:
    """For a promise with no figure to judge."""
    status = standing.progress.status
    if status is Status.WITHHELD and standing.progress.actual:
        told = say(
            "The figure {when} is withheld: it counts fewer than {fewest} people, or would let such "
            "a number be worked out.",
            when=when(standing.progress.actual, standing.indicator),
            fewest=number(standing.fewest_shown),
        )
        return f"{told} {_promise(standing)}"
    return f"{MEANINGS[status]} {_promise(standing)}"


def assumptions(standing: PromiseStanding) -> list[str]:
    """What had to be assumed because the promise does not say it."""
    progress = standing.progress
    found = []
    if progress.baseline and progress.baseline_is_assumed:
        start = dated(progress.baseline, standing.indicator)
        found.append(say(NO_BASELINE, baseline=start))
    if progress.target and progress.target_date_is_assumed:
        due = dates.end(progress.target.on)
        found.append(say(NO_DATE, day=due))
    return [*found, *asides(standing)]


def asides(standing: PromiseStanding) -> list[str]:
    """What else to know of the figures: how sure they are, the running year, who is not in them."""
    return [*doubts(standing), *filter(None, [so_far(standing), without(standing)])]


def unmeasured(standing: StatementStanding) -> str:
    """For a statement without an indicator: how it is followed instead."""
    meaning = MEANINGS[standing.status]
    reason = standing.statement.reason
    if not reason:
        return say(meaning)
    return say("Cannot be measured: {reason}", reason=reason.strip())


def finding(standing: PromiseStanding) -> str:
    """What a chart of the yearly values shows, for those who do not see it."""
    values = [figure(actual, standing.indicator) for actual in standing.years]
    return f"{name_of(standing.indicator)}. {'; '.join(values) or say('No figures yet')}."


def _is_moved(progress: Progress) -> bool:
    """Whether a promised direction was judged; falling as promised is on track."""
    is_trend = progress.method == "trend" and progress.yearly_growth is not None
    return bool(progress.baseline and (progress.status in MOVES or is_trend))


def _moved(standing: PromiseStanding, actual: Actual) -> str:
    progress, indicator = standing.progress, standing.indicator
    assert progress.baseline is not None
    assert actual.value is not None
    how = UP if actual.value > progress.baseline.value else DOWN
    if progress.status is Status.STEADY:
        how = AFTER
    rate = f": {growth(progress.yearly_growth)}" if progress.yearly_growth is not None else ""
    now, before = figure(actual, indicator), dated(progress.baseline, indicator)
    return sentence_case(say(how, figure=now, baseline=before)) + rate


def _on_the_line(standing: PromiseStanding, actual: Actual) -> str:
    progress, indicator = standing.progress, standing.indicator
    assert progress.baseline is not None and progress.expected is not None
    if progress.target and actual.period.end >= progress.target.on:
        return f"{_overdue(progress.target, progress.baseline, actual, indicator)}.{_moving_away(progress)}"
    would = _would_have_had(progress, indicator)
    return f"{_reached(actual, indicator, progress.target)}; {would}.{_moving_away(progress)}"


def _would_have_had(progress: Progress, indicator: Indicator) -> str:
    assert progress.baseline is not None and progress.expected is not None
    values = {
        "line": say(_line(progress)),
        "start": _point(progress.baseline, indicator),
        "value": amount(round(progress.expected, 1), indicator),
    }
    if progress.target is None:
        return say("{line} from {start} would have had {value} by then", **values)
    end = _point(progress.target, indicator)
    return say("{line} from {start} to {end} would have had {value} by then", **values, end=end)


def _line(progress: Progress) -> str:
    if progress.method in BY_GROWTH:
        return EQUAL_GROWTH
    return THROUGH_MILESTONES if len(progress.path) > 2 else STRAIGHT


def _overdue(due: Point, start: Point, actual: Actual, indicator: Indicator) -> str:
    """Past its date there is no way left to be on."""
    return say(
        "{reached}, from {baseline}; {value} were due by {day}",
        reached=_reached(actual, indicator, due),
        baseline=dated(start, indicator),
        value=amount(due.value, indicator),
        day=dates.end(due.on),
    )


def _moving_away(progress: Progress) -> str:
    is_away = progress.status is Status.MOVING_AWAY
    return f" {MEANINGS[Status.MOVING_AWAY]}" if is_away else ""


def _reached(actual: Actual, indicator: Indicator, due: Point | None = None) -> str:
    """`8 of 10 playlists by 30 June 2026`; a share is of no number: `34 % in 2025`."""
    assert actual.value is not None
    if due is None:
        return sentence_case(figure(actual, indicator))
    value, where = amount(actual.value, indicator), when(actual, indicator)
    if indicator.unit == "percent":
        return f"{value} {where}"
    target = quantity(due.value, indicator)
    return say("{value} of {target} {when}", value=value, target=target, when=where)


def _promise(standing: PromiseStanding) -> str:
    what = promised(standing.promise, standing.indicator)
    return say("Promised: {promise}.", promise=what)


def dated(point: Point, indicator: Indicator) -> str:
    """`1,120 in 2022` for a yearly flow, `2 at the end of 2022` for a running total."""
    value = amount(point.value, indicator)
    is_year = (point.on.month, point.on.day) == (12, 31)
    if is_year and not indicator.is_stock:
        return say("{value} in {year}", value=value, year=point.on.year)
    if is_year:
        return say("{value} at {end_of_year}", value=value, end_of_year=dates.end(point.on))
    return say("{value} on {day}", value=value, day=dates.day(point.on))


def _point(point: Point, indicator: Indicator) -> str:
    return f"{amount(point.value, indicator)} ({dates.short_end(point.on)})"
