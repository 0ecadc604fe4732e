"""A single line of YAML looked at as its writer sees it: a heading, and a sentence behind it."""

import re
from typing import NamedTuple

from matrices.problems import shortened

CUT = "the text is cut at ` #`."
COLON = "a colon inside a sentence needs quotes."
NUMBERED_LIST = (
    "a numbered or dashed list would run together into one sentence. Give each item a line of its "
    "own with its own key (in a list: a dash); numbers come from the order."
)

_LINE = re.compile(
    r"(?P<lead> *(?:- +)*)(?:(?P<key>\w[^:#\"'{}\[\]]*?):(?: +|$))?(?P<value>.*)", re.DOTALL
)
_ONE_WORD = re.compile(r"[A-Za-z0-9_]+")
_NUMBERED = re.compile(r"\d{1,2}[.)](\s|$)")
_BULLET = re.compile(r"[-*•](\s|$)")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]{0,2} *(#.*)?$")
_QUOTES_CLOSED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_CLOSING_BRACKETS = re.compile(r"[\]},\s]+$")
_SIGNS = ("&", "*", "!", "%", "@", "`", ",", "]", "}", "|", ">")


class Line(NamedTuple):
    """The parts of a line."""

    lead: str
    """Its spaces, and the dashes of lists."""
    key: str
    """The heading before the colon; empty where there is none."""
    value: str
    """What stands behind, without spaces at its ends."""

    @property
    def begins_with_a_word_as_heading(self) -> bool:
        return bool(_ONE_WORD.fullmatch(self.key))

    @property
    def is_item(self) -> bool:
        return self.lead.rstrip().endswith("-")


def parts(line: str) -> Line:
    """The line in its parts; every line has them, were they empty."""
    match = _LINE.match(line)
    assert match, "every part of the pattern may be empty"
    return Line(match["lead"], match["key"] or "", match["value"].strip())


def is_numbered(line: str) -> bool:
    """Whether the line begins like an item of a numbered list, such as `1. Mapping`."""
    return bool(_NUMBERED.match(line.strip()))


def is_bulleted(line: str) -> bool:
    """Whether the line begins like an item of a list with dashes, stars or dots."""
    return bool(_BULLET.match(line.strip()))


def reason_for_quotes(value: str) -> str | None:
    """Why a text that begins on this line cannot stand there without quotes; None if it can."""
    if value[:1] in ("'", '"'):
        return _reason_of_quotes(value)
    if value[:1] in ("[", "{"):
        return _reason_of_bracket(value)
    if _is_sign(value):
        return reason_of_sign(value[0])
    return COLON if ": " in value or value.endswith(":") else None


def reason_of_sign(sign: str) -> str:
    """Why a sentence that begins with this sign needs quotes."""
    shown = "a backtick" if sign == "`" else f"`{sign}`"
    return f"{shown} at the start of a sentence is a sign of its own in YAML."


def _is_sign(value: str) -> bool:
    if _BLOCK_HEADER.match(value) or _CLOSING_BRACKETS.match(value):
        return False
    return value.startswith(_SIGNS) or value.startswith(("- ", "? "))


def _reason_of_quotes(value: str) -> str | None:
    closed = _QUOTES_CLOSED.match(value)
    if closed is None:
        return f"the quote `{value[0]}` at the start of a sentence is not closed on this line."
    rest = value[closed.end() :].strip()
    return "the quotes end before the sentence does." if rest and rest[0] != "#" else None


def _reason_of_bracket(value: str) -> str | None:
    _, closing, rest = value.rpartition({"[": "]", "{": "}"}[value[0]])
    if not closing or not rest.strip() or rest.strip().startswith("#"):
        return None
    return f"`{value[0]}` at the start of a sentence opens a list for YAML."


def reason_further_on(value: str, stopped_at: str) -> str | None:
    """Why a sentence that begins with `value` stops the parser on a later line."""
    if " #" in value and not value.startswith(("|", ">", "[", "{")):
        return CUT
    line = parts(stopped_at)
    return COLON if value and line.key and not line.begins_with_a_word_as_heading else None


def in_quotes(reason: str, sentence: str) -> str:
    """The advice to put a sentence in quotes, with the sentence as it would stand then."""
    return f"{reason} Put the whole sentence in quotes: `{quoted(shortened(sentence))}`."


def quoted(sentence: str) -> str:
    """The sentence in the quotes that let it stand unchanged, on one line."""
    if '"' in sentence or "\\" in sentence:
        return "'" + sentence.replace("'", "''") + "'"
    return f'"{sentence}"'
