"""The drawings of the screen on paper: the same shapes and curves as SVG that stands on its own."""

from dashboard.design import LIGHT, tone_of
from dashboard.markup import Html
from dashboard.parts.shapes import shape
from dashboard.parts.sparkline import sparkline
from metrics.standing import PromiseStanding, Status

STYLE = (
    "<style>.complete{fill:currentColor}"
    ".running{fill:none;stroke:currentColor;stroke-width:1;stroke-dasharray:2 1.5}"
    ".line{fill:none;stroke:currentColor;stroke-width:1.75;stroke-linejoin:round}</style>"
)
"""What `assets/matrix.css` says on screen."""


def colour_of(status: Status) -> str:
    """The colour of the status' tone on white paper."""
    return str(getattr(LIGHT, tone_of(status)))


def shape_on_paper(status: Status) -> str:
    """The shape of a status in its colour."""
    return _alone(shape(status), colour_of(status))


def curve_on_paper(standing: PromiseStanding) -> str | None:
    """The sparkline of a promise; None where it has fewer than two values."""
    drawing = sparkline(standing)
    return _alone(drawing, colour_of(standing.progress.status)) if drawing else None


def _alone(drawing: Html, colour: str) -> str:
    """What the page around a drawing gives it on screen is written into it."""
    opening, inside = drawing.split(">", 1)
    start = f'{opening} xmlns="http://www.w3.org/2000/svg" color="{colour}">{STYLE}'
    return start + inside.replace("var(--surface)", LIGHT.surface)
