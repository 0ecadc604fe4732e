"""Figures as plotly specs: plain dicts, pure, in the colours they are given.

A year is one column of a flow; a running total is a line. What is still running is hollow, what is
withheld is said where its column would stand, and what was promised is a dashed line.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.date_axis import date_axis
from dashboard.design import Palette
from dashboard.language import say, separators
from dashboard.wording import chart_words
from dashboard.wording.numbers import amount, percent_sign
from metrics.definition import Indicator
from metrics.standing import Actual, Period, Point, PromiseStanding, Status

Spec = dict[str, Any]

HEIGHT = 320
COLUMN_OF_A_QUARTER = 70 * 24 * 3600 * 1000
"""Seventy days in milliseconds, the unit of an axis of dates."""
HOLLOW = "rgba(0,0,0,0)"
"""Shows what lies behind, a dark page as well as white paper."""
FONT = '"Source Sans", sans-serif'


def trajectory(standing: PromiseStanding, palette: Palette) -> Spec:
    """What happened, against the way that was promised."""
    is_stock = standing.indicator.is_stock
    happened = running_total(standing, palette) if is_stock else columns(standing, palette)
    promised = [*_way(standing, palette), *_expected(standing, palette), *_band(standing, palette)]
    return {"data": [*happened, *promised], "layout": _layout(standing, palette)}


def columns(standing: PromiseStanding, palette: Palette) -> list[Spec]:
    """One column a year; its value stands under it, where no line of the promise crosses it."""
    bars = _bars(standing.years, standing.indicator, palette)
    for spec, actuals in bars:
        spec["x"] = [actual.period.start.year for actual in actuals]
        spec["width"] = 0.56
    return [spec for spec, _ in bars]


def quarters(standing: PromiseStanding, palette: Palette) -> Spec:
    """A flow quarter by quarter: seasons, and where nothing happened."""
    bars = _bars(standing.quarters, standing.indicator, palette)
    for spec, actuals in bars:
        spec["x"] = [_middle(actual.period) for actual in actuals]
        spec["width"] = COLUMN_OF_A_QUARTER
    layout = _layout(standing, palette) | {"height": 180, "annotations": [], "showlegend": False}
    layout["margin"] = {"l": 8, "r": 8, "t": 8, "b": 36}
    days = [actual.period.start for actual in standing.quarters]
    layout["xaxis"] = {"showgrid": False, "automargin": True, **date_axis(days)}
    return {"data": [spec for spec, _ in bars], "layout": layout}


def running_total(standing: PromiseStanding, palette: Palette) -> list[Spec]:
    """A line through the ends of the quarters; the newest point is hollow while it may grow."""
    known = [actual for actual in standing.quarters if actual.value is not None]
    fill = [palette.accent if actual.is_complete else palette.surface for actual in known]
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": say(chart_words.ACTUAL),
            "x": [actual.period.end.isoformat() for actual in known],
            "y": [actual.value for actual in known],
            "line": {"color": palette.accent, "width": 2.5},
            "marker": {"color": fill, "size": 7, "line": {"color": palette.accent, "width": 1.5}},
            "hovertemplate": "%{text}<extra></extra>",
            "text": [chart_words.point(actual, standing.indicator) for actual in known],
        }
    ]


def _bars(
    history: Sequence[Actual], indicator: Indicator, palette: Palette
) -> list[tuple[Spec, list[Actual]]]:
    """What is complete in full colour, what is still running hollow; without their places."""
    known = [actual for actual in history if actual.value is not None]
    kinds = (
        (say(chart_words.ACTUAL), {"color": palette.accent}, [a for a in known if a.is_complete]),
        (say(chart_words.SO_FAR), _hollow(palette), [a for a in known if not a.is_complete]),
    )
    return [
        (_bar(actuals, indicator, name, look), actuals) for name, look, actuals in kinds if actuals
    ]


def _bar(actuals: list[Actual], indicator: Indicator, name: str, look: Spec) -> Spec:
    return {
        "type": "bar",
        "name": name,
        "y": [actual.value for actual in actuals],
        "marker": look,
        "hovertext": [chart_words.point(actual, indicator) for actual in actuals],
        "hoverinfo": "text",
    }


def _hollow(palette: Palette) -> Spec:
    return {
        "color": HOLLOW,
        "line": {"color": palette.accent, "width": 1.5},
        "pattern": {"shape": "/", "fgcolor": palette.accent, "size": 6, "solidity": 0.16},
    }


def _way(standing: PromiseStanding, palette: Palette) -> list[Spec]:
    """The dashed line: the promised way, or where things stood at the start."""
    progress, indicator = standing.progress, standing.indicator
    points = progress.path or tuple(p for p in (progress.baseline, progress.target) if p)
    if not points:
        return []
    if standing.promise.direction and progress.baseline:
        return [_level(standing, progress.baseline, palette)]
    symbols = ["circle-open", *["diamond-open"] * (len(points) - 2), "star"][-len(points) :]
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": say(chart_words.PROMISED),
            "x": [_place(point, indicator) for point in points],
            "y": [point.value for point in points],
            "line": {"color": palette.soft, "width": 1.5, "dash": "dash"},
            "marker": {"symbol": symbols, "size": 11, "color": palette.ink},
            "hovertemplate": "%{text}<extra></extra>",
            "text": [chart_words.promised_point(point, indicator) for point in points],
        }
    ]


def _level(standing: PromiseStanding, baseline: Point, palette: Palette) -> Spec:
    """A flat line from the baseline on, for a promise that names a direction only."""
    last = _place(Point(_newest(standing).period.end, 0), standing.indicator)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": say(chart_words.BASELINE),
        "x": [_place(baseline, standing.indicator), last],
        "y": [baseline.value, baseline.value],
        "line": {"color": palette.soft, "width": 1.5, "dash": "dash"},
        "hovertemplate": "%{text}<extra></extra>",
        "text": [chart_words.promised_point(baseline, standing.indicator)] * 2,
    }


def _newest(standing: PromiseStanding) -> Actual:
    return (standing.quarters if standing.indicator.is_stock else standing.years)[-1]


def _expected(standing: PromiseStanding, palette: Palette) -> list[Spec]:
    """What the line asks for by the time of the figure that was judged, while that is open."""
    progress, indicator = standing.progress, standing.indicator
    if progress.expected is None or progress.actual is None:
        return []
    point = Point(progress.actual.period.end, progress.expected)
    is_past = progress.target is not None and progress.target.on <= point.on
    if is_past or progress.status is Status.ACHIEVED:
        return []
    look = {"symbol": "line-ew-open", "size": 22, "line": {"width": 3}, "color": palette.mixed}
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": say(chart_words.EXPECTED),
            "x": [_place(point, indicator)],
            "y": [point.value],
            "marker": look,
            "hovertemplate": f"{chart_words.expected_point(point, indicator)}<extra></extra>",
        }
    ]


def _place(point: Point, indicator: Indicator) -> int | str:
    """Where a dated point stands: on its year's column, or on its day."""
    return point.on.isoformat() if indicator.is_stock else point.on.year


