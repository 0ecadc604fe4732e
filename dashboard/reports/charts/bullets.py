"""Promised numbers side by side: how much of each has been reached, and how much is due by now.

Unlike things share one axis because each is measured in parts of its own promise.
"""

from collections.abc import Sequence

from dashboard.design import LIGHT
from dashboard.language import say
from dashboard.reports.charts import look
from dashboard.reports.charts.look import Spec
from dashboard.reports.charts.trajectory import due
from dashboard.wording import chart_words
from dashboard.wording.numbers import percent
from metrics.standing import PromiseStanding

ROW = 26
WIDEST_LABEL = 190
MOST = 1.5
"""A promise kept one and a half times over ends the axis: the number stands beside the bar."""


def bullets(standings: Sequence[PromiseStanding], names: Sequence[str]) -> Spec | None:
    """One row for each promise of a number; None where there is none with a value.

    `names` are what the rows are called, one for each standing. A number that is not to be exceeded
    is left out: of it less is more.
    """
    pairs = [(n, s) for n, s in zip(names, standings, strict=True) if can_be_shown(s)]
    rows = [_row(f"{number}. {name}", s) for number, (name, s) in enumerate(pairs, start=1)]
    if not rows:
        return None
    y: Spec = {"field": "name", "type": "nominal", "sort": None, "axis": _names()}
    layers = [*_bars(rows, y), *_promises(rows, y), *_key(rows)]
    return look.chart(layers, look.WIDTH - 40, ROW * len(rows))


def can_be_shown(standing: PromiseStanding) -> bool:
    """Whether more is better, up to a number, and there is a value."""
    actual, promise = standing.progress.actual, standing.promise
    is_reachable = bool(promise.target and promise.target > 0 and promise.comparison == "at_least")
    return bool(is_reachable and actual and actual.value is not None)


def share_of(standing: PromiseStanding) -> float:
    """The value in parts of the promise, of one that can be shown: 0.82."""
    target, actual = standing.promise.target, standing.progress.actual
    assert target and actual and actual.value is not None
    return actual.value / target


def _row(name: str, standing: PromiseStanding) -> Spec:
    target = standing.promise.target or 1
    start, asked = standing.progress.baseline, due(standing.progress)
    return {
        "name": name,
        "share": min(share_of(standing), MOST),
        "label": percent(100 * share_of(standing)),
        "start": start.value / target if start else None,
        "due": asked.value / target if asked else None,
    }


def _bars(rows: list[Spec], y: Spec) -> list[Spec]:
    x = _share("share")
    bar = look.layer("bar", look.counted() | {"height": 9}, rows, x=x, y=y)
    return [bar, *look.values_on_top({"align": "left", "dx": 5}, rows, x=x, y=y)]


def _promises(rows: list[Spec], y: Spec) -> list[Spec]:
    """The promise is a line through all rows at 100 %."""
    whole = look.layer(
        "rule", {"color": LIGHT.ink, "strokeWidth": 1.5}, [{"one": 1}], x=_share("one")
    )
    asked = [row for row in rows if row["due"] is not None]
    starts = [row for row in rows if row["start"] is not None]
    upright: Spec = {**look.expected(), "angle": 90}
    hollow: Spec = {"shape": "circle", "size": 30, "fill": LIGHT.surface, "stroke": LIGHT.ink}
    return [
        whole,
        look.layer("point", hollow | {"opacity": 1}, starts, x=_share("start"), y=y),
        look.layer("point", upright, asked, x=_share("due"), y=y),
    ]


def _share(field: str) -> Spec:
    axis: Spec = {"format": ".0%", "values": [0, 0.5, 1], "grid": False}
    return {"field": field, "type": "quantitative", "axis": axis, "scale": {"domain": [0, MOST]}}


def _names() -> Spec:
    return {"labelLimit": WIDEST_LABEL, "labelColor": LIGHT.ink, "domain": False}


def _key(rows: list[Spec]) -> list[Spec]:
    edge: Spec = {"stroke": LIGHT.ink, "strokeWidth": 1.5}
    line: Spec = {"shape": "stroke", "angle": 90, "size": 110}
    entries: list[look.Mark] = [
        look.counted_mark(),
        (say(chart_words.PROMISED), {**line, **edge}),
    ]
    if any(row["start"] is not None for row in rows):
        entries.append((say(chart_words.BASELINE), {"shape": "circle", **edge}))
    if any(row["due"] is not None for row in rows):
        said, mark = look.expected_mark()
        entries.append((said, {**mark, "angle": 90}))
    return look.key(entries)
