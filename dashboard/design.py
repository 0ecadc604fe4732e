"""The design's tokens: two palettes, the tones of a status, and the style sheet made of them.

What a city wrote is set in serif, what was measured in sans: the reader learns the difference
without being told. A tone is never the only sign of a status; its shape and word stand beside it.
"""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Literal

from metrics.standing import GOOD, MIXED, POOR, Status

Tone = Literal["good", "mixed", "poor", "quiet"]

ASSETS = Path(__file__).parent / "assets"
SHARED_SHEETS = (
    "base.css",
    "frame.css",
    "status.css",
    "overview.css",
    "matrix.css",
    "detail.css",
    "compare.css",
)
"""Those that the site of plain pages has too."""
STYLE_SHEETS = (*SHARED_SHEETS, "taking_in.css", "report.css")


@dataclass(frozen=True)
class Palette:
    """Colours as #rrggbb. Text on `page`, `surface` and its own tint reaches WCAG AA.

    Teal, ochre and vermilion stay apart for eyes that do not tell red from green.
    """

    page: str
    surface: str
    sunken: str
    """Behind what is not measured, and behind table heads."""
    ink: str
    soft: str
    """Secondary text."""
    rule: str
    """Hairlines; never the only edge of something one can click."""
    accent: str
    goal: str
    """Behind the goal of a matrix; what is written on it has `goal_ink`."""
    goal_ink: str
    good: str
    good_tint: str
    mixed: str
    mixed_tint: str
    poor: str
    poor_tint: str
    quiet: str
    quiet_tint: str


LIGHT = Palette(
    page="#f4f5f7",
    surface="#ffffff",
    sunken="#eceef3",
    ink="#14172b",
    soft="#4b5168",
    rule="#d5d8e2",
    accent="#3b34c4",
    goal="#14172b",
    goal_ink="#f4f5f7",
    good="#0a6b5b",
    good_tint="#dff2ed",
    mixed="#865200",
    mixed_tint="#fbebcb",
    poor="#b02a12",
    poor_tint="#fbe3dc",
    quiet="#5b6178",
    quiet_tint="#eceef3",
)

DARK = Palette(
    page="#11131c",
    surface="#191c28",
    sunken="#212533",
    ink="#eceef6",
    soft="#abb1c5",
    rule="#363b4d",
    accent="#a9a6ff",
    goal="#2a2a4f",
    goal_ink="#eceef6",
    good="#5cd1ba",
    good_tint="#12352f",
    mixed="#edb155",
    mixed_tint="#3a2b10",
    poor="#ff937a",
    poor_tint="#452019",
    quiet="#a1a7bc",
    quiet_tint="#262a38",
)


def palette_of(theme: str | None) -> Palette:
    """The palette of `light` or `dark`; light while the browser has not said which."""
    return DARK if theme == "dark" else LIGHT


def tone_of(status: Status) -> Tone:
    """Good, mixed, poor or quiet. Falling as promised is on track, so the status says it all."""
    if status in GOOD:
        return "good"
    if status in MIXED:
        return "mixed"
    return "poor" if status in POOR else "quiet"


@cache
def style_sheet(names: tuple[str, ...] = STYLE_SHEETS) -> str:
    """All CSS of the product, or of some sheets; every colour follows the theme by `light-dark()`."""
    return "\n".join((_variables(), *((ASSETS / name).read_text("utf-8") for name in names)))


def _variables() -> str:
    lines = (
        f"  --{field.name.replace('_', '-')}: "
        f"light-dark({getattr(LIGHT, field.name)}, {getattr(DARK, field.name)});"
        for field in fields(Palette)
    )
    return "\n".join((":root {", *lines, "}"))
