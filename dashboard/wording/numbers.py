"""Numbers and what they count, in words."""

from metrics.definition import Indicator, Unit

NO_BREAK = "\u00a0"
MINUS = "\u2212"

NOUNS_OF_UNITS: dict[Unit, tuple[str, str]] = {
    "people": ("person", "people"),
    "participations": ("participation", "participations"),
    "activities": ("activity", "activities"),
    "organisations": ("organisation", "organisations"),
    "playlists": ("playlist", "playlists"),
    "awards": ("badge", "badges"),
    "skills": ("skill", "skills"),
    "events": ("event", "events"),
    "percent": ("percent", "percent"),
}

NOUNS: dict[str, tuple[str, str]] = {
    "learners": ("learner", "learners"),
    "learning_providers": ("learning provider", "learning providers"),
    "online_activities": ("online activity", "online activities"),
    "international_activities": ("international activity", "international activities"),
    "skills_activities": ("activity linked to skills", "activities linked to skills"),
    "playlist_completions": ("completed playlist", "completed playlists"),
    "badge_earners": ("badge earner", "badge earners"),
    "imported_activities": ("imported activity", "imported activities"),
    "meetings": ("meeting", "meetings"),
    "trainings": ("training", "trainings"),
}
"""Nearer words than the unit's own, for the indicators that come with the product."""

SMALL_NUMBERS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def number(value: float) -> str:
    """`2,431`; one decimal where it says something: `12.5`, but `12`."""
    rounded = round(value, 1)
    written = f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"
    return written.replace("-", MINUS)


def percent(value: float) -> str:
    """`29 %`; below ten with one decimal where it says something."""
    digits = 1 if abs(value) < 10 else 0
    return f"{number(round(value, digits))}{NO_BREAK}%"


def growth(rate: float) -> str:
    """A yearly rate of 0.29 as `29 % a year`."""
    return f"{percent(100 * rate)} a year"


def spelled(count: int) -> str:
    """`three` up to twelve, then digits."""
    return SMALL_NUMBERS[count] if 0 < count < len(SMALL_NUMBERS) else number(count)


def nouns(indicator: Indicator) -> tuple[str, str]:
    """What one and what many of the indicator's unit are called."""
    return NOUNS.get(indicator.identifier) or NOUNS_OF_UNITS[indicator.unit]


def amount(value: float, indicator: Indicator) -> str:
    """The bare value in its unit: `2,431`, or `34 %`."""
    return percent(value) if indicator.unit == "percent" else number(value)


def quantity(value: float, indicator: Indicator) -> str:
    """The value with what it counts: `2,431 learners`, `1 playlist`, `34 %`."""
    if indicator.unit == "percent":
        return percent(value)
    one, many = nouns(indicator)
    return f"{number(value)}{NO_BREAK}{one if value == 1 else many}"


def counted(count: int, one: str, many: str) -> str:
    """`1 entry`, `3 entries`."""
    return f"{number(count)} {one if count == 1 else many}"
