"""The parts of a badge, whatever shape they have: one or several, a text or an object."""

from typing import Any


def as_list(value: Any) -> list[Any]:
    """One as a list of one; nothing as a list of none."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def types_of(node: dict[str, Any]) -> list[str]:
    """The types without their prefixes, as far as they are texts."""
    value = node.get("type", node.get("@type"))
    return [str(each).removeprefix("obi:") for each in as_list(value) if each is not None]


def identifier_of(value: Any) -> str:
    """The identifier of an object, or the text that stands in its place; empty for neither."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("id", value.get("@id"))
    return value.strip() if isinstance(value, str) else ""


def text_of(value: Any) -> str:
    """A text; of a text in several languages, the first; empty for anything else."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value", next(iter(value.values()), None))
    return " ".join(value.split()) if isinstance(value, str) else ""


def object_of(value: Any) -> dict[str, Any]:
    """An object; of several, the first; an empty one for anything else."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, dict) else {}
