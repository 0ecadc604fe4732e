"""A piece of page: HTML of our own, whose links change the page without loading it anew."""

from pathlib import Path

import streamlit

from dashboard.language import current
from dashboard.markup import Html

SCRIPT = (Path(__file__).parent / "assets" / "sheet.js").read_text("utf-8")


def sheet(html: Html, key: str) -> None:
    """Show it; `key` is its own on the page.

    A component rather than `streamlit.html`, which takes out every drawing (SVG). Its styles are
    not isolated, so that one style sheet serves screen and print.
    """
    show = streamlit.components.v2.component("impact_sheet", js=SCRIPT, isolate_styles=False)
    show(data={"html": html, "lang": current()}, key=key)
