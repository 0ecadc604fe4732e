"""The figures in a row of a logframe -> a promise, and notes of all the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from matrices.importing.draft import Dated, PromiseWords
from matrices.importing.findings import Findings, Place
from matrices.importing.logframe.headings import Column
from matrices.importing.logframe.table import Row
from matrices.importing.logframe.values import Value, day_of, value_of
from matrices.reading.promise_text import last_day

_KEPT: dict[Column, str] = {
    "current": "The file's own current value",
    "current_date": "Date of that value",
    "source": "Source of data",
    "assumptions": "Assumptions",
}
"""Columns that a matrix has no place for."""


_PERCENT = re.compile("%|per ?cent(age)?|procent|pour ?cent(age)?|prozent|aandeel|share")


@dataclass
class Promised:
    """What a row comes to."""

    promise: PromiseWords | None = None
    is_share: bool | None = None
    notes: list[str] = field(default_factory=list)


def promised_in(row: Row, findings: Findings) -> Promised:
    """The promise of a row; none where its target is empty or cannot be read."""
    found = Promised()
    target = _with_unit(row, _value(row, "target", "target", found, findings))
    baseline = _dated(row, "baseline", found, findings)
    milestones = _milestones(row, found, findings)
    by = _day(row, "target", target, findings) if target else ""
    if target and target.target is None:
        text = f"the target `{row.text('target')}` is more than the whole. Is it a share?"
        findings.refuse(row.place("target"), text)
    elif target:
        found.is_share = target.is_share if target.number else None
        ordered = _in_order(row, target, baseline, milestones, by, findings)
        found.promise = PromiseWords(target.target or "", by, *ordered)
    found.notes += [f"{what}: {row.text(name)}" for name, what in _KEPT.items() if row.text(name)]
    return found


def _with_unit(row: Row, target: Value | None) -> Value | None:
    """A share by the sign behind the number, or by the unit in its own column."""
    is_percent = bool(_PERCENT.fullmatch(row.text("unit").casefold()))
    return replace(target, is_share=True) if target and target.number and is_percent else target


def _value(
    row: Row, column: Column, what: str, found: Promised, findings: Findings
) -> Value | None:
    return _read(row.text(column), row.place(column), what, found, findings)


def _read(text: str, place: Place, what: str, found: Promised, findings: Findings) -> Value | None:
    value = value_of(text) if text else None
    if text and value is None:
        note = f"The {what} `{text}` is neither a number nor `increase`; it is kept in a comment."
        findings.remark(place, note)
        found.notes.append(note)
    return value


def _dated(row: Row, column: Column, found: Promised, findings: Findings) -> Dated | None:
    value = _value(row, column, column, found, findings)
    day = _day(row, column, value, findings) if value else ""
    if value and value.number and day:
        return Dated(day, value.number)
    if value:
        note = f"The {column} `{row.text(column)}` has no year, so it cannot be taken."
        findings.remark(row.place(column), note)
        found.notes.append(note)
    return None


def _day(row: Row, column: Column, value: Value, findings: Findings) -> str:
    """The year or day in its own column, else in the cell itself."""
    written = row.text(f"{column}_year")
    if written and not day_of(written):
        right = "Write a year such as `2026`, or a day such as `2026-12-31`."
        findings.refuse(row.place(f"{column}_year"), f"`{written}` is not a year. {right}")
    return day_of(written) or value.day


def _milestones(row: Row, found: Promised, findings: Findings) -> tuple[Dated, ...]:
    dated = []
    for year, text, place in _each_milestone(row):
        value = _read(text, place, "milestone", found, findings)
        on = value.day or year if value else ""
        if value and value.number and on:
            dated.append(Dated(on, value.number))
        elif value:
            note = f"The milestone `{text}` has no year, so it cannot be taken."
            findings.remark(place, note)
            found.notes.append(note)
    return tuple(sorted(dated, key=lambda each: _last(each.on)))


def _each_milestone(row: Row) -> Iterator[tuple[str, str, Place]]:
    """A cell may hold several: `4 (2024); 7 (2025)`."""
    for year, text, place in row.milestones:
        for part in filter(None, map(str.strip, text.split(";"))):
            yield year, part, place


def _in_order(
    row: Row,
    target: Value,
    baseline: Dated | None,
    milestones: tuple[Dated, ...],
    by: str,
    findings: Findings,
) -> tuple[Dated | None, str, str, tuple[Dated, ...]]:
    """Baseline and milestones as a promise takes them, in the order of its fields."""
    days = [baseline.on] if baseline else []
    days += [each.on for each in milestones] + ([by] if by else [])
    for before, after in pairwise(days):
        if _last(after) <= _last(before):
            text = f"`{after}` is not after `{before}`. Baseline, milestones and target must follow"
            findings.refuse(row.place("target"), f"{text} one another in time.")
    return baseline, "", "", () if target.direction else milestones


def _last(day: str) -> str:
    return str(last_day(day))
