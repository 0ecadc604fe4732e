"""A YAML file -> plain data, the line of every key path, and every slip of its writing.

Plain YAML loses text without a word in five ways (` #` cuts, a key that stands twice, a colon
inside a sentence, a leading quote or `&`, a numbered list); each is refused here with its line and
the mend, and so is whatever else stops a parser. Nothing is raised: slips are part of the answer.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from matrices.problems import DeclarationProblem, DeclarationProblems, KeyPath, Slip
from matrices.reading.text_losses import IsSentence, is_sentence, losses
from matrices.reading.yaml_syntax import parse
from matrices.reading.yaml_tree import grow

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD_INDENT = re.compile("^ *(\t|[\xa0\u3000][ \xa0\u3000\t]*(- |\\w+:))")


@dataclass(frozen=True)
class YamlSource:
    """What a file holds, and what is wrong with how it is written."""

    file: str
    data: dict[str, object]
    """Every text as written: `no`, `1.10` and `2024` are texts; an empty place is None."""
    lines: dict[KeyPath, int]
    slips: tuple[Slip, ...]
    is_whole: bool
    """False when part of the file could not be read, so that a missing heading proves nothing."""

    def line_of(self, path: KeyPath) -> int:
        """The line of the deepest heading on the path that the file has; of the file, 1."""
        return self.lines.get(self.found(path), 1)

    def found(self, path: KeyPath) -> KeyPath:
        """The path without the parts that the file does not have."""
        reached: KeyPath = ()
        for part in path:
            if (*reached, part) in self.lines:
                reached = (*reached, part)
        return reached

    def problems(self, found: Iterable[Slip] = ()) -> DeclarationProblems:
        """The slips of the writing and those found in the content, ready to be raised.

        What is found on a line that was written wrongly follows from that and is left out.
        """
        lines = {slip.line for slip in self.slips}
        told = [slip for slip in found if slip.is_absence or slip.line not in lines]
        every = (*self.slips, *told)
        return DeclarationProblems(DeclarationProblem(self.file, s.line, s.text) for s in every)


def read_source(path: Path, is_a_sentence: IsSentence = is_sentence) -> YamlSource:
    """Reads a file; one that cannot be opened is a slip like any other."""
    try:
        content = path.read_bytes()
    except OSError as error:
        slip = Slip(1, f"the file cannot be read: {error.strerror}.")
        return YamlSource(path.name, {}, {}, (slip,), is_whole=False)
    return _kept(content, path.name, is_a_sentence)


@lru_cache(maxsize=256)
def _kept(content: bytes, file: str, is_a_sentence: IsSentence) -> YamlSource:
    """Files are asked for again and again, and seldom changed; nobody changes what is read of them."""
    return source_of(content, file, is_a_sentence)


def source_of(content: bytes, file: str, is_a_sentence: IsSentence = is_sentence) -> YamlSource:
    """Reads the content of a file, whatever bytes it is made of."""
    text, slips = _decoded(content)
    lines = [line if line.strip() else "" for line in _LINE_BREAK.split(text)]
    slips += _without_unprintable(lines)
    slips += (tabs := _without_tabs(lines))
    parsed = parse(lines)
    tree = grow(parsed.events)
    slips += [*parsed.slips, *tree.slips, *losses(tree.scalars, parsed.lines, is_a_sentence)]
    data = tree.data if isinstance(tree.data, dict) else {}
    is_whole = parsed.is_whole and not tabs
    if not data and is_whole and not tree.slips:
        slips.append(Slip(tree.lines.get((), 1), _nothing(tree.data)))
    return YamlSource(file, data, tree.lines, tuple(dict.fromkeys(slips)), is_whole and bool(data))


def lines_of(path: Path) -> dict[KeyPath, int]:
    """The line of every key path of a file, counted from 1; `()` is the file itself.

    A key path is made of headings and, inside lists, of numbers from 0; for example
    `("target_groups", "providers", "outputs", "playlists", "indicators", "playlists")`.
    """
    return read_source(path).lines


def _decoded(content: bytes) -> tuple[str, list[Slip]]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", errors="replace")
        return text, [Slip(1, "the file is saved as UTF-16. Save it as UTF-8.")]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = len(_LINE_BREAK.split(content[: error.start].decode("utf-8", errors="replace")))
        slip = Slip(line, "a letter on this line is not saved as UTF-8. Save the file as UTF-8.")
        return content.decode("utf-8-sig", errors="replace"), [slip]


def _without_unprintable(lines: list[str]) -> list[Slip]:
    """Takes signs that stop any parser out of the lines."""
    bad = [number for number, line in enumerate(lines) if _UNPRINTABLE.search(line)]
    for number in bad:
        lines[number] = _UNPRINTABLE.sub(" ", lines[number])
    text = "a sign that cannot be printed stands here. Leave it out."
    return [Slip(number + 1, text) for number in bad]


def _without_tabs(lines: list[str]) -> list[Slip]:
    """Turns tabs at the start of lines into spaces; how many were meant is a guess."""
    bad = [number for number, line in enumerate(lines) if _ODD_INDENT.match(line)]
    for number in bad:
        kept = lines[number].lstrip()
        indent = lines[number][: -len(kept)].replace("\t", "  ")
        lines[number] = " " * len(indent) + kept
    return [Slip(number + 1, "a tab indents this line. Use spaces.") for number in bad]


def _nothing(data: object) -> str:
    if data is None or data == {}:
        return "the file is empty."
    found = "a list" if isinstance(data, list) else "a sentence"
    return f"a file is made of headings such as `name: ...`; found {found} in their place."
