"""What a load would do, before it is done: by record and city, what is refused, what to know."""

from collections.abc import Iterator, Mapping

from dashboard.markup import Html, element
from dashboard.parts.load_notes import notes, refusals
from dashboard.parts.loads_table import COUNT_COLUMNS
from dashboard.parts.table import Column, Row, table
from dashboard.wording import about_loads
from dashboard.wording import about_taking_in as words
from dashboard.wording.data_words import record
from dashboard.wording.numbers import number
from ingest.loading.rehearsal import CityChanges, Rehearsal
from ingest.receipt import Receipt

COLUMNS = (Column(about_loads.RECORD), Column(words.CITY), *COUNT_COLUMNS[1:])


def preview_card(rehearsal: Rehearsal, places: Mapping[str, str]) -> Html:
    """`places` are the names of the cities."""
    receipt = rehearsal.receipt
    return element(
        "div",
        _changes(rehearsal, places),
        refusals(receipt),
        notes(receipt),
        class_="receipt preview",
    )


def _changes(rehearsal: Rehearsal, places: Mapping[str, str]) -> Html:
    receipt = rehearsal.receipt
    totals = receipt.totals()
    sums = [number(n) for n in (totals.added, totals.replaced, totals.unchanged, totals.refused)]
    rows = [*_rows(rehearsal, places), Row([about_loads.TOTAL, None, *sums], "total")]
    reach, effect = words.reach(receipt), _effect(receipt)
    return element(
        "section",
        element("h2", words.PREVIEW),
        element("p", about_loads.sum_of(totals), class_="sum"),
        element("p", reach) if reach else None,
        element("p", effect, class_="said") if effect else None,
        table(words.BY_RECORD, COLUMNS, rows, cards=True),
        class_="counts",
    )


def _effect(receipt: Receipt) -> str | None:
    totals = receipt.totals()
    if not totals.taken:
        return words.NOTHING_TAKEN
    return None if totals.added or totals.replaced else words.NOTHING_CHANGES


def _rows(rehearsal: Rehearsal, places: Mapping[str, str]) -> Iterator[Row]:
    """The cities of a record, then its refused rows, which have no city."""
    for counts in rehearsal.receipt.counts:
        for changes in rehearsal.changes:
            if changes.record == counts.record:
                yield _city(changes, places)
        if counts.refused:
            name = record(counts.record)
            cells = [name, words.REFUSED_ROWS, None, None, None, number(counts.refused)]
            yield Row(cells, "refused-row")


def _city(changes: CityChanges, places: Mapping[str, str]) -> Row:
    city = places.get(changes.city, changes.city) if changes.city else words.NO_CITY
    values = [number(n) for n in (changes.added, changes.replaced, changes.unchanged)]
    return Row([record(changes.record), city, *values, None])
