"""Changing a matrix: a statement's words, its promise, how it is followed, or a new one."""

import streamlit

from dashboard import addresses, in_address
from dashboard.city_choice import chosen_city, cities_with_matrix
from dashboard.editing import Editing
from dashboard.language import foreign, say
from dashboard.markup import Html, element, with_code
from dashboard.parts.matrix_changes import changes_card, wrong_card
from dashboard.permission import may_write
from dashboard.retelling import retell
from dashboard.sheet import sheet
from dashboard.taking import PROBLEMS
from dashboard.views.edit_fields import NEW, asked_edit
from dashboard.views.edit_history import show_history
from dashboard.watching import watch
from dashboard.wording import about_editing as words
from dashboard.wording import about_taking_in, pages
from matrices.diff import diff
from matrices.editing.edits import Edit, EditProblem
from matrices.editing.saving import edited
from matrices.model import Matrix
from matrices.problems import DeclarationProblems
from metrics.candidate import candidate
from metrics.results import Results

FIELDS = 860
"""Pixels: as wide as a sentence of a poster is still read with ease."""


def show(results: Results) -> None:
    """City and statement come from the address, which anyone can type."""
    asked = streamlit.query_params.get("id", "")
    city = streamlit.query_params.get("city") or asked.partition(".")[0]
    matrix = results.catalogue.matrices.get(city)
    sheet(_head(results, matrix), key="edit")
    if not may_write():
        return
    if matrix is None:
        chosen_city(say(pages.CITY), cities_with_matrix(results), None, width=340)
        return
    editing = _editing(results, city)
    if editing.is_saving and editing.saving:
        watch(editing.saving, tuple(say(step) for step in words.SAVING))
        return
    _outcome(editing, asked)
    with streamlit.container(width=FIELDS, gap="medium", key="change_fields"):
        _change(results, matrix, editing, asked)
    show_history(results, editing)


def _head(results: Results, matrix: Matrix | None) -> Html:
    place = results.catalogue.place(matrix.city).name if matrix else None
    title = words.title(place) if place else say(words.TITLE)
    streamlit.set_page_config(pages.title(title))
    back = _back(matrix) if matrix else None
    return element(
        "div",
        element("nav", back, class_="breadcrumb") if back else None,
        element("h1", title),
        element("p", say(words.LEAD if may_write() else words.READ_ONLY), class_="lead"),
        class_="opening taking",
    )


def _back(matrix: Matrix) -> Html:
    address, language = addresses.city(matrix.city), foreign(matrix.language)
    return element("a", matrix.name, href=address, lang=language)


def _editing(results: Results, city: str) -> Editing:
    key = f"editing {city}"
    if key not in streamlit.session_state:
        by = about_taking_in.BY_DEFAULT
        streamlit.session_state[key] = Editing.begun(results.home, city, by)
    return streamlit.session_state[key]


def _outcome(editing: Editing, asked: str) -> None:
    """What became of the last saving: a good word, or why nothing was saved."""
    if editing.saving is None:
        return
    work, editing.saving = editing.saving, None
    try:
        work.result()
    except (EditProblem, *PROBLEMS) as problem:
        sheet(element("p", retell(str(problem)), class_="problem", role="alert"), key="not saved")
        streamlit.button(say(words.START_AGAIN), on_click=editing.look_again, key="look again")
        return
    editing.look_again()
    link = element("a", say(words.LOOK), href=addresses.statement(asked))
    told = element("p", say(words.SAVED), " ", link if asked not in ("", NEW) else None)
    sheet(element("div", told, class_="good-news", role="status"), key="saved")


def _change(results: Results, matrix: Matrix, editing: Editing, asked: str) -> None:
    statement = _statement(matrix, editing, asked)
    if statement is None:
        return
    edit = asked_edit(results, matrix, statement, editing)
    if edit is None:
        return
    if _is_right(results, matrix, editing, edit):
        why = streamlit.text_input(say(words.WHY), max_chars=200, key=f"why {editing.rounds}")
        if streamlit.button(say(words.SAVE), type="primary", key="save the matrix"):
            editing.save(edit, why.strip())
            streamlit.rerun()


def _statement(matrix: Matrix, editing: Editing, asked: str) -> str | None:
    """An identifier, or `new`; a choice goes into the address."""
    groups = {group.key: group.name for group in matrix.target_groups}
    names = {NEW: say(words.A_NEW_ONE)} | {
        each.identifier: about_taking_in.statement(
            groups.get(each.target_group), each.level, each.text
        )
        for each in matrix.statements()
    }
    return in_address.choice(
        say(words.WHICH),
        "id",
        asked if asked in names else None,
        also={"city": matrix.city},
        options=list(names),
        format_func=lambda name: names[name],
        placeholder=say(words.CHOOSE),
    )


def _is_right(results: Results, matrix: Matrix, editing: Editing, edit: Edit) -> bool:
    """Shows what would change, or what is wrong; whether there is something to save."""
    try:
        after = edited(editing.seen, edit)
        found = candidate(results.home, matrix.city, after)
    except EditProblem as problem:
        sheet(element("p", with_code(retell(str(problem))), class_="aside wait"), key="not yet")
        return False
    except DeclarationProblems as problems:
        sheet(wrong_card(problems), key="wrong")
        return False
    told = words.changes(diff(matrix, found.matrices[matrix.city]), found.indicators)
    sheet(changes_card(told, editing.seen, after), key="changes")
    return after != editing.seen
