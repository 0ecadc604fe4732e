"""What needs attention, one sentence each."""

from dashboard.language import mark, say, say_n
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import many, spelled
from dashboard.wording.promises import figure
from metrics.definition import Indicator
from metrics.standing import Attention, Status

SIGNS: dict[str, Status] = {
    "moving_away": Status.MOVING_AWAY,
    "behind": Status.BEHIND,
    "decreasing": Status.DECREASING,
    "stalled": Status.STEADY,
    "out_of_date": Status.OUT_OF_DATE,
    "no_data": Status.NO_DATA,
}
"""The status whose shape stands beside the sentence."""


def sentence(entry: Attention, indicator: Indicator | None) -> str:
    """`Blackpool has had no new activities for three quarters.`"""
    if indicator is None:
        return say(ABOUT_CITIES[entry.kind], city=entry.place_name)
    what = _what(indicator)
    if entry.kind == "stalled":
        return _stalled(entry, what)
    told = say(ABOUT_PROMISES[entry.kind], city=entry.place_name, what=what)
    return f"{told}: {figure(entry.actual, indicator)}." if entry.actual else f"{told}."


def _stalled(entry: Attention, what: str) -> str:
    quarters = entry.quarters_without or 0
    return say_n(
        "{city} has had no new {what} for a quarter.",
        "{city} has had no new {what} for {number} quarters.",
        quarters,
        city=entry.place_name,
        what=what,
        number=spelled(quarters),
    )


def _what(indicator: Indicator) -> str:
    """The plural noun, or for a share its name."""
    if indicator.unit == "percent":
        name = name_of(indicator)
        return name[:1].lower() + name[1:]
    return many(indicator)


ABOUT_PROMISES = {
    "moving_away": mark("{city} is moving away from its promise on {what}"),
    "behind": mark("{city} is behind its promise on {what}"),
    "decreasing": mark("{city} is going down on {what}"),
    "out_of_date": mark("{city} has old data on {what}"),
    "no_data": mark("{city} has no data on {what}"),
}

ABOUT_CITIES = {
    "no_data": mark("{city} has no data yet: its matrix waits for a first load."),
    "out_of_date": mark("{city} has sent no data for more than a year."),
}
