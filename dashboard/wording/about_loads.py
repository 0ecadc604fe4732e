"""The words of the page of loads and their receipts."""

from collections.abc import Sequence

from dashboard.language import mark, say, say_n
from dashboard.wording import dates
from dashboard.wording.numbers import counted, number
from ingest.receipt import Receipt, RecordCounts

TITLE = mark("Loads")
LEAD = mark("Every file that was taken in, with its receipt: no row is ever unaccounted for.")
NONE = mark("Nothing has been loaded yet.")
ALL = mark("All loads")
LOAD, WHEN, WHO, FILES, STATE = mark("Load"), mark("When"), mark("By"), mark("Files"), mark("State")
RECORD, ROWS_IN, ADDED, REPLACED, UNCHANGED, REFUSED = (
    mark("Record"),
    mark("Rows in"),
    mark("Added"),
    mark("Replaced"),
    mark("Unchanged"),
    mark("Refused"),
)
TOTAL = mark("All records")
ACTIVE, UNDONE = mark("active"), mark("undone")
SIMULATED = mark("simulated")
SIMULATED_FIGURES = mark("SIMULATED DATA: these figures are made up for demonstration.")

WHAT_BECAME = mark("What became of every row")
FROM_FILES = mark("The files")
FILE, SIZE, READ_AS, FINGERPRINT = mark("File"), mark("Size"), mark("Read as"), mark("SHA-256")
REFUSED_WHY = mark("Refused, and why")
REASON, ROWS, EXAMPLE = mark("Reason"), mark("Rows"), mark("For example")
NOTES = mark("Notes")
REFUSED_ROWS = mark("The refused rows")
PLACE, ROW, FOUND, WHAT_TO_MEND = mark("Where"), mark("Row"), mark("Found"), mark("What to mend")
DOWNLOAD = mark("Download the refused rows (CSV)")
MEND = mark(
    "Mend them in a spreadsheet and load the file again: what is already in stays as it is."
)
MOST_FILES = 3
NOTHING_REFUSED = mark("No row was refused.")

LATELY = mark("What was loaded lately")
ALL_LOADS = mark("All loads with their receipts")
MOST_CITIES = 4


def title(load: int) -> str:
    return say("Load {number}", number=load)


def size(size_bytes: int) -> str:
    """A size in bytes as `12 KB`, `3.4 MB`."""
    if size_bytes < 1_000_000:
        return f"{number(max(1, round(size_bytes / 1000)))} KB"
    return f"{number(size_bytes / 1_000_000)} MB"


def sum_of(counts: RecordCounts) -> str:
    """`1,200 rows in = 900 added + 200 replaced + 90 unchanged + 10 refused`."""
    return say(
        "{rows} in = {added} added + {replaced} replaced + {unchanged} unchanged + {refused} refused",
        rows=counted(counts.rows_in, "row", "rows"),
        added=number(counts.added),
        replaced=number(counts.replaced),
        unchanged=number(counts.unchanged),
        refused=number(counts.refused),
    )


def undone(moment: str, why: str | None) -> str:
    """`Undone on 13 November 2026, 08:02: the wrong file`."""
    if why:
        return say("Undone on {moment}: {why}", moment=moment, why=why)
    return say("Undone on {moment}.", moment=moment)


def files(receipt: Receipt) -> str:
    """The first names, and how many more there are."""
    return some([file.name for file in receipt.files], MOST_FILES)


def some(names: Sequence[str], most: int) -> str:
    """`a.csv, b.csv and 4 more`."""
    more = len(names) - most
    said = ", ".join(names[:most])
    return say("{names} and {number} more", names=said, number=number(more)) if more > 0 else said


def loaded(receipt: Receipt) -> str:
    """`Loaded on 1 July 2026, 09:30 by ana; the files speak of the time up to 30 June 2026.`"""
    moment, by = dates.moment(receipt.loaded_at), receipt.loaded_by
    told = (
        say("Loaded on {moment} by {name}", moment=moment, name=by)
        if by
        else say("Loaded on {moment}", moment=moment)
    )
    if receipt.as_of is None:
        return f"{told}."
    until = say("the files tell what happened up to {day}", day=dates.day(receipt.as_of))
    return f"{told}; {until}."


def shown(problems: int, refused: int) -> str:
    """A row with two problems is one row and two lines of the table."""
    if problems >= refused:
        return say("Show {rows}", rows=counted(refused, "row", "rows"))
    return say("Show the first {shown} of {all}", shown=number(problems), all=number(refused))


def row_at(place: str, row: int) -> str:
    """`activities.csv, row 1,204`."""
    return say("{place}, row {row}", place=place, row=number(row))


def rows_of(rows: int, cities: Sequence[str]) -> str:
    """`12,400 rows of Breda, Turin and 3 more`."""
    counted_rows = say_n("{count} row", "{count} rows", rows)
    if not cities:
        return counted_rows
    return say("{rows}: {cities}", rows=counted_rows, cities=some(cities, MOST_CITIES))
