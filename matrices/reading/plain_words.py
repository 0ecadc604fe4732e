"""What pydantic says about a declaration -> a sentence for the person who wrote it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError

from matrices.problems import KeyPath, Slip, listed, nearest, shortened
from matrices.reading.yaml_lines import COLON
from matrices.yaml_source import YamlSource

ErrorDetails = Mapping[str, Any]
"""One of pydantic's errors: `type`, `loc`, `msg`, `input` and sometimes `ctx`."""

_KINDS = {
    "string": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "`yes` or `no`",
    "date": "a day such as 2026-12-31",
    "datetime": "a moment such as 2026-12-31 12:00",
    "tuple": "a list such as [one, two]",
    "list": "a list such as [one, two]",
    "set": "a list such as [one, two]",
    "frozen": "a list such as [one, two]",
    "dict": "a set of headings, indented below it",
    "mapping": "a set of headings, indented below it",
    "model": "a set of headings, indented below it",
}
"""The first word of an error's type to what would be right."""
_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "more than"),
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "less than"),
}


def slips_in(
    error: ValidationError, model: type[BaseModel], source: YamlSource, given: Mapping[str, object]
) -> list[Slip]:
    """Every problem that pydantic found, in plain words, with its line."""
    told: dict[KeyPath, list[ErrorDetails]] = {}
    for details in error.errors(include_url=False):
        told.setdefault(_place(details, source), []).append(details)
    return [
        _slip(errors, place, model, source, given)
        for place, errors in told.items()
        if not _is_another_reading(place, told)
    ]


def _slip(
    errors: list[ErrorDetails],
    place: KeyPath,
    model: type[BaseModel],
    source: YamlSource,
    given: Mapping[str, object],
) -> Slip:
    line, first = source.line_of(place), errors[0]
    if first["type"] == "missing":
        parents = [part for part in place[:-1] if isinstance(part, str)]
        within = f" in `{parents[-1]}`" if parents else ""
        return Slip(line, f"`{place[-1]}` is missing{within}.", is_absence=True)
    if first["type"] == "extra_forbidden":
        known = [key for key in headings_at(model, place[:-1]) if key not in given]
        return Slip(line, not_a_heading(place, known))
    headings = [part for part in place or first["loc"][:1] if isinstance(part, str)]
    where = f"{headings[-1]}: " if headings else ""
    return Slip(line, where + _what_is_wrong(errors))


def _place(details: ErrorDetails, source: YamlSource) -> KeyPath:
    """Where the error is in the file, without the names pydantic gives to readings it tried."""
    place = source.found(details["loc"])
    return (*place, details["loc"][-1]) if details["type"] == "missing" else place


def _is_another_reading(place: KeyPath, told: Iterable[KeyPath]) -> bool:
    """Whether something deeper is wrong as well: then the reading that got there was meant."""
    return any(len(other) > len(place) and other[: len(place)] == place for other in told)


def not_a_heading(place: KeyPath, known: Iterable[str], of: str = "") -> str:
    """`x` is not a heading of ..., with the nearest right one or, failing that, all of them."""
    key, known = str(place[-1]), list(known)
    parents = [part for part in place[:-1] if isinstance(part, str)]
    of = of or (f"`{parents[-1]}`" if parents else "this file")
    hint = nearest(key, known)
    if not hint and " " in key:
        hint = " If it is part of the sentence above, that sentence needs quotes."
    if not hint and known:
        hint = f" Its headings are {listed(known)}."
    return f"`{shortened(key)}` is not a heading of {of}.{hint}"


def _what_is_wrong(errors: list[ErrorDetails]) -> str:
    first = errors[0]
    found = first["input"]
    if first["type"] in ("value_error", "assertion_error"):
        return _stopped(first["msg"].partition(", ")[2])
    if bound := _BOUNDS.get(first["type"]):
        return f"`{found}` is out of bounds. It must be {bound[1]} {first['ctx'][bound[0]]}."
    if first["type"].endswith(("too_short", "too_long")):
        return _of_length(first)
    wanted = list(dict.fromkeys(_wanted(error) for error in errors))
    if "" in wanted:
        return _stopped(first["msg"][:1].lower() + first["msg"][1:])
    if found is None:
        return f"nothing is written here. It must be {' or '.join(wanted)}."
    if isinstance(found, Mapping) and first["type"] == "string_type":
        return f"a text is expected, and the colon made a heading of it: {COLON}"
    words = [word for error in errors for word in _words(error)]
    hint = nearest(found, words) if isinstance(found, str) else ""
    return f"{_shown(found)} is not {' or '.join(wanted)}.{hint}"


def _of_length(error: ErrorDetails) -> str:
    of = "letters" if error["type"].startswith("string") else "items"
    if "min_length" in error["ctx"]:
        return f"at least {error['ctx']['min_length']} {of} must stand here."
    return f"at most {error['ctx']['max_length']} {of} may stand here."


def _wanted(error: ErrorDetails) -> str:
    if words := _words(error):
        return f"one of {listed(words)}" if len(words) > 1 else f"`{words[0]}`"
    return _KINDS.get(error["type"].partition("_")[0], "")


def _words(error: ErrorDetails) -> list[str]:
    """The words of which one had to be written, where there are such."""
    if error["type"] not in ("literal_error", "enum"):
        return []
    return re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))


def _shown(found: object) -> str:
    if isinstance(found, list | tuple):
        return "a list"
    return "what stands below it" if isinstance(found, Mapping) else f"`{shortened(str(found))}`"


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def headings_at(annotation: Any, path: KeyPath) -> list[str]:
    """The headings that a declaration knows at a place in its file."""
    return [key for model in _models_at(annotation, path) for key in _fields(model)]


def _models_at(annotation: Any, path: KeyPath) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        yield from _models_at(annotation.model_fields["root"].annotation, path)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if not path:
            yield annotation
        elif path[0] in _fields(annotation):
            yield from _models_at(_fields(annotation)[path[0]], path[1:])
    elif get_origin(annotation) is Annotated:
        yield from _models_at(get_args(annotation)[0], path)
    elif get_origin(annotation) in (Union, UnionType):
        for member in get_args(annotation):
            yield from _models_at(member, path)
    elif path and get_args(annotation):
        yield from _models_at(_inside(annotation), path[1:])


def _fields(model: type[BaseModel]) -> dict[str | int, Any]:
    return {info.alias or name: info.annotation for name, info in model.model_fields.items()}


def _inside(annotation: Any) -> Any:
    """What a `dict[str, X]`, `tuple[X, ...]` or `list[X]` holds: X."""
    arguments = get_args(annotation)
    return arguments[1] if get_origin(annotation) is dict else arguments[0]
