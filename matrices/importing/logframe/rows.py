"""The rows of a logframe -> statements with their indicators, from the top of the chain down."""

import re
from dataclasses import dataclass, field, replace

from matrices.importing.draft import DraftIndicator, DraftStatement
from matrices.importing.findings import Findings
from matrices.importing.keys import key_of
from matrices.importing.logframe.levels import level_of, split_label
from matrices.importing.logframe.promises import promised_in
from matrices.importing.logframe.table import Row, Table
from matrices.model import ALL_TARGET_GROUPS, LEVELS, Level

_REFERENCE = re.compile(
    r"(?:(?P<city>[a-z][a-z0-9_]*)\.)?(?P<group>[a-z][a-z0-9_]*)\."
    rf"(?P<level>{'|'.join(LEVELS)})\.(?P<key>[a-z][a-z0-9_]*)(?:\s*[|/]\s*(?P<indicator>\w+))?"
)


@dataclass
class Chain:
    """What has been read, and where the next row goes on."""

    statements: list[DraftStatement] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    """Key to name."""
    level: Level | None = None
    column_name: str = ""
    """The name of the target group, as the column says it."""


def chain_of(table: Table, findings: Findings) -> Chain:
    """Every row, with every problem noted at its cell."""
    chain = Chain()
    for row in table.rows():
        _take(row, chain, findings)
    return chain


def _take(row: Row, chain: Chain, findings: Findings) -> None:
    labelled, text = split_label(row.text("result") or row.text("level"))
    level = level_of(row.text("level")) or labelled
    is_new_level = row.begins("level") and bool(level)
    chain.level = level or chain.level
    text = text if row.text("result") or labelled else ""
    if text and (row.begins("result") or (is_new_level and labelled) or not chain.statements):
        _begin(row, text, chain, findings)
    elif row.text("indicator") and not chain.statements:
        right = "Write the result in its row, or in a row above it."
        findings.refuse(row.place("indicator"), f"an indicator stands here without result. {right}")
    reference = _REFERENCE.fullmatch(row.text("reference"))
    stands_for_none = bool(reference) and not reference["indicator"]
    if chain.statements and row.text("indicator") and not stands_for_none:
        last = chain.statements[-1]
        indicator = _indicator(row, findings)
        chain.statements[-1] = replace(last, indicators=(*last.indicators, indicator))


def _begin(row: Row, text: str, chain: Chain, findings: Findings) -> None:
    """A new statement; one like the last goes on with it, as when a sheet fills every row."""
    reference = _REFERENCE.fullmatch(row.text("reference"))
    level = chain.level
    if level is None:
        right = "Write impact, outcome, output, activity or input."
        column = "level" if row.text("level") else "result"
        findings.refuse(row.place(column), f"`{row.text(column)[:60]}` names no level. {right}")
        return
    group = _group(row, chain, reference["group"] if reference else "")
    key = reference["key"] if reference else ""
    last = chain.statements[-1] if chain.statements else None
    is_same = last and (last.text, last.level, last.target_group) == (text, level, group)
    if is_same and key in ("", last.key):
        return
    statement = DraftStatement(text, level, row.place("result"), group, key=key)
    chain.statements.append(statement)


def _group(row: Row, chain: Chain, key: str) -> str:
    """The key of the row's target group; all of them where it names none."""
    name = row.text("target_group")
    if not name or key == ALL_TARGET_GROUPS:
        return ALL_TARGET_GROUPS
    known = next((each for each, called in chain.groups.items() if called == name), None)
    if known is None:
        known = key or key_of(name, chain.groups, "group")
        chain.groups[known] = name
    return known


def _indicator(row: Row, findings: Findings) -> DraftIndicator:
    reference = _REFERENCE.fullmatch(row.text("reference"))
    found = promised_in(row, findings)
    return DraftIndicator(
        title=row.text("indicator"),
        place=row.place("indicator"),
        identifier=(reference["indicator"] or "") if reference else "",
        is_share=found.is_share,
        promises=(found.promise,) if found.promise else (),
        notes=tuple(found.notes),
    )
