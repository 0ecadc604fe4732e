"""Taking files in: choose them, see what they would do, load; step by step on one page."""

from collections.abc import Callable

import streamlit

from dashboard import addresses
from dashboard.city_choice import every_city
from dashboard.language import current, say
from dashboard.markup import Html, each, element, with_code
from dashboard.parts.preview_card import preview_card
from dashboard.parts.refused_rows import refused_table, refused_workbook
from dashboard.parts.steps import steps
from dashboard.permission import may_write
from dashboard.retelling import retold_problem
from dashboard.sheet import sheet
from dashboard.taking import PROBLEMS, Taking
from dashboard.watching import watch
from dashboard.wording import about_loads
from dashboard.wording import about_taking_in as words
from ingest.loading.rehearsal import Rehearsal
from ingest.receipt import Receipt
from metrics.results import Results

MOST_SHOWN = 50


def show(results: Results) -> None:
    if not may_write():
        sheet(_head(None, words.READ_ONLY), key="take in")
        return
    taking = _taking(results)
    _step(taking)(taking, results)


def _taking(results: Results) -> Taking:
    """That of this session; its files go when the session does."""
    state = streamlit.session_state
    if "taking" not in state:
        state["taking"] = Taking(results.home)
    return state["taking"]


def _step(taking: Taking) -> Callable[[Taking, Results], None]:
    if taking.loading:
        return _loaded if taking.loading.is_done else _loading
    if taking.checking:
        return _checked if taking.checking.is_done else _checking
    return _choose


def _head(here: int | None, lead: str) -> Html:
    return element(
        "div",
        element("h1", words.TITLE),
        element("p", lead, class_="lead"),
        steps(here) if here is not None else None,
        class_="opening taking",
    )


def _choose(taking: Taking, results: Results) -> None:
    sheet(_head(0, words.LEAD), key="take in")
    files = streamlit.file_uploader(
        say(words.FILES),
        accept_multiple_files=True,
        max_upload_size=words.LARGEST_MEGABYTES,
        key=f"files {taking.rounds}",
    )
    command = element("code", words.COMMAND)
    sheet(element("p", words.limit(), " ", command, class_="aside limit"), key="limit")
    left, right = streamlit.columns(2, gap="medium")
    as_of = left.date_input(
        say(words.AS_OF),
        value=None,
        max_value=results.today,
        help=say(words.AS_OF_HELP),
        format="DD/MM/YYYY",
    )
    by = right.text_input(
        say(words.BY), say(words.BY_DEFAULT), help=say(words.BY_HELP), max_chars=60
    )
    if streamlit.button(say(words.CHECK), type="primary", disabled=not files):
        taking.check(files, as_of, by.strip())
        streamlit.rerun()
    link = element("a", words.TYPE_IN, href=addresses.evidence())
    sheet(element("p", link, class_="other-way"), key="type in")


def _checking(taking: Taking, results: Results) -> None:
    sheet(_head(1, words.preview_of(taking.upload.names)), key="take in")
    watch(taking.checking, words.CHECKING)


def _checked(taking: Taking, results: Results) -> None:
    try:
        rehearsal = taking.checking.result()
    except PROBLEMS as problem:
        _refused(taking, problem)
        return
    sheet(_head(1, words.preview_of(taking.upload.names)), key="take in")
    places = every_city(results)
    sheet(preview_card(rehearsal, places), key="preview")
    _refused_rows(rehearsal)
    _decide(taking, rehearsal)


def _refused_rows(rehearsal: Rehearsal) -> None:
    refused = rehearsal.receipt.totals().refused
    if not refused:
        return
    sheet(refused_table(rehearsal.refused(MOST_SHOWN), refused), key="refused")
    language = current()
    streamlit.download_button(
        say(words.DOWNLOAD_XLSX),
        lambda: refused_workbook(rehearsal.refused(), rehearsal.receipt.is_simulated, language),
        file_name="refused-rows.xlsx",
        on_click="ignore",
    )


def _decide(taking: Taking, rehearsal: Rehearsal) -> None:
    """What a button does is done before the page is made anew, so a second click finds it done."""
    with streamlit.container(horizontal=True, key="decide"):
        streamlit.button(
            words.load_rows(rehearsal.receipt), type="primary", on_click=taking.load, key="load"
        )
        streamlit.button(say(words.PUT_AWAY), on_click=taking.put_away, key="put away")


def _loading(taking: Taking, results: Results) -> None:
    sheet(_head(2, words.preview_of(taking.upload.names)), key="take in")
    watch(taking.loading, words.LOADING)
    sheet(element("p", words.DO_NOT_WAIT, class_="aside wait"), key="do not wait")


def _loaded(taking: Taking, results: Results) -> None:
    try:
        receipt = taking.loading.result()
    except PROBLEMS as problem:
        _refused(taking, problem)
        return
    sheet(_head(3, words.is_in(receipt)), key="take in")
    sheet(_outcome(receipt), key="loaded")
    streamlit.button(say(words.MORE), on_click=taking.put_away, key="more")


def _outcome(receipt: Receipt) -> Html:
    links = (
        (words.TO_THE_RECEIPT, addresses.loads(receipt.load)),
        (words.TO_THE_QUALITY, addresses.quality()),
    )
    items = (element("li", element("a", name, href=address)) for name, address in links)
    return element(
        "div",
        element("p", about_loads.sum_of(receipt.totals()), class_="sum"),
        element("ul", each(items)),
        class_="receipt outcome",
    )


def _refused(taking: Taking, problem: Exception) -> None:
    """None of the files could be taken: one sentence a line."""
    lines = (element("li", with_code(line)) for line in retold_problem(problem))
    told = element(
        "div",
        element("h2", words.NOT_READ),
        element("p", words.NOTHING_WRITTEN),
        element("ul", each(lines), class_="problems"),
        class_="broken",
    )
    sheet(_head(0, words.preview_of(taking.upload.names)), key="take in")
    sheet(told, key="not read")
    streamlit.button(say(words.START_AGAIN), type="primary", on_click=taking.put_away, key="again")
