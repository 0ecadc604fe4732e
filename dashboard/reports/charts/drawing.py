"""Specs become pictures: SVG for a PDF, PNG at print resolution for a document."""

import json
import re
from functools import cache, lru_cache
from pathlib import Path

import vl_convert

from dashboard.reports.charts.look import Spec
from dashboard.reports.typesetting import FONTS, picture_of

TEMPLATE = Path(__file__).with_name("picture.typ")
PIXELS_PER_INCH = 300
KEPT = 512
"""The same chart stands in the booklet and in the document; it is drawn once."""


def svg(spec: Spec) -> str:
    """The chart as SVG; its letters stay letters, in the font that comes along."""
    return _svg(json.dumps(spec, sort_keys=True))


def width_of(drawn: str) -> float:
    """The width of an SVG in points, at which its letters have the size they were given."""
    found = re.search(r'<svg[^>]* width="([\d.]+)"', drawn)
    assert found  # whatever is drawn here says how wide it is
    return float(found.group(1))


def png(spec: Spec) -> bytes:
    """The chart as a picture of 300 pixels an inch.

    Typst makes it of the vectors, fourteen times faster than vl-convert and in a twentieth of the room.
    """
    drawn = svg(spec)
    return picture_of(TEMPLATE, {"svg": drawn, "width": str(width_of(drawn))}, PIXELS_PER_INCH)


@lru_cache(maxsize=KEPT)
def _svg(written: str) -> str:
    _fonts()
    made = vl_convert.vega_to_svg(vl_convert.vegalite_to_vega(written))
    assert isinstance(made, str)
    return made


@cache
def _fonts() -> None:
    """Letters are measured with the very font in which they are set."""
    vl_convert.register_font_directory(str(FONTS))
