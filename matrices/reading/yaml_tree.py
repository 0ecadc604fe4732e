"""Parse events -> plain data, the line of every key path, and every text with its place.

Every text stays as it was written: `no`, `1.10` and `2024` come out as texts and become what the
field of a declaration asks for, so that nothing is read as something else on the way.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from matrices.problems import KeyPath, Slip
from matrices.reading.yaml_lines import in_quotes, reason_of_sign

EMPTY = ("", "~", "null", "Null", "NULL")
_UNREADABLE: KeyPath = ("?",)


@dataclass(frozen=True)
class Scalar:
    """A text of the file with its place; lines and columns are counted from 0."""

    path: KeyPath
    value: str
    style: str | None
    """None without quotes, else `'`, `"`, `>` or `|`."""
    first: int
    last: int
    """The line on which it ends; of a `>` or `|` block, the line after it."""
    end_column: int
    indent: int
    """The column of the key or dash before it."""


@dataclass
class Tree:
    """What a file holds."""

    data: object = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    """Key path to its line, counted from 1."""
    scalars: list[Scalar] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)


def grow(events: list[yaml.Event]) -> Tree:
    """The tree of the first document; a second one is a slip."""
    tree = Tree()
    starts = [event for event in events if isinstance(event, yaml.DocumentStartEvent)]
    if not starts:
        return tree
    if len(starts) > 1:
        text = "`---` begins a second file within this one. Leave that line out."
        tree.slips.append(Slip(starts[1].start_mark.line + 1, text))
    stream = iter(events[events.index(starts[0]) + 1 :])
    first = next(stream)
    tree.lines[()] = first.start_mark.line + 1
    tree.data = _Grower(tree, stream).value(first, (), 0)
    return tree


class _Grower:
    """Turns events into data, and keeps places and slips in the tree."""

    def __init__(self, tree: Tree, events: Iterator[yaml.Event]) -> None:
        self.tree = tree
        self.events = events

    def value(self, event: yaml.Event, path: KeyPath, indent: int) -> object:
        self._refuse_signs(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event, path, indent)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else None

    def _refuse_signs(self, event: yaml.Event) -> None:
        """Anchors, aliases and tags: words that YAML would swallow."""
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._say_sign("*", f"*{event.anchor}", event)
        elif event.anchor is not None:
            self._say_sign("&", f"&{event.anchor} {getattr(event, 'value', '')}", event)
        elif tag is not None:
            word = tag if tag.startswith("!") else f"!!{tag.rpartition(':')[2]}"
            self._say_sign("!", f"{word} {getattr(event, 'value', '')}", event)

    def _say_sign(self, sign: str, sentence: str, event: yaml.Event) -> None:
        self._say(event, in_quotes(reason_of_sign(sign), sentence.strip()))

    def _say(self, event: yaml.Event, text: str) -> None:
        self.tree.slips.append(Slip(event.start_mark.line + 1, text))

    def _text(self, event: yaml.ScalarEvent, path: KeyPath, indent: int) -> str | None:
        start, end = event.start_mark, event.end_mark
        style = event.style or None  # without quotes: None of one parser, empty of the other
        self.tree.scalars.append(
            Scalar(path, event.value, style, start.line, end.line, end.column, indent)
        )
        if style is None and event.value in EMPTY:
            return None
        # a block ends with a line break that its writer did not mean as part of the sentence
        return event.value.rstrip("\n") if style in ("|", ">") else event.value

    def _list(self, path: KeyPath) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            here = (*path, len(items))
            self.tree.lines.setdefault(here, event.start_mark.line + 1)
            items.append(self.value(event, here, max(event.start_mark.column - 2, 0)))
        return items

    def _mapping(self, path: KeyPath) -> dict[str, object]:
        data: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, path)
            here = (*path, key) if key else _UNREADABLE
            if key in data:
                self._say_twice(event, here)
            self.tree.lines.setdefault(here, event.start_mark.line + 1)
            value = self.value(next(self.events), here, event.start_mark.column)
            if key:
                data.setdefault(key, value)
        return data

    def _key(self, event: yaml.Event, path: KeyPath) -> str:
        """The heading; empty, with a slip, where it is none."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_signs(event)
            if not event.value:
                self._say(event, "a heading is missing before the colon.")
            return event.value
        self.value(event, _UNREADABLE, 0)
        self._say(event, "a heading must be a word; found a list or brackets before the colon.")
        return ""

    def _say_twice(self, event: yaml.ScalarEvent, path: KeyPath) -> None:
        self._say(
            event,
            f"`{event.value}` stands here a second time, after line {self.tree.lines[path]}; one "
            "of the two would be lost. Put both under one heading, or rename one.",
        )
