"""A promise in the words of a matrix file, and those words as a line of such a file."""

import json
from decimal import Decimal

from matrices.importing.draft import Dated, PromiseWords
from matrices.model import Baseline, BaselinePeriod, Promise


def promise_words(promise: Promise) -> PromiseWords:
    """What a matrix file says so that exactly this promise is read from it."""
    baseline = promise.baseline
    is_known = isinstance(baseline, Baseline)
    return PromiseWords(
        target=_target(promise),
        by=str(promise.by or ""),
        baseline=Dated(str(baseline.on), number_words(baseline.value)) if is_known else None,
        baseline_period="" if is_known else _period(baseline),
        method=promise.method or "",
        milestones=tuple(Dated(str(m.by), number_words(m.value)) for m in promise.milestones),
        since=str(promise.since or ""),
        reason=promise.reason or "",
    )


def number_words(value: float) -> str:
    """The shortest decimal number that is this one: never `1e+16`, never `10.0`."""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def promise_line(words: PromiseWords) -> str:
    """`10`, or `{target: 10, by: 2026-12-31}` where there is more to say."""
    parts = [("target", words.target), ("by", words.by), ("baseline", _baseline_line(words))]
    parts += [("method", words.method), ("milestones", _milestones_line(words))]
    parts += [("since", words.since), ("reason", _quoted(words.reason))]
    said = [f"{key}: {value}" for key, value in parts if value]
    return words.target if len(said) == 1 else f"{{{', '.join(said)}}}"


def _target(promise: Promise) -> str:
    if promise.direction:
        return promise.direction
    bound = "" if promise.is_bare else promise.comparison.replace("_", " ") + " "
    kept = "keep " if promise.is_kept else ""
    return f"{kept}{bound}{number_words(promise.target or 0)}{' %' if promise.is_share else ''}"


def _period(baseline: BaselinePeriod | str | None) -> str:
    if isinstance(baseline, BaselinePeriod):
        return baseline.label
    return (baseline or "").replace("_", " ")


def _baseline_line(words: PromiseWords) -> str:
    if words.baseline:
        return f"{{value: {words.baseline.value}, on: {words.baseline.on}}}"
    is_named = words.baseline_period[:1].isdigit()
    return f"{{period: {words.baseline_period}}}" if is_named else words.baseline_period


def _milestones_line(words: PromiseWords) -> str:
    items = [f"{{by: {each.on}, value: {each.value}}}" for each in words.milestones]
    return f"[{', '.join(items)}]" if items else ""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if text else ""
