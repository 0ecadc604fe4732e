"""The promises below a statement's `indicators` -> every version of each, checked."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from matrices.model import Baseline, BaselinePeriod, FirstFullYear, Method, Milestone, Promise
from matrices.problems import KeyPath
from matrices.reading.entries import Entry, items
from matrices.reading.promise_text import (
    ADVICE,
    Target,
    first_day,
    is_period,
    last_day,
    number_of,
    target_of,
)
from matrices.telling import told

_HEADINGS = ("target", "by", "baseline", "method", "milestones", "since", "reason")
_METHODS: dict[str, Method] = {
    "line": "line",
    "milestones": "milestones",
    "cagr": "cagr",
    "extrapolation": "extrapolation",
}
_FIRST_FULL_YEAR = "first full year"


def promises_of(statement: Entry, starts: date | None) -> dict[str, tuple[Promise, ...]]:
    """Indicator to the versions of its promise; whether the indicator exists is asked elsewhere."""
    indicators = statement.entry("indicators")
    if "indicators" in statement.data and not indicators.data:
        statement.say("indicators", "none is named. Name one, or leave the line out.")
    found = {}
    for indicator in indicators.data:
        indicators.refuse_key(indicator, "an indicator")
        versions = tuple(_versions(indicators, indicator, starts))
        if versions:
            found[indicator] = versions
    return found


def _versions(indicators: Entry, indicator: str, starts: date | None) -> Iterator[Promise]:
    """Every version, with the problems of their order noted."""
    value, path = indicators.data[indicator], indicators.at(indicator)
    if value is None or value == []:
        indicators.say(indicator, f"nothing is promised. {ADVICE}")
        return
    read = []
    for item, place in items(value, path):
        entry = _as_entry(item, place, indicators)
        read.append((entry, _promise(entry, indicator, starts)))
    for (_, before), (entry, version) in pairwise(read):
        _check_version(entry, before, version)
    yield from (promise for _, promise in read)


def _as_entry(item: object, path: KeyPath, indicators: Entry) -> Entry:
    """The long form of a promise; the short form is its target alone."""
    data = item if isinstance(item, dict) else {"target": item}
    return Entry(data, path, indicators.findings)


def _check_version(entry: Entry, before: Promise, version: Promise) -> None:
    if version.since is None and not entry.has("since"):
        text = f"{_name(entry)}: a later version needs `since`, the day from which it counts."
        entry.findings.say_missing(entry.path, text)
    if not entry.has("reason"):
        text = f"{_name(entry)}: a later version needs a `reason` why the promise was changed."
        entry.findings.say_missing(entry.path, text)
    if before.since and version.since and version.since <= before.since:
        text = told(
            "`{day}` is not after `{before}`. Put the oldest version first.",
            day=version.since,
            before=before.since,
        )
        entry.say("since", text)


def _promise(entry: Entry, indicator: str, starts: date | None) -> Promise:
    entry.refuse_others(_HEADINGS, "a promise")
    target = _target(entry, indicator)
    promise = Promise(
        indicator=indicator,
        direction=target.direction,
        target=target.number,
        comparison=target.comparison,
        is_bare=target.is_bare,
        is_kept=target.is_kept,
        is_share=target.is_share,
        by=entry.day("by", last_day),
        baseline=_baseline(entry),
        method=entry.word("method", _METHODS),
        milestones=tuple(_milestones(entry)),
        since=entry.day("since", first_day),
        reason=entry.text("reason"),
    )
    _check_days(entry, promise, starts)
    _check_method(entry, promise)
    return promise


def _target(entry: Entry, indicator: str) -> Target:
    """What is promised; nothing, and noted, where it cannot be read."""
    value = entry.data.get("target")
    if value is None:
        entry.findings.say_missing(
            entry.at("target"), f"{indicator}: `target` is missing. {ADVICE}"
        )
        return Target()
    found = target_of(value) if isinstance(value, str) else f"one target is expected. {ADVICE}"
    if isinstance(found, Target):
        return found
    entry.findings.say(entry.at("target"), f"{indicator}: {found}")
    return Target()


def _baseline(entry: Entry) -> Baseline | BaselinePeriod | FirstFullYear | None:
    if not entry.has("baseline"):
        return None
    if entry.data["baseline"] == _FIRST_FULL_YEAR:
        return "first_full_year"
    if isinstance(entry.data["baseline"], str):
        text = f"write `{_FIRST_FULL_YEAR}`, `{{period: 2022}}` or `{{value: 20, on: 2022}}`."
        entry.say("baseline", text)
        return None
    baseline = entry.entry("baseline")
    if baseline.has("period"):
        return _baseline_period(baseline)
    baseline.refuse_others(("value", "on", "period"), "`baseline`")
    value, on = _number(baseline, "value"), _needed_day(baseline, "on")
    return Baseline(value=value, on=on) if value is not None and on else None


def _baseline_period(baseline: Entry) -> BaselinePeriod | None:
    """The period whose value the data give; a value beside it would be a second truth."""
    baseline.refuse_others(("period",), "a `baseline` with a `period`")
    label = baseline.text("period")
    if label is None or is_period(label):
        return BaselinePeriod(label=label) if label else None
    baseline.say("period", f"`{label}` is not a period. Write it as `2022` or `2022-Q3`.")
    return None


def _milestones(entry: Entry) -> Iterator[Milestone]:
    value = entry.data.get("milestones")
    if value is None:
        return
    for item, path in items(value, entry.at("milestones")):
        if not isinstance(item, dict):
            entry.findings.say(path, "milestones: write each as `{by: 2025, value: 5}`.")
            continue
        milestone = Entry(item, path, entry.findings)
        milestone.refuse_others(("by", "value"), "a milestone")
        number, by = _number(milestone, "value"), _needed_day(milestone, "by")
        if number is not None and by:
            yield Milestone(by=by, value=number)


def _number(entry: Entry, key: str) -> float | None:
    text = entry.needed(key, f"`{_name(entry)}`")
    number = number_of(text) if text else None
    if text and number is None:
        entry.say(key, f"`{text}` is not a number such as `10` or a share such as `50 %`.")
    return number


def _needed_day(entry: Entry, key: str) -> date | None:
    return entry.day(key, last_day) if entry.needed(key, f"`{_name(entry)}`") else None


def _name(entry: Entry) -> str:
    """The heading that the entry stands below."""
    return next(str(part) for part in reversed(entry.path) if isinstance(part, str))


def _check_method(entry: Entry, promise: Promise) -> None:
    """A method that cannot judge what is promised."""
    if promise.method is None:
        return
    if promise.direction:
        entry.say("method", f"`{promise.direction}` is judged by its trend. Leave this out.")
    elif promise.is_kept:
        entry.say("method", "`keep` is judged by whether the number holds. Leave this out.")
    elif promise.method == "milestones" and not promise.milestones:
        entry.say("method", "`milestones` needs `milestones` on the way.")


def _check_days(entry: Entry, promise: Promise, starts: date | None) -> None:
    if promise.by and starts and promise.by < starts:
        entry.say(
            "by",
            told(
                "`{day}` is before the matrix starts, on `{starts}`.", day=promise.by, starts=starts
            ),
        )
    if promise.milestones and promise.direction:
        entry.say("milestones", f"`{promise.direction}` has no number to be on the way to.")
    if promise.milestones and promise.is_kept:
        entry.say("milestones", "`keep` holds at all times, there is nothing on the way to it.")
    is_dated = isinstance(promise.baseline, Baseline)
    days = [(("baseline", "on"), promise.baseline.on)] if is_dated else []
    days += [(("milestones", n, "by"), each.by) for n, each in enumerate(promise.milestones)]
    days += [(("by",), promise.by)] if promise.by else []
    for (_, before), (path, day) in pairwise(days):
        if day <= before:
            text = "Baseline, milestones and `by` must follow one another in time."
            entry.findings.say((*entry.path, *path), f"by: `{day}` is not after `{before}`. {text}")
