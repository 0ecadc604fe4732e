"""YAML text -> parse events, with advice in place of the parser's jargon.

A line that stops the parser is read as its writer most likely meant it, so that the rest of the
file is looked at too and a person hears of every slip at once, not of one per try.
"""

import re
from dataclasses import dataclass

import yaml

from matrices.problems import Slip, shortened
from matrices.reading.yaml_lines import (
    COLON,
    NUMBERED_LIST,
    in_quotes,
    is_numbered,
    parts,
    quoted,
    reason_for_quotes,
    reason_further_on,
)

MOST_MENDS = 50
"""After so many broken lines the file is hardly YAML, and more advice would not help."""

MOST_DEPTH = 30
"""Deeper than any declaration, and shallow enough to be walked."""

_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Where PyYAML was built without it, all is read by the slower one."""

_READ_APART = re.compile(r"[\t\ufeff]|[>|][^\n]*#|[\[{].*\?|[^\n]\Z", re.DOTALL)
"""What the two parsers read differently: tabs, marks of byte order, `>#`, question marks between
brackets, a last line without an end."""


class _TooDeep(Exception):
    """Lists inside lists; reading on would only take time."""

    def __init__(self, event: yaml.Event) -> None:
        text = "brackets or lists stand inside each other more deeply than anything here needs."
        self.slip = Slip(event.start_mark.line + 1, text)


@dataclass(frozen=True)
class Parsed:
    """What could be parsed, and every slip on the way."""

    events: list[yaml.Event]
    lines: list[str]
    """The lines as they were read in the end; as many as the file has."""
    slips: list[Slip]
    is_whole: bool
    """False when a line had to be left out, so that a missing heading proves nothing."""


@dataclass(frozen=True)
class _Mend:
    """What is wrong with a line, and what it is read as instead so that reading can go on."""

    line: int
    """Counted from 0."""
    text: str
    becomes: str = ""
    last: int | None = None
    """The last line of a sentence that goes on; all of it is in `becomes`."""
    keeps_structure: bool = True
    """False where headings may have been lost."""
    is_named: bool = True
    """False where all that is known is that the line does not fit."""


def parse(lines: list[str]) -> Parsed:
    """Parses the lines; each one that stops the parser is noted, mended and read again."""
    read, slips, is_whole = list(lines), [], True
    for _ in range(MOST_MENDS):
        events, error = _events(read)
        if error is None:
            return Parsed(events, read, slips, is_whole)
        if isinstance(error, _TooDeep):
            return Parsed([], read, [*slips, error.slip], is_whole=False)
        mend = _mend(error, read, events)
        is_told = any(slip.line == mend.line + 1 for slip in slips)
        if not is_told and (mend.is_named or not slips):
            slips.append(Slip(mend.line + 1, mend.text))
        is_whole = is_whole and mend.keeps_structure and not is_told
        _apply(mend, read, is_told)
    return Parsed([], read, slips, is_whole=False)


def _events(lines: list[str]) -> tuple[list[yaml.Event], Exception | None]:
    """The events up to the first error, and that error, in the words of PyYAML's own parser.

    The parser in C takes a tenth of the time, and tells the same of a text without errors.
    """
    text = "\n".join(lines)
    if not _READ_APART.search(text):
        events, error = _events_by(_FAST, text)
        if error is None:
            return events, None
    return _events_by(yaml.SafeLoader, text)


def _events_by(loader: type, text: str) -> tuple[list[yaml.Event], Exception | None]:
    events: list[yaml.Event] = []
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            events.append(event)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_DEPTH:
                raise _TooDeep(event)
    # PyYAML hands on what chr() says of an escape such as "\UFFFFFFFF"
    except (yaml.YAMLError, ValueError, OverflowError, _TooDeep) as error:
        return events, error
    return events, None


def _apply(mend: _Mend, lines: list[str], is_told: bool) -> None:
    """Writes the mend into the lines; a line that goes on stopping the parser is left out."""
    is_stuck = is_told or lines[mend.line] == mend.becomes
    lines[mend.line] = "" if is_stuck else mend.becomes
    for number in range(mend.line + 1, (mend.last or 0) + 1):
        lines[number] = ""


def _mend(error: Exception, lines: list[str], events: list[yaml.Event]) -> _Mend:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _of_unsaid_escape(lines, events)
    at, problem = min(mark.line, len(lines) - 1), str(error.problem)
    if "escape" in problem:
        return _of_escape(lines, at)
    if str(error.context).startswith("while parsing a flow"):
        return _of_bracket(lines, error.context_mark.line, at, problem)
    start = _start(error, events, at)
    for line in (start, at):
        if mend := _of_sentence(lines, line, at):
            return mend
    return _of_structure(lines, at, problem, start)


def _start(error: yaml.MarkedYAMLError, events: list[yaml.Event], at: int) -> int:
    """The line where the text began that the parser stumbled over on line `at`."""
    if "quoted scalar" in str(error.context) or "simple key" in str(error.context):
        return min(error.context_mark.line, at)
    last = events[-1] if events else None
    return min(last.start_mark.line, at) if isinstance(last, yaml.ScalarEvent) else at


def _of_sentence(lines: list[str], line: int, at: int) -> _Mend | None:
    """The advice to put the sentence that starts on `line` in quotes, where that would help."""
    if is_numbered(lines[line]):
        return _Mend(line, NUMBERED_LIST, keeps_structure=False)
    lead, key, value = parts(lines[line])
    if not key and (value == ":" or value.startswith(": ")):
        return _Mend(line, "a heading is missing before the colon.", keeps_structure=False)
    last = _last_of_sentence(lines, line, line)
    reason = reason_for_quotes(value)
    if reason is None and line < at and (reason := reason_further_on(value, lines[at])):
        last = _last_of_sentence(lines, line, at)
    if reason is None:
        return None
    sentence = " ".join([value, *(text.strip() for text in lines[line + 1 : last + 1])])
    heading = f"{key}: " if key else ""
    return _Mend(line, in_quotes(reason, sentence), f"{lead}{heading}{quoted(sentence)}", last)


def _last_of_sentence(lines: list[str], first: int, sure: int) -> int:
    """The last line of a sentence that goes at least to the line `sure`."""
    indent, last = len(parts(lines[first]).lead), sure
    while last + 1 < len(lines) and _goes_on(lines[last + 1], indent):
        last += 1
    return last


def _goes_on(line: str, indent: int) -> bool:
    looked_at = parts(line)
    if looked_at.begins_with_a_word_as_heading or looked_at.is_item or not looked_at.value:
        return False
    return len(looked_at.lead) > indent


def _of_bracket(lines: list[str], opened: int, at: int, problem: str) -> _Mend:
    lead, key, _ = parts(lines[opened])
    if opened == at and "got ':'" in problem:
        text = f"{COLON} Put the sentence between the brackets in quotes."
    else:
        text = (
            "a bracket that opens here is not closed as it should be. Close it, put a comma "
            "between its parts, and put sentences in quotes."
        )
    last = _last_of_sentence(lines, opened, opened)
    return _Mend(opened, text, f"{lead}{key}:" if key else "", last, keeps_structure=False)


def _of_unsaid_escape(lines: list[str], events: list[yaml.Event]) -> _Mend:
    """An escape in double quotes that stands for no letter; PyYAML does not say where."""
    start = min(events[-1].end_mark.line, len(lines) - 1) if events else 0
    escapes = (number for number in range(start, len(lines)) if "\\" in lines[number])
    line = next(escapes, None)
    return _unfitting(start) if line is None else _of_escape(lines, line)


def _of_escape(lines: list[str], line: int) -> _Mend:
    text = "a backslash inside double quotes is a sign of its own in YAML. Use single quotes."
    return _Mend(line, text, lines[line].replace("\\", "\\\\"))


def _of_structure(lines: list[str], at: int, problem: str, start: int) -> _Mend:
    """The advice about a line that does not fit in with the lines above it."""
    if "\\t" in problem:
        return _Mend(at, "a tab stands here. Use spaces.", lines[at].replace("\t", " "))
    if "mapping values are not allowed" in problem and parts(lines[at]).key:
        return _of_indented_heading(lines, at, start)
    if "could not find expected ':'" in problem:
        text = (
            f"`{shortened(lines[start])}` has no heading. If it goes on with the sentence above, "
            "indent it further; else begin it with a heading and a colon."
        )
        return _Mend(start, text)
    return _unfitting(at)


def _unfitting(at: int) -> _Mend:
    text = (
        "this line does not fit in with the lines above it. Check its spaces at the start, its "
        "colon and its quotes."
    )
    return _Mend(at, text, keeps_structure=False, is_named=False)


def _of_indented_heading(lines: list[str], at: int, start: int) -> _Mend:
    text = (
        f"`{parts(lines[at]).key}:` is indented further than the heading above it. Move it to the "
        "left; or, if it goes on with the sentence above, put that whole sentence in quotes."
    )
    indent = parts(lines[start]).lead.replace("-", " ")
    return _Mend(at, text, indent + lines[at].lstrip(" "), keeps_structure=False)
