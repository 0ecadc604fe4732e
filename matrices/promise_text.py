"""The short forms in which a promise is written: `increase`, `10`, `at most 5`, `50 %`, `2026`."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from matrices.model import Comparison, Direction
from matrices.problems import nearest

ADVICE = "Write `increase`, a number such as `10`, or a share such as `50 %`."

_TARGET = re.compile(
    r"(?P<comparison>at least|at most)?\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<percent>%)?"
)
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


@dataclass(frozen=True)
class Target:
    """What is promised: a direction, or a number to reach."""

    direction: Direction | None = None
    number: float | None = None
    """A share of 50 % is 50.0."""
    comparison: Comparison = "at_least"
    is_share: bool = False


def target_of(text: str) -> Target | str:
    """The target that the words say, or the sentence that says what would be right."""
    words = " ".join(text.split())
    if words == "increase" or words == "decrease":
        return Target(direction=words)
    match = _TARGET.fullmatch(words)
    if match is None:
        hint = nearest(text, ("increase", "decrease"))
        return f"`{text}` is not a target. {ADVICE}{hint}"
    number = float(match["number"])
    if match["percent"] and number > 100:
        return f"`{text}` is more than the whole. A share is at most `100 %`."
    comparison: Comparison = "at_most" if match["comparison"] == "at most" else "at_least"
    return Target(None, number, comparison, bool(match["percent"]))


def number_of(text: str) -> float | None:
    """The number or the share that the words say; a share of 50 % is 50.0."""
    target = target_of(text)
    return target.number if isinstance(target, Target) and "at" not in text else None


def last_day(text: str) -> date | None:
    """The day that the words say; of a month or a year alone, its last day."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    year, month = int(match["year"]), int(match["month"] or 12)
    if not year or not 1 <= month <= 12:
        return None
    return _day(year, month, int(match["day"] or calendar.monthrange(year, month)[1]))


def first_day(text: str) -> date | None:
    """The day that the words say; of a month or a year alone, its first day."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    return _day(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
