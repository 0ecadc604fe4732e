"""Cells with a value, and often with its year or a sign of direction, as people write them."""

import re
from dataclasses import dataclass

from matrices.importing.numbers import plain_number, target_words
from matrices.model import Comparison
from matrices.reading.promise_text import last_day

_YEAR = r"(?:19|20)\d\d"
_DAY = rf"{_YEAR}(?:-\d\d(?:-\d\d)?)?"
_WITH_DAY = (
    rf"(?P<value>.*?)\s*(?:\(\s*(?:by |in |per |voor |en |fin )?(?P<day>{_DAY})\s*\))",
    rf"(?P<value>.*?)\s+(?:by|in|before|voor|in|per|tegen|d'ici|en)\s+(?P<day>{_DAY})",
    rf"(?P<day>{_DAY})\s*[:=]\s*(?P<value>.*)",
)
_BOUNDS: tuple[tuple[str, Comparison], ...] = (
    (r"(?:at least|minimum|min\.?|≥|>=|ten minste|minstens|minimaal|au moins)", "at_least"),
    (r"(?:at most|maximum|max\.?|≤|<=|ten hoogste|hoogstens|maximaal|au plus)", "at_most"),
)
_DIRECTIONS = {
    "increase": "increas(e|ed|ing)|more|toename|stijging|stijgend|augmentation|hausse|zunahme|↑|↗",
    "decrease": "decreas(e|ed|ing)|less|afname|daling|dalend|diminution|baisse|abnahme|↓|↘",
}
_NUMBER = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<percent>%)?")


@dataclass(frozen=True)
class Value:
    """What a cell says."""

    number: str = ""
    is_share: bool = False
    comparison: Comparison | None = None
    direction: str = ""
    """`increase` or `decrease`, for a cell without a number."""
    day: str = ""
    """`2026` or `2026-12-31`, where the cell says it too."""

    @property
    def target(self) -> str | None:
        """As a matrix file promises it; None for a share of more than the whole."""
        return self.direction or target_words(self.number, self.comparison, self.is_share)


def value_of(text: str) -> Value | None:
    """What the cell says; None where that is neither a number nor a direction."""
    value, day = _apart(text)
    comparison = None
    for words, found in _BOUNDS:
        if match := re.match(rf"{words}\s*", value, re.IGNORECASE):
            comparison, value = found, value[match.end() :]
    for direction, words in _DIRECTIONS.items():
        if re.fullmatch(words, value.strip(" .").casefold()):
            return Value(direction=direction, day=day)
    match = _NUMBER.fullmatch(value.strip())
    number = plain_number(match["number"]) if match else None
    return Value(number, bool(match["percent"]), comparison, "", day) if match and number else None


def day_of(text: str) -> str:
    """`2026` or a whole day; empty where the cell says none."""
    return text if re.fullmatch(_DAY, text) and last_day(text) else ""


def _apart(text: str) -> tuple[str, str]:
    """The value and the day that a cell such as `10 (2026)` says."""
    line = " ".join(text.split())
    for rule in _WITH_DAY:
        match = re.fullmatch(rule, line, re.IGNORECASE)
        if match and match["value"] and last_day(match["day"]):
            return match["value"], match["day"]
    return line, ""
