"""Cities side by side: what several promise, and one indicator in each view with its reasons."""

from dashboard import comparable
from dashboard.language import say
from dashboard.markup import Html, each, element
from dashboard.parts.comparison_table import comparison_table
from dashboard.parts.overview_table import overview_table
from dashboard.site.content import Site
from dashboard.site.page import Shown
from dashboard.site.side_by_side import side_by_side
from dashboard.wording import about_comparing as words
from dashboard.wording import about_site
from dashboard.wording import comparison as told
from dashboard.wording.indicator_words import name_of, question_of
from metrics.comparing.answers import VIEWS, Comparison, View
from metrics.definition import Indicator


def comparison_page(site: Site) -> Shown:
    """Every indicator that several cities promise, each row with a page of its own."""
    indicators = site.results.catalogue.indicators
    table = (
        overview_table(site.shared, indicators, site.published, {})
        if site.shared
        else element("p", about_site.NOT_SHARED)
    )
    body = element(
        "div",
        element("h1", say(words.TITLE)),
        element("p", say(words.LEAD), class_="lead"),
        element(
            "section",
            element("h2", say(words.OVERVIEW)),
            element("p", say(words.OVERVIEW_LEAD), class_="aside"),
            table,
            class_="overview",
        ),
        class_="opening",
    )
    return Shown(say(words.TITLE), body)


def compared_page(site: Site, name: str) -> Shown:
    """As it is, per head, against the promise, and growth: each says why a city is not compared."""
    indicator = site.results.catalogue.indicators[name]
    body = element(
        "div",
        element("h1", name_of(indicator)),
        element("p", question_of(indicator), class_="lead"),
        each(_view(site, indicator, view) for view in VIEWS),
        class_="opening comparison",
    )
    return Shown(name_of(indicator), body)


def _view(site: Site, indicator: Indicator, view: View) -> Html:
    among = (indicator.identifier, tuple(site.published))
    ages = comparable.ages(site.results, *among)[0] if view == "per-head" else None
    comparison = site.results.comparison(*among, view, ages=ages)
    table = element("div", comparison_table(comparison, indicator), class_="compared")
    return element(
        "section",
        element("h2", say(words.VIEWS[view])),
        element("p", words.head(comparison, indicator), class_="aside"),
        *(
            (_drawn(comparison, indicator), table, _keep_in_mind(comparison, indicator))
            if sum(figure.is_compared for figure in comparison.figures) > 1
            else (element("p", about_site.FEWER_THAN_TWO), _folded(about_site.WHY, table))
        ),
    )


def _drawn(comparison: Comparison, indicator: Indicator) -> Html:
    return element("figure", side_by_side(comparison, indicator))


def _folded(summary: str, content: Html) -> Html:
    return element("details", element("summary", summary), content)


def _keep_in_mind(comparison: Comparison, indicator: Indicator) -> Html:
    notes = [
        *told.spread_in_words(comparison.spread, comparison.view, indicator),
        *([say(told.RANK_RULE)] if comparison.ranks else []),
        *told.caveats_in_words(comparison, indicator),
    ]
    listed = element("ul", each(element("li", note) for note in notes))
    return _folded(say(words.KEEP_IN_MIND), listed)
