"""Shows what stands around every page, above and below it."""

import streamlit

from dashboard.markup import together
from dashboard.parts.frame import banner, bar, foot
from dashboard.parts.language_choice import language_choice, missing_language
from dashboard.sheet import sheet
from dashboard.visitor import Choice
from dashboard.wording import pages
from dashboard.wording.streamlit_words import streamlit_words
from metrics.results import Results


def show_top(results: Results, page: str, choice: Choice) -> None:
    """The bar with the pages, and the banner where data are simulated."""
    languages = language_choice(page, streamlit.query_params.to_dict())
    head = bar(page, languages, pages.snapshot(results.publication))
    top = together(head, missing_language(choice), banner(results))
    sheet(top, key="top", words=streamlit_words())


def show_foot(results: Results) -> None:
    sheet(foot(results.publication), key="foot")
