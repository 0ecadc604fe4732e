"""A promise as it is written in a city's file, for those who have no indicator at hand."""

from matrices.model import Baseline, BaselinePeriod, Promise


def version_in_words(promise: Promise) -> str:
    """`increase`, `keep at least 50`, `650 by 2027-12-31, baseline 20 on 2022-12-31, by cagr`."""
    by = f" by {promise.by}" if promise.by else ""
    milestones = ", ".join(f"{each.value:g} by {each.by}" for each in promise.milestones)
    extras = [
        _baseline(promise),
        f"milestones {milestones}" if milestones else "",
        f"by {promise.method}" if promise.method else "",
    ]
    return ", ".join([_target(promise) + by, *filter(None, extras)])


def _target(promise: Promise) -> str:
    if promise.target is None:
        return promise.direction or "nothing"
    bound = "" if promise.is_bare else f"{promise.comparison.replace('_', ' ')} "
    share = " %" if promise.is_share else ""
    return f"{'keep ' if promise.is_kept else ''}{bound}{promise.target:g}{share}"


def _baseline(promise: Promise) -> str:
    baseline = promise.baseline
    if isinstance(baseline, Baseline):
        return f"baseline {baseline.value:g} on {baseline.on}"
    if isinstance(baseline, BaselinePeriod):
        return f"baseline of {baseline.label}"
    return "baseline of the first full year" if baseline else ""
