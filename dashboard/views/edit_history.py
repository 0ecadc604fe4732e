"""The earlier versions of a matrix: what each changed, and putting one back."""

import streamlit

from dashboard.editing import Editing
from dashboard.language import say
from dashboard.markup import element
from dashboard.parts.matrix_changes import file_lines
from dashboard.parts.table import Column, Row, table
from dashboard.sheet import sheet
from dashboard.wording import about_editing as words
from matrices.editing.history import Saved, history, text_of
from metrics.results import Results


def show_history(results: Results, editing: Editing) -> None:
    saved = history(results.home, editing.city)
    title = element("h2", say(words.HISTORY))
    if not saved:
        none = element("p", say(words.NO_HISTORY), class_="aside")
        sheet(element("section", title, none), key="history")
        return
    sheet(element("section", title, _table(results, editing, saved)), key="history")
    _putting_back(results, editing, saved)


def _table(results: Results, editing: Editing, saved: list[Saved]):
    """Each version with what it changed against the one before."""
    columns = [*(Column(say(name)) for name in words.HISTORY_COLUMNS), Column("")]
    rows = [_row(results, editing, each) for each in saved]
    return table(say(words.HISTORY), columns, rows, cards=True)


def _row(results: Results, editing: Editing, saved: Saved) -> Row:
    changed = None
    if saved.version:
        before = text_of(results.home, editing.city, saved.version - 1)
        changed = file_lines(before, text_of(results.home, editing.city, saved.version))
    note = words.version_note(saved)
    return Row([str(saved.version), words.when(saved), note, changed])


def _putting_back(results: Results, editing: Editing, saved: list[Saved]) -> None:
    """The newest is in force already."""
    earlier = {each.version: each for each in saved[1:]}
    if not earlier:
        return
    with streamlit.container(horizontal=True, vertical_alignment="bottom", key="put back"):
        version = streamlit.selectbox(
            say(words.HISTORY_COLUMNS[0]), list(earlier), key="version to put back", width=160
        )
        if streamlit.button(words.put_back(earlier[version]), key="put it back"):
            text = text_of(results.home, editing.city, version)
            editing.put_back(text, words.was_put_back(version))
            streamlit.rerun()
