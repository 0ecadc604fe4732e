"""What happened, against the way that was promised: a column a year, or a running total."""

from dashboard.design import LIGHT
from dashboard.language import say
from dashboard.reports.charts import look
from dashboard.reports.charts.look import Spec
from dashboard.wording import chart_words
from dashboard.wording.numbers import amount
from metrics.standing import Actual, Point, Progress, PromiseStanding, Status

HOLLOW, SOLID = "circle", "diamond"


def trajectory(
    standing: PromiseStanding, width: float = look.WIDTH, height: float = look.HEIGHT
) -> Spec | None:
    """None where no value is known: an empty chart says less than a sentence."""
    if not known(standing):
        return None
    happened, labels = _line(standing) if standing.indicator.is_stock else _columns(standing)
    layers = [*happened, *_way(standing), *_expected(standing), *_interval(standing), *labels]
    return look.chart([*layers, *_withheld(standing, height), *_key(standing)], width, height)


def history(standing: PromiseStanding) -> tuple[Actual, ...]:
    """The years of a flow, the quarters of a running total."""
    return standing.quarters if standing.indicator.is_stock else standing.years


def known(standing: PromiseStanding) -> list[Actual]:
    return [actual for actual in history(standing) if actual.value is not None]


def _columns(standing: PromiseStanding) -> tuple[list[Spec], list[Spec]]:
    """One column a year, and the values on top of them."""
    x, y = _x(standing), look.values_axis(standing.indicator)
    columns = {"width": {"band": 0.56}}
    values = [
        {
            "on": str(actual.period.start.year),
            "value": actual.value,
            "label": amount(actual.value or 0, standing.indicator),
            "complete": actual.is_complete,
        }
        for actual in known(standing)
    ]
    complete = [value for value in values if value["complete"]]
    open_ended = [value for value in values if not value["complete"]]
    kinds = ((look.counted(), complete), (look.running(), open_ended))
    bars = [look.layer("bar", kind | columns, found, x=x, y=y) for kind, found in kinds if found]
    return bars, look.values_on_top({"dy": -6}, values, x=x, y=y)


def _line(standing: PromiseStanding) -> tuple[list[Spec], list[Spec]]:
    """A line through the ends of the quarters; only the newest point carries its value."""
    x, y = _x(standing), look.values_axis(standing.indicator)
    values = [
        {"on": actual.period.end.isoformat(), "value": actual.value} for actual in known(standing)
    ]
    newest = known(standing)[-1]
    label = {**values[-1], "label": amount(newest.value or 0, standing.indicator)}
    fill = LIGHT.accent if newest.is_complete else LIGHT.surface
    point: Spec = {"size": 36, "opacity": 1, "stroke": LIGHT.accent, "fill": fill}
    line = [
        look.layer("line", look.counted() | {"strokeWidth": 2}, values, x=x, y=y),
        look.layer("point", point, values[-1:], x=x, y=y),
    ]
    return line, look.values_on_top({"dy": -9, "align": "right"}, [label], x=x, y=y)


def _way(standing: PromiseStanding) -> list[Spec]:
    """The broken line: the promised way, or where things stood at the start."""
    points = way(standing)
    if not points:
        return []
    x, y = _x(standing), look.values_axis(standing.indicator)
    values = [{"on": _place(point, standing), "value": point.value} for point in points]
    line = look.layer("line", look.way(), values, x=x, y=y)
    if standing.promise.direction:
        return [line]
    open_mark: Spec = {"opacity": 1, "fill": LIGHT.surface, "stroke": LIGHT.ink, "size": 40}
    start = look.layer("point", {**open_mark, "shape": HOLLOW}, values[:1], x=x, y=y)
    stops = look.layer("point", {**open_mark, "shape": SOLID}, values[1:-1], x=x, y=y)
    solid = {**open_mark, "shape": SOLID, "size": 60, "fill": LIGHT.ink}
    end = look.layer("point", solid, values[-1:], x=x, y=y)
    label = {**values[-1], "label": amount(points[-1].value, standing.indicator)}
    words = look.values_on_top({"dy": -11}, [label], x=x, y=y)
    return [line, start, *([stops] if values[1:-1] else []), end, *words]


