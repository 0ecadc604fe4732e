"""What a person should know before relying on a status: intervals, chance, other methods."""

from collections.abc import Iterator

from dashboard.wording import dates
from dashboard.wording.numbers import amount, percent, quantity
from dashboard.wording.promises import promised
from dashboard.wording.statuses import name
from metrics.standing import PromiseStanding

BY_METHOD = {
    "line": "the straight line",
    "milestones": "the milestones",
    "cagr": "compound growth (cagr)",
    "extrapolation": "extrapolation",
}


def doubts(standing: PromiseStanding) -> list[str]:
    """A sentence for each reason to be careful; none where there is none."""
    return [*_chance(standing), *_methods(standing), *_then(standing)]


def _chance(standing: PromiseStanding) -> Iterator[str]:
    progress = standing.progress
    if progress.interval:
        low, high = percent(progress.interval.low), percent(progress.interval.high)
        why = "a sample" if standing.indicator.is_sample else "so few cases"
        yield f"Of {why} the share lies between {low} and {high}, with 95 % confidence."
    if progress.is_within_noise:
        yield "Chance alone would bring as much change, so it counts as steady."


def _methods(standing: PromiseStanding) -> Iterator[str]:
    progress, indicator = standing.progress, standing.indicator
    if progress.method_refused:
        asked = BY_METHOD[standing.promise.method or "line"]
        yield f"The promise asks for {asked}, which was not used: {progress.method_refused}."
    if progress.projected is not None and progress.target:
        reach = quantity(round(progress.projected), indicator)
        by = dates.end(progress.target.on)
        yield f"Growing on as it did, it would come to {reach} by {by}."
    if progress.disagreement:
        others = [f"{name(status)} by {BY_METHOD[how]}" for how, status in progress.disagreement]
        yield f"The methods disagree: {', '.join(others)}."


def _then(standing: PromiseStanding) -> Iterator[str]:
    """Against the promise that was in force at the end of the period judged."""
    then, before = standing.progress_then, standing.promise_then
    if then and before and then.actual:
        what, on = promised(before, standing.indicator), dates.period(then.actual.period)
        was = amount(then.actual.value, standing.indicator) if then.actual.value is not None else ""
        told = f"Against the promise in force then ({what})"
        yield (
            f"{told}, {was} in {on} is {name(then.status)}."
            if was
            else f"{told}: {name(then.status)}."
        )
