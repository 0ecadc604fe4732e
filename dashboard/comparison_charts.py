"""Cities side by side as plotly specs: plain dicts, pure, in the colours they are given."""

import math
from collections.abc import Sequence

from dashboard.charts import FONT, HOLLOW, Spec
from dashboard.design import Palette
from dashboard.language import say, separators
from dashboard.wording import about_comparing as words
from dashboard.wording.comparison import shown, value_in_words
from dashboard.wording.numbers import amount
from metrics.comparing.answers import Comparison, Figure
from metrics.definition import Indicator
from metrics.standing import Actual

ROW = 42
"""Pixels a city."""
NAME_HEIGHT = 0.075
"""Of a chart of slopes: what a line of text takes up."""
WHOLE_WAY = 100
"""Percent: where a promise is kept."""


def side_by_side(comparison: Comparison, indicator: Indicator, palette: Palette) -> Spec:
    """A dot a city with its 95 % interval; the middle half of the peers shaded, their median a line.

    Against a promise the way is a bar, and the promise a line at 100 %. Who is not compared but has
    a figure is hollow and without an interval, which could be wider than all others together.
    """
    known = [figure for figure in reversed(comparison.figures) if figure.value is not None]
    is_promise = comparison.view == "promise"
    drawn = _ways(known, palette) if is_promise else _dots(known, comparison, palette)
    for trace in drawn:
        trace["hovertext"] = [
            f"{f.place_name}: {shown(f, comparison.view, indicator)}" for f in trace.pop("of")
        ]
    return {"data": drawn, "layout": _layout(comparison, indicator, known, palette)}


def small_multiples(
    histories: Sequence[tuple[str, Sequence[Actual]]], indicator: Indicator, palette: Palette
) -> list[tuple[str, Spec]]:
    """A chart a city, all on one scale and the same years, so that they can be compared."""
    known = [a for _, history in histories for a in history if a.value is not None]
    if not known:
        return []
    years = [actual.period.start.year for actual in known]
    most = max(actual.value or 0 for actual in known)
    axes = (min(years) - 0.6, max(years) + 0.6), (0, most * 1.18 or 1)
    return [
        (name, _multiple(name, history, indicator, axes, palette)) for name, history in histories
    ]


def slopes(comparison: Comparison, palette: Palette) -> Spec | None:
    """From each city's own baseline, set to 100, to now; None where no baseline is known."""
    lines = [
        _slope(figure, palette)
        for figure in comparison.figures
        if figure.baseline and figure.baseline.value and figure.actual and figure.actual.value
    ]
    if not lines:
        return None
    layout = _plain(palette) | {"height": 290, "showlegend": False}
    layout["margin"] = {"l": 8, "r": 150, "t": 16, "b": 32}
    layout["xaxis"] = {"showgrid": False, "dtick": 1, "tickformat": "d"}
    layout["yaxis"] = {"gridcolor": palette.rule, "automargin": True, "rangemode": "tozero"}
    layout["annotations"] = _names(lines, palette)
    return {"data": lines, "layout": layout}


def _dots(known: Sequence[Figure], comparison: Comparison, palette: Palette) -> list[Spec]:
    """Zero is in sight wherever the figures are counts."""
    kinds = ((True, palette.accent), (False, palette.surface))
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "of": figures,
            "x": [figure.value for figure in figures],
            "y": [figure.place_name for figure in figures],
            "hoverinfo": "text",
            "marker": {"size": 13, "color": fill, "line": {"color": palette.accent, "width": 1.8}},
            **({"error_x": _intervals(figures, palette)} if is_compared else {}),
        }
        for is_compared, fill in kinds
        if (figures := [f for f in known if f.is_compared is is_compared])
    ]


def _intervals(figures: Sequence[Figure], palette: Palette) -> Spec:
    ends = [(f.value or 0, f.interval) for f in figures]
    return {
        "type": "data",
        "symmetric": False,
        "array": [interval.high - value if interval else 0 for value, interval in ends],
        "arrayminus": [value - interval.low if interval else 0 for value, interval in ends],
        "color": palette.soft,
        "thickness": 1.6,
        "width": 5,
    }


def _ways(known: Sequence[Figure], palette: Palette) -> list[Spec]:
    """Bullets: the share of the way that was gone."""
    return [
        {
            "type": "bar",
            "orientation": "h",
            "of": list(known),
            "x": [figure.value for figure in known],
            "y": [figure.place_name for figure in known],
            "width": 0.42,
            "hoverinfo": "text",
            "marker": {"color": palette.accent},
        }
    ]


def _layout(
    comparison: Comparison, indicator: Indicator, known: Sequence[Figure], palette: Palette
) -> Spec:
    """The spread behind the figures, said once where it is drawn."""
    layout = _plain(palette) | {"height": 90 + ROW * max(len(known), 1), "showlegend": False}
    layout["margin"] = {"l": 8, "r": 24, "t": 40, "b": 36}
    layout["xaxis"] = {
        "gridcolor": palette.rule,
        "zerolinecolor": palette.soft,
        "rangemode": "normal" if comparison.view == "growth" else "tozero",
        "automargin": True,
    }
    rows = {"categoryorder": "array", "categoryarray": [figure.place_name for figure in known]}
    layout["yaxis"] = {"showgrid": False, "automargin": True, "type": "category", **rows}
    layout["shapes"] = _shapes(comparison, palette)
    layout["annotations"] = _notes(comparison, indicator, palette)
    return layout


