"""A flow quarter by quarter: its seasons, and where nothing happened."""

from dashboard.design import LIGHT
from dashboard.language import say
from dashboard.reports.charts import look
from dashboard.reports.charts.look import Spec
from dashboard.wording import chart_words
from metrics.standing import Actual, PromiseStanding

HEIGHT = 60


def quarters(
    standing: PromiseStanding, width: float = look.WIDTH, height: float = HEIGHT
) -> Spec | None:
    """None for a running total, whose trajectory shows the quarters, and where none is known."""
    known = [actual for actual in standing.quarters if actual.value is not None]
    if standing.indicator.is_stock or not known:
        return None
    bounds: Spec = {"nice": False, "padding": width / len(standing.quarters) / 2}
    x: Spec = {"field": "on", "type": "temporal", "axis": _years(), "scale": bounds}
    y = look.values_axis(standing.indicator)
    y["axis"] = {**y["axis"], "tickCount": 2}
    bar = {"width": width / len(standing.quarters) * 0.72}
    complete = [_column(actual) for actual in known if actual.is_complete]
    running = [_column(actual) for actual in known if not actual.is_complete]
    layers = [
        look.layer("bar", look.counted() | bar, complete, x=x, y=y),
        look.layer("bar", look.running() | bar, running, x=x, y=y),
    ]
    return look.chart([*layers, *_withheld(standing, x, height)], width, height)


def _years() -> Spec:
    return {"format": "%Y", "tickCount": {"interval": "year", "step": 1}, "ticks": True}


def _column(actual: Actual) -> Spec:
    return {"on": _middle(actual), "value": actual.value}


def _middle(actual: Actual) -> str:
    period = actual.period
    return (period.start + (period.end - period.start) / 2).isoformat()


def _withheld(standing: PromiseStanding, x: Spec, height: float) -> list[Spec]:
    """A small cross on the base line, explained once, where there is no room for the word."""
    hidden = [actual for actual in standing.quarters if actual.is_withheld]
    if not hidden:
        return []
    bottom: Spec = {"value": height - 4}
    cross: Spec = {"shape": "cross", "angle": 45, "size": 18}
    marks = [{"on": _middle(actual)} for actual in hidden]
    key = look.key([(say(chart_words.WITHHELD), {**cross, "fill": LIGHT.soft})])
    drawn = {**cross, "color": LIGHT.soft, "filled": True, "opacity": 1}
    return [look.layer("point", drawn, marks, x=x, y=bottom), *key]
