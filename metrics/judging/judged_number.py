"""How a promise with a number stands: on its way to it, or holding it."""

from collections.abc import Callable
from dataclasses import replace

from metrics.judging.case import Case
from metrics.methods import LINE, METHODS, MILESTONES, keep
from metrics.methods.course import Course, Method
from metrics.standing import Interval, Point, Progress, Status


def judged_number(case: Case) -> Progress:
    """By the method that the promise names, else through its milestones, else by the line."""
    course = _course(case)
    method, refused = _method(case, course)
    status = _status(case, course, method)
    told = case.told(
        _if_certain(status, case, lambda c: _status(c, _course(c), method)), method.name
    )
    if course is None:
        return told
    reading = method.read(course)
    return replace(
        told,
        path=reading.path,
        expected=reading.expected,
        ratio=reading.ratio,
        yearly_growth=reading.yearly_growth,
        projected=reading.projected if method.name == "extrapolation" else None,
        disagreement=_disagreement(course, method, status) if _is_judged(case) else (),
        method_refused=refused,
    )


def judged_keeping(case: Case) -> Progress:
    """Whether the number holds; see `metrics/methods/keep.py`."""
    told = case.told(_if_certain(_keeping(case), case, _keeping), "keep")
    if told.baseline is None or told.target is None:
        return told
    level = told.target.value
    return replace(told, path=(Point(told.baseline.on, level), told.target))


def _keeping(case: Case) -> Status:
    if case.unjudged is Status.OUT_OF_DATE:
        return Status.OUT_OF_DATE
    was_kept = bool(case.start and _meets(case.start.point.value, case))
    is_due = bool(case.due and case.now.on >= case.due)
    return keep.status(_meets(case.now.value, case), was_kept, is_due)


def _course(case: Case) -> Course | None:
    """The way from baseline to target; None where one of them is not known."""
    if case.start is None or case.due is None or case.promise.target is None:
        return None
    milestones = tuple(Point(each.by, each.value) for each in case.promise.milestones)
    return Course(case.start.point, case.now, Point(case.due, case.promise.target), milestones)


def _method(case: Case, course: Course | None) -> tuple[Method, str | None]:
    """The method that judges, and why the one that the promise names does not."""
    usual = MILESTONES if case.promise.milestones else LINE
    named = METHODS[case.promise.method] if case.promise.method else usual
    refused = (named.cannot_read(course) or named.misleads(course)) if course else None
    return (usual, refused) if refused else (named, None)


def _status(case: Case, course: Course | None, method: Method) -> Status:
    if _meets(case.now.value, case):
        return Status.ACHIEVED
    if case.unjudged or case.start is None:
        return case.unjudged or Status.NO_BASELINE
    if _meets(case.start.point.value, case):
        return Status.MOVING_AWAY  # it was met at the start and no longer is
    return method.status(course) if course else Status.NO_TARGET


def _is_judged(case: Case) -> bool:
    """Whether a method had a say: the target is not met, and was not met at the start."""
    is_open = not case.unjudged and not _meets(case.now.value, case)
    return bool(is_open and case.start and not _meets(case.start.point.value, case))


def _disagreement(course: Course, judge: Method, status: Status) -> tuple[tuple[str, Status], ...]:
    """The other methods whose arithmetic can be done and that come to another status."""
    others = (m for m in METHODS.values() if m is not judge and m.cannot_read(course) is None)
    return tuple((m.name, m.status(course)) for m in others if m.status(course) is not status)


def _if_certain(status: Status, case: Case, judge: Callable[[Case], Status]) -> Status:
    """The status, unless the ends of the figure's interval would have another."""
    ends = [judge(case.with_value(value)) for value in _ends(case.interval)]
    return status if all(end is status for end in ends) else Status.UNCERTAIN


def _ends(interval: Interval | None) -> tuple[float, ...]:
    return (interval.low, interval.high) if interval else ()


def _meets(value: float, case: Case) -> bool:
    assert case.promise.target is not None
    if case.promise.comparison == "at_most":
        return value <= case.promise.target
    return value >= case.promise.target
