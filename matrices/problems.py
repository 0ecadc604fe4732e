"""What is wrong with a declaration, said so that the person who wrote it can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

KeyPath = tuple[str | int, ...]
"""The headings, and the numbers of list items from 0, that lead to a place in a file."""


class Slip(NamedTuple):
    """A problem of the file being read, before it has the file's name."""

    line: int
    """Counted from 1."""
    text: str
    is_absence: bool = False
    """True for something missing: that is told even of a line that has another slip."""


@dataclass(frozen=True, order=True)
class DeclarationProblem:
    """Where, what was found, and what would be right."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class DeclarationProblems(Exception):
    """Every problem of one or more files, in order of file and line; shown without a traceback."""

    def __init__(self, problems: Iterable[DeclarationProblem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def nearest(word: str, words: Iterable[str]) -> str:
    """` Did you mean `x`?` with the word that looks most like it, else an empty text."""
    by_small_letters = {known.casefold(): known for known in words}
    close = get_close_matches(word.casefold(), by_small_letters, n=1)
    return f" Did you mean `{by_small_letters[close[0]]}`?" if close else ""


def listed(words: Iterable[str]) -> str:
    """`a`, `b` and `c`."""
    *firsts, last = [f"`{word}`" for word in words]
    return f"{', '.join(firsts)} and {last}" if firsts else last


def shortened(text: str, most: int = 60) -> str:
    """The text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"
