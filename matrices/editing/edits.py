"""What can be changed in a city's file, each as a person would say it."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from matrices.editing.forms import as_form, indent_below, tail, with_line
from matrices.editing.promises_block import with_promise
from matrices.editing.sentences import STEP, entry
from matrices.editing.yaml_text import YamlText
from matrices.model import ALL_TARGET_GROUPS, LEVELS, Level
from matrices.problems import KeyPath
from matrices.telling import told

MEASURED = ("not yet", "by evidence", "by survey", "cannot be")
"""How a statement without figures may be followed, in the file's words."""


class EditProblem(Exception):
    """Why a change cannot be made: a sentence for the person who asked for it."""


class Edit(Protocol):
    """A change to one city's file."""

    @property
    def touches(self) -> KeyPath:
        """The entry that it changes; whoever else changed it meanwhile must be heard first."""

    def apply(self, text: YamlText) -> YamlText:
        """The file with the change. Raises `EditProblem` where it cannot be made."""


@dataclass(frozen=True)
class Reword:
    """Another sentence for a statement; its identifier stays."""

    touches: KeyPath
    sentence: str

    def apply(self, text: YamlText) -> YamlText:
        if not self.sentence.strip():
            raise EditProblem(told("The statement has no sentence."))
        path = (*self.touches, "text") if text.place(self.touches).is_form else self.touches
        place = text.place(path)
        *lines, last = entry(str(path[-1]), self.sentence, place.indent)
        return text.replaced(place.first, place.last, [*lines, last + _remark(text, path, lines)])


@dataclass(frozen=True)
class SetPromise:
    """What a statement promises on an indicator: its first promise, or a new version of it."""

    touches: KeyPath
    indicator: str
    target: str
    """As in the file: `increase`, `10`, `at most 5`, `50 %`, `keep at least 20`."""
    by: str = ""
    """A day, a month or a year; empty where there is none."""
    since: date | None = None
    """The day from which a new version counts."""
    reason: str = ""
    """Why a new version replaces the one before."""

    def apply(self, text: YamlText) -> YamlText:
        if not self.target.strip():
            raise EditProblem(told("Nothing is promised: write `increase`, a number or a share."))
        is_new_version = text.has((*self.touches, "indicators", self.indicator))
        if is_new_version and not (self.reason.strip() and self.since):
            raise EditProblem(
                told("A promise is not overwritten: say why it changes, and since which day.")
            )
        given = self._written(with_reason=is_new_version)
        grown = _counted(as_form(text, self.touches), self.touches)
        return with_promise(grown, self.touches, self.indicator, given)

    def _written(self, with_reason: bool) -> dict[str, str]:
        known = {"target": self.target, "by": self.by}
        if with_reason and self.since:
            known |= {"since": self.since.isoformat(), "reason": self.reason}
        return {key: " ".join(value.split()) for key, value in known.items() if value.strip()}


@dataclass(frozen=True)
class MeasureOtherwise:
    """Another way to follow a statement that names no indicator."""

    touches: KeyPath
    measured: str
    """One of `MEASURED`."""
    reason: str = ""
    """Why it cannot be measured; needed with `cannot be`."""

    def apply(self, text: YamlText) -> YamlText:
        if self.measured == "cannot be" and not self.reason.strip():
            raise EditProblem(told("Say why it cannot be measured."))
        grown = as_form(text, self.touches)
        for key, value in (("measured", self.measured), ("reason", self.reason)):
            is_default = value == "not yet" or not value.strip()
            grown = with_line(grown, self.touches, key, "" if is_default else value)
        return grown


@dataclass(frozen=True)
class AddStatement:
    """A new statement at the end of its cell."""

    target_group: str
    """A key of the file, or `all_target_groups`."""
    level: Level
    key: str
    sentence: str
    measured: str = "not yet"

    @property
    def touches(self) -> KeyPath:
        return (*self._group, self.level, self.key)

    @property
    def _group(self) -> KeyPath:
        is_across = self.target_group == ALL_TARGET_GROUPS
        return (ALL_TARGET_GROUPS,) if is_across else ("target_groups", self.target_group)

    def apply(self, text: YamlText) -> YamlText:
        if not self.sentence.strip():
            raise EditProblem(told("The statement has no sentence."))
        if text.has(self.touches):
            raise EditProblem(
                told("This cell has a statement with the key `{key}` already.", key=self.key)
            )
        cell = (*self._group, self.level)
        grown = _with_heading(_with_heading(text, self._group), cell)
        return grown.inserted(grown.place(cell).last, self._lines(indent_below(grown, cell)))

    def _lines(self, indent: int) -> list[str]:
        if self.measured == "not yet":
            return entry(self.key, self.sentence, indent)
        inner = indent + STEP
        measured = f"{' ' * inner}measured: {self.measured}"
        return [f"{' ' * indent}{self.key}:", *entry("text", self.sentence, inner), measured]


def _remark(text: YamlText, path: KeyPath, lines: list[str]) -> str:
    """A remark behind the sentence stays; inside a folded block it would become part of it."""
    return "" if lines else tail(text, path)


def _counted(text: YamlText, path: KeyPath) -> YamlText:
    """Figures tell now; only a survey stays one beside them."""
    if (
        not text.has((*path, "measured"))
        or text.place((*path, "measured")).value.value == "by survey"
    ):
        return text
    return with_line(with_line(text, path, "measured", ""), path, "reason", "")


def _with_heading(text: YamlText, path: KeyPath) -> YamlText:
    """With the heading in its place among its neighbours where the file has none yet."""
    if text.has(path):
        return text
    if len(path) == 1:
        return text.inserted(len(text.lines) - 1, [f"{path[0]}:"])
    indent = indent_below(text, path[:-1])
    above = [(*path[:-1], level) for level in LEVELS[: LEVELS.index(path[-1])]]
    there = [text.place(other).last for other in above if text.has(other)]
    last = max(there, default=_head(text, path[:-1]))
    return text.inserted(last, [f"{' ' * indent}{path[-1]}:"])


def _head(text: YamlText, group: KeyPath) -> int:
    """Behind the group's name, or its heading where it has none."""
    named = (*group, "name")
    return text.place(named).last if text.has(named) else text.place(group).first
