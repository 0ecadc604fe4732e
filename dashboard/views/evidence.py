"""Typing one entry of the evidence log in: a load of one row."""

from dataclasses import dataclass, field

import streamlit

from dashboard import addresses
from dashboard.city_choice import every_city
from dashboard.language import say
from dashboard.markup import Html, element
from dashboard.permission import may_write
from dashboard.sheet import sheet
from dashboard.taking import PROBLEMS
from dashboard.watching import watch
from dashboard.wording import about_statement, pages
from dashboard.wording import about_taking_in as words
from dashboard.work import Work
from ingest.evidence_entry import NewEvidence, add_evidence
from ingest.receipt import Receipt
from matrices.home import Home
from matrices.model import Matrix
from metrics.catalogue import load_catalogue
from metrics.frame import frame_of
from metrics.publish import publisher
from metrics.results import Results


@dataclass
class _Typing:
    """Of one session."""

    writing: Work[Receipt] | None = None
    rounds: int = field(default=0)
    """How many entries were written; the form is a new one for each."""

    @property
    def is_writing(self) -> bool:
        return self.writing is not None and not self.writing.is_done

    def write(self, home: Home, entry: NewEvidence) -> None:
        by = say(words.BY_DEFAULT)

        def written(told: object) -> Receipt:
            catalogue = load_catalogue(home)
            publish = publisher(catalogue)
            return add_evidence(home, frame_of(catalogue), publish, entry, by)

        self.writing = Work(written)


def show(results: Results) -> None:
    sheet(_head(), key="evidence")
    if not may_write():
        return
    typing = streamlit.session_state.setdefault("typing", _Typing())
    if typing.is_writing:
        watch(typing.writing, words.WRITING)
    elif told := _outcome(typing):
        sheet(told, key="outcome")
    _form(results, typing)  # also while it is written: what was typed stays until it is in


def _head() -> Html:
    lead = words.EVIDENCE_LEAD if may_write() else words.READ_ONLY
    return element(
        "div",
        element("h1", words.EVIDENCE_TITLE),
        element("p", lead, class_="lead"),
        class_="opening taking",
    )


def _outcome(typing: _Typing) -> Html | None:
    """What became of the entry written last; a new form once it is in."""
    if typing.writing is None:
        return None
    try:
        receipt = typing.writing.result()
    except PROBLEMS as problem:
        return element("p", str(problem), class_="problem", role="alert")
    finally:
        typing.writing = None
    typing.rounds += 1
    link = element("a", words.TO_THE_RECEIPT, href=addresses.loads(receipt.load))
    return element("p", words.is_in(receipt), " ", link, class_="good-news", role="status")


def _form(results: Results, typing: _Typing) -> None:
    places = every_city(results)
    city = streamlit.selectbox(
        say(pages.CITY),
        list(places),
        index=None,
        format_func=lambda key: places[key],
        placeholder=say(pages.CHOOSE_A_CITY),
        key="city of evidence",
        width=340,
    )
    if city is None:
        sheet(element("p", words.CITY_FIRST, class_="aside wait"), key="city first")
        return
    with streamlit.form(f"entry {typing.rounds} of {city}", border=False):
        entry = _typed(results, city)
        is_sent = streamlit.form_submit_button(
            say(words.WRITE), type="primary", disabled=typing.is_writing
        )
    if is_sent and not entry.title.strip():
        sheet(element("p", words.TITLE_MISSING, class_="problem", role="alert"), key="no title")
    elif is_sent:
        typing.write(results.home, entry)
        streamlit.rerun()


def _typed(results: Results, city: str) -> NewEvidence:
    """The fields of the form, and what stands in them."""
    texts = _statements(results.catalogue.matrices[city])
    left, middle, right = streamlit.columns(3, gap="medium")
    kind = left.selectbox(
        say(words.KIND), list(about_statement.KINDS), format_func=about_statement.kind
    )
    day = middle.date_input(
        say(words.DAY), results.today, max_value=results.today, format="DD/MM/YYYY"
    )
    crowd = right.number_input(say(words.PARTICIPANTS), min_value=0, value=None, step=1)
    title = streamlit.text_input(say(words.WHAT), max_chars=200)
    served = streamlit.multiselect(
        say(words.STATEMENTS), list(texts), format_func=texts.__getitem__
    )
    url = streamlit.text_input(say(words.ADDRESS), max_chars=500)
    return NewEvidence(city, kind, day, title, tuple(served), crowd, url)


def _statements(matrix: Matrix) -> dict[str, str]:
    """Identifier to words: where it stands, for several groups may promise the same, and what."""
    groups = {group.key: group.name for group in matrix.target_groups}
    return {
        each.identifier: words.statement(groups.get(each.target_group), each.level, each.text)
        for each in matrix.statements()
    }
