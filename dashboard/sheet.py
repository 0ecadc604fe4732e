"""A piece of page: HTML of our own, whose links change the page without loading it anew."""

from pathlib import Path

import streamlit
from streamlit.components.v2.types import ComponentRenderer

from dashboard import addresses
from dashboard.markup import Html

SCRIPT = (Path(__file__).parent / "assets" / "sheet.js").read_text("utf-8")
PAGES = "pages"
"""Where `app.py` leaves the pages of this run: path to `streamlit.Page`."""


def sheet(html: Html, key: str) -> None:
    """Show it; `key` is its own on the page. A click on one of our links goes to that page."""
    result = _component()(data={"html": html}, key=key, on_followed_change=_nothing)
    if result.followed:
        follow(str(result.followed))


def follow(address: str) -> None:
    """Go to one of our addresses; any other is ignored, for it came from the browser."""
    found = addresses.parts(address)
    pages = streamlit.session_state.get(PAGES, {})
    if found and found[0] in pages:
        page, parameters = found
        streamlit.switch_page(pages[page], query_params=parameters)


def _component() -> ComponentRenderer:
    """Styles are not isolated, so that one style sheet serves screen and print."""
    return streamlit.components.v2.component("impact_sheet", js=SCRIPT, isolate_styles=False)


def _nothing() -> None:
    """A trigger is only reported where something listens."""
