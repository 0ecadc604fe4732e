"""When a promise would be met at the pace so far, and what would meet it in time, in sentences."""

from collections.abc import Iterator

from dashboard.language import mark, say
from dashboard.wording import dates
from dashboard.wording.numbers import number, quantity
from dashboard.wording.promises import latest, promised
from metrics.definition import Indicator
from metrics.standing import PromiseStanding
from metrics.what_if import WhatIf

MET_AROUND = mark("At the pace so far ({pace}) it would be met around {month}.")
NEVER_MET = mark("At the pace so far ({pace}) it would not be met within fifty years.")
NEVER_AT_BEST = mark(
    "Even at the better end of what the figures so far allow, not within fifty years."
)
NEVER_AT_WORST = mark(
    "Four times out of five, by the figures so far: around {earliest} at the earliest, at worst not "
    "within fifty years."
)
BETWEEN = mark(
    "Four times out of five, by the figures so far: around {earliest} at the earliest, around "
    "{latest} at the latest."
)
MORE, FEWER = mark("{number} more a year"), mark("{number} fewer a year")
NOTHING_TO_GO_ON = mark("There is no pace yet: a baseline and a later figure are needed.")


def in_sentences(standing: PromiseStanding, way: WhatIf | None) -> list[str]:
    """What was promised, the pace so far, where it leads, and what would be needed."""
    indicator = standing.indicator
    told = say(
        "Promised: {promise}. Newest: {figure}.",
        promise=promised(standing.promise, indicator),
        figure=latest(standing),
    )
    if way is None:
        return [told, say(NOTHING_TO_GO_ON)]
    if way.is_met:
        return [told, say("The promise is met.")]
    return [told, *_pace(way, indicator), *_needed(way, indicator)]


def _pace(way: WhatIf, indicator: Indicator) -> Iterator[str]:
    pace = _change(way.pace, indicator)
    if way.met_on:
        yield say(MET_AROUND, pace=pace, month=dates.month(way.met_on))
    else:
        yield say(NEVER_MET, pace=pace)
    yield _how_sure(way)


def _how_sure(way: WhatIf) -> str:
    if way.pace_band is None:
        return say("Two figures are too few to say how sure that is.")
    if way.earliest is None:
        return say(NEVER_AT_BEST)
    earliest = dates.month(way.earliest)
    if way.latest is None:
        return say(NEVER_AT_WORST, earliest=earliest)
    return say(BETWEEN, earliest=earliest, latest=dates.month(way.latest))


def _needed(way: WhatIf, indicator: Indicator) -> Iterator[str]:
    if way.needed_pace is not None and way.due:
        due = dates.end(way.due)
        pace = _change(way.needed_pace, indicator)
        yield say("To meet it by {day} it would take {pace}.", day=due, pace=pace)
    elif way.due:
        rest = _rest(round(abs(way.remaining), 1), indicator)
        yield say("Its date, {day}, has passed; {rest} remain.", day=dates.end(way.due), rest=rest)


def _rest(remaining: float, indicator: Indicator) -> str:
    """`8 playlists`; of a share in points, for it is no part of the share."""
    if indicator.unit == "percent":
        return say("{number} percentage points", number=number(remaining))
    return quantity(remaining, indicator)


def _change(pace: float, indicator: Indicator) -> str:
    """`42 more a year`, `3 percentage points fewer a year`."""
    size = number(abs(pace))
    if 0 < abs(pace) < 0.05:
        size = say("less than {number}", number=number(0.1))
    if indicator.unit == "percent":
        size = say("{number} percentage points", number=size)
    return say(MORE if pace >= 0 else FEWER, number=size)
