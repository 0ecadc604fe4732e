"""Undoing a load, on the page of its receipt: what would change, why, and then only then."""

import streamlit

from dashboard.language import say
from dashboard.markup import element
from dashboard.parts.undo_card import undo_card
from dashboard.sheet import sheet
from dashboard.taking import PROBLEMS
from dashboard.watching import watch
from dashboard.wording import about_taking_in as words
from dashboard.work import Work
from ingest.loading.undoing import effects_of_undo
from ingest.loads import LoadEntry, undo
from matrices.home import Home
from metrics.catalogue import load_catalogue
from metrics.publish import publisher
from metrics.results import Results


def show_undo(results: Results, entry: LoadEntry) -> None:
    """Nothing for a load that is undone already."""
    load = entry.receipt.load
    asked, work = f"undo {load}", streamlit.session_state.get(f"undoing {load}")
    if work and not work.is_done:
        watch(work, words.UNDOING)
    elif entry.is_active and streamlit.session_state.get(asked):
        _confirm(results, load, work)
    elif entry.is_active:
        streamlit.button(say(words.UNDO), on_click=_ask, args=(load, True), key="undo")


def _ask(load: int, asked: bool) -> None:
    streamlit.session_state[f"undo {load}"] = asked
    streamlit.session_state.pop(f"undoing {load}", None)


def _confirm(results: Results, load: int, before: Work[LoadEntry] | None) -> None:
    sheet(undo_card(effects_of_undo(results.home, load)), key="undo card")
    why = streamlit.text_input(
        say(words.WHY), help=say(words.WHY_HELP), key=f"why {load}", max_chars=200
    )
    problem = _problem(before)
    if problem:
        sheet(element("p", problem, class_="problem"), key="undo problem")
    with streamlit.container(horizontal=True, key="decide"):
        is_meant = streamlit.button(words.undo(load), type="primary", key="undo now")
        streamlit.button(say(words.KEEP), on_click=_ask, args=(load, False), key="keep")
    if is_meant and not why.strip():
        sheet(element("p", words.WHY_MISSING, class_="problem"), key="why missing")
    elif is_meant:
        _begin(results.home, load, why.strip())
        streamlit.rerun()


def _begin(home: Home, load: int, why: str) -> None:
    """A second click finds it under way, for the page no longer asks."""

    by = say(words.BY_DEFAULT)

    def undone(told: object) -> LoadEntry:
        return undo(home, load, publisher(load_catalogue(home)), why, by)

    streamlit.session_state[f"undoing {load}"] = Work(undone)


def _problem(work: Work[LoadEntry] | None) -> str | None:
    """Why an undoing that was tried did not come about."""
    try:
        if work:
            work.result()
    except PROBLEMS as problem:
        return str(problem)
    return None
