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
    "cooperations": ("cooperation", "cooperations"),
    "visits": ("visit", "visits"),
    "tools": ("tool", "tools"),
    "percent": ("percent", "percent"),
    "per_1000": ("per 1,000 inhabitants", "per 1,000 inhabitants"),
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
    "online_participations": ("participation online", "participations online"),
    "international_providers": ("international provider", "international providers"),
    "skills_providers": ("provider of good activities", "providers of good activities"),
    "formal_education_activities": ("activity of schools", "activities of schools"),
    "social_providers": ("social organisation", "social organisations"),
    "entrepreneurship_activities": (
        "activity on entrepreneurial skills",
        "activities on entrepreneurial skills",
    ),
    "learners_per_1000": ("learner per 1,000 inhabitants", "learners per 1,000 inhabitants"),
    "learners_per_1000_young": (
        "learner per 1,000 young inhabitants",
        "learners per 1,000 young inhabitants",
    ),
    "joins_on_counters": ("join", "joins"),
    "playlist_starts": ("start of a playlist", "starts of playlists"),
    "people_reached": ("participant", "participants"),
    "young_learners": ("young learner", "young learners"),
    "registered_young_people": ("registered young person", "registered young people"),
    "learners_with_disabilities": ("learner with disabilities", "learners with disabilities"),
    "accomplishments_with_disabilities": ("accomplishment", "accomplishments"),
    "student_learners": ("student", "students"),
    "young_playlist_completions": ("completed playlist", "completed playlists"),
    "wallet_users": ("user of the application", "users of the application"),
    "practice_network_members": ("member", "members"),
    "personal_learning_paths": ("personal path", "personal paths"),
    "practical_learning_participants": ("participant", "participants"),
    "endorsing_organisations": ("endorsing organisation", "endorsing organisations"),
    "new_cooperations": ("new cooperation", "new cooperations"),
    "international_cooperations": ("international cooperation", "international cooperations"),
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


def rate(value: float) -> str:
    """Per 1,000 inhabitants: `12.3`, and of a small rate two digits that say something: `0.031`."""
    return number(value) if abs(value) >= 10 else f"{value:.2g}".replace("-", MINUS)


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
    if indicator.is_rate:
        return rate(value)
    return percent(value) if indicator.unit == "percent" else number(value)


def quantity(value: float, indicator: Indicator) -> str:
    """The value with what it counts: `2,431 learners`, `1 playlist`, `34 %`."""
    if indicator.unit == "percent":
        return percent(value)
    one, many = nouns(indicator)
    return f"{amount(value, indicator)}{NO_BREAK}{one if value == 1 else many}"


def counted(count: int, one: str, many: str) -> str:
    """`1 entry`, `3 entries`."""
    return f"{number(count)} {one if count == 1 else many}"
