"""Every load with its receipt; the refused rows of one, to look at and to take away."""

import streamlit

from dashboard import addresses
from dashboard.city_choice import every_city
from dashboard.keeping import kept
from dashboard.language import current, say
from dashboard.markup import Html, each, element
from dashboard.parts.deliveries_board import deliveries_board
from dashboard.parts.loads_table import loads_table
from dashboard.parts.receipt_card import receipt_card
from dashboard.parts.refused_rows import as_csv, refused_table, refused_workbook
from dashboard.permission import may_write
from dashboard.sheet import sheet
from dashboard.views.undo import show_undo
from dashboard.wording import about_loads as words
from dashboard.wording import about_taking_in, pages
from ingest.loads import LoadEntry
from ingest.receipt import Receipt
from metrics.results import Results

MOST_SHOWN = 50
ALL_ROWS = 1_000_000


def show(results: Results) -> None:
    """`?load=3` shows one receipt; the number comes from the address, which anyone can type."""
    entries = _entries(results)
    asked = streamlit.query_params.get("load")
    if asked in entries:
        _show_one(results, entries[asked])
    else:
        sheet(_all(results, asked), key="loads")


@kept
def _entries(results: Results) -> dict[str, LoadEntry]:
    """By number, as the address writes it."""
    return {str(entry.receipt.load): entry for entry in results.loads()}


@kept
def _all(results: Results, asked: str | None) -> Html:
    entries = list(_entries(results).values())
    problem = pages.unknown(pages.NO_LOAD, asked) if asked else None
    return element(
        "div",
        element("h1", words.TITLE),
        element("p", problem, class_="problem") if problem else None,
        element("p", words.LEAD if entries else words.NONE, class_="lead"),
        _actions() if may_write() else None,
        _deliveries(results) if entries else None,
        _list(entries) if entries else None,
        class_="receipt",
    )


def _actions() -> Html:
    links = (
        (about_taking_in.TITLE, addresses.take_in()),
        (about_taking_in.EVIDENCE_TITLE, addresses.evidence()),
    )
    return element("p", each(element("a", name, href=to) for name, to in links), class_="actions")


def _deliveries(results: Results) -> Html:
    places = every_city(results)
    return deliveries_board(results.deliveries(), places)


def _list(entries: list[LoadEntry]) -> Html:
    return element("section", element("h2", words.ALL), loads_table(entries))


def _show_one(results: Results, entry: LoadEntry) -> None:
    streamlit.set_page_config(pages.title(words.title(entry.receipt.load)))
    sheet(receipt_card(entry), key="receipt")
    if entry.receipt.totals().refused:
        _show_refused(results, entry.receipt)
    if may_write():
        show_undo(results, entry)


def _show_refused(results: Results, receipt: Receipt) -> None:
    load = receipt.load
    rows, language = results.refused(load, MOST_SHOWN), current()
    sheet(refused_table(rows, receipt.totals().refused), key="refused")
    with streamlit.container(horizontal=True, key="downloads"):
        streamlit.download_button(
            say(about_taking_in.DOWNLOAD_XLSX),
            lambda: refused_workbook(
                results.refused(load, ALL_ROWS), receipt.is_simulated, language
            ),
            file_name=f"refused-rows-of-load-{load}.xlsx",
            on_click="ignore",
        )
        streamlit.download_button(
            say(words.DOWNLOAD),
            lambda: as_csv(results.refused(load, ALL_ROWS)),
            file_name=f"refused-rows-of-load-{load}.csv",
            mime="text/csv",
            on_click="ignore",
        )
