"""Statements that come twice: a row was copied, or a result pasted, with the name it had."""

from collections.abc import Iterable

from matrices.importing.draft import DraftStatement
from matrices.importing.findings import Findings


def refuse_repeats(statements: Iterable[DraftStatement], findings: Findings) -> None:
    """Notes every statement whose key stands in the same cell of the matrix already."""
    first: dict[tuple[str, str, str], DraftStatement] = {}
    for statement in statements:
        at = (statement.target_group, statement.level, statement.key)
        if statement.key and at in first:
            where = first[at].place.words
            text = f"`{'.'.join(at)}` stands at {where} already. Give one of them another key."
            findings.refuse(statement.place, text)
        first.setdefault(at, statement)
