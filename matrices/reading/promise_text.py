"""The short forms of a promise: `increase`, `10`, `at most 5`, `keep at least 5`, `50 %`, `2026`."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from matrices.model import Comparison, Direction
from matrices.problems import nearest
from matrices.telling import told

ADVICE = "Write `increase`, a number such as `10`, or a share such as `50 %`."
_NOT_A_TARGET = told(
    "`{found}` is not a target. Write `increase`, a number such as `10`, or a share such as `50 %`."
    "{near}"
)

_TARGET = re.compile(
    r"(?P<comparison>(?:keep )?at (?:least|most))?\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<percent>%)?"
)
_PERIOD = re.compile(r"[1-9]\d{3}(?:-Q[1-4])?")
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


@dataclass(frozen=True)
class Target:
    """What is promised: a direction, or a number to reach."""

    direction: Direction | None = None
    number: float | None = None
    """A share of 50 % is 50.0."""
    comparison: Comparison = "at_least"
    is_share: bool = False
    is_bare: bool = False
    """A number alone, without `at least` or `at most`."""
    is_kept: bool = False
    """`keep at least`: to hold, not to reach."""


def target_of(text: str) -> Target | str:
    """The target that the words say, or the sentence that says what would be right."""
    words = " ".join(text.split())
    if words == "increase" or words == "decrease":
        return Target(direction=words)
    match = _TARGET.fullmatch(words)
    if match is None:
        hint = nearest(text, ("increase", "decrease"))
        return _NOT_A_TARGET.format(found=text, near=hint)
    number = float(match["number"])
    if match["percent"] and number > 100:
        return told("`{found}` is more than the whole. A share is at most `100 %`.", found=text)
    bound = match["comparison"] or ""
    comparison: Comparison = "at_most" if bound.endswith("at most") else "at_least"
    is_kept = bound.startswith("keep")
    return Target(None, number, comparison, bool(match["percent"]), not bound, is_kept)


def number_of(text: str) -> float | None:
    """The number or the share that the words say; a share of 50 % is 50.0."""
    target = target_of(text)
    return target.number if isinstance(target, Target) and "at" not in text else None


def is_period(text: str) -> bool:
    """Whether the words are a period that a baseline can be taken from: `2022` or `2022-Q3`."""
    return bool(_PERIOD.fullmatch(text))


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
