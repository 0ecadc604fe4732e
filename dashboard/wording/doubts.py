"""What a person should know before relying on a status: intervals, chance, other methods."""

from collections.abc import Iterator

from dashboard.language import mark, say
from dashboard.retelling import retell
from dashboard.wording import dates
from dashboard.wording.numbers import amount, number, percent, quantity
from dashboard.wording.promises import promised
from dashboard.wording.statuses import name
from metrics.standing import PromiseStanding

BY_METHOD = {
    "line": mark("the straight line"),
    "milestones": mark("the milestones"),
    "cagr": mark("compound growth (cagr)"),
    "extrapolation": mark("extrapolation"),
}

OF_A_SAMPLE = mark("Of a sample the share lies between {low} and {high}, with 95 % confidence.")
OF_FEW_CASES = mark(
    "Of so few cases the share lies between {low} and {high}, with 95 % confidence."
)


def doubts(standing: PromiseStanding) -> list[str]:
    """A sentence for each reason to be careful; none where there is none."""
    return [*_held(standing), *_chance(standing), *_methods(standing), *_then(standing)]


def _held(standing: PromiseStanding) -> Iterator[str]:
    actual = standing.progress.actual
    if actual and actual.published_on:
        yield say(
            "The figure is the one published on {day}: what changed since would tell of fewer than "
            "{fewest} people.",
            day=dates.day(actual.published_on),
            fewest=number(standing.fewest_shown),
        )


def _chance(standing: PromiseStanding) -> Iterator[str]:
    progress = standing.progress
    if progress.interval:
        low, high = percent(progress.interval.low), percent(progress.interval.high)
        is_sample = standing.indicator.is_sample
        yield say(OF_A_SAMPLE if is_sample else OF_FEW_CASES, low=low, high=high)
    if progress.is_within_noise:
        yield say("Chance alone would bring as much change, so it counts as steady.")


def _methods(standing: PromiseStanding) -> Iterator[str]:
    progress, indicator = standing.progress, standing.indicator
    if progress.method_refused:
        yield say(
            "The promise asks for {method}, which was not used: {why}.",
            method=say(BY_METHOD[standing.promise.method or "line"]),
            why=retell(progress.method_refused),
        )
    if progress.projected is not None and progress.target:
        reach = quantity(round(progress.projected), indicator)
        by = dates.end(progress.target.on)
        yield say("Growing on as it did, it would come to {reach} by {day}.", reach=reach, day=by)
    if progress.disagreement:
        others = (
            say("{status} by {method}", status=name(status), method=say(BY_METHOD[how]))
            for how, status in progress.disagreement
        )
        yield say("The methods disagree: {statuses}.", statuses=", ".join(others))


def _then(standing: PromiseStanding) -> Iterator[str]:
    """Against the promise that was in force at the end of the period judged."""
    then, before = standing.progress_then, standing.promise_then
    if then and before and then.actual:
        values = {"promise": promised(before, standing.indicator), "status": name(then.status)}
        if then.actual.value is None:
            yield say("Against the promise in force then ({promise}): {status}.", **values)
        else:
            yield say(
                "Against the promise in force then ({promise}), {value} in {period} is {status}.",
                **values,
                value=amount(then.actual.value, standing.indicator),
                period=dates.period(then.actual.period),
            )
