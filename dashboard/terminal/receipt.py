"""Receipts and the list of loads as text."""

from collections.abc import Iterator, Sequence

from dashboard.language import mark, say
from dashboard.retelling import retell
from dashboard.wording import about_loads, dates
from dashboard.wording.numbers import counted, number
from ingest.loads import LoadEntry
from ingest.receipt import Receipt, RecordCounts

COLUMNS = (mark("rows in"), mark("added"), mark("replaced"), mark("unchanged"), mark("refused"))
NAME_WIDTH = 20


def receipt_lines(receipt: Receipt, is_preview: bool = False) -> list[str]:
    """What a load brought and what became of every row."""
    return [*_head(receipt, is_preview), *_counts(receipt), *_refused(receipt), *_notes(receipt)]


def ledger_lines(entries: Sequence[LoadEntry]) -> list[str]:
    """One line a load, in the order given; says so where there is none."""
    return [_entry(entry) for entry in entries] or [say(about_loads.NONE)]


def _head(receipt: Receipt, is_preview: bool) -> Iterator[str]:
    if is_preview:
        yield say("DRY RUN: nothing was written. This is what the load would do.")
    else:
        yield say(
            "Load {number} by {name}, {moment} UTC",
            number=receipt.load,
            name=receipt.loaded_by,
            moment=dates.moment(receipt.loaded_at),
        )
    if receipt.is_simulated:
        yield say("SIMULATED DATA: the files say that they are made up for demonstration.")
    if receipt.as_of:
        yield say("The files speak of what happened up to {day}.", day=dates.day(receipt.as_of))
    for file in receipt.files:
        told = say(
            "{file} ({bytes} bytes, read as {mapping}, {encoding})",
            file=file.name,
            bytes=number(file.size_bytes),
            mapping=file.mapping,
            encoding=file.encoding,
        )
        yield f"  {told}"


def _counts(receipt: Receipt) -> Iterator[str]:
    yield ""
    yield f"  {'':<{NAME_WIDTH}}" + "".join(f"{column:>11}" for column in map(say, COLUMNS))
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
    return f"  {counts.record:<{NAME_WIDTH}}" + "".join(f"{number(value):>11}" for value in values)


def _refused(receipt: Receipt) -> Iterator[str]:
    if receipt.refused:
        yield from ("", f"{about_loads.REFUSED_WHY}:")
    for reason in receipt.refused:
        rows = counted(reason.rows, "row", "rows")
        yield f"  {reason.record}: {retell(reason.title)}, {rows} ({reason.code})"
        yield f"      {retell(reason.example)}"


def _notes(receipt: Receipt) -> Iterator[str]:
    if receipt.notes:
        yield from ("", say("To know:"))
    for note in receipt.notes:
        yield f"  {note.file}: {retell(note.text)}"


def _entry(entry: LoadEntry) -> str:
    receipt, totals = entry.receipt, entry.receipt.totals()
    files = ", ".join(file.name for file in receipt.files)
    state = say(about_loads.ACTIVE if entry.is_active else about_loads.UNDONE)
    why = f" ({entry.undone_why})" if entry.undone_why else ""
    told = say(
        "{rows} in, {refused} refused",
        rows=counted(totals.rows_in, "row", "rows"),
        refused=number(totals.refused),
    )
    return f"{receipt.load:>4}  {receipt.loaded_at:%Y-%m-%d %H:%M}  {state}{why}  {told}  {files}"
