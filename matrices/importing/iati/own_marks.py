"""What our own IATI files say beyond the standard, so that a matrix can be read back whole.

IATI has no place for a promise without a number, for the versions of a promise, for the column of a
poster. The standard lets elements and attributes of other namespaces stand beside its own; other
programs pass over them.
"""

import re
from collections.abc import Iterator

from lxml import etree

from matrices.importing.draft import Dated, PromiseWords
from matrices.importing.findings import Findings
from matrices.importing.iati.structure import place_of
from matrices.model import LEVELS, Level
from matrices.reading.promise_text import Target, first_day, is_period, last_day, target_of

NAMESPACE = "urn:impact-matrix:1"
PREFIX = "impact"
_TAG = re.compile(r"[a-z][a-z0-9_]*:[\w.-]+")
_KEY = re.compile("[a-z][a-z0-9_]*")
_METHODS = ("line", "milestones", "cagr", "extrapolation")
_MEASURED = ("not yet", "by evidence", "by survey", "cannot be")


def qualified(name: str) -> str:
    """The name of one of our own elements or attributes, as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def marked(element: etree._Element, name: str) -> str:
    """The value of one of our own attributes; empty where there is none."""
    return element.get(qualified(name), "")


def key_parts(result: etree._Element, findings: Findings) -> tuple[str, str]:
    """Target group and key of the statement that a result is; empty where it does not say."""
    identifier = marked(result, "statement")
    if not identifier:
        return "", ""
    parts = identifier.split(".")
    if len(parts) == 4 and all(map(_KEY.fullmatch, parts)) and parts[2] in LEVELS:
        return parts[1], parts[3]
    right = "Write it as city.target_group.level.key."
    findings.refuse(place_of(result), f"`{identifier}` is not a statement. {right}")
    return "", ""


def level_of(result: etree._Element) -> Level | None:
    """The row that our own mark names; None where there is none."""
    parts = marked(result, "statement").split(".")
    return next((level for level in LEVELS if len(parts) == 4 and parts[2] == level), None)


def measured_of(result: etree._Element, findings: Findings) -> str:
    measured = marked(result, "measured")
    if measured and measured not in _MEASURED:
        words = ", ".join(f"`{word}`" for word in _MEASURED)
        findings.refuse(place_of(result), f"`{measured}` is not one of {words}.")
        return ""
    return measured


def aligned_to(result: etree._Element) -> Iterator[str]:
    """The framework goals that the statement itself names, not those of its indicators."""
    for reference in result.findall("reference"):
        code = reference.get("code", "")
        if qualified("own") in reference.attrib and _TAG.fullmatch(code):
            yield code


def promises(indicator: etree._Element, findings: Findings) -> Iterator[PromiseWords]:
    """Every version of the promise, as our own file writes it; none in the files of others."""
    for element in indicator.findall(qualified("promise")):
        faults = list(_faults(element))
        for fault in faults:
            findings.refuse(place_of(element), fault)
        if not faults:
            yield _promise(element)


def _promise(element: etree._Element) -> PromiseWords:
    baseline = None
    if "baseline-on" in element.attrib:
        baseline = Dated(element.get("baseline-on", ""), element.get("baseline-value", ""))
    return PromiseWords(
        target=element.get("target", ""),
        by=element.get("by", ""),
        baseline=baseline,
        baseline_period=element.get("baseline-period", ""),
        method=element.get("method", ""),
        milestones=tuple(
            Dated(each.get("by", ""), each.get("value", ""))
            for each in element.findall(qualified("milestone"))
        ),
        since=element.get("since", ""),
        reason=element.get("reason", ""),
    )


def _faults(element: etree._Element) -> Iterator[str]:
    """What a matrix file could not say like that."""
    said = _promise(element)
    if not isinstance(target_of(said.target), Target):
        yield f"`target` of our own `promise` is `{said.target}`. Write `increase` or a number."
    days = [("by", said.by), ("since", said.since)]
    days += [("by", each.on) for each in said.milestones]
    days += [("baseline-on", said.baseline.on)] if said.baseline else []
    for name, day in days:
        if day and not (first_day(day) and last_day(day)):
            yield f"`{name}` of our own `promise` is `{day}`. Write a day such as `2026-12-31`."
    numbers = [each.value for each in said.milestones]
    numbers += [said.baseline.value] if said.baseline else []
    for number in numbers:
        if not re.fullmatch(r"\d+(\.\d+)?", number):
            yield f"our own `promise` has `{number}` where a number is expected."
    period = said.baseline_period
    if period and period != "first full year" and not is_period(period):
        yield f"`baseline-period` of our own `promise` is `{period}`. Write it as `2022`."
    if said.method and said.method not in _METHODS:
        yield f"`{said.method}` is not a method. Use one of {', '.join(_METHODS)}."
