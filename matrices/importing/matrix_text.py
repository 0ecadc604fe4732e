"""A draft -> the text of a city file, with what needs a person's eye in comments where it belongs."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from matrices.importing.draft import Draft, DraftIndicator, DraftStatement
from matrices.importing.keys import key_of
from matrices.importing.promise_words import promise_line
from matrices.model import ALL_TARGET_GROUPS, LEVELS
from matrices.reading.text_losses import reads_as_text
from matrices.reading.yaml_lines import is_bulleted, is_numbered

WIDTH = 96
_PLAIN = re.compile(r"[^\W\d_][\w ,.()/'’+%-]*[\w.)%]|[^\W\d_]")
"""Texts that YAML reads as they stand: no colon, no `#`, no quote or sign at the start."""
_UNPRINTABLE = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def matrix_text(draft: Draft) -> str:
    """The file, as `impact check` takes it; statements keep their order within a cell."""
    lines = [*_head(draft), "", *_groups(draft)]
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def one_line(text: str) -> str:
    """The text without line breaks, doubled spaces and signs that cannot be printed."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def _head(draft: Draft) -> Iterator[str]:
    yield from _comment(f"Read from {draft.file}: {draft.kind}.", 0)
    yield from _comment(
        "What it says and a matrix cannot take is kept in comments, with its place.", 0
    )
    for note in draft.notes:
        yield from _comment(note, 0)
    yield from _text("name", draft.name, 0)
    yield from _text("place", draft.place, 0)
    note = f"Imported; {draft.kind}."
    yield f"source: {{document: {_in_quotes(draft.file)}, note: {_in_quotes(note)}}}"
    yield from _text("goal", draft.goal, 0)
    horizons = ", ".join(f"{level}: {_in_quotes(text)}" for level, text in draft.horizons)
    yield from [f"horizons: {{{horizons}}}"] if horizons else []
    yield from [f"starts: {draft.starts}"] if draft.starts else []


def _groups(draft: Draft) -> Iterator[str]:
    if draft.target_groups:
        yield "target_groups:"
    for key, name in draft.target_groups:
        yield f"  {key}:"
        yield from _text("name", name, 4)
        yield from _levels([s for s in draft.statements if s.target_group == key], 4)
        yield ""
    across = [s for s in draft.statements if s.target_group == ALL_TARGET_GROUPS]
    if across:
        yield f"{ALL_TARGET_GROUPS}:"
        yield from _levels(across, 2)


def _levels(statements: Iterable[DraftStatement], indent: int) -> Iterator[str]:
    ordered = sorted(statements, key=lambda statement: LEVELS.index(statement.level))
    for level, cell in groupby(ordered, lambda statement: statement.level):
        yield f"{' ' * indent}{level}:"
        in_cell = list(cell)
        taken = {statement.key for statement in in_cell}
        for statement in in_cell:
            key = statement.key or key_of(statement.text, taken)
            taken.add(key)
            yield from _statement(statement, key, indent + 2)


def _statement(statement: DraftStatement, key: str, indent: int) -> Iterator[str]:
    for note in statement.notes:
        yield from _comment(f"In the file ({statement.place.words}): {note}", indent)
    for indicator in statement.indicators:
        yield from _kept(indicator, indent)
    further = list(_further(statement, indent + 2))
    if not further:
        yield from _text(key, statement.text, indent)
        return
    yield f"{' ' * indent}{key}:"
    yield from _text("text", statement.text, indent + 2)
    yield from further


def _kept(indicator: DraftIndicator, indent: int) -> Iterator[str]:
    """What the statement cannot say of an indicator, so that nothing of the file is lost."""
    if indicator.identifier and not indicator.notes:
        return
    yield from _comment(f"Indicator ({indicator.place.words}): {one_line(indicator.title)}", indent)
    if not indicator.identifier:
        for promise in indicator.promises:
            yield from _comment(f"Promised: {one_line(promise_line(promise))}", indent, "    ")
    for note in dict.fromkeys(indicator.notes):
        yield from _comment(note, indent, "    ")


def _further(statement: DraftStatement, indent: int) -> Iterator[str]:
    space = " " * indent
    named = [each for each in statement.indicators if each.identifier]
    if statement.measured and (not named or statement.measured == "by survey"):
        yield f"{space}measured: {statement.measured}"
    yield from _text("reason", statement.reason, indent)
    if statement.headline:
        yield f"{space}headline: yes"
    if named:
        yield f"{space}indicators:"
    for indicator in named:
        yield from _promises(indicator, indent + 2)
    if statement.aligned_to:
        yield f"{space}aligned_to: [{', '.join(statement.aligned_to)}]"
    yield from _text("transcription_note", statement.transcription_note, indent)


def _promises(indicator: DraftIndicator, indent: int) -> Iterator[str]:
    space = " " * indent
    if len(indicator.promises) == 1:
        yield f"{space}{indicator.identifier}: {promise_line(indicator.promises[0])}"
        return
    yield f"{space}{indicator.identifier}:"
    yield from (f"{space}  - {promise_line(promise)}" for promise in indicator.promises)


def _text(key: str, text: str, indent: int) -> Iterator[str]:
    """A heading and its text, in the form that YAML cannot spoil; nothing for an empty text."""
    line, space = one_line(text), " " * indent
    if not line:
        return
    whole = f"{space}{key}: {line}"
    if len(whole) <= WIDTH and _PLAIN.fullmatch(line) and reads_as_text(line):
        yield whole
        return
    folded = textwrap.wrap(line, WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
    if len(folded) == 1 or any(_looks_like_an_item(part) for part in folded):
        yield f"{space}{key}: {_in_quotes(line)}"
        return
    yield f"{space}{key}: >"
    yield from (f"{space}  {part}" for part in folded)


def _looks_like_an_item(line: str) -> bool:
    return is_numbered(line) or is_bulleted(line)


def _in_quotes(text: str) -> str:
    return json.dumps(one_line(text), ensure_ascii=False)


def _comment(text: str, indent: int, further: str = "") -> Iterator[str]:
    space = " " * indent + "# " + further
    yield from textwrap.wrap(
        one_line(text),
        WIDTH,
        initial_indent=space,
        subsequent_indent=space,
        break_long_words=False,
        break_on_hyphens=False,
    )
