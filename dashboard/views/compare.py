"""Cities side by side: what several promise, one indicator in four views, who could teach whom."""

import streamlit

from dashboard import in_address
from dashboard.comparison_charts import side_by_side, slopes, small_multiples
from dashboard.design import Palette, palette_of
from dashboard.language import say
from dashboard.markup import Html, each, element
from dashboard.parts.comparison_table import comparison_table
from dashboard.parts.lessons_list import lessons_list
from dashboard.parts.overview_table import overview_table
from dashboard.shared_promises import shared_promises
from dashboard.sheet import sheet
from dashboard.views.statement import CHART
from dashboard.wording import about_comparing as words
from dashboard.wording import comparison as told
from dashboard.wording import pages
from dashboard.wording.indicator_words import name_of
from metrics.comparing.answers import VIEWS, Comparison
from metrics.crosswalk import crosswalk
from metrics.definition import Indicator
from metrics.results import Results

IN_A_ROW = 4
"""Small multiples beside each other on a desk's screen."""


def show(results: Results) -> None:
    streamlit.set_page_config(pages.title(say(words.TITLE)))
    names = {city.city: city.place_name for city in results.cities() if city.is_published}
    sheet(_head(), key="compare")
    if results.publication is None:
        sheet(element("p", say(pages.EMPTY_TITLE), class_="lead"), key="nothing to compare")
        return
    indicator = _chosen_indicator(results)
    if indicator:
        _show_comparison(results, indicator, names)
    sheet(_overview(results, names), key="overview")
    _show_teachers(results, names)


def _head() -> Html:
    return element(
        "div",
        element("h1", say(words.TITLE)),
        element("p", say(words.LEAD), class_="lead"),
        class_="opening",
    )


def _chosen_indicator(results: Results) -> Indicator | None:
    """Those that somebody promises, the most shared first."""
    shared = [crossing.indicator for crossing in crosswalk(results.catalogue)]
    indicators = results.catalogue.indicators
    now = in_address.word("indicator", shared)
    chosen = in_address.field(
        streamlit.selectbox,
        say(words.INDICATOR),
        "indicator",
        now,
        options=shared,
        index=shared.index(now) if now else None,
        format_func=lambda name: name_of(indicators[name]),
        placeholder=say(words.INDICATOR),
        width=520,
    )
    return indicators[chosen] if chosen else None


def _show_comparison(results: Results, indicator: Indicator, names: dict[str, str]) -> None:
    cities = in_address.words("cities", list(names))
    now = in_address.word("view", VIEWS, "as-is")
    with streamlit.container(horizontal=True, vertical_alignment="bottom", key="how to compare"):
        view = in_address.field(
            streamlit.segmented_control,
            say(words.HOW),
            "view",
            now,
            options=VIEWS,
            default=now,
            required=True,
            format_func=lambda each_view: say(words.VIEWS[each_view]),
        )
        chosen = in_address.field(
            streamlit.multiselect,
            say(words.CITIES),
            "cities",
            cities,
            options=list(names),
            default=cities or list(names),
            format_func=names.__getitem__,
        )
    if len(chosen) < 2:
        sheet(element("p", say(words.ALONE), class_="aside"), key="alone")
        return
    comparison = results.comparison(indicator.identifier, chosen, view or "as-is")
    palette = palette_of(streamlit.context.theme.type)
    _show_figures(comparison, indicator, palette)
    _show_years(results, comparison, indicator, palette)


def _show_figures(comparison: Comparison, indicator: Indicator, palette: Palette) -> None:
    sheet(element("h2", words.head(comparison, indicator), class_="chapter"), key="compared")
    if any(figure.value is not None for figure in comparison.figures):
        spec = side_by_side(comparison, indicator, palette)
        alt = words.finding(comparison, indicator)
        streamlit.plotly_chart(spec, key="side by side", config=CHART, alt=alt)
    notes = [*told.spread_in_words(comparison.spread, comparison.view, indicator)]
    notes += [say(told.RANK_RULE)] if comparison.ranks else []
    table = element("div", comparison_table(comparison, indicator), class_="compared")
    keep = each(element("li", note) for note in (*notes, *comparison.caveats))
    mind = element("section", element("h3", say(words.KEEP_IN_MIND)), element("ul", keep))
    sheet(element("div", table, mind, class_="comparison"), key="in numbers")


def _show_years(
    results: Results, comparison: Comparison, indicator: Indicator, palette: Palette
) -> None:
    """Small multiples, and where growth is asked for the slopes from each own baseline."""
    if comparison.view == "growth" and (spec := slopes(comparison, palette)):
        sheet(element("h3", say(words.SLOPES), class_="chapter"), key="slopes head")
        alt = words.finding(comparison, indicator)
        streamlit.plotly_chart(spec, key="slopes", config=CHART, alt=alt)
    histories = [
        (figure.place_name, results.values(indicator.identifier, figure.city, "year"))
        for figure in comparison.figures
    ]
    charts = small_multiples(histories, indicator, palette)
    if not charts:
        return
    sheet(element("h3", say(words.YEARS), class_="chapter"), key="years head")
    for start in range(0, len(charts), IN_A_ROW):
        columns = streamlit.columns(IN_A_ROW, gap="medium")
        for column, (name, spec) in zip(columns, charts[start : start + IN_A_ROW], strict=False):
            alt = words.multiples_alt(name, indicator)
            column.plotly_chart(spec, key=f"years of {name}", config=CHART, alt=alt)


def _overview(results: Results, names: dict[str, str]) -> Html:
    asked = streamlit.query_params
    kept = {choice: asked[choice] for choice in ("cities", "view", "city") if choice in asked}
    cells = shared_promises(results, names)
    return element(
        "section",
        element("h2", say(words.OVERVIEW)),
        element("p", say(words.OVERVIEW_LEAD), class_="aside"),
        overview_table(cells, results.catalogue.indicators, names, kept),
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
    city = in_address.field(
        streamlit.selectbox,
        say(words.LEARNING),
        "city",
        now,
        options=list(names),
        index=list(names).index(now) if now else None,
        format_func=names.__getitem__,
        placeholder=say(pages.CHOOSE_A_CITY),
        width=340,
    )
    if city:
        lessons = results.teachers(city)
        sheet(lessons_list(lessons, results.catalogue.indicators), key="lessons")
