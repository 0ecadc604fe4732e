"""Indicators by cities: how each city's promise on each stands; a row leads to the comparison."""

from collections.abc import Mapping, Sequence

from dashboard import addresses
from dashboard.design import tone_of
from dashboard.language import say
from dashboard.markup import Html, each, element, together
from dashboard.parts.shapes import shape
from dashboard.wording import about_comparing as words
from dashboard.wording import statuses
from dashboard.wording.indicator_words import name_of
from dashboard.wording.promises import latest
from metrics.definition import Indicator
from metrics.standing import PromiseStanding

Cells = Mapping[str, Mapping[str, PromiseStanding]]
"""Indicator to city to the promise that stands worst there."""


def overview_table(
    cells: Cells,
    indicators: Mapping[str, Indicator],
    cities: Mapping[str, str],
    kept: Mapping[str, str],
) -> Html:
    """`cities` is identifier to name, in the order of the columns; every link carries `kept` on.

    What no city tells anything of yet is folded, so that it does not hide what is known.
    """
    heads = [say(words.INDICATOR), *cities.values()]
    known, unknown = [], []
    for name, found in cells.items():
        rows = known if any(promise.years for promise in found.values()) else unknown
        rows.append(_row(indicators[name], [found.get(city) for city in cities], kept))
    return together(_table(heads, known), _folded(heads, unknown))


def _folded(heads: Sequence[str], rows: Sequence[Html]) -> Html | None:
    if not rows:
        return None
    summary = element("summary", words.of_which_nothing(len(rows)))
    return element("details", summary, _table(heads, rows))


def _table(heads: Sequence[str], rows: Sequence[Html]) -> Html:
    return element(
        "div",
        element(
            "table",
            element("caption", say(words.OVERVIEW), class_="unseen"),
            element("thead", element("tr", each(element("th", h, scope="col") for h in heads))),
            element("tbody", each(rows)),
            class_="heat",
        ),
        class_="wide",
    )


def _row(
    indicator: Indicator, found: Sequence[PromiseStanding | None], kept: Mapping[str, str]
) -> Html:
    address = addresses.compare(indicator.identifier, **kept)
    head = element("th", element("a", name_of(indicator), href=address), scope="row")
    return element("tr", head, each(map(_cell, found)))


def _cell(promise: PromiseStanding | None) -> Html:
    if promise is None:
        return element("td", element("span", say(words.NOT_PROMISED), class_="unseen"))
    status = promise.progress.status
    told = f"{statuses.name(status)}: {latest(promise)}"
    inside = element(
        "span", shape(status), element("span", statuses.name(status), class_="word"), title=told
    )
    return element("td", inside, class_=f"status {tone_of(status)}")
