"""Specs become pictures: SVG for a PDF, PNG at print resolution for a document."""

import json
import re
from functools import cache, lru_cache

import vl_convert

from dashboard.reports.charts.look import Spec
from dashboard.reports.typesetting import FONTS

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
    """The chart as a picture of 300 pixels an inch."""
    _fonts()
    made = vl_convert.svg_to_png(svg(spec), scale=PIXELS_PER_INCH / 72, ppi=PIXELS_PER_INCH)
    assert isinstance(made, bytes)
    return made


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
