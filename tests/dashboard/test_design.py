"""Colours that can be read, in light and in dark, and shapes that differ without their colour."""

import tomllib
from pathlib import Path

import pytest

from dashboard import design
from dashboard.design import DARK, LIGHT, Palette, palette_of, style_sheet, tone_of
from dashboard.parts.shapes import DRAWINGS
from metrics.standing import Status

AA_TEXT = 4.5
AA_GRAPHICS = 3.0


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_ratio_is_the_one_of_the_standard():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54  # the standard's own example


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "surface", "sunken"])
@pytest.mark.parametrize("text", ["ink", "soft", "accent", "good", "mixed", "poor", "quiet"])
def test_text_reaches_aa_on_every_ground(palette: Palette, ground: str, text: str):
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= AA_TEXT


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", ["good", "mixed", "poor", "quiet"])
def test_a_tone_reaches_aa_on_its_own_tint(palette: Palette, tone: str):
    assert contrast(getattr(palette, tone), getattr(palette, f"{tone}_tint")) >= AA_TEXT


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_ink_reaches_aa_on_the_banner_and_the_goal(palette: Palette):
    assert contrast(palette.ink, palette.mixed_tint) >= AA_TEXT
    assert contrast(palette.goal_ink, palette.goal) >= AA_TEXT
    assert contrast(palette.accent, palette.surface) >= AA_GRAPHICS


def test_every_status_has_a_shape_and_no_two_are_alike():
    assert set(DRAWINGS) == set(Status)
    assert len(set(DRAWINGS.values())) == len(Status)


def test_every_status_has_a_tone():
    assert tone_of(Status.ACHIEVED) == tone_of(Status.INCREASING) == "good"
    assert tone_of(Status.STEADY) == "mixed"
    assert tone_of(Status.MOVING_AWAY) == "poor"
    assert tone_of(Status.WITHHELD) == tone_of(Status.NOT_MEASURED) == "quiet"


def test_the_palette_follows_the_theme_and_is_light_until_it_is_known():
    assert palette_of("dark") is DARK
    assert palette_of("light") is palette_of(None) is LIGHT


def test_every_colour_follows_the_theme():
    assert "--ink: light-dark(#14172b, #eceef6);" in style_sheet()


def test_nothing_is_fetched_from_elsewhere():
    sheet = style_sheet()
    assert "http" not in sheet
    assert "@import" not in sheet


def test_streamlit_s_theme_has_the_same_colours():
    path = Path(design.__file__).parent / ".streamlit" / "config.toml"
    theme = tomllib.loads(path.read_text("utf-8"))["theme"]
    for name, palette in (("light", LIGHT), ("dark", DARK)):
        assert theme[name]["backgroundColor"] == palette.page
        assert theme[name]["secondaryBackgroundColor"] == palette.surface
        assert theme[name]["textColor"] == palette.ink
        assert theme[name]["primaryColor"] == theme[name]["linkColor"] == palette.accent
        assert theme[name]["borderColor"] == palette.rule