def _layout(standing: PromiseStanding, palette: Palette) -> Spec:
    indicator = standing.indicator
    marks = date_axis(_days(standing)) if indicator.is_stock else _years(standing)
    return {
        "height": HEIGHT,
        "separators": separators(),
        "margin": {"l": 8, "r": 8, "t": 36, "b": 36},
        "barmode": "overlay",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 14, "color": palette.ink},
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
        "xaxis": {"showgrid": False, "automargin": True, **marks},
        "yaxis": {
            "rangemode": "tozero",
            "gridcolor": palette.rule,
            "zerolinecolor": palette.soft,
            "automargin": True,
            "tickformat": ",",
            "ticksuffix": percent_sign() if indicator.unit == "percent" else "",
        },
        "annotations": [_withheld(place, palette) for place in _hidden(standing)],
        "hoverlabel": {"font": {"family": FONT}},
    }


def _years(standing: PromiseStanding) -> Spec:
    """Each year from the first figure to the last dated point, over the value of its column."""
    values = {a.period.start.year: a.value for a in standing.years if a.value is not None}
    ends = [point.on.year for point in standing.progress.path]
    years = range(min([*values, *ends]), max([*values, *ends]) + 1) if values or ends else ()
    return {
        "tickmode": "array",
        "tickangle": 0,
        "tickvals": list(years),
        "ticktext": [_year(year, values.get(year), standing.indicator) for year in years],
    }


def _year(year: int, value: float | None, indicator: Indicator) -> str:
    return str(year) if value is None else f"{year}<br><b>{amount(value, indicator)}</b>"


def _days(standing: PromiseStanding) -> list[date]:
    """Everything dated that a running total's chart shows."""
    progress = standing.progress
    points = [p for p in (*progress.path, progress.baseline, progress.target) if p]
    ends = [actual.period.end for actual in standing.quarters if actual.value is not None]
    return [*ends, *(point.on for point in points)]


def _hidden(standing: PromiseStanding) -> list[int | str]:
    """Where the withheld figures would stand."""
    indicator = standing.indicator
    history = standing.quarters if indicator.is_stock else standing.years
    ends = [Point(actual.period.end, 0) for actual in history if actual.is_withheld]
    return [_place(point, indicator) for point in ends]


def _withheld(place: int | str, palette: Palette) -> Spec:
    """Said where the figure would stand: it is neither missing nor zero."""
    return {
        "x": place,
        "y": 0,
        "yanchor": "bottom",
        "text": say(chart_words.WITHHELD),
        "showarrow": False,
        "font": {"color": palette.soft, "size": 12},
    }


def _middle(period: Period) -> str:
    return (period.start + (period.end - period.start) / 2).isoformat()


def _band(standing: PromiseStanding, palette: Palette) -> list[Spec]:
    """Where the true value of the figure that was judged lies, with 95 % confidence."""
    interval, actual = standing.progress.interval, standing.progress.actual
    if interval is None or actual is None or actual.value is None:
        return []
    place = _place(Point(actual.period.end, actual.value), standing.indicator)
    ends = {"array": [interval.high - actual.value], "arrayminus": [actual.value - interval.low]}
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": say(chart_words.INTERVAL),
            "x": [place],
            "y": [actual.value],
            "marker": {"size": 1, "color": palette.ink},
            "error_y": {
                "type": "data",
                "symmetric": False,
                "color": palette.ink,
                "width": 7,
                **ends,
            },
            "hoverinfo": "skip",
        }
    ]
