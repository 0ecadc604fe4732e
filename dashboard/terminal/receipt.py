"""Receipts and the list of loads as text."""

from collections.abc import Iterator, Sequence

from dashboard.wording import dates
from ingest.loads import LoadEntry
from ingest.receipt import Receipt, RecordCounts

COLUMNS = ("rows in", "added", "replaced", "unchanged", "refused")
NAME_WIDTH = 20


def receipt_lines(receipt: Receipt, is_preview: bool = False) -> list[str]:
    """What a load brought and what became of every row."""
    return [*_head(receipt, is_preview), *_counts(receipt), *_refused(receipt), *_notes(receipt)]


def ledger_lines(entries: Sequence[LoadEntry]) -> list[str]:
    """One line a load, in the order given; says so where there is none."""
    return [_entry(entry) for entry in entries] or ["Nothing has been loaded yet."]


def _head(receipt: Receipt, is_preview: bool) -> Iterator[str]:
    if is_preview:
        yield "DRY RUN: nothing was written. This is what the load would do."
    else:
        yield f"Load {receipt.load} by {receipt.loaded_by}, {dates.moment(receipt.loaded_at)} UTC"
    if receipt.is_simulated:
        yield "SIMULATED DATA: the files say that they are made up for demonstration."
    if receipt.as_of:
        yield f"The files speak of what happened up to {dates.day(receipt.as_of)}."
    for file in receipt.files:
        yield f"  {file.name} ({file.size_bytes:,} bytes, read as {file.mapping}, {file.encoding})"


def _counts(receipt: Receipt) -> Iterator[str]:
    yield ""
    yield f"  {'':<{NAME_WIDTH}}" + "".join(f"{column:>11}" for column in COLUMNS)
    for counts in receipt.counts:
        yield _count_line(counts)
    if len(receipt.counts) > 1:
        yield _count_line(receipt.totals())


def _count_line(counts: RecordCounts) -> str:
    values = (
        counts.rows_in,
        counts.added,
        counts.replaced,
        counts.unchanged,
        counts.refused,
    )
    return f"  {counts.record:<{NAME_WIDTH}}" + "".join(f"{value:>11,}" for value in values)


def _refused(receipt: Receipt) -> Iterator[str]:
    if receipt.refused:
        yield from ("", "Refused, and why:")
    for reason in receipt.refused:
        yield f"  {reason.record}: {reason.title}, {reason.rows:,} rows ({reason.code})"
        yield f"      {reason.example}"


def _notes(receipt: Receipt) -> Iterator[str]:
    if receipt.notes:
        yield from ("", "To know:")
    for note in receipt.notes:
        yield f"  {note.file}: {note.text}"


def _entry(entry: LoadEntry) -> str:
    receipt, totals = entry.receipt, entry.receipt.totals()
    files = ", ".join(file.name for file in receipt.files)
    state = "active" if entry.is_active else "undone"
    why = f" ({entry.undone_why})" if entry.undone_why else ""
    return (
        f"{receipt.load:>4}  {receipt.loaded_at:%Y-%m-%d %H:%M}  {state}{why}  "
        f"{totals.rows_in:,} rows in, {totals.refused:,} refused  {files}"
    )
