"""When a promise would be met at the pace so far, and what would meet it in time, in sentences."""

from collections.abc import Iterator
from datetime import date

from dashboard.wording import dates
from dashboard.wording.numbers import number, quantity
from dashboard.wording.promises import latest, promised
from metrics.definition import Indicator
from metrics.standing import PromiseStanding
from metrics.what_if import WhatIf

NEVER = "not within fifty years"
NOTHING_TO_GO_ON = "There is no pace yet: a baseline and a later figure are needed."


def in_sentences(standing: PromiseStanding, way: WhatIf | None) -> list[str]:
    """What was promised, the pace so far, where it leads, and what would be needed."""
    indicator = standing.indicator
    told = f"Promised: {promised(standing.promise, indicator)}. Newest: {latest(standing)}."
    if way is None:
        return [told, NOTHING_TO_GO_ON]
    if way.is_met:
        return [told, "The promise is met."]
    return [told, *_pace(way, indicator), *_needed(way, indicator)]


def _pace(way: WhatIf, indicator: Indicator) -> Iterator[str]:
    pace = f"At the pace so far ({_change(way.pace, indicator)})"
    if way.met_on:
        yield f"{pace} it would be met {_when(way.met_on)}."
    else:
        yield f"{pace} it would not be met within fifty years."
    if way.pace_band is None:
        yield "Two figures are too few to say how sure that is."
    elif way.earliest is None:
        yield f"Even at the better end of what the figures so far allow, {NEVER}."
    else:
        at_worst = f"{_when(way.latest)} at the latest" if way.latest else f"at worst {NEVER}"
        at_best = f"{_when(way.earliest)} at the earliest"
        yield f"Four times out of five, by the figures so far: {at_best}, {at_worst}."


def _needed(way: WhatIf, indicator: Indicator) -> Iterator[str]:
    if way.needed_pace is not None and way.due:
        due = dates.end(way.due)
        yield f"To meet it by {due} it would take {_change(way.needed_pace, indicator)}."
    elif way.due:
        rest = quantity(round(abs(way.remaining), 1), indicator)
        yield f"Its date, {dates.end(way.due)}, has passed; {rest} remain."


def _when(on: date) -> str:
    return f"around {dates.month_name(on)} {on.year}"


def _change(pace: float, indicator: Indicator) -> str:
    """`42 more a year`, `3 percentage points fewer a year`."""
    size = number(abs(pace)) if abs(pace) >= 0.05 or pace == 0 else "less than 0.1"
    unit = " percentage points" if indicator.unit == "percent" else ""
    return f"{size}{unit} {'more' if pace >= 0 else 'fewer'} a year"
