"""How charts on paper look: the screen's light palette, and patterns that survive a copier.

What was counted is solid, what is still running is hollow with a broken edge, what was promised is a
broken line with open marks: nothing is told by colour alone.
"""

from collections.abc import Iterable
from typing import Any

from dashboard.design import LIGHT
from dashboard.language import say
from dashboard.wording import chart_words
from dashboard.wording.numbers import number, percent
from metrics.definition import Indicator

Spec = dict[str, Any]

FONT = "Source Sans Pro"
SIZE = 9
"""Of the letters, in points."""
LETTER = 0.5
"""The width of a letter in the middle of a text, in parts of its height."""
BROKEN = [3, 2]

WIDTH, HEIGHT = 340, 130
"""Of the field in which the figures stand, in points; the axes' labels come outside."""

PLAIN: Spec = {
    "shape": "circle",
    "size": 30,
    "fill": LIGHT.surface,
    "stroke": "transparent",
    "strokeWidth": 0,
    "strokeDash": [1, 0],
    "angle": 0,
}
"""What a mark of the key is where it says nothing else."""

KEY_AT = -20
"""Where the line stands that says what each mark is."""

Mark = tuple[str, Spec]


def counted() -> Spec:
    return {"color": LIGHT.accent}


def running() -> Spec:
    """What may still grow."""
    edge: Spec = {"stroke": LIGHT.accent, "strokeWidth": 1, "strokeDash": BROKEN}
    return {"color": LIGHT.surface, "fill": LIGHT.surface, **edge}


def way() -> Spec:
    return {"color": LIGHT.soft, "strokeWidth": 1.2, "strokeDash": BROKEN}


def layer(mark: str, look: Spec, values: list[Spec], **encoding: Spec) -> Spec:
    """One layer with its own data."""
    return {
        "data": {"values": values},
        "mark": {"type": mark, "tooltip": None, **look},
        "encoding": encoding,
    }


def text(look: Spec, values: list[Spec], **encoding: Spec) -> Spec:
    """A layer of words, which stand in the field `label`."""
    words: Spec = {"field": "label", "type": "nominal"}
    return layer("text", {"fontSize": SIZE, **look}, values, text=words, **encoding)


def values_on_top(look: Spec, values: list[Spec], **encoding: Spec) -> list[Spec]:
    """Words in bold with a white edge, so that a line that runs through them leaves them legible."""
    bold = {"fontWeight": 600, **look}
    edge: Spec = {"stroke": LIGHT.surface, "strokeWidth": 3, "color": LIGHT.surface}
    return [text({**bold, **edge}, values, **encoding), text(bold, values, **encoding)]


def chart(layers: list[Spec], width: float = WIDTH, height: float = HEIGHT) -> Spec:
    """A whole chart of layers that share their scales."""
    return {"layer": layers, "width": width, "height": height, "config": config()}


def config() -> Spec:
    """What every chart has in common."""
    label: Spec = {"labelFontSize": SIZE, "labelColor": LIGHT.soft, "title": None}
    return {
        "font": FONT,
        "background": None,
        "padding": 2,
        "view": {"stroke": None},
        "legend": {"disable": True},
        "axis": {
            **label,
            "ticks": False,
            "domain": False,
            "gridColor": LIGHT.rule,
            "labelPadding": 4,
        },
        "axisX": {"grid": False, "domain": True, "domainColor": LIGHT.soft, "labelAngle": 0},
        "axisY": {"tickCount": 4},
        "text": {"color": LIGHT.ink, "font": FONT},
    }


def values_axis(indicator: Indicator, field: str = "value") -> Spec:
    """The axis of values: it begins at zero, and a share says its percent."""
    sign = f" + '{percent(1)[1:]}'" if indicator.unit == "percent" else ""
    axis: Spec = {"labelExpr": f"replace(format(datum.value, ',~r'), /,/g, '{thousands()}'){sign}"}
    return {"field": field, "type": "quantitative", "axis": axis, "scale": {"zero": True}}


def thousands() -> str:
    """What stands between thousands in the language spoken now."""
    return number(1000)[1]


def key(entries: Iterable[Mark]) -> list[Spec]:
    """One line above the chart that says what each mark is: two layers, however many entries."""
    marks, words, x = [], [], 5.0
    for said, mark in entries:
        marks.append({**PLAIN, **mark, "x": x, "y": KEY_AT})
        words.append({"label": said, "x": x + 9, "y": KEY_AT})
        x += 9 + LETTER * SIZE * len(said) + 17
    drawn = {name: _as_given(name) for name in ("x", "y", *PLAIN)}
    place = {name: _as_given(name) for name in ("x", "y")}
    return [
        layer("point", {"opacity": 1}, marks, **drawn),
        text({"align": "left", "color": LIGHT.soft}, words, **place),
    ]


def _as_given(field: str) -> Spec:
    """The field holds what is drawn, not a value to be scaled."""
    kind = "nominal" if field in ("shape", "fill", "stroke", "strokeDash") else "quantitative"
    axis: Spec = {"axis": None} if field in ("x", "y") else {}
    return {"field": field, "type": kind, "scale": None, **axis}


def counted_mark() -> Mark:
    return say(chart_words.ACTUAL), {"shape": "square", "size": 50, "fill": LIGHT.accent}


def running_mark() -> Mark:
    edge: Spec = {"stroke": LIGHT.accent, "strokeWidth": 1, "strokeDash": BROKEN}
    return say(chart_words.SO_FAR), {"shape": "square", "size": 45, **edge}


def way_mark(words: str) -> Mark:
    line: Spec = {"shape": "stroke", "size": 110, "strokeWidth": 1.2, "strokeDash": BROKEN}
    return say(words), {**line, "stroke": LIGHT.soft}


def expected_mark() -> Mark:
    line: Spec = {"shape": "stroke", "size": 110, "strokeWidth": 2.5}
    return say(chart_words.EXPECTED), {**line, "stroke": LIGHT.mixed}


def expected() -> Spec:
    """A short thick stroke: what is due by now."""
    return {
        "shape": "stroke",
        "size": 240,
        "strokeWidth": 2.5,
        "stroke": LIGHT.mixed,
        "opacity": 1,
    }
