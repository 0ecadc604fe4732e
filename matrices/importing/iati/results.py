"""The results of an IATI activity -> statements with their indicators."""

from collections.abc import Iterator

from lxml import etree

from matrices.importing.draft import DraftIndicator, DraftStatement, PromiseWords
from matrices.importing.findings import Findings
from matrices.importing.iati import own_marks
from matrices.importing.iati.figures import (
    MEASURES,
    PERCENTAGE,
    QUALITATIVE,
    check_periods,
    measure_of,
    promise_of,
)
from matrices.importing.iati.parts import target_group_of
from matrices.importing.iati.structure import XML_LANG, check_result, place_of
from matrices.importing.keys import key_of
from matrices.importing.numbers import digits_of
from matrices.model import ALL_TARGET_GROUPS, Level

OTHER = "9"
_TYPES: dict[str, Level] = {
    "3": "impact",
    "impact": "impact",
    "2": "short_term_impact",
    "outcome": "short_term_impact",
    "1": "outputs",
    "output": "outputs",
}
"""Result types by code, and by the name that some files write in its place."""
_NO_ROW = "Result type 9 (other) is no row of a matrix; filed under outputs. Is that right?"


def statements_of(activity: etree._Element, findings: Findings) -> Iterator[DraftStatement]:
    """Every result as a statement; results that are built wrongly are noted and left out."""
    language = activity.get(XML_LANG, "")
    for result in activity.findall("result"):
        before = len(findings.problems)
        check_result(result, findings)
        for indicator in result.findall("indicator"):
            check_periods(indicator, findings)
        level = _level(result, findings)
        if level and len(findings.problems) == before:
            yield _statement(result, level, language, findings)


def narrative(element: etree._Element | None, language: str) -> str:
    """The words of a title or description in the file's own language, else the first there are."""
    texts = [] if element is None else [n for n in element.findall("narrative") if n.text]
    own = [n for n in texts if n.get(XML_LANG, language) == language]
    return " ".join((own or texts)[0].text.split()) if texts else ""


def _level(result: etree._Element, findings: Findings) -> Level | None:
    written = result.get("type")
    if written is None:
        return None
    if marked := own_marks.level_of(result):
        return marked
    code = written.strip().casefold()
    if code in (OTHER, "other"):
        findings.remark(place_of(result), _NO_ROW)
        return "outputs"
    if code not in _TYPES:
        right = "Write 1 (output), 2 (outcome) or 3 (impact)."
        findings.refuse(place_of(result), f"`{written}` is not a result type. {right}")
    return _TYPES.get(code)


def _statement(
    result: etree._Element, level: Level, language: str, findings: Findings
) -> DraftStatement:
    text = narrative(result.find("title"), language)
    if not text:
        findings.refuse(place_of(result), "the title of this result says nothing. Write it.")
    group, group_name, key = _column(result, findings)
    return DraftStatement(
        text=text,
        level=level,
        place=place_of(result),
        target_group=group or ALL_TARGET_GROUPS,
        target_group_name=group_name,
        key=key,
        measured=own_marks.measured_of(result, findings),
        reason=own_marks.marked(result, "reason"),
        headline=own_marks.marked(result, "headline") == "yes",
        aligned_to=tuple(own_marks.aligned_to(result)),
        transcription_note=own_marks.marked(result, "transcription-note"),
        indicators=tuple(_indicators(result, language, findings)),
        notes=() if key else tuple(_notes(result, language)),
    )


def _column(result: etree._Element, findings: Findings) -> tuple[str, str, str]:
    """Key and name of the target group, and the statement's key, as far as the file says them."""
    group, key = own_marks.key_parts(result, findings)
    name = "" if key else target_group_of(result)
    return (key_of(name, (), "group") if name else group), name, key


def _notes(result: etree._Element, language: str) -> Iterator[str]:
    if description := narrative(result.find("description"), language):
        yield description
    if result.get("type", "").strip().casefold() in (OTHER, "other"):
        yield _NO_ROW


def _indicators(
    result: etree._Element, language: str, findings: Findings
) -> Iterator[DraftIndicator]:
    for indicator in result.findall("indicator"):
        if own_marks.marked(indicator, "stands-for"):
            continue
        measure = measure_of(indicator)
        promises, notes = _promises(indicator, findings)
        if measure not in MEASURES.values():
            text = f"`{measure}` is not a measure; its numbers are read as whole things."
            findings.remark(place_of(indicator), text)
            notes = (text, *notes)
        yield DraftIndicator(
            title=narrative(indicator.find("title"), language) or "(no title)",
            place=place_of(indicator),
            identifier=own_marks.marked(indicator, "indicator"),
            is_share=None if measure == QUALITATIVE else measure == PERCENTAGE,
            promises=promises,
            notes=notes,
        )


def _promises(
    indicator: etree._Element, findings: Findings
) -> tuple[tuple[PromiseWords, ...], tuple[str, ...]]:
    """Our own words for the promise where the file has them, else what the figures say."""
    ours = tuple(own_marks.promises(indicator, findings))
    said, figures = promise_of(indicator, findings)
    if ours:
        _check_agreement(indicator, ours, said, findings)
        return ours, ()
    return ((said,) if said else ()), tuple(figures.notes)


def _check_agreement(
    indicator: etree._Element,
    ours: tuple[PromiseWords, ...],
    said: PromiseWords | None,
    findings: Findings,
) -> None:
    """A target that somebody changed by hand must not lose against our own words unnoticed."""
    if said is None or any(digits_of(each.target) == digits_of(said.target) for each in ours):
        return
    text = f"the target is `{said.target}`, but our own `promise` says `{ours[-1].target}`."
    advice = "Mend one of them, or remove `promise` to take the target."
    findings.refuse(place_of(indicator), f"{text} {advice}")
