"""An indicator broken down: the same small chart for every member, on the same scale."""

from collections.abc import Sequence
from datetime import date

from dashboard.design import LIGHT
from dashboard.reports.charts import look
from dashboard.reports.charts.look import Spec
from dashboard.wording.numbers import amount
from metrics.definition import Indicator
from metrics.standing import Actual

COLUMNS = 4
WIDTH, HEIGHT = 92, 46
CROSS = "×"
"""Stands for a withheld figure, where there is no room for the word."""
ROOM_ABOVE = 1.25
"""So that the number on the highest column stays inside its chart."""


def multiples(parts: Sequence[Actual], indicator: Indicator, names: dict[str, str]) -> Spec | None:
    """One chart a member, the years across; None where no value is known.

    `parts` are of one breakdown; `names` gives the words of its members, in the order in which they
    are to stand.
    """
    known = [actual for actual in parts if actual.value is not None]
    if not known:
        return None
    newest = max((a.period.start for a in known if a.is_complete), default=known[-1].period.start)
    head: Spec = {"labelFontSize": look.SIZE, "labelFontWeight": 600, "labelColor": LIGHT.ink}
    facet: Spec = {"field": "who", "type": "nominal", "sort": list(names.values()), "title": None}
    return {
        "data": {"values": [_value(actual, indicator, names, newest) for actual in parts]},
        "facet": {**facet, "header": {**head, "labelAnchor": "start", "labelPadding": 3}},
        "columns": COLUMNS,
        "spacing": {"row": 10, "column": 14},
        "spec": {"layer": _layers(parts, indicator), "width": WIDTH, "height": HEIGHT},
        "config": look.config(),
    }


def _value(actual: Actual, indicator: Indicator, names: dict[str, str], newest: date) -> Spec:
    """Of a share, whose words are wide, only the newest whole year carries its value."""
    has_room = not indicator.is_share or actual.period.start == newest
    shown = actual.value is not None and has_room
    return {
        "who": names[actual.member],
        "on": _year(actual),
        "value": actual.value,
        "complete": actual.is_complete,
        "label": amount(actual.value or 0, indicator) if shown else "",
        "hidden": CROSS if actual.is_withheld else "",
    }


def _year(actual: Actual) -> str:
    return str(actual.period.start.year)


def _layers(parts: Sequence[Actual], indicator: Indicator) -> list[Spec]:
    years = sorted({_year(part) for part in parts})
    highest = max(part.value or 0 for part in parts)
    labels: Spec = {"labelExpr": "slice(datum.value, 2)", "labelFontSize": 8}
    x: Spec = {"field": "on", "type": "ordinal", "scale": {"domain": years}, "axis": labels}
    scale: Spec = {"domain": [0, highest * ROOM_ABOVE or 1], "nice": False}
    y = {**look.values_axis(indicator), "axis": None, "scale": scale}
    columns = {"width": {"band": 0.62}}
    return [
        _layer("bar", look.counted() | columns, "datum.complete", x=x, y=y),
        _layer("bar", look.running() | columns, "!datum.complete", x=x, y=y),
        _words("label", {"dy": -5, "fontSize": 7.5}, x, y),
        _words("hidden", {"baseline": "bottom", "dy": -2, "fontSize": 7.5}, x, {"value": HEIGHT}),
    ]


def _layer(mark: str, style: Spec, where: str, **encoding: Spec) -> Spec:
    return {
        "transform": [{"filter": where}],
        "mark": {"type": mark, **style},
        "encoding": encoding,
    }


def _words(field: str, style: Spec, x: Spec, y: Spec) -> Spec:
    words: Spec = {"field": field, "type": "nominal"}
    return {"mark": {"type": "text", **style}, "encoding": {"text": words, "x": x, "y": y}}
