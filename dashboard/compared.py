"""Everything that the page of comparisons tells of one indicator, made once for all who look."""

from dataclasses import dataclass

from dashboard.comparison_charts import side_by_side, slopes, small_multiples
from dashboard.design import Palette, palette_of
from dashboard.drawn import Drawn, drawn
from dashboard.keeping import kept
from dashboard.language import say
from dashboard.markup import Html, each, element, with_code
from dashboard.parts.comparison_table import comparison_table
from dashboard.wording import about_comparing as words
from dashboard.wording import comparison as told
from metrics.comparing.answers import Comparison, View
from metrics.definition import Indicator
from metrics.results import Results
from metrics.standing import Period


@dataclass(frozen=True)
class SmallMultiple:
    """The years of one city."""

    place_name: str
    chart: Drawn | None
    finding: str


@dataclass(frozen=True)
class Compared:
    """Pieces of the page in their order."""

    head: Html
    side_by_side: Drawn | None
    finding: str
    """What the charts of all cities show, for those who do not see them."""
    in_numbers: Html
    slopes: Drawn | None
    years: tuple[SmallMultiple, ...]


@kept
def compared(
    results: Results,
    indicator: str,
    cities: tuple[str, ...],
    view: View,
    period: Period | None,
    ages: str | None,
    theme: str | None,
) -> Compared:
    """Without a period the newest complete year, without ages the usual ones. `theme` is `light` or
    `dark`; KeyError for an unknown indicator or city."""
    definition, palette = results.catalogue.indicators[indicator], palette_of(theme)
    comparison = results.comparison(indicator, cities, view, period, ages)
    is_drawn = any(figure.value is not None for figure in comparison.figures)
    return Compared(
        head=_head(comparison, definition),
        side_by_side=drawn(side_by_side(comparison, definition, palette)) if is_drawn else None,
        finding=words.finding(comparison, definition),
        in_numbers=_in_numbers(comparison, definition),
        slopes=drawn(slopes(comparison, palette)) if view == "growth" else None,
        years=_years(results, comparison, definition, palette),
    )


def _head(comparison: Comparison, indicator: Indicator) -> Html:
    return element(
        "div",
        element("h1", words.head(comparison, indicator)),
        element("p", words.in_short(comparison, indicator), class_="lead"),
        element("p", say(words.LEAD), class_="aside"),
        class_="opening",
    )


def _in_numbers(comparison: Comparison, indicator: Indicator) -> Html:
    notes = [*told.spread_in_words(comparison.spread, comparison.view, indicator)]
    notes += [say(told.RANK_RULE)] if comparison.ranks else []
    table = element("div", comparison_table(comparison, indicator), class_="compared")
    caveats = told.caveats_in_words(comparison, indicator)
    keep = each(element("li", with_code(note)) for note in (*notes, *caveats))
    mind = element("section", element("h2", say(words.KEEP_IN_MIND)), element("ul", keep))
    return element("div", table, mind, class_="comparison")


def _years(
    results: Results, comparison: Comparison, indicator: Indicator, palette: Palette
) -> tuple[SmallMultiple, ...]:
    histories = [
        (figure.place_name, results.values(indicator.identifier, figure.city, "year"))
        for figure in comparison.figures
    ]
    return tuple(
        SmallMultiple(name, drawn(spec), words.multiples_alt(name, indicator))
        for name, spec in small_multiples(histories, indicator, palette)
    )
