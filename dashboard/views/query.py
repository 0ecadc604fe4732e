"""For analysts: a question in SQL, its answer, what there is to ask about, other tools."""

import io

import pyarrow.csv
import pyarrow.parquet
import streamlit

from dashboard.keeping import kept
from dashboard.language import say
from dashboard.markup import Html, element
from dashboard.parts.answer_table import answer_table
from dashboard.parts.nothing_yet import nothing_yet
from dashboard.parts.open_tables_list import connections, open_tables_list
from dashboard.sheet import sheet
from dashboard.wording import about_query as words
from dashboard.wording import pages
from metrics.asking.question import Answer, QueryProblem
from metrics.asking.ready_queries import READY
from metrics.results import Results

ROWS_A_PAGE = 25
ANSWERED = "answered question"
WAREHOUSE = "impact-home/data/warehouse.duckdb"
"""Where the file lies in a home; the path of this machine is nobody's business."""


def show(results: Results) -> None:
    """The question stands in the address, so that it can be sent; it runs when asked."""
    streamlit.set_page_config(pages.title(say(words.TITLE)))
    sheet(_head(), key="query")
    if results.publication is None:
        sheet(nothing_yet(say(words.NOTHING)), key="nothing to ask")
        return
    question = _question()
    if streamlit.button(say(words.ASK), type="primary") and question.strip():
        streamlit.session_state[ANSWERED] = _asked(results, question)
    _show_answer(results, streamlit.session_state.get(ANSWERED))
    sheet(_what_there_is(results), key="tables")


@kept
def _what_there_is(results: Results) -> Html:
    tables = results.questions.tables()
    return element("div", open_tables_list(tables), connections(WAREHOUSE))


def _head() -> Html:
    return element(
        "div",
        element("h1", say(words.TITLE)),
        element("p", say(words.LEAD), class_="lead"),
        class_="opening",
    )


def _question() -> str:
    """What is typed, or the ready question that was chosen last."""
    ready = {query.name: query.sql for query in READY}
    streamlit.selectbox(
        say(words.READY),
        list(ready),
        index=None,
        format_func=say,
        placeholder=say(words.CHOOSE),
        key="ready question",
        on_change=_take_ready,
        args=(ready,),
        width=480,
    )
    typed = streamlit.text_area(
        say(words.SQL), READY[0].sql, height=190, key="sql", bind="query-params"
    )
    sheet(element("p", words.limits(), class_="aside limit"), key="limits")
    return typed


def _take_ready(ready: dict[str, str]) -> None:
    if chosen := streamlit.session_state["ready question"]:
        streamlit.session_state["sql"] = ready[chosen]


def _asked(results: Results, question: str) -> Answer | str:
    """The answer, or why there is none."""
    with streamlit.spinner(say(words.ASKING)):
        try:
            return results.questions.ask(question)
        except QueryProblem as problem:
            return str(problem)


def _show_answer(results: Results, answered: Answer | str | None) -> None:
    if isinstance(answered, str):
        told = element("pre", answered, class_="problem", role="alert")
        sheet(told, key="no answer")
    elif answered is not None:
        count = words.rows_found(answered.table.num_rows, answered.is_cut)
        sheet(
            element("h2", say(words.ANSWER), " ", element("span", count, class_="many")),
            key="answer head",
        )
        _show_rows(answered)
        _downloads(results, answered)


def _show_rows(answered: Answer) -> None:
    rows = answered.table.num_rows
    if not rows:
        sheet(element("p", say(words.NO_ROWS), class_="aside"), key="no rows")
        return
    last = (rows - 1) // ROWS_A_PAGE + 1
    page = 1
    if last > 1:
        page = streamlit.number_input(say(words.PAGE), 1, last, key="page of answer", width=160)
    shown = answered.table.slice((page - 1) * ROWS_A_PAGE, ROWS_A_PAGE)
    sheet(element("div", answer_table(shown), class_="answer"), key="answer")


def _downloads(results: Results, answered: Answer) -> None:
    """A file says in its name where figures in it were made up.

    To take one along runs nothing anew: a page that does would drop what is being fetched.
    """
    is_simulated = bool(results.publication and results.publication.simulated_cities)
    name = "impact-matrix-simulated" if is_simulated else "impact-matrix"
    with streamlit.container(horizontal=True, key="downloads"):
        streamlit.download_button(
            say(words.AS_CSV),
            lambda: _csv(answered),
            f"{name}.csv",
            "text/csv",
            on_click="ignore",
        )
        streamlit.download_button(
            say(words.AS_PARQUET),
            lambda: _parquet(answered),
            f"{name}.parquet",
            "application/vnd.apache.parquet",
            on_click="ignore",
        )


def _csv(answered: Answer) -> bytes:
    written = io.BytesIO()
    pyarrow.csv.write_csv(answered.table, written)
    return written.getvalue()


def _parquet(answered: Answer) -> bytes:
    written = io.BytesIO()
    pyarrow.parquet.write_table(answered.table, written)
    return written.getvalue()
