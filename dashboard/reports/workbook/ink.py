"""How cells look: the product's light palette, one look a name."""

from typing import Any, Literal

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from dashboard.design import LIGHT, Tone

SANS, SERIF = "Arial", "Georgia"
"""What was measured is set in sans, what a city wrote in serif, as on screen. Both are on nearly
every machine, or have a twin there of the same width."""

Look = Literal[
    "text",
    "name",
    "poster",
    "soft",
    "count",
    "decimal",
    "percent",
    "day",
    "change",
    "points",
    "withheld",
    "good",
    "mixed",
    "poor",
    "quiet",
    "total",
    "total_count",
    "total_percent",
]

_LINE = {"bottom": 1, "bottom_color": LIGHT.rule}
_TOTAL = {"bold": True, "top": 1, "top_color": LIGHT.soft, "bg_color": LIGHT.page}
_RIGHT = {"align": "right"}
_LEFT = {"text_wrap": True, "align": "left", "indent": 1}


def _tone(tone: Tone) -> dict[str, Any]:
    colour, tint = getattr(LIGHT, tone), getattr(LIGHT, f"{tone}_tint")
    return {"font_color": colour, "bg_color": tint, "bold": tone != "quiet", **_LEFT}


LOOKS: dict[Look, dict[str, Any]] = {
    "text": _LEFT,
    "name": {"bold": True, **_LEFT},
    "poster": {"font_name": SERIF, **_LEFT},
    "soft": {"font_color": LIGHT.soft, "font_size": 9, **_LEFT},
    "count": {"num_format": "#,##0", **_RIGHT},
    "decimal": {"num_format": "#,##0.0", **_RIGHT},
    "percent": {"num_format": "0.0%", **_RIGHT},
    "day": {"num_format": "d mmm yyyy", **_RIGHT},
    "change": {"num_format": "+#,##0.##;\u2212#,##0.##;0", **_RIGHT},
    "points": {"num_format": '+0.0" pp";\u22120.0" pp";0" pp"', **_RIGHT},
    "withheld": {"italic": True, "font_color": LIGHT.quiet, "bg_color": LIGHT.quiet_tint, **_RIGHT},
    "good": _tone("good"),
    "mixed": _tone("mixed"),
    "poor": _tone("poor"),
    "quiet": _tone("quiet"),
    "total": {**_TOTAL, **_LEFT},
    "total_count": {**_TOTAL, "num_format": "#,##0", **_RIGHT},
    "total_percent": {**_TOTAL, "num_format": "0.0%", **_RIGHT},
}

HEAD = {
    "bold": True,
    "font_color": LIGHT.goal_ink,
    "bg_color": LIGHT.goal,
    "text_wrap": True,
    "valign": "vcenter",
    "align": "left",
    "indent": 1,
}
NUMBER_HEAD = HEAD | {"align": "right", "indent": 0}
NUMBERS: frozenset[Look] = frozenset({"count", "decimal", "percent", "day", "change", "points"})
"""Looks that line up at the right."""

TITLE = {"font_size": 18, "bold": True, "font_color": LIGHT.ink, "font_name": SERIF}
LEAD = {"font_size": 10, "font_color": LIGHT.soft}
BANNER = {"bold": True, "font_color": LIGHT.mixed, "bg_color": LIGHT.mixed_tint}


class Ink:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def look(self, name: Look) -> Format:
        """A cell of a table, with a hairline below."""
        return self.of(_LINE | LOOKS[name])

    def of(self, properties: dict[str, Any]) -> Format:
        """Any other; sans, ten points, at the top of its cell unless it says otherwise."""
        base = {"font_name": SANS, "font_size": 10, "font_color": LIGHT.ink, "valign": "top"}
        whole = base | properties
        key = repr(sorted(whole.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]
