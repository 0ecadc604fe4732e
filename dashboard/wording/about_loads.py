"""The words of the page of loads and their receipts."""

from dashboard.wording import dates
from dashboard.wording.numbers import counted, number
from ingest.receipt import Receipt, RecordCounts

TITLE = "Loads"
LEAD = "Every file that was taken in, with its receipt: no row is ever unaccounted for."
NONE = "Nothing has been loaded yet."
ALL = "All loads"
LOAD, WHEN, WHO, FILES, STATE = "Load", "When", "By", "Files", "State"
RECORD, ROWS_IN, ADDED, REPLACED, UNCHANGED, REFUSED = (
    "Record",
    "Rows in",
    "Added",
    "Replaced",
    "Unchanged",
    "Refused",
)
TOTAL = "All records"
ACTIVE, UNDONE = "active", "undone"
SIMULATED = "simulated"

WHAT_BECAME = "What became of every row"
FROM_FILES = "The files"
FILE, SIZE, READ_AS, FINGERPRINT = "File", "Size", "Read as", "SHA-256"
REFUSED_WHY = "Refused, and why"
REASON, ROWS, EXAMPLE = "Reason", "Rows", "For example"
NOTES = "Notes"
REFUSED_ROWS = "The refused rows"
PLACE, ROW, FOUND, WHAT_TO_MEND = "Where", "Row", "Found", "What to mend"
DOWNLOAD = "Download the refused rows (CSV)"
MEND = "Mend them in a spreadsheet and load the file again: what is already in stays as it is."
MOST_FILES = 3
NOTHING_REFUSED = "No row was refused."


def title(load: int) -> str:
    return f"Load {load}"


def size(size_bytes: int) -> str:
    """A size in bytes as `12 KB`, `3.4 MB`."""
    if size_bytes < 1_000_000:
        return f"{number(max(1, round(size_bytes / 1000)))} KB"
    return f"{number(size_bytes / 1_000_000)} MB"


def sum_of(counts: RecordCounts) -> str:
    """`1,200 rows in = 900 added + 200 replaced + 90 unchanged + 10 refused`."""
    return (
        f"{counted(counts.rows_in, 'row', 'rows')} in = {number(counts.added)} added + "
        f"{number(counts.replaced)} replaced + {number(counts.unchanged)} unchanged + "
        f"{number(counts.refused)} refused"
    )


def record(name: str) -> str:
    """A table's name in words: `playlist activities`."""
    return name.replace("_", " ")


def undone(moment: str, why: str | None) -> str:
    """`Undone on 13 November 2026, 08:02: the wrong file`."""
    return f"Undone on {moment}: {why}" if why else f"Undone on {moment}."


def files(receipt: Receipt) -> str:
    """The first names, and how many more there are."""
    names = [file.name for file in receipt.files]
    more = len(names) - MOST_FILES
    said = ", ".join(names[:MOST_FILES])
    return f"{said} and {number(more)} more" if more > 0 else said


def loaded(receipt: Receipt) -> str:
    """`Loaded on 1 July 2026, 09:30 by ana; the files speak of the time up to 30 June 2026.`"""
    until = (
        f"; the files tell what happened up to {dates.day(receipt.as_of)}" if receipt.as_of else ""
    )
    by = f" by {receipt.loaded_by}" if receipt.loaded_by else ""
    return f"Loaded on {dates.moment(receipt.loaded_at)}{by}{until}."


def shown(problems: int, refused: int) -> str:
    """A row with two problems is one row and two lines of the table."""
    if problems >= refused:
        return f"Show {counted(refused, 'row', 'rows')}"
    return f"Show the first {number(problems)} of {number(refused)}"
