"""Every load with its receipt; the refused rows of one, to look at and to take away."""

import streamlit

from dashboard.markup import Html, element
from dashboard.parts.loads_table import loads_table
from dashboard.parts.receipt_card import receipt_card
from dashboard.parts.refused_rows import as_csv, refused_table
from dashboard.sheet import sheet
from dashboard.wording import about_loads as words
from dashboard.wording import pages
from ingest.loads import LoadEntry
from metrics.results import Results

MOST_SHOWN = 50
ALL_ROWS = 1_000_000


def show(results: Results) -> None:
    """`?load=3` shows one receipt; the number comes from the address, which anyone can type."""
    entries = {str(entry.receipt.load): entry for entry in results.loads()}
    asked = streamlit.query_params.get("load")
    if asked in entries:
        _show_one(results, entries[asked])
    else:
        sheet(_all(list(entries.values()), asked), key="loads")


def _all(entries: list[LoadEntry], asked: str | None) -> Html:
    problem = pages.unknown(words.LOAD.lower(), asked) if asked else None
    return element(
        "div",
        element("h1", words.TITLE),
        element("p", problem, class_="problem") if problem else None,
        element("p", words.LEAD if entries else words.NONE, class_="lead"),
        loads_table(entries) if entries else None,
        class_="receipt",
    )


def _show_one(results: Results, entry: LoadEntry) -> None:
    load, refused = entry.receipt.load, entry.receipt.totals().refused
    streamlit.set_page_config(pages.title(words.title(load)))
    sheet(receipt_card(entry), key="receipt")
    if not refused:
        return
    rows = results.refused(load, MOST_SHOWN)
    sheet(refused_table(rows, refused), key="refused")
    streamlit.download_button(
        words.DOWNLOAD,
        lambda: as_csv(results.refused(load, ALL_ROWS)),
        file_name=f"refused-rows-of-load-{load}.csv",
        mime="text/csv",
        on_click="ignore",
    )
