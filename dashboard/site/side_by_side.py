"""Cities side by side as a drawing: a dot a city with its interval, the middle half shaded."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.markup import Html, each, element, together
from dashboard.wording import about_comparing as words
from dashboard.wording.comparison import value_in_words
from metrics.comparing.answers import Comparison, Figure, View
from metrics.definition import Indicator

WIDTH, ROW, TOP = 440, 25, 6
NAMES, VALUES = 100, 90
"""How much the names on the left and the figures on the right take up."""


@dataclass(frozen=True)
class Scale:
    """From figures to places across the drawing; zero is always on it."""

    least: float
    most: float

    def __call__(self, value: float) -> str:
        room = WIDTH - NAMES - VALUES
        return f"{NAMES + room * (value - self.least) / (self.most - self.least):.1f}"


def side_by_side(comparison: Comparison, indicator: Indicator) -> Html:
    """Who has a figure that is not compared is hollow; who has none stands in the table alone."""
    known = [figure for figure in comparison.figures if figure.value is not None]
    scale, height = _scale(known), TOP + ROW * len(known)
    rows = (_row(figure, number, scale) for number, figure in enumerate(known))
    values = (
        _text(WIDTH - VALUES + 12, _middle(number), _value(figure, comparison.view, indicator))
        for number, figure in enumerate(known)
    )
    return element(
        "svg",
        _behind(comparison, scale, height),
        each(rows),
        each(values),
        class_="chart dots",
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_label=words.finding(comparison, indicator),
    )


def _value(figure: Figure, view: View, indicator: Indicator) -> str:
    """The bare figure: what it counts is said above the drawing."""
    return value_in_words(figure.value or 0, view, indicator)


def _scale(known: Iterable[Figure]) -> Scale:
    ends = [0.0]
    for figure in known:
        low_and_high = (figure.interval.low, figure.interval.high) if figure.interval else ()
        ends += [figure.value or 0, *low_and_high]
    least, most = min(ends), max(ends)
    return Scale(least, most if most > least else least + 1)


def _behind(comparison: Comparison, scale: Scale, height: int) -> Html:
    """The spread of those compared, and where zero is."""
    spread, zero = comparison.spread, _upright(scale(0), height, "zero")
    if spread is None:
        return zero
    median = _upright(scale(spread.median), height, "median")
    if spread.lower_quartile is None or spread.upper_quartile is None:
        return together(zero, median)
    left, right = scale(spread.lower_quartile), scale(spread.upper_quartile)
    width = f"{float(right) - float(left):.1f}"
    band = element("rect", x=left, y=0, width=width, height=height, class_="band")
    return together(band, zero, median)


def _row(figure: Figure, number: int, scale: Scale) -> Html:
    y = _middle(number)
    interval = figure.interval
    line = (
        element(
            "line", x1=scale(interval.low), x2=scale(interval.high), y1=y, y2=y, class_="interval"
        )
        if interval
        else None
    )
    kind = "dot" if figure.is_compared else "dot apart"
    dot = element("circle", cx=scale(figure.value or 0), cy=y, r=4.5, class_=kind)
    return together(_text(0, y, figure.place_name), line, dot)


def _upright(x: str, height: int, kind: str) -> Html:
    return element("line", x1=x, x2=x, y1=0, y2=height, class_=kind)


def _text(x: int, y: float, words_there: str) -> Html:
    return element("text", words_there, x=x, y=y + 4)


def _middle(number: int) -> float:
    return TOP + ROW * (number + 0.5)
