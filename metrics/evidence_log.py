"""The entries of the evidence log, by the statements that they serve."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from metrics.standing import EvidenceEntry

SERVING = """
    SELECT unnest(statements), kind, held_on, title, participants, url, load, file, row
    FROM evidence ORDER BY held_on DESC, evidence_id
"""


def by_statement(rows: Iterable[tuple[Any, ...]]) -> dict[str, tuple[EvidenceEntry, ...]]:
    """Statement identifier to its entries, newest first; `rows` are those of `SERVING`."""
    found: dict[str, list[EvidenceEntry]] = defaultdict(list)
    for statement, *entry in rows:
        found[statement].append(EvidenceEntry(*entry))
    return {statement: tuple(entries) for statement, entries in found.items()}
