"""The text of a YAML file as lines, and which lines belong to which entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import yaml

from matrices.problems import KeyPath


@dataclass(frozen=True)
class Place:
    """Where an entry stands in the text; lines count from 0."""

    value: yaml.Node
    first: int
    last: int
    """The last line that holds something of it: blank lines and comments behind it do not."""
    indent: int
    """Spaces before its heading."""

    @property
    def is_form(self) -> bool:
        """Whether headings stand below it, rather than a sentence or a list."""
        return isinstance(self.value, yaml.MappingNode)

    @property
    def is_flow(self) -> bool:
        """Whether it is written in brackets, on its heading's own line."""
        return bool(getattr(self.value, "flow_style", False))


@dataclass(frozen=True)
class YamlText:
    """A file without slips. A change gives a new one and leaves all other lines as they are."""

    text: str

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def _root(self) -> yaml.Node:
        return yaml.compose(self.text, Loader=yaml.SafeLoader)

    def has(self, path: KeyPath) -> bool:
        return self._found(path) is not None

    def place(self, path: KeyPath) -> Place:
        """KeyError where the file has no such entry."""
        found = self._found(path)
        if found is None:
            raise KeyError(path)
        key, value = found
        return Place(value, key.start_mark.line, self._last(value), key.start_mark.column)

    def keys(self, path: KeyPath) -> list[str]:
        """The headings below an entry, in order; none below a sentence."""
        return [key.value for key, _ in _pairs(self.place(path).value)]

    def source(self, path: KeyPath) -> str:
        """The entry's own lines as written."""
        place = self.place(path)
        return "\n".join(self.lines[place.first : place.last + 1])

    def written(self, node: yaml.Node) -> list[str]:
        """A value's own lines as written, the first without what stands before it."""
        lines = self.lines[node.start_mark.line : self._last(node) + 1]
        if node.end_mark.line == node.start_mark.line + len(lines) - 1:
            lines[-1] = lines[-1][: node.end_mark.column]
        lines[0] = lines[0][node.start_mark.column :]
        return lines

    def replaced(self, first: int, last: int, new: Sequence[str]) -> "YamlText":
        """With other lines in place of those from `first` to `last`, both included."""
        return YamlText("\n".join([*self.lines[:first], *new, *self.lines[last + 1 :]]) + "\n")

    def inserted(self, after: int, new: Sequence[str]) -> "YamlText":
        """With more lines behind the line `after`."""
        return self.replaced(after + 1, after, new)

    def _found(self, path: KeyPath) -> tuple[yaml.Node, yaml.Node] | None:
        found, node = None, self._root
        for part in path:
            found = next((pair for pair in _pairs(node) if pair[0].value == part), None)
            if found is None:
                return None
            node = found[1]
        return found

    def _last(self, node: yaml.Node) -> int:
        """The parser ends a block where the next one begins; ours ends with its own last line."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            *_, newest = _values(node)
            return self._last(newest)
        end = node.end_mark.line - (node.end_mark.column == 0)
        while end > node.start_mark.line and not self.lines[end].strip():
            end -= 1
        return max(end, node.start_mark.line)


def _pairs(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _values(node: yaml.CollectionNode) -> Iterator[yaml.Node]:
    yield from (item[1] if isinstance(item, tuple) else item for item in node.value)
