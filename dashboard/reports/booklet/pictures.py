"""A chart as a template wants it."""

from typing import Any

from dashboard.reports.charts.drawing import svg, width_of
from dashboard.reports.charts.look import Spec


def picture(spec: Spec | None, told: str) -> dict[str, Any] | None:
    """A chart with its natural width in points and what it shows, for those who do not see it."""
    if spec is None:
        return None
    drawn = svg(spec)
    return {"svg": drawn, "width": width_of(drawn), "told": told}
