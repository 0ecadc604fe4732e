"""The fields in which a change to a matrix is typed, and the change that they say."""

import streamlit

from dashboard.editing import Editing
from dashboard.language import say
from dashboard.markup import element
from dashboard.sheet import sheet
from dashboard.wording import about_editing as words
from dashboard.wording import pages
from dashboard.wording.indicator_words import name_of
from matrices.editing.edits import (
    MEASURED,
    AddStatement,
    Edit,
    MeasureOtherwise,
    Reword,
    SetPromise,
)
from matrices.editing.keys import new_key
from matrices.model import ALL_TARGET_GROUPS, LEVELS, Matrix, Statement
from matrices.reading.city_file import statement_path
from metrics.definition import Indicator
from metrics.results import Results

NEW = "new"
"""In place of a statement's identifier, also in the address."""


def asked_edit(results: Results, matrix: Matrix, statement: str, editing: Editing) -> Edit | None:
    """None while something needed is still empty."""
    if statement == NEW:
        return _new_statement(matrix, editing)
    found = next(each for each in matrix.statements() if each.identifier == statement)
    ways = [words.WORDS, words.PROMISE, *([] if found.promises else [words.MEASURED])]
    way = streamlit.segmented_control(
        say(words.WHAT), ways, default=words.WORDS, format_func=say, key=f"way {statement}"
    )
    if way == words.WORDS:
        return _words(found, editing)
    if way == words.PROMISE:
        return _promise(results, found, editing)
    return _measured(found, editing) if way else None


def _words(statement: Statement, editing: Editing) -> Edit:
    key = f"words {statement.identifier} {editing.rounds}"
    text = " ".join(statement.text.split())
    return Reword(
        statement_path(statement), streamlit.text_area(say(words.SENTENCE), text, key=key)
    )


def _promise(results: Results, statement: Statement, editing: Editing) -> Edit | None:
    indicators = results.catalogue.indicators
    named = list(statement.promises)
    others = sorted(set(indicators) - set(named), key=lambda name: name_of(indicators[name]))
    chosen = streamlit.selectbox(
        say(words.INDICATOR),
        [*named, *others],
        index=0 if named else None,
        format_func=lambda name: name_of(indicators[name]),
        placeholder=say(words.CHOOSE_AN_INDICATOR),
        key=f"indicator {statement.identifier} {editing.rounds}",
    )
    if chosen is None:
        return None
    return _promised(results, statement, indicators[chosen], editing)


def _promised(
    results: Results, statement: Statement, indicator: Indicator, editing: Editing
) -> Edit:
    about = f"{statement.identifier} {indicator.identifier} {editing.rounds}"
    streamlit.caption(indicator.question)
    if indicator.identifier in statement.promises:
        now = statement.promise_in_force(indicator.identifier, results.today)
        sheet(element("p", words.promised_now(now, indicator)), key=f"now {about}")
    left, right = streamlit.columns(2, gap="medium")
    target = left.text_input(
        say(words.TARGET), help=say(words.TARGET_HELP), max_chars=40, key=f"target {about}"
    )
    by = right.text_input(say(words.BY), help=say(words.BY_HELP), max_chars=10, key=f"by {about}")
    since, reason = None, ""
    if indicator.identifier in statement.promises:
        since = left.date_input(
            say(words.SINCE), results.today, format="DD/MM/YYYY", key=f"since {about}"
        )
        reason = streamlit.text_input(
            say(words.REASON), help=say(words.REASON_HELP), max_chars=300, key=f"reason {about}"
        )
    return SetPromise(statement_path(statement), indicator.identifier, target, by, since, reason)


def _measured(statement: Statement, editing: Editing) -> Edit:
    about = f"{statement.identifier} {editing.rounds}"
    now = statement.measured.replace("_", " ")
    measured = streamlit.selectbox(
        say(words.HOW),
        MEASURED,
        index=MEASURED.index(now),
        format_func=lambda way: say(words.WAYS[way]),
        key=f"measured {about}",
    )
    reason = ""
    if measured == "cannot be":
        reason = streamlit.text_input(
            say(words.WHY_NOT), statement.reason or "", max_chars=300, key=f"why not {about}"
        )
    return MeasureOtherwise(statement_path(statement), measured, reason)


def _new_statement(matrix: Matrix, editing: Editing) -> Edit:
    about = f"{matrix.city} {editing.rounds}"
    groups = {group.key: group.name for group in matrix.target_groups}
    groups |= {ALL_TARGET_GROUPS: pages.ALL_GROUPS}
    left, right = streamlit.columns(2, gap="medium")
    group = left.selectbox(
        say(words.GROUP), list(groups), format_func=groups.__getitem__, key=f"group {about}"
    )
    level = right.selectbox(
        say(words.LEVEL), LEVELS, format_func=pages.LEVEL_NAMES.__getitem__, key=f"level {about}"
    )
    sentence = streamlit.text_area(say(words.SENTENCE), key=f"new {about}")
    measured = streamlit.selectbox(
        say(words.HOW),
        MEASURED[:3],
        format_func=lambda way: say(words.WAYS[way]),
        key=f"new measured {about}",
    )
    taken = {each.key for each in matrix.cell(group, level)}
    return AddStatement(group, level, new_key(sentence, taken), sentence, measured)
