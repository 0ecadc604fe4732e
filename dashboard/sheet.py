"""A piece of page: HTML of our own, whose links change the page without loading it anew."""

from collections.abc import Mapping
from pathlib import Path

import streamlit

from dashboard.language import current
from dashboard.markup import Html

ASSETS = Path(__file__).parent / "assets"
SCRIPT = "".join((ASSETS / name).read_text("utf-8") for name in ("words.js", "sheet.js"))


def sheet(html: Html, key: str, words: Mapping[str, str] | None = None) -> None:
    """Show it; `key` is its own on the page. One sheet a page says Streamlit's own `words` in the
    language of the page.

    A component rather than `streamlit.html`, which takes out every drawing (SVG). Its styles are
    not isolated, so that one style sheet serves screen and print.
    """
    show = streamlit.components.v2.component("impact_sheet", js=SCRIPT, isolate_styles=False)
    show(data={"html": html, "lang": current(), "words": words}, key=key)
