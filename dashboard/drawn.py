"""A chart as plotly has checked it: once, instead of anew for everybody who looks."""

from typing import Any

import streamlit
from plotly.graph_objects import Figure

CONFIG = {"displayModeBar": False, "responsive": True}


class Drawn(Figure):
    """Gives the same dict each time; a plain figure copies itself for whoever asks."""

    def __init__(self, spec: dict[str, Any]) -> None:
        super().__init__(spec)
        # nothing of plotly's own look, which is for white paper
        self.update_layout(template="none")
        self._checked = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        return self._checked


def drawn(spec: dict[str, Any] | None) -> Drawn | None:
    """None where there is nothing to draw, as where every figure is withheld."""
    return Drawn(spec) if spec and spec["data"] else None


def show_drawn(chart: Drawn | None, key: str, told: str) -> None:
    """`told` says the finding to those who do not see it. No theme of Streamlit's: it would make
    the letters small and grey."""
    if chart is not None:
        streamlit.plotly_chart(chart, key=key, config=CONFIG, alt=told, theme=None)
