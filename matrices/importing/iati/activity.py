"""An IATI file -> the draft of a matrix."""

import re
from dataclasses import replace
from pathlib import Path

from lxml import etree

from matrices.importing.draft import Draft, DraftStatement
from matrices.importing.findings import Findings, Place
from matrices.importing.iati.own_marks import qualified
from matrices.importing.iati.results import narrative, statements_of
from matrices.importing.iati.structure import XML_LANG, place_of
from matrices.importing.iati.xml_file import parsed
from matrices.importing.repeats import refuse_repeats
from matrices.model import ALL_TARGET_GROUPS, LEVELS, Level
from matrices.problems import nearest
from matrices.reading.promise_text import first_day

_OBJECTIVES = "2"
"""The type of a description that tells the objectives."""
_ACTUAL_START, _PLANNED_START = "2", "1"
_KEY = re.compile("[a-z][a-z0-9_]*")


def read_iati(path: Path, wanted: str = "") -> Draft:
    """The draft of the activity with the identifier wanted, or of the only one with results.

    Raises `ImportProblems` with every problem of its results, each with its line.
    """
    findings = Findings(path.name)
    activity = _chosen(parsed(path), wanted, findings)
    findings.stop_if_wrong()
    draft = _draft(activity, findings)
    findings.stop_if_wrong()
    return replace(draft, remarks=tuple(sorted(set(findings.remarks))))


def _draft(activity: etree._Element, findings: Findings) -> Draft:
    language = activity.get(XML_LANG, "")
    statements = tuple(statements_of(activity, findings))
    refuse_repeats(statements, findings)
    return Draft(
        file=findings.file,
        kind=f"IATI activity {_identifier(activity)}",
        name=narrative(activity.find("title"), language) or _identifier(activity),
        goal=_goal(activity, language),
        notes=_late_start(activity),
        place=_place(activity),
        starts=_starts(activity, findings),
        horizons=tuple(_horizons(activity)),
        target_groups=tuple(_target_groups(activity, statements, findings)),
        statements=statements,
    )


def _chosen(root: etree._Element, wanted: str, findings: Findings) -> etree._Element | None:
    if root.tag not in ("iati-activities", "iati-activity"):
        text = f"an IATI file begins with `iati-activities`; this one begins with `{root.tag}`."
        findings.refuse(place_of(root), text)
        return None
    if root.get("version", "").startswith("1."):
        text = f"this is IATI {root.get('version')}; 2.01 to 2.03 can be read."
        findings.refuse(place_of(root), text)
        return None
    activities = [root] if root.tag == "iati-activity" else root.findall("iati-activity")
    return _one_of([a for a in activities if a.find("result") is not None], wanted, findings)


def _one_of(
    activities: list[etree._Element], wanted: str, findings: Findings
) -> etree._Element | None:
    named = [each for each in activities if _identifier(each) == wanted]
    if wanted and named:
        return named[0]
    if len(activities) == 1 and not wanted:
        return activities[0]
    names = [_identifier(each) for each in activities]
    if not activities:
        text = "no activity of this file has a `result`, so there is no matrix to read."
    elif wanted:
        text = f"no activity with results is called `{wanted}`.{nearest(wanted, names)}"
    else:
        text = "several activities have results. Name one with --activity:"
        text += "".join(f"\n  {name}" for name in names)
    findings.refuse(Place.line(1), text)
    return None


def _identifier(activity: etree._Element) -> str:
    return " ".join((activity.findtext("iati-identifier") or "without identifier").split())


def _goal(activity: etree._Element, language: str) -> str:
    descriptions = activity.findall("description")
    objectives = [each for each in descriptions if each.get("type") == _OBJECTIVES]
    return narrative((objectives or descriptions or [None])[0], language)


def _matrix(activity: etree._Element) -> etree._Element:
    """Our own element about the matrix as a whole; an empty one in the files of others."""
    found = activity.find(qualified("matrix"))
    return etree.Element(qualified("matrix")) if found is None else found


def _place(activity: etree._Element) -> str:
    place = _matrix(activity).get("place", "")
    return place if _KEY.fullmatch(place) else ""


def _starts(activity: etree._Element, findings: Findings) -> str:
    """The day it began, where that is not after a day by which something is promised."""
    if activity.find(qualified("matrix")) is not None:
        day = _matrix(activity).get("starts", "")
        return day if first_day(day) else ""
    for note in _late_start(activity):
        findings.remark(place_of(activity), note)
    return "" if _late_start(activity) else _began(activity)


def _began(activity: etree._Element) -> str:
    dates = {each.get("type"): each.get("iso-date", "") for each in activity.iter("activity-date")}
    day = (dates.get(_ACTUAL_START) or dates.get(_PLANNED_START) or "")[:10]
    return day if first_day(day) else ""


def _late_start(activity: etree._Element) -> tuple[str, ...]:
    due = [period.get("iso-date", "")[:10] for period in activity.iter("period-end")]
    began = _began(activity)
    if activity.find(qualified("matrix")) is not None or not any(day < began for day in due):
        return ()
    return (f"It began on {began}, after some of its targets fall due: `starts` is left out.",)


def _horizons(activity: etree._Element) -> list[tuple[Level, str]]:
    said = {each.get("level"): each.get("text", "") for each in _matrix(activity)}
    return [(level, said[level]) for level in LEVELS if said.get(level)]


def _target_groups(
    activity: etree._Element, statements: tuple[DraftStatement, ...], findings: Findings
) -> list[tuple[str, str]]:
    """The columns that our own file names, and any that a statement names beside them."""
    named = _matrix(activity).findall(qualified("target-group"))
    groups = {each.get("key", ""): each.get("name", "") for each in named}
    for key in groups:
        if not _KEY.fullmatch(key):
            findings.refuse(place_of(activity), f"`{key}` cannot be the key of a target group.")
    for statement in statements:
        if statement.target_group not in (*groups, ALL_TARGET_GROUPS):
            told = statement.target_group.replace("_", " ").capitalize()
            groups[statement.target_group] = statement.target_group_name or told
    return [(key, name or key) for key, name in groups.items()]
