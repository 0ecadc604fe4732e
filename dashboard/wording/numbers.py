"""Numbers and what they count, in words."""

from dashboard.language import mark, mark_n, say, say_n, written
from metrics.definition import Indicator, Unit

NO_BREAK = "\u00a0"

NOUNS_OF_UNITS: dict[Unit, tuple[str, str]] = {
    "people": mark_n("person", "people"),
    "participations": mark_n("participation", "participations"),
    "activities": mark_n("activity", "activities"),
    "organisations": mark_n("organisation", "organisations"),
    "playlists": mark_n("playlist", "playlists"),
    "awards": mark_n("badge", "badges"),
    "skills": mark_n("skill", "skills"),
    "events": mark_n("event", "events"),
    "cooperations": mark_n("cooperation", "cooperations"),
    "visits": mark_n("visit", "visits"),
    "tools": mark_n("tool", "tools"),
    "percent": mark_n("percent", "percent"),
    "per_1000": mark_n("per 1,000 inhabitants", "per 1,000 inhabitants"),
}

NOUNS: dict[str, tuple[str, str]] = {
    "learners": mark_n("learner", "learners"),
    "learning_providers": mark_n("learning provider", "learning providers"),
    "online_activities": mark_n("online activity", "online activities"),
    "international_activities": mark_n("international activity", "international activities"),
    "skills_activities": mark_n("activity linked to skills", "activities linked to skills"),
    "playlist_completions": mark_n("completed playlist", "completed playlists"),
    "badge_earners": mark_n("badge earner", "badge earners"),
    "imported_activities": mark_n("imported activity", "imported activities"),
    "meetings": mark_n("meeting", "meetings"),
    "trainings": mark_n("training", "trainings"),
    "online_participations": mark_n("participation online", "participations online"),
    "international_providers": mark_n("international provider", "international providers"),
    "skills_providers": mark_n("provider of good activities", "providers of good activities"),
    "formal_education_activities": mark_n("activity of schools", "activities of schools"),
    "social_providers": mark_n("social organisation", "social organisations"),
    "entrepreneurship_activities": mark_n(
        "activity on entrepreneurial skills",
        "activities on entrepreneurial skills",
    ),
    "learners_per_1000": mark_n("learner per 1,000 inhabitants", "learners per 1,000 inhabitants"),
    "learners_per_1000_young": mark_n(
        "learner per 1,000 young inhabitants",
        "learners per 1,000 young inhabitants",
    ),
    "joins_on_counters": mark_n("join", "joins"),
    "playlist_starts": mark_n("start of a playlist", "starts of playlists"),
    "people_reached": mark_n("participant", "participants"),
    "young_learners": mark_n("young learner", "young learners"),
    "registered_young_people": mark_n("registered young person", "registered young people"),
    "learners_with_disabilities": mark_n("learner with disabilities", "learners with disabilities"),
    "accomplishments_with_disabilities": mark_n("accomplishment", "accomplishments"),
    "student_learners": mark_n("student", "students"),
    "young_playlist_completions": mark_n("completed playlist", "completed playlists"),
    "wallet_users": mark_n("user of the application", "users of the application"),
    "practice_network_members": mark_n("member", "members"),
    "personal_learning_paths": mark_n("personal path", "personal paths"),
    "practical_learning_participants": mark_n("participant", "participants"),
    "endorsing_organisations": mark_n("endorsing organisation", "endorsing organisations"),
    "new_cooperations": mark_n("new cooperation", "new cooperations"),
    "international_cooperations": mark_n("international cooperation", "international cooperations"),
}
"""Nearer words than the unit's own, for the indicators that come with the product."""

SMALL_NUMBERS = [
    mark("one"),
    mark("two"),
    mark("three"),
    mark("four"),
    mark("five"),
    mark("six"),
    mark("seven"),
    mark("eight"),
    mark("nine"),
    mark("ten"),
    mark("eleven"),
    mark("twelve"),
]


def number(value: float) -> str:
    """`2,431`; one decimal where it says something: `12.5`, but `12`."""
    rounded = round(value, 1)
    return written(f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}")


def percent(value: float) -> str:
    """`29 %`; below ten with one decimal where it says something."""
    digits = 1 if abs(value) < 10 else 0
    return say("{number} %", number=number(round(value, digits))).replace(" ", NO_BREAK)


def percent_sign() -> str:
    """What stands behind the number: ` %`, in Dutch `%`."""
    return say("{number} %", number="")


def rate(value: float) -> str:
    """Per 1,000 inhabitants: `12.3`, and of a small rate two digits that say something: `0.031`."""
    return number(value) if abs(value) >= 10 else written(f"{value:.2g}")


def growth(rate: float) -> str:
    """A yearly rate of 0.29 as `29 % a year`."""
    return say("{share} a year", share=percent(100 * rate))


def spelled(count: int) -> str:
    """`three` up to twelve, then digits."""
    return say(SMALL_NUMBERS[count - 1]) if 0 < count <= len(SMALL_NUMBERS) else number(count)


def unit(indicator: Indicator) -> str:
    """What the indicator's values are, whatever they count: `people`, `percent`."""
    return noun(NOUNS_OF_UNITS[indicator.unit], 2)


def many(indicator: Indicator) -> str:
    """What several of the indicator's things are called: `learners`."""
    return noun(_nouns(indicator), 2)


def noun(pair: tuple[str, str], count: float) -> str:
    """The one of a noun's forms that stands with this number."""
    one, several = pair
    return say_n(one, several, count)


def amount(value: float, indicator: Indicator) -> str:
    """The bare value in its unit: `2,431`, or `34 %`."""
    if indicator.is_rate:
        return rate(value)
    return percent(value) if indicator.unit == "percent" else number(value)


def quantity(value: float, indicator: Indicator) -> str:
    """The value with what it counts: `2,431 learners`, `1 playlist`, `34 %`."""
    if indicator.unit == "percent":
        return percent(value)
    return f"{amount(value, indicator)}{NO_BREAK}{noun(_nouns(indicator), value)}"


def counted(count: int, one: str, many: str) -> str:
    """`1 entry`, `3 entries`."""
    return f"{number(count)} {say_n(one, many, count)}"


def _nouns(indicator: Indicator) -> tuple[str, str]:
    return NOUNS.get(indicator.identifier) or NOUNS_OF_UNITS[indicator.unit]
