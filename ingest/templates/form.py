"""A form: headings, lines, choices and what explains them; `form_file.py` makes it a workbook."""

from dataclasses import dataclass, field
from typing import Literal

Ink = Literal["open", "given", "known", "closed"]
"""`open` is to be filled in; `given` says what the line is about; `known` is filled in already and
may be corrected; `closed` is not to be filled in here."""

Cell = str | float | int | None
Written = Literal["text", "number", "whole", "day"]

TEXT_FOLLOWS = " – "
"""Between an identifier and its text in a drop-down; what follows it is not read."""


@dataclass(frozen=True)
class Heading:
    """A column of the form."""

    text: str
    """As a source mapping knows it."""
    explanation: str
    """In plain words: the note on the heading, and what a person reads on entering a cell."""
    width: int
    written: Written = "text"
    choices: str | None = None
    """The name of the drop-down."""
    only_choices: bool = False
    """Whether anything else is refused on entering."""
    at_most: str | None = None
    """The heading whose whole number this one cannot exceed."""
    is_locked: bool = False
    """Never filled in by hand."""


@dataclass(frozen=True)
class Line:
    """One line: a cell by heading, and how it is marked; what is not named is open and empty."""

    cells: dict[str, Cell] = field(default_factory=dict)
    inks: dict[str, Ink] = field(default_factory=dict)


@dataclass(frozen=True)
class Explained:
    """A thing that the form asks for, in words for the explanation sheet."""

    cells: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """Everything a workbook to be filled in says."""

    sheet: str
    title: str
    hint: str
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    spare: Line
    """How each of the lines at the end looks that nobody has begun."""
    choices: dict[str, tuple[str, ...]]
    steps: tuple[str, ...]
    """What to do, one sentence after the other."""
    explained_by: tuple[str, ...]
    """The headings of the table on the explanation sheet."""
    explained: tuple[Explained, ...]
    spare_lines: int = 60


def with_text(identifier: str, text: str) -> str:
    """An entry of a drop-down: the identifier and, to be read only, its text."""
    return f"{identifier}{TEXT_FOLLOWS}{' '.join(text.replace(';', ',').split())}"[:MOST_LETTERS]


MOST_LETTERS = 250
"""A drop-down cannot offer more."""
