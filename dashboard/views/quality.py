"""Data quality: what to look at, city by city, and the rows it comes from."""

import streamlit

from dashboard import addresses
from dashboard.city_choice import every_city
from dashboard.keeping import kept
from dashboard.markup import Html, element
from dashboard.parts.quality_card import quality_card, quality_table
from dashboard.sheet import sheet
from dashboard.wording import about_quality as words
from dashboard.wording import pages
from metrics.results import Results


def show(results: Results) -> None:
    """The city comes from the address, which anyone can type: an unknown one is said to be so."""
    places = every_city(results)
    asked = streamlit.query_params.get("city")
    if asked in places:
        streamlit.set_page_config(pages.title(words.title(places[asked])))
        sheet(quality_of(results, asked, places[asked]), key="quality")
    else:
        sheet(quality_of_all(results, asked), key="quality")


@kept
def quality_of_all(results: Results, asked: str | None) -> Html:
    places = every_city(results)
    problem = pages.unknown(pages.NO_CITY, asked) if asked else None
    found = {city: results.quality(city) for city in places}
    return element(
        "div",
        element("h1", words.TITLE),
        element("p", problem, class_="problem") if problem else None,
        element("p", words.LEAD, class_="lead"),
        element("section", quality_table(found, places)),
        class_="quality opening",
    )


@kept
def quality_of(results: Results, city: str, place: str) -> Html:
    findings = results.quality(city)
    back = element("li", element("a", words.ALL_CITIES, href=addresses.quality()))
    matrix = element("li", element("a", place, href=addresses.city(city)))
    return element(
        "div",
        element("nav", element("ol", back, matrix), class_="breadcrumb", aria_label=words.TITLE),
        element("h1", words.title(place)),
        element("p", words.found(len(findings)), class_="lead"),
        quality_card(findings, place, results.catalogue.indicators),
        class_="quality",
    )
