"""Small charts of one promise, drawn as inline SVG in the colour of the text around them."""

from dashboard.language import say
from dashboard.markup import Html, each, element
from dashboard.wording.promises import figure
from metrics.definition import Indicator
from metrics.standing import Actual, PromiseStanding

WIDTH, HEIGHT, MARGIN = 84, 26, 3
MOST_COLUMNS = 8
MOST_POINTS = 20


def sparkline(standing: PromiseStanding) -> Html | None:
    """Columns a year for a flow, a line a quarter for a running total; None below two values."""
    is_stock = standing.indicator.is_stock
    history = standing.quarters[-MOST_POINTS:] if is_stock else standing.years[-MOST_COLUMNS:]
    known = [actual for actual in history if actual.value is not None]
    if len(known) < 2:
        return None
    drawing = _line(known) if is_stock else _columns(known)
    return element(
        "svg",
        drawing,
        class_="spark",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=_said(known, standing.indicator),
    )


def _said(known: list[Actual], indicator: Indicator) -> str:
    first, last = figure(known[0], indicator), figure(known[-1], indicator)
    return say("From {first} to {last}", first=first, last=last)


def _columns(known: list[Actual]) -> Html:
    step = (WIDTH - 2 * MARGIN) / len(known)
    top = _highest(known)
    return each(_column(actual, index, step, top) for index, actual in enumerate(known))


def _column(actual: Actual, index: int, step: float, top: float) -> Html:
    height = max(1.5, (actual.value or 0) / top * (HEIGHT - 2 * MARGIN))
    return element(
        "rect",
        class_="complete" if actual.is_complete else "running",
        x=f"{MARGIN + index * step:.1f}",
        y=f"{HEIGHT - MARGIN - height:.1f}",
        width=f"{min(step - 2, 14):.1f}",
        height=f"{height:.1f}",
    )


def _line(known: list[Actual]) -> Html:
    step = (WIDTH - 2 * MARGIN) / (len(known) - 1)
    top = _highest(known)
    points = [
        (MARGIN + index * step, HEIGHT - MARGIN - (actual.value or 0) / top * (HEIGHT - 2 * MARGIN))
        for index, actual in enumerate(known)
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    end = element("circle", class_="complete", cx=f"{x:.1f}", cy=f"{y:.1f}", r="2.4")
    return each([element("polyline", points=path, class_="line"), end])


def _highest(known: list[Actual]) -> float:
    return max((actual.value or 0) for actual in known) or 1
