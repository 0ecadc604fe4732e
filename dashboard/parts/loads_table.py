"""All loads, newest first, each with what became of its rows."""

from dashboard import addresses
from dashboard.markup import Html, element
from dashboard.parts.table import Column, Row, table
from dashboard.wording import about_loads as words
from dashboard.wording import dates
from dashboard.wording.numbers import number
from ingest.loads import LoadEntry
from ingest.receipt import RecordCounts

COUNT_NAMES = (words.ROWS_IN, words.ADDED, words.REPLACED, words.UNCHANGED, words.REFUSED)
COUNT_COLUMNS = tuple(Column(name, is_count=True) for name in COUNT_NAMES)
COLUMNS = (
    Column(words.LOAD),
    Column(words.STATE),
    Column(words.WHEN),
    Column(words.WHO),
    Column(words.FILES),
    *COUNT_COLUMNS,
)


def loads_table(entries: list[LoadEntry]) -> Html:
    return table(words.ALL, COLUMNS, (_row(entry) for entry in entries), cards=True)


def state(entry: LoadEntry) -> Html:
    """Active or undone, in a word and a shape."""
    sign, word, tone = ("●", words.ACTIVE, "good")
    if not entry.is_active:
        sign, word, tone = ("○", words.UNDONE, "quiet")
    simulated = f", {words.SIMULATED}" if entry.receipt.is_simulated else ""
    mark = element("span", sign, aria_hidden="true")
    return element("span", mark, f" {word}{simulated}", class_=f"status {tone}")


def count_cells(counts: RecordCounts) -> list[str]:
    """Rows in, and the four ways in which a row can end; they add up."""
    values = (counts.rows_in, counts.added, counts.replaced, counts.unchanged, counts.refused)
    return [number(value) for value in values]


def _row(entry: LoadEntry) -> Row:
    receipt = entry.receipt
    cells = [
        element("a", words.title(receipt.load), href=addresses.loads(receipt.load)),
        state(entry),
        dates.moment(receipt.loaded_at),
        receipt.loaded_by,
        words.files(receipt),
        *count_cells(receipt.totals()),
    ]
    return Row(cells, None if entry.is_active else "undone")
