"""A statement's form: grown out of a bare sentence, its lines put in, changed and taken out."""

from collections.abc import Sequence

from matrices.editing.sentences import STEP, entry
from matrices.editing.yaml_text import YamlText
from matrices.problems import KeyPath

ORDER = ("text", "headline", "measured", "reason", "indicators", "aligned_to")
"""How the lines of a form follow one another, as in the files that come with the package."""


def as_form(text: YamlText, path: KeyPath) -> YamlText:
    """`key: sentence` grown into a form with `text`; a form in brackets onto lines of its own."""
    place = text.place(path)
    if place.is_form:
        return on_lines(text, path)
    heading, below = " " * place.indent, " " * STEP
    first, *more = text.lines[place.first : place.last + 1]
    sentence = first[place.indent :].partition(":")[2]
    grown = [f"{heading}{path[-1]}:", f"{heading}{below}text:{sentence}"]
    return text.replaced(place.first, place.last, [*grown, *(below + line for line in more)])


def on_lines(text: YamlText, path: KeyPath) -> YamlText:
    """Headings in brackets get lines of their own; a form that has them stays as it is."""
    place = text.place(path)
    if not place.is_flow:
        return text
    heading, inner = " " * place.indent, " " * (place.indent + STEP)
    lines = [f"{heading}{path[-1]}:{tail(text, path)}"]
    for key, value in place.value.value:
        first, *more = text.written(value)
        lines += [f"{inner}{key.value}: {first}", *more]
    return text.replaced(place.first, place.last, lines)


def with_line(text: YamlText, path: KeyPath, key: str, value: str) -> YamlText:
    """With `key: value` in a form that has its own lines; without the line where value is empty."""
    if text.has((*path, key)):
        old = text.place((*path, key))
        new = entry(key, value, old.indent) if value else []
        return text.replaced(old.first, old.last, new)
    return (
        with_entry(text, path, key, entry(key, value, indent_below(text, path))) if value else text
    )


def with_entry(text: YamlText, path: KeyPath, key: str, lines: Sequence[str]) -> YamlText:
    """With a new entry behind those that come before it in a form."""
    before = [name for name in ORDER[: ORDER.index(key)] if text.has((*path, name))]
    last = max(text.place((*path, name)).last for name in before)
    return text.inserted(last, lines)


def indent_below(text: YamlText, path: KeyPath) -> int:
    """Spaces before what stands below an entry; a first one stands a step further in."""
    keys = text.keys(path)
    return text.place((*path, keys[0])).indent if keys else text.place(path).indent + STEP


def tail(text: YamlText, path: KeyPath) -> str:
    """The remark behind a value on its last line, with the space before it; else nothing."""
    place = text.place(path)
    end = place.value.end_mark
    is_own_line = end.line == place.last
    return text.lines[place.last][end.column :].rstrip() if is_own_line else ""
