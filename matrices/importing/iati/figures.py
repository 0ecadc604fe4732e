"""Baselines, targets and actuals of an IATI indicator -> a promise, and notes of all the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from matrices.importing.draft import Dated, PromiseWords
from matrices.importing.findings import Findings
from matrices.importing.iati.parts import part_of
from matrices.importing.iati.structure import place_of
from matrices.importing.numbers import plain_number, target_words
from matrices.model import Comparison
from matrices.reading.promise_text import last_day

PERCENTAGE, QUALITATIVE = "2", "5"
MEASURES = {
    "unit": "1",
    "percentage": PERCENTAGE,
    "nominal": "3",
    "ordinal": "4",
    "qualitative": QUALITATIVE,
}
"""Names of the codes, which some files write in their place."""


@dataclass
class Figures:
    """What an indicator's figures come to."""

    notes: list[str] = field(default_factory=list)
    baseline: Dated | None = None
    targets: list[Dated] = field(default_factory=list)
    """By the day they are due, oldest first."""


def measure_of(indicator: etree._Element) -> str:
    """The code of the measure; as written where no code or name is known."""
    written = indicator.get("measure", "").strip()
    return MEASURES.get(written.casefold(), written)


def promise_of(
    indicator: etree._Element, findings: Findings
) -> tuple[PromiseWords | None, Figures]:
    """The promise that baselines and targets make; None where nothing with a number is promised.

    The target that falls due last is the promise, those before it are its milestones.
    """
    figures = _figures(indicator, findings)
    if not figures.targets:
        return None, figures
    *earlier, last = figures.targets
    is_share = measure_of(indicator) == PERCENTAGE
    target = target_words(last.value, _comparison(indicator), is_share)
    if target is None:
        figures.notes.append(f"The target of {last.value} % is more than the whole; left out.")
        return None, figures
    baseline = _in_order(figures, earlier or [last])
    return PromiseWords(target, last.on, baseline, milestones=tuple(earlier)), figures


def check_periods(indicator: etree._Element, findings: Findings) -> None:
    """Refuses periods that end before they begin."""
    for period in indicator.findall("period"):
        start, end = _day(period, "period-start"), _day(period, "period-end")
        if start and end and end < start:
            text = f"the period ends on `{end}`, before it begins on `{start}`. Swap the two days."
            findings.refuse(place_of(period), text)


def _figures(indicator: etree._Element, findings: Findings) -> Figures:
    figures = Figures()
    is_qualitative = measure_of(indicator) == QUALITATIVE
    for baseline in _totals(indicator.findall("baseline"), "baseline", figures):
        on = (baseline.get("iso-date") or baseline.get("year", ""))[:10]
        number = _number(baseline, figures, is_qualitative, f"baseline of {on}", findings)
        figures.baseline = Dated(on, number) if number is not None else None
    due: dict[str, str] = {}
    for period in indicator.findall("period"):
        end = str(_day(period, "period-end") or "")
        _note_actuals(period, figures)
        for target in _totals(period.findall("target"), f"target for {end}", figures):
            number = _number(target, figures, is_qualitative, f"target for {end}", findings)
            if number is not None and due.setdefault(end, number) != number:
                figures.notes.append(f"Another target for {end} is {number}; {due[end]} is kept.")
    figures.targets = [Dated(end, due[end]) for end in sorted(due)]
    return figures


def _totals(
    elements: list[etree._Element], what: str, figures: Figures
) -> Iterator[etree._Element]:
    """The figure for all; those for parts, by dimension or place, become notes."""
    whole = [each for each in elements if not part_of(each)]
    for each in elements:
        if part := part_of(each):
            figures.notes.append(f"The {what} of {part} is {each.get('value', 'not said')}.")
    if len(whole) > 1:
        values = ", ".join(each.get("value", "not said") for each in whole)
        figures.notes.append(f"There is more than one {what}: {values}. Which one counts?")
        return
    yield from whole


def _number(
    element: etree._Element, figures: Figures, is_qualitative: bool, what: str, findings: Findings
) -> str | None:
    comments = [" ".join(n.text.split()) for n in element.iterfind("comment/narrative") if n.text]
    figures.notes += [f"About the {what}: {comment}" for comment in comments]
    value = element.get("value")
    if is_qualitative:
        figures.notes += [f"The {what} is `{value}`."] if value else []
        return None
    number = plain_number(value or "")
    if number is None:
        found = f"`{value}`" if value else "not given"
        text = f"the {what} is {found}, not a number of zero or more; it is kept in a comment."
        findings.remark(place_of(element), text)
        figures.notes.append(f"The {what} is {found}.")
    return number


def _note_actuals(period: etree._Element, figures: Figures) -> None:
    first, last = _day(period, "period-start"), _day(period, "period-end")
    for actual in period.findall("actual"):
        part = part_of(actual)
        of_part = f" of {part}" if part else ""
        value = actual.get("value", "not said")
        figures.notes.append(f"The file's own figure{of_part}, {first} to {last}: {value}.")


def _in_order(figures: Figures, after: list[Dated]) -> Dated | None:
    """The baseline, where it lies before everything that is promised."""
    baseline = figures.baseline
    if baseline is None:
        return None
    day = last_day(baseline.on)
    if day is None or str(day) >= after[0].on:
        note = f"The baseline of {baseline.value} ({baseline.on}) is not before the first target"
        figures.notes.append(f"{note}; left out.")
        return None
    return baseline


def _comparison(indicator: etree._Element) -> Comparison | None:
    """Whether more or less is better; a direction that is not said is not assumed."""
    ascending = indicator.get("ascending", "").strip()
    if not ascending:
        return None
    return "at_least" if ascending in ("true", "1") else "at_most"


def _day(period: etree._Element, name: str) -> date | None:
    element = period.find(name)
    written = element.get("iso-date", "").strip()[:10] if element is not None else ""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