def way(standing: PromiseStanding) -> tuple[Point, ...]:
    """The dated points of the broken line; of a direction a level line from the baseline on."""
    progress = standing.progress
    if standing.promise.direction and progress.baseline:
        end = history(standing)[-1].period.end
        return (progress.baseline, Point(end, progress.baseline.value))
    return progress.path or tuple(p for p in (progress.baseline, progress.target) if p)


def _expected(standing: PromiseStanding) -> list[Spec]:
    """What is due by the time of the figure that was judged, while that is open."""
    point = due(standing.progress)
    if point is None:
        return []
    x, y = _x(standing), look.values_axis(standing.indicator)
    values = [{"on": _place(point, standing), "value": point.value}]
    return [look.layer("point", look.expected(), values, x=x, y=y)]


def due(progress: Progress) -> Point | None:
    """What the promised way asks by the end of the period judged; None once it is over."""
    if progress.expected is None or progress.actual is None:
        return None
    point = Point(progress.actual.period.end, progress.expected)
    is_past = progress.target is not None and progress.target.on <= point.on
    return None if is_past or progress.status is Status.ACHIEVED else point


def _interval(standing: PromiseStanding) -> list[Spec]:
    """Where the true share lies with 95 %: a thin band over the figure judged."""
    interval, actual = standing.progress.interval, standing.progress.actual
    if interval is None or actual is None:
        return []
    place = _place(Point(actual.period.end, 0), standing)
    values = [{"on": place, "value": interval.low, "high": interval.high}]
    x, y = _x(standing), look.values_axis(standing.indicator)
    band: Spec = {"color": LIGHT.ink, "strokeWidth": 1.5}
    return [look.layer("rule", band, values, x=x, y=y, y2={"field": "high"})]


def _withheld(standing: PromiseStanding, height: float) -> list[Spec]:
    """Said where the figure would stand: it is neither missing nor zero."""
    hidden = [actual for actual in history(standing) if actual.is_withheld]
    values = [
        {"on": _place(Point(actual.period.end, 0), standing), "label": say(chart_words.WITHHELD)}
        for actual in hidden
    ]
    bottom: Spec = {"value": height}
    style: Spec = {"color": LIGHT.soft, "baseline": "bottom", "dy": -3, "fontSize": 8}
    return [look.text(style, values, x=_x(standing), y=bottom)] if values else []


def _key(standing: PromiseStanding) -> list[Spec]:
    is_running = any(not actual.is_complete for actual in known(standing))
    line = chart_words.BASELINE if standing.promise.direction else chart_words.PROMISED
    entries = [
        look.counted_mark(),
        *([look.running_mark()] if is_running else []),
        *([look.way_mark(line)] if way(standing) else []),
        *([look.expected_mark()] if due(standing.progress) else []),
    ]
    return look.key(entries)


def _x(standing: PromiseStanding) -> Spec:
    if standing.indicator.is_stock:
        axis: Spec = {"format": "%Y", "tickCount": {"interval": "year", "step": 1}}
        return {"field": "on", "type": "temporal", "axis": axis}
    return {"field": "on", "type": "ordinal", "scale": {"domain": _years(standing)}}


def _years(standing: PromiseStanding) -> list[str]:
    """Every year between the first and last that is shown, so that the line is a straight one."""
    found = [actual.period.start.year for actual in standing.years]
    found += [point.on.year for point in way(standing)]
    return [str(year) for year in range(min(found), max(found) + 1)]


def _place(point: Point, standing: PromiseStanding) -> str:
    """Where a dated point stands: on its year's column, or on its day."""
    return point.on.isoformat() if standing.indicator.is_stock else str(point.on.year)
