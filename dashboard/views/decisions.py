"""A section of the statement's page: what review meetings decided, and a field to write it down."""

from collections.abc import Callable
from functools import partial

import streamlit

from dashboard.language import say
from dashboard.markup import element
from dashboard.parts.decisions_list import decisions_list
from dashboard.permission import may_write
from dashboard.sheet import sheet
from dashboard.wording import about_decisions as words
from ingest.decisions import LONGEST, Decision, decide, take_back
from ingest.ledger import LoadProblem
from metrics.results import Results

TOLD = "told of decisions"


def show_decisions(results: Results, statement: str) -> None:
    found = results.decisions(statement)
    if not found and not may_write():
        return
    sheet(decisions_list(found), key="decisions")
    if told := streamlit.session_state.pop(TOLD, None):
        sheet(element("p", told, class_="good-news", role="status"), key="told of decisions")
    if may_write():
        _form(results, statement, len(found))
        _taking_back(results, found)


def _form(results: Results, statement: str, count: int) -> None:
    """A new form after each decision: what was typed stays only while it is refused."""
    with (
        streamlit.expander(say(words.WRITE_DOWN)),
        streamlit.form(f"decision {count} on {statement}", border=False),
    ):
        text = streamlit.text_area(say(words.WHAT), max_chars=LONGEST, help=say(words.HINT))
        left, right = streamlit.columns(2, gap="medium")
        day = left.date_input(
            say(words.WHEN), results.today, max_value=results.today, format="DD/MM/YYYY"
        )
        body = right.text_input(
            say(words.WHO), max_chars=80, placeholder=say(words.WHO_FOR_EXAMPLE)
        )
        if streamlit.form_submit_button(say(words.KEEP), type="primary"):
            _do(partial(decide, results.home, statement, day, text, body.strip()), words.KEPT)


def _taking_back(results: Results, found: list[Decision]) -> None:
    for decision in found:
        if streamlit.button(words.taking_back(decision), key=f"take back {decision.number}"):
            _do(partial(take_back, results.home, decision.number), words.TAKEN_BACK)


def _do(step: Callable[[], object], sentence: str) -> None:
    """Done, or refused with a sentence beside what was typed."""
    try:
        step()
    except LoadProblem as problem:
        sheet(element("p", str(problem), class_="problem", role="alert"), key="refused decision")
        return
    streamlit.session_state[TOLD] = say(sentence)
    streamlit.rerun()
