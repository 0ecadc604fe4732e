"""One load's receipt: files, what became of every row, refusals by reason, notes."""

from dashboard import addresses
from dashboard.markup import Html, element
from dashboard.parts.load_notes import notes, refusals
from dashboard.parts.loads_table import COUNT_COLUMNS, count_cells, state
from dashboard.parts.table import Column, Row, table
from dashboard.wording import about_loads as words
from dashboard.wording import dates
from dashboard.wording.data_words import record
from ingest.loads import LoadEntry
from ingest.receipt import Receipt, RecordCounts

FILE_COLUMNS = tuple(
    Column(name) for name in (words.FILE, words.SIZE, words.READ_AS, words.FINGERPRINT)
)


def receipt_card(entry: LoadEntry) -> Html:
    receipt = entry.receipt
    back = element("li", element("a", words.ALL, href=addresses.loads()))
    return element(
        "div",
        element("nav", element("ol", back), class_="breadcrumb", aria_label=words.ALL),
        element("h1", words.title(receipt.load)),
        element("p", state(entry), class_="standing large"),
        element("p", words.loaded(receipt), class_="lead"),
        _undone(entry),
        _counts(receipt),
        refusals(receipt),
        notes(receipt),
        _files(receipt),
        class_="receipt",
    )


def _undone(entry: LoadEntry) -> Html | None:
    if entry.is_active or entry.undone_at is None:
        return None
    return element("p", words.undone(dates.moment(entry.undone_at), entry.undone_why))


def _counts(receipt: Receipt) -> Html:
    rows = [_record(counts.record, counts) for counts in receipt.counts]
    total = Row([words.TOTAL, *count_cells(receipt.totals())], "total")
    columns = (Column(words.RECORD), *COUNT_COLUMNS)
    body = table(words.WHAT_BECAME, columns, [*rows, total], cards=True)
    said = element("p", words.sum_of(receipt.totals()), class_="sum")
    title = element("h2", words.WHAT_BECAME)
    return element("section", title, said, body, class_="counts")


def _record(name: str, counts: RecordCounts) -> Row:
    return Row([record(name), *count_cells(counts)])


def _files(receipt: Receipt) -> Html:
    rows = (
        Row(
            [
                file.name,
                words.size(file.size_bytes),
                element("span", f"{file.mapping}, {file.encoding}", translate="no"),
                element("code", file.sha256[:16], title=file.sha256),
            ]
        )
        for file in receipt.files
    )
    body = table(words.FROM_FILES, FILE_COLUMNS, rows, cards=True)
    return element("section", element("h2", words.FROM_FILES), body)
