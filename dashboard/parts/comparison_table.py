"""Cities side by side in numbers: each figure with its interval, its n, and what it was made from."""

from dashboard import addresses
from dashboard.language import say
from dashboard.markup import Html, element, with_code
from dashboard.parts.frame import simulated_tag
from dashboard.parts.table import Column, Row, table
from dashboard.retelling import retell
from dashboard.wording import about_comparing as words
from dashboard.wording import comparison as told
from dashboard.wording.numbers import number
from metrics.comparing.answers import Comparison, Figure
from metrics.definition import Indicator


def comparison_table(comparison: Comparison, indicator: Indicator) -> Html:
    columns = [
        Column(say(words.CITY)),
        Column(say(words.FIGURE), is_count=True),
        Column(say(words.INTERVAL), is_count=True),
        Column(say(words.CASES), is_count=True),
        Column(say(words.RANK)),
        Column(say(words.MADE_FROM)),
    ]
    rows = (_row(figure, comparison, indicator) for figure in comparison.figures)
    return table(words.head(comparison, indicator), columns, rows, cards=True)


def _row(figure: Figure, comparison: Comparison, indicator: Indicator) -> Row:
    rank = comparison.ranks.get(figure.city)
    tag = simulated_tag() if figure.is_simulated else None
    name = element("a", figure.place_name, href=addresses.city(figure.city))
    return Row(
        [
            element("span", name, " ", tag),
            told.shown(figure, comparison.view, indicator),
            told.interval_in_words(figure, comparison.view, indicator),
            number(figure.cases) if figure.cases is not None else "",
            told.rank_in_words(rank) if rank else "",
            told.made_from(figure, comparison.view, indicator)
            if figure.is_compared
            else _why_not(retell(figure.why or "")),
        ],
        None if figure.is_compared else "apart",
    )


def _why_not(told_why: str) -> Html | str:
    """What can be done about it is opened by who wants to do it."""
    reason, _, remedy = told_why.partition(". ")
    return (
        element("details", element("summary", f"{reason}."), with_code(remedy))
        if remedy
        else told_why
    )
