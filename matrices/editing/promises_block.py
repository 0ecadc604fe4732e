"""The promises of a statement in its city's file: a new one, or a new version of one."""

from collections.abc import Iterable

import yaml

from matrices.editing.forms import indent_below, on_lines, tail, with_entry
from matrices.editing.sentences import STEP, WIDTH, in_brackets, value
from matrices.editing.yaml_text import YamlText
from matrices.problems import KeyPath

Written = dict[str, str]
"""Heading to words: `target`, and where there is more to say `by`, `since`, `reason`."""


def with_promise(text: YamlText, path: KeyPath, indicator: str, promise: Written) -> YamlText:
    """The statement at `path`, a form, promises this; what it promised before stays above it."""
    block = (*path, "indicators")
    if text.has((*block, indicator)):
        grown = on_lines(text, block)
        return _with_version(grown, (*block, indicator), promise)
    if not text.has(block):
        return with_entry(text, path, "indicators", _first(text, path, indicator, promise))
    return _with_another(text, block, indicator, promise)


def _first(text: YamlText, path: KeyPath, indicator: str, promise: Written) -> list[str]:
    indent = indent_below(text, path)
    line = f"{' ' * indent}indicators: {{{indicator}: {_short(promise)}}}"
    if len(promise) == 1 and len(line) <= WIDTH:
        return [line]
    return [f"{' ' * indent}indicators:", *_below(indicator, promise, indent + STEP)]


def _with_another(text: YamlText, block: KeyPath, indicator: str, promise: Written) -> YamlText:
    """In the same brackets where all fit into them, else each on lines of its own."""
    place = text.place(block)
    if place.is_flow and place.first == place.last and len(promise) == 1:
        line = text.lines[place.first]
        end = place.value.end_mark.column - 1
        longer = f"{line[:end]}, {indicator}: {_short(promise)}{line[end:]}"
        if len(longer) <= WIDTH:
            return text.replaced(place.first, place.last, [longer])
    grown = on_lines(text, block)
    lines = _below(indicator, promise, indent_below(grown, block))
    return grown.inserted(grown.place(block).last, lines)


def _with_version(text: YamlText, path: KeyPath, promise: Written) -> YamlText:
    """The versions as a list, the oldest first."""
    place = text.place(path)
    if isinstance(place.value, yaml.SequenceNode) and not place.is_flow:
        return text.inserted(place.last, _item(promise, place.value.start_mark.column))
    indent = place.indent + STEP
    heading = f"{' ' * place.indent}{path[-1]}:"
    versions = place.value.value if place.is_flow and _is_list(place.value) else [place.value]
    old = [line for version in versions for line in _as_item(text, version, indent)]
    old[-1] += tail(text, path)
    return text.replaced(place.first, place.last, [heading, *old, *_item(promise, indent)])


def _is_list(node: yaml.Node) -> bool:
    return isinstance(node, yaml.SequenceNode)


def _as_item(text: YamlText, version: yaml.Node, indent: int) -> Iterable[str]:
    """A version that stood alone, moved in behind a dash."""
    first, *more = text.written(version)
    moved = indent + STEP - version.start_mark.column
    yield f"{' ' * indent}- {first}"
    for line in more:
        yield " " * moved + line if moved >= 0 else line[min(-moved, _spaces(line)) :]


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _below(indicator: str, promise: Written, indent: int) -> list[str]:
    line = f"{' ' * indent}{indicator}: {_short(promise)}"
    if len(line) <= WIDTH:
        return [line]
    return [f"{' ' * indent}{indicator}:", *_long(promise, indent + STEP)]


def _item(promise: Written, indent: int) -> list[str]:
    line = f"{' ' * indent}- {_short(promise)}"
    if len(line) <= WIDTH:
        return [line]
    first, *more = _long(promise, indent + STEP)
    return [f"{' ' * indent}- {first.lstrip()}", *more]


def _short(promise: Written) -> str:
    """The target alone, or everything in brackets."""
    if len(promise) == 1:
        return value(promise["target"])
    return "{" + ", ".join(f"{key}: {in_brackets(word)}" for key, word in promise.items()) + "}"


def _long(promise: Written, indent: int) -> list[str]:
    """One line each, however long a reason is: it is one sentence."""
    return [f"{' ' * indent}{key}: {value(word)}" for key, word in promise.items()]