def _shapes(comparison: Comparison, palette: Palette) -> list[Spec]:
    spread = comparison.spread
    shapes = []
    if spread and spread.lower_quartile is not None and spread.upper_quartile is not None:
        band = {"fillcolor": palette.quiet_tint, "line": {"width": 0}, "layer": "below"}
        ends = {"x0": spread.lower_quartile, "x1": spread.upper_quartile}
        shapes.append({"type": "rect", "yref": "paper", "y0": 0, "y1": 1, **ends, **band})
    marks = [spread.median] if spread else []
    marks += [WHOLE_WAY] if comparison.view == "promise" else []
    return [*shapes, *(_upright(place, palette) for place in marks)]


def _upright(place: float, palette: Palette) -> Spec:
    line = {"color": palette.ink, "width": 1.4, "dash": "dot"}
    return {
        "type": "line",
        "x0": place,
        "x1": place,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": line,
    }


def _notes(comparison: Comparison, indicator: Indicator, palette: Palette) -> list[Spec]:
    notes = []
    if comparison.spread:
        median = value_in_words(comparison.spread.median, comparison.view, indicator)
        notes.append((comparison.spread.median, say(words.MEDIAN_IS, median=median)))
    if comparison.view == "promise":
        notes.append((WHOLE_WAY, say(words.PROMISE_KEPT)))
    return [
        {
            "x": place,
            "yref": "paper",
            "y": 1.0,
            "yanchor": "bottom",
            "yshift": 16 * row,
            "text": text,
            "showarrow": False,
            "font": {"size": 13, "color": palette.soft},
        }
        for row, (place, text) in enumerate(notes)
    ]


def _multiple(
    name: str,
    history: Sequence[Actual],
    indicator: Indicator,
    axes: tuple[tuple[float, float], tuple[float, float]],
    palette: Palette,
) -> Spec:
    known = [actual for actual in history if actual.value is not None]
    hollow = [palette.accent if actual.is_complete else HOLLOW for actual in known]
    bars = {
        "type": "bar",
        "x": [actual.period.start.year for actual in known],
        "y": [actual.value for actual in known],
        "hovertext": [f"{a.period.label}: {amount(a.value or 0, indicator)}" for a in known],
        "hoverinfo": "text",
        "marker": {"color": hollow, "line": {"color": palette.accent, "width": 1.4}},
    }
    years, values = axes
    layout = _plain(palette) | {"height": 170, "showlegend": False, "bargap": 0.35}
    name_above = {"text": f"<b>{name}</b>", "font": {"size": 15}, "x": 0, "xref": "container"}
    layout["title"] = name_above | {"y": 0.97, "yanchor": "top"}
    layout["margin"] = {"l": 8, "r": 8, "t": 30, "b": 24}
    ends = [math.ceil(years[0]), math.floor(years[1])]
    layout["xaxis"] = {"showgrid": False, "range": years, "tickvals": ends, "tickformat": "d"}
    layout["yaxis"] = {"gridcolor": palette.rule, "range": values, "nticks": 3, "automargin": True}
    return {"data": [bars], "layout": layout}


def _slope(figure: Figure, palette: Palette) -> Spec:
    assert figure.baseline and figure.actual  # the caller has looked
    ends = (figure.baseline, figure.actual)
    first = figure.baseline.value or 1
    values = [100 * (end.value or 0) / first for end in ends]
    color = palette.accent if figure.is_compared else palette.quiet
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": figure.place_name,
        "x": [end.period.start.year for end in ends],
        "y": values,
        "cliponaxis": False,
        "hovertext": [f"{figure.place_name}: {value:,.0f}" for value in values],
        "hoverinfo": "text",
        "line": {"color": color, "width": 2, "dash": "solid" if figure.is_compared else "dot"},
        "marker": {"size": 8, "color": color},
    }


def _names(lines: Sequence[Spec], palette: Palette) -> list[Spec]:
    """Each city's name at the end of its line, moved up as far as the one below it asks."""
    room = NAME_HEIGHT * max(value for line in lines for value in line["y"])
    notes, below = [], float("-inf")
    for line in sorted(lines, key=lambda each_line: each_line["y"][-1]):
        below = max(line["y"][-1], below + room)
        notes.append(
            {
                "x": 1,
                "xref": "paper",
                "xanchor": "left",
                "xshift": 8,
                "y": below,
                "text": line["name"],
                "showarrow": False,
                "font": {"size": 13, "color": palette.ink},
            }
        )
    return notes


def _plain(palette: Palette) -> Spec:
    return {
        "separators": separators(),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 14, "color": palette.ink},
        "hoverlabel": {"font": {"family": FONT}},
    }
