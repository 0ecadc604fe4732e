"""The dashboard: opens what is published, declares the pages, and shows the one asked for."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import streamlit

from dashboard import addresses
from dashboard.design import ASSETS, style_sheet
from dashboard.page_frame import show_foot, show_top
from dashboard.views import (
    broken,
    city,
    compare,
    edit,
    evidence,
    loads,
    meeting,
    network,
    quality,
    query,
    report,
    statement,
    take_in,
)
from dashboard.visitor import Choice, chosen, spoken_to
from dashboard.wording import (
    about_comparing,
    about_editing,
    about_query,
    about_report,
    about_review,
    pages,
)
from ingest.ledger import LoadProblem, read_ledger
from matrices.declarations import DeclarationProblems
from matrices.home import Home
from metrics.results import Results, open_results

View = Callable[[Results], None]

VIEWS: dict[str, tuple[str, View]] = {
    addresses.NETWORK: (pages.NETWORK, network.show),
    addresses.CITY: (pages.CITIES, city.show),
    addresses.STATEMENT: (pages.STATEMENT, statement.show),
    addresses.LOADS: (pages.LOADS, loads.show),
    addresses.QUALITY: (pages.QUALITY, quality.show),
    addresses.TAKE_IN: (pages.TAKE_IN, take_in.show),
    addresses.EVIDENCE: (pages.EVIDENCE, evidence.show),
    addresses.MEETING: (about_review.MEETING, meeting.show),
    addresses.COMPARE: (about_comparing.TITLE, compare.show),
    addresses.EDIT: (about_editing.TITLE, edit.show),
    addresses.QUERY: (about_query.TITLE, query.show),
    addresses.REPORT: (about_report.TITLE, report.show),
}


def main() -> None:
    """One look: a load from the command line shows on the next, for the ledger is read anew."""
    streamlit.set_page_config(page_icon=str(ASSETS / "icon.svg"), layout="wide")
    streamlit.html(f"<style>{style_sheet()}</style>")
    choice = chosen(streamlit.query_params.get(addresses.LANGUAGE), streamlit.context.locale)
    with spoken_to(choice):
        _look(choice)


def _look(choice: Choice) -> None:
    home = Home.at()
    try:
        snapshot = read_ledger(home).snapshot
        results = results_of(str(home.path), snapshot, date.today(), choice.spoken)
    except (DeclarationProblems, LoadProblem) as problems:
        broken.show(problems)
        return
    navigate(results, choice)


@streamlit.cache_resource(max_entries=6, show_spinner=False)
def results_of(home: str, snapshot: int, today: date, language: str) -> Results:
    """Kept as long as the snapshot and the day are the same; `snapshot` is only part of the key."""
    return open_results(Home(Path(home)), today, language)


def navigate(results: Results, choice: Choice) -> None:
    """Every page has its path; the bar on top takes the place of Streamlit's own menu."""
    declared = [_page(path, results, choice) for path in VIEWS]
    streamlit.navigation(declared, position="hidden").run()


def _page(path: str, results: Results, choice: Choice) -> streamlit.Page:
    title, view = VIEWS[path]
    return streamlit.Page(
        partial(_show, path, view, results, choice),
        title=pages.title(title),
        url_path=path,
        default=path == addresses.NETWORK,
    )


def _show(path: str, view: View, results: Results, choice: Choice) -> None:
    show_top(results, path, choice)
    view(results)
    show_foot(results)


main()
