"""A field of an object as the text of a cell."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from ingest.platform_json.fields import Way

BETWEEN_LABELS = ";"
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
"""Signs that no text has: control signs, and halves of letters."""
_MOST_DIGITS = 18
_MILLISECONDS = 100_000_000_000
"""A moment of more seconds than this lies thousands of years ahead: it is in milliseconds."""


def cell(item: Mapping[str, object], ways: tuple[Way, ...]) -> str | None:
    """The text of the first way that leads to one."""
    for way in ways:
        text = _READINGS[way.reading](item, way.path)
        if text:
            return text
    return None


def listed(value: object) -> list[object]:
    """The objects of a list, of a page of a list, or the object itself."""
    if isinstance(value, dict):
        inner = value.get("list")
        return inner if isinstance(inner, list) else [value] if "id" in value else []
    return value if isinstance(value, list) else []


def plain(value: object) -> str | None:
    """A single value as text; None where it is none."""
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return _UNSAFE.sub("\ufffd", value).strip() or None
        case int():
            return str(value)
        case float() if math.isfinite(value):
            return str(int(value)) if value == int(value) else repr(value)
        case _:
            return None


def _at(value: object, path: tuple[str, ...]) -> Iterator[object]:
    """All that the path leads to; of a list, what stands in each of its objects."""
    if not path:
        yield value
        return
    if isinstance(value, dict) and path[0] in value:
        yield from _at(value[path[0]], path[1:])
    elif isinstance(value, list) or (
        isinstance(value, dict) and isinstance(value.get("list"), list)
    ):
        for each in listed(value):
            if isinstance(each, dict):
                yield from _at(each, path)


def _plain(item: Mapping[str, object], path: tuple[str, ...]) -> str | None:
    texts: list[str] = []
    for found in _at(item, path):
        texts += filter(None, map(plain, found if isinstance(found, list) else [found]))
    if len(texts) > 1:
        texts = [text.replace(BETWEEN_LABELS, ",") for text in texts]
    return BETWEEN_LABELS.join(dict.fromkeys(texts)) or None


def _labels(item: Mapping[str, object], path: tuple[str, ...]) -> str | None:
    found = [each for value in _at(item, path) for each in listed(value)]
    labels = filter(None, map(_label, found))
    return BETWEEN_LABELS.join(sorted(set(labels))) or None


def _label(skill: object) -> str | None:
    """`address|name`; an identifier that is no address tells nobody anything and is left out."""
    if not isinstance(skill, dict):
        label = plain(skill)
        return label.replace(BETWEEN_LABELS, ",") if label else None
    name, address = plain(skill.get("name")), plain(skill.get("uri") or skill.get("id"))
    if not name:
        return None
    name = name.replace(BETWEEN_LABELS, ",")
    is_address = address and "://" in address and BETWEEN_LABELS not in address
    return f"{address}|{name}" if is_address else name


def _count(item: Mapping[str, object], path: tuple[str, ...]) -> str | None:
    for found in _at(item, path):
        if isinstance(found, dict) and "total" in found:
            return plain(found["total"])
        if isinstance(found, list):
            return str(len(found))
    return None


def _mandatory(item: Mapping[str, object], path: tuple[str, ...]) -> str | None:
    """How many of the steps must be done, where every step is there and says so."""
    for found in _at(item, path):
        steps = [step for step in listed(found) if isinstance(step, dict) and "mandatory" in step]
        if steps and _count(item, path) == str(len(steps)):
            return str(sum(bool(step["mandatory"]) for step in steps))
    return None


def _nowhere(item: Mapping[str, object], path: tuple[str, ...]) -> str | None:
    """The platform shows as online what has no place; nothing is said where it was not asked."""
    asked = [name for name in ("address", path[0]) if name in item]
    if not asked:
        return None
    return "no" if any(item[name] for name in asked) else "yes"


def _moment(item: Mapping[str, object], path: tuple[str, ...]) -> str | None:
    """The day in the object's own time zone, else as it is written; what is no moment stays."""
    text = _plain(item, path)
    try:
        moment = _read_moment(text or "")
    except (ValueError, OverflowError, OSError):
        return text
    zone = _zone(plain(item.get("tz")))
    if moment is None or (moment.tzinfo and not zone):
        return text if moment is None else moment.date().isoformat()
    try:
        local = moment.astimezone(zone) if moment.tzinfo else moment
    except OverflowError:
        return text
    return local.date().isoformat()


def _read_moment(text: str) -> datetime | None:
    if re.fullmatch(r"\d{9,}(\.\d+)?", text) and len(text) <= _MOST_DIGITS:
        seconds = float(text)
        return datetime.fromtimestamp(seconds / (1000 if seconds > _MILLISECONDS else 1), UTC)
    return datetime.fromisoformat(text) if text else None


def _zone(name: str | None) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):  # no such zone, or no list of zones on this machine
        return None


_READINGS: dict[str, Callable[[Mapping[str, object], tuple[str, ...]], str | None]] = {
    "plain": _plain,
    "labels": _labels,
    "count": _count,
    "mandatory": _mandatory,
    "nowhere": _nowhere,
    "moment": _moment,
}
