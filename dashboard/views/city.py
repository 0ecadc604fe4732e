"""One city: its matrix as it hangs on the wall, each statement with how it stands."""

from collections import Counter
from datetime import date

import streamlit

from dashboard import addresses
from dashboard.city_choice import chosen_city, every_city
from dashboard.keeping import kept
from dashboard.language import say
from dashboard.lens import Filter, Lens, chosen_by
from dashboard.markup import Html, each, element
from dashboard.parts.attention_list import attention_list
from dashboard.parts.cities_table import cities_table
from dashboard.parts.city_opening import city_opening
from dashboard.parts.poster import about_the_text, poster
from dashboard.permission import may_write
from dashboard.sheet import sheet
from dashboard.views.review_filter import asked_of
from dashboard.wording import about_loads, about_review, pages
from metrics.results import Results
from metrics.since_review import changes_since
from metrics.standing import MatrixStanding

MOST_ATTENTION = 3
PRINTED = Html("@page { size: A3 landscape; margin: 10mm; }")
"""A matrix is a poster: it asks for the paper of one."""


def show(results: Results) -> None:
    """The city comes from the address, which anyone can type: an unknown one is said to be so."""
    names = every_city(results)
    asked = streamlit.query_params.get("city")
    if asked is None or asked not in names:
        sheet(_nothing_chosen(results, asked), key="city")
        return
    streamlit.set_page_config(pages.title(names[asked]))
    standing = results.matrix(asked)
    if not standing.matrix.is_published:
        sheet(_without_matrix(results, standing), key="city")
        _picker(names, asked)
        return
    sheet(_top(results, asked), key="city")
    with streamlit.container(horizontal=True, key="looking_closer"):
        _picker(names, asked)
        chosen = asked_of(results, standing)
    sheet(review(results, asked, *chosen), key="matrix")


def _picker(names: dict[str, str], now: str) -> None:
    chosen_city(say(pages.CITY), names, now, label_visibility="collapsed", width=220)


def _without_matrix(results: Results, standing: MatrixStanding) -> Html:
    loads = _loads(results, standing.matrix.city)
    return element("div", city_opening(standing, results.today), loads, class_="city")


@kept
def _top(results: Results, city: str) -> Html:
    opening, attention = (
        city_opening(results.matrix(city), results.today),
        _attention(results, city),
    )
    return element("div", element("div", opening, attention, class_="beside"), class_="city")


@kept
def review(results: Results, city: str, asked: Filter, since: date | None) -> Html:
    """The matrix as it hangs on the wall, through a lens, with what leads on from it."""
    standing = results.matrix(city)
    lens = _lens(results, standing, asked, since)
    return element(
        "div",
        element("style", PRINTED),
        _what_the_lens_shows(standing, lens),
        poster(standing, lens),
        about_the_text(standing),
        _onwards(standing.matrix.city),
        class_="city",
    )


def _lens(results: Results, standing: MatrixStanding, asked: Filter, since: date | None) -> Lens:
    chosen = chosen_by(asked, standing, results.catalogue.indicators)
    if since is None:
        return Lens(chosen)
    before = results.as_on(since).matrix(standing.matrix.city)
    return Lens(chosen, since, changes_since(before, standing, since))


def _what_the_lens_shows(standing: MatrixStanding, lens: Lens) -> Html | None:
    told = []
    if lens.chosen is not None:
        told.append(about_review.matching(len(lens.chosen), len(standing.statements)))
    if lens.since:
        ways = Counter(change.way for change in lens.changes.values())
        told.append(
            about_review.changed(len(lens.changes), ways["better"], ways["worse"], lens.since)
        )
    return element("p", " ".join(told), class_="lead lens", role="status") if told else None


@kept
def _nothing_chosen(results: Results, asked: str | None) -> Html:
    problem = pages.unknown(pages.NO_CITY, asked) if asked else None
    return element(
        "div",
        element("h1", pages.CHOOSE_A_CITY),
        element("p", problem, class_="lead") if problem else None,
        element("section", cities_table(results.cities(), results.today)),
        class_="opening",
    )


def _loads(results: Results, city: str) -> Html | None:
    """For a city without a matrix: which loads brought data of it."""
    loads = [e.receipt.load for e in results.loads() if e.is_active and city in e.receipt.cities]
    if not loads:
        return None
    links = (
        element("li", element("a", about_loads.title(load), href=addresses.loads(load)))
        for load in loads
    )
    title = element("h2", pages.LOADS_OF_THE_CITY)
    return element("section", title, element("ul", each(links)))


def _attention(results: Results, city: str) -> Html | None:
    found = results.attention(MOST_ATTENTION, city)
    if not found:
        return None
    items = attention_list(found, results.catalogue.indicators)
    return element("section", element("h2", pages.ATTENTION_TITLE), items, class_="attention")


def _onwards(city: str) -> Html:
    links = [element("a", about_review.MEETING, href=addresses.meeting(city))]
    if may_write():
        links.append(element("a", pages.CHANGE_THE_MATRIX, href=addresses.edit(city)))
    return element("p", each(links), class_="actions")
