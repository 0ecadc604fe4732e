"""What needs attention, one sentence each."""

from dashboard.wording.numbers import nouns, spelled
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
        return ABOUT_CITIES[entry.kind].format(city=entry.place_name)
    return f"{entry.place_name} {_about(entry, indicator)}."


def _about(entry: Attention, indicator: Indicator) -> str:
    many = _what(indicator)
    if entry.kind == "stalled":
        return f"has had no new {many} for {spelled(entry.quarters_without or 0)} quarters"
    newest = f": {figure(entry.actual, indicator)}" if entry.actual else ""
    return f"{ABOUT_PROMISES[entry.kind].format(what=many)}{newest}"


def _what(indicator: Indicator) -> str:
    """The plural noun, or for a share its name."""
    if indicator.unit == "percent":
        return indicator.name[:1].lower() + indicator.name[1:]
    return nouns(indicator)[1]


ABOUT_PROMISES = {
    "moving_away": "is moving away from its promise on {what}",
    "behind": "is behind its promise on {what}",
    "decreasing": "is going down on {what}",
    "out_of_date": "has old data on {what}",
    "no_data": "has no data on {what}",
}

ABOUT_CITIES = {
    "no_data": "{city} has no data yet: its matrix waits for a first load.",
    "out_of_date": "{city} has sent no data for more than a year.",
}
