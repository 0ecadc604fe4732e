"""Cities side by side: what several promise, one indicator in four views, who could teach whom."""

from collections.abc import Mapping, Sequence

import streamlit

from dashboard import comparable, in_address
from dashboard.city_choice import chosen_city, cities_with_matrix
from dashboard.compared import Compared, SmallMultiple, compared
from dashboard.drawn import show_drawn
from dashboard.keeping import kept
from dashboard.language import say
from dashboard.markup import Html, element
from dashboard.parts.lessons_list import lessons_list
from dashboard.parts.nothing_yet import nothing_yet
from dashboard.parts.overview_table import overview_table
from dashboard.shared_promises import shared_promises
from dashboard.sheet import sheet
from dashboard.wording import about_comparing as words
from dashboard.wording import dates, pages
from dashboard.wording.comparison import ages_in_words
from dashboard.wording.indicator_words import name_of
from metrics.comparing.answers import VIEWS, View
from metrics.crosswalk import crosswalk
from metrics.definition import Indicator
from metrics.results import Results
from metrics.standing import Period

KEPT = ("cities", "view", "period", "ages", "city")
"""The choices that another indicator leaves as they are."""
PRINTED = Html("@page { size: landscape; }")
"""Cities side by side ask for paper on its side."""


def show(results: Results) -> None:
    """What was found comes first, with the choices that led to it below."""
    streamlit.set_page_config(pages.title(say(words.TITLE)))
    names = cities_with_matrix(results)
    opening = streamlit.container()
    if results.publication is None:
        sheet(_head(), key="compare")
        sheet(nothing_yet(say(pages.EMPTY_TITLE)), key="nothing to compare")
        return
    told = _asked(results, names)
    with opening:
        sheet(told.head if told else _head(), key="compare")
    if told:
        _show_compared(told)
    asked = streamlit.query_params
    choices = tuple((each, asked[each]) for each in KEPT if each in asked)
    sheet(_overview(results, choices), key="overview")
    _show_teachers(results, names)


@kept
def _shared(results: Results) -> list[str]:
    """The indicators that somebody promises, the most shared first."""
    return [crossing.indicator for crossing in crosswalk(results.catalogue)]


def _head() -> Html:
    return element(
        "div",
        element("h1", say(words.TITLE)),
        element("p", say(words.LEAD), class_="lead"),
        class_="opening",
    )


def _asked(results: Results, names: dict[str, str]) -> Compared | None:
    """The fields, and what is told of what was chosen in them; None while it is too little."""
    with streamlit.container(horizontal=True, vertical_alignment="bottom", key="what and when"):
        indicator = _chosen_indicator(results)
        further = streamlit.container(horizontal=True, vertical_alignment="bottom")
    if indicator is None:
        return None
    with streamlit.container(horizontal=True, vertical_alignment="bottom", key="how to compare"):
        view, cities = _chosen_view(), _chosen_cities(names)
    among = (results, indicator.identifier, tuple(cities))
    with further:
        period = _chosen_period(comparable.periods(*among, view))
        ages = _chosen_ages(comparable.ages(*among)) if view == "per-head" else None
    if len(cities) < 2:
        sheet(element("p", say(words.ALONE), class_="aside"), key="alone")
        return None
    return compared(*among, view, period, ages, streamlit.context.theme.type)


def _chosen_indicator(results: Results) -> Indicator | None:
    shared = _shared(results)
    indicators = results.catalogue.indicators
    now = in_address.word("indicator", shared)
    chosen = in_address.choice(
        say(words.INDICATOR),
        "indicator",
        now,
        options=shared,
        format_func=lambda name: name_of(indicators[name]),
        placeholder=say(words.INDICATOR),
        width=420,
    )
    return indicators[chosen] if chosen else None


def _chosen_view() -> View:
    now = in_address.word("view", VIEWS, VIEWS[0])
    chosen = in_address.field(
        streamlit.segmented_control,
        say(words.HOW),
        "view",
        now,
        options=VIEWS,
        required=True,
        format_func=lambda each_view: say(words.VIEWS[each_view]),
    )
    return chosen or VIEWS[0]


def _chosen_cities(names: dict[str, str]) -> list[str]:
    now = in_address.words("cities", list(names)) or list(names)
    return in_address.field(
        streamlit.multiselect,
        say(words.CITIES),
        "cities",
        now,
        options=list(names),
        format_func=names.__getitem__,
    )


def _chosen_period(known: Mapping[str, Period]) -> Period | None:
    """None while nothing is chosen: the newest complete year."""
    labels = list(known)
    now = in_address.word("period", labels, next(iter(labels), None))
    chosen = in_address.choice(
        say(words.PERIOD),
        "period",
        now,
        options=labels,
        format_func=lambda label: dates.period(known[label]),
        width=240,
    )
    return known.get(chosen)


def _chosen_ages(known: Sequence[str]) -> str | None:
    now = in_address.word("ages", known, known[0])
    return in_address.field(
        streamlit.segmented_control,
        say(words.INHABITANTS),
        "ages",
        now,
        options=known,
        required=True,
        format_func=ages_in_words,
    )


def _show_compared(told: Compared) -> None:
    """What stands side by side, growth from each own baseline, and the years in small."""
    show_drawn(told.side_by_side, "side by side", told.finding)
    sheet(told.in_numbers, key="in numbers")
    if told.slopes is not None:
        sheet(element("h2", say(words.SLOPES), class_="chapter"), key="slopes head")
        show_drawn(told.slopes, "slopes", told.finding)
    if told.years:
        sheet(element("h2", say(words.YEARS), class_="chapter"), key="years head")
        _show_years(told.years)


def _show_years(charts: tuple[SmallMultiple, ...]) -> None:
    with streamlit.container(key="years"):
        for small in charts:
            show_drawn(small.chart, f"years of {small.place_name}", small.finding)


@kept
def _overview(results: Results, choices: tuple[tuple[str, str], ...]) -> Html:
    """`choices` of the address stay in the links."""
    names = cities_with_matrix(results)
    cells = shared_promises(results, names)
    return element(
        "section",
        element("style", PRINTED),
        element("h2", say(words.OVERVIEW)),
        element("p", say(words.OVERVIEW_LEAD), class_="aside"),
        overview_table(cells, results.catalogue.indicators, names, dict(choices)),
        class_="overview",
    )


def _show_teachers(results: Results, names: dict[str, str]) -> None:
    head = element(
        "section",
        element("h2", say(words.TEACHERS)),
        element("p", say(words.TEACHERS_LEAD), class_="aside"),
    )
    sheet(head, key="teachers head")
    now = in_address.word("city", list(names))
    city = chosen_city(say(words.LEARNING), names, now, width=340)
    if city:
        sheet(_lessons(results, city), key="lessons")


@kept
def _lessons(results: Results, city: str) -> Html:
    return lessons_list(results.teachers(city), results.catalogue.indicators)
