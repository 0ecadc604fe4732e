"""What IATI 2.03 allows inside a `result`: children in their order, and attributes.

Written from the standard's schema (iati-activities-schema.xsd, release 2.03 of 2018-02-19, IATI
Standard, CC BY 4.0). The schema itself is not packed: it is long, brings a file under another
licence, and answers in the language of parsers. A test holds that both agree.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

Check = Callable[[str], bool]


@dataclass(frozen=True)
class Kind:
    """A kind of attribute value."""

    words: str
    """What would be right, in words."""
    fits: Check


@dataclass(frozen=True)
class Child:
    """How often an element may stand at its place in the order."""

    name: str
    rule: str
    """The name of its own rule."""
    least: int = 0
    most: int | None = None
    """None: as often as one likes."""


@dataclass(frozen=True)
class Rule:
    """What an element may hold. After its children, elements of other namespaces may follow."""

    children: tuple[Child, ...] = ()
    needed: dict[str, Kind] = field(default_factory=dict)
    """Attributes that must be there."""
    allowed: dict[str, Kind] = field(default_factory=dict)
    is_text: bool = False
    takes_other_attributes: bool = True
    """Whether attributes of other namespaces may stand beside those named."""


def _is_day(text: str) -> bool:
    """xsd:date as far as the calendar of this program reaches: with a time zone if one likes."""
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?", text.strip())
    try:
        return bool(match and date.fromisoformat(match[1]))
    except ValueError:
        return False


def _is_positive(text: str) -> bool:
    return bool(re.fullmatch(r"\+?0*[1-9]\d*", text.strip()))


TEXT = Kind("a text", lambda text: True)
DAY = Kind("a day such as `2026-12-31`", _is_day)
YEAR = Kind("a year such as `2022`", _is_positive)
BOOLEAN = Kind("`true` or `false`", lambda text: text.strip() in ("true", "false", "0", "1"))

_EMPTY_WITH_CODE = Rule(needed={"code": TEXT})
_VALUE = {"value": TEXT}
_DETAIL = (Child("location", "location"), Child("dimension", "dimension"))
_LINKS = Child("document-link", "document-link")
_COMMENT = Child("comment", "words", most=1)

RULES = {
    "result": Rule(
        (
            Child("title", "words", 1, 1),
            Child("description", "words", most=1),
            _LINKS,
            Child("reference", "reference"),
            Child("indicator", "indicator", 1),
        ),
        needed={"type": TEXT},
        allowed={"aggregation-status": BOOLEAN},
    ),
    "indicator": Rule(
        (
            Child("title", "words", 1, 1),
            Child("description", "words", most=1),
            _LINKS,
            Child("reference", "indicator reference"),
            Child("baseline", "baseline"),
            Child("period", "period"),
        ),
        needed={"measure": TEXT},
        allowed={"ascending": BOOLEAN, "aggregation-status": BOOLEAN},
    ),
    "baseline": Rule(
        (*_DETAIL, _LINKS, _COMMENT), needed={"year": YEAR}, allowed={"iso-date": DAY, **_VALUE}
    ),
    "period": Rule(
        (
            Child("period-start", "day", 1, 1),
            Child("period-end", "day", 1, 1),
            Child("target", "figure"),
            Child("actual", "figure"),
        )
    ),
    "figure": Rule((*_DETAIL, _COMMENT, _LINKS), allowed=_VALUE, takes_other_attributes=False),
    "day": Rule(needed={"iso-date": DAY}),
    "words": Rule((Child("narrative", "narrative", 1),)),
    "narrative": Rule(is_text=True),
    "reference": Rule(needed={"code": TEXT, "vocabulary": TEXT}, allowed={"vocabulary-uri": TEXT}),
    "indicator reference": Rule(
        needed={"code": TEXT, "vocabulary": TEXT}, allowed={"indicator-uri": TEXT}
    ),
    "location": Rule(allowed={"ref": TEXT}),
    "dimension": Rule(allowed={"name": TEXT, "value": TEXT}),
    "document-link": Rule(
        (
            Child("title", "words", 1, 1),
            Child("description", "words", most=1),
            Child("category", "code", 1),
            Child("language", "code"),
            Child("document-date", "day", most=1),
        ),
        needed={"url": TEXT, "format": TEXT},
    ),
    "code": _EMPTY_WITH_CODE,
}
"""Name of the rule to the rule."""
