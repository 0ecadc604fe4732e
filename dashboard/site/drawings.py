"""The charts of paper on a page: the same drawing, in colours that follow light and dark."""

import re
from dataclasses import fields

from dashboard.design import LIGHT, Palette
from dashboard.markup import Html, element
from dashboard.reports.charts.drawing import svg, width_of
from dashboard.reports.charts.look import Spec
from dashboard.reports.charts.quarters import quarters
from dashboard.reports.charts.trajectory import trajectory
from dashboard.wording import about_statement as words
from dashboard.wording.explanations import finding
from metrics.standing import PromiseStanding

WIDTH, HEIGHT = 320, 150
"""Of the field of the figures, in the points in which its letters have nine."""

NAMES = {getattr(LIGHT, field.name): field.name for field in reversed(fields(Palette))}
COLOUR = re.compile("|".join(NAMES))
FOR_MACHINES = re.compile(r' (?:role|aria-[a-z]+|class|xmlns(?::xlink)?|version)="[^"]*"')
"""What the drawing says of its own parts; the picture as a whole is told in words."""
FONT = re.compile(r' font-family="[^"]*"')


def charts(standing: PromiseStanding) -> list[Html]:
    """What happened against what was promised; of a flow also quarter by quarter."""
    drawn = (
        (trajectory(standing, WIDTH, HEIGHT), finding(standing)),
        (quarters(standing, WIDTH), words.quarters_alt(standing)),
    )
    return [_picture(spec, told) for spec, told in drawn if spec]


def trajectory_alone(standing: PromiseStanding) -> Html | None:
    spec = trajectory(standing, WIDTH, HEIGHT)
    return _picture(spec, finding(standing)) if spec else None


def _picture(spec: Spec, told: str) -> Html:
    drawn = svg(spec)
    coloured = COLOUR.sub(lambda found: f"var(--{_written(found.group())})", drawn)
    plain = FONT.sub("", FOR_MACHINES.sub("", coloured))
    inside = plain.partition(">")[2].removesuffix("</svg>")
    box = re.search(r'viewBox="([^"]+)"', plain)
    assert box and width_of(drawn)
    return element("svg", Html(inside), class_="chart", viewBox=box[1], role="img", aria_label=told)


def _written(colour: str) -> str:
    return NAMES[colour].replace("_", "-")
