"""What a page seems to say: each finding with the page's own sentence, and how sure it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.activity_pages.languages import Section, heading
from ingest.activity_pages.saved_page import BULLET, SavedPage

What = Literal[
    "name", "language", "purpose", "objective", "badge", "competence", "place", "issuer",
    "organiser", "starts", "ends",
]  # fmt: skip
Sureness = Literal["sure", "likely", "guess"]
"""`sure`: it stands where the page says so; `likely`: a sentence says so; `guess`: words fit."""


@dataclass(frozen=True)
class Finding:
    """One thing understood."""

    what: What
    value: str
    sentence: str
    """The words of the page it was read from."""
    sureness: Sureness


@dataclass(frozen=True)
class Passage:
    """A line of a page under the last heading that is known."""

    text: str
    section: Section | None = None
    is_bullet: bool = False
    """Whether it is an item of a list."""
    is_first: bool = False
    """Whether it is the first line under its heading."""

    def sentences(self) -> list[str]:
        """Its sentences; after a point that belongs to a number or a word none begins."""
        found: list[str] = []
        for piece in re.split(r"(?<=[.!?])\s+", self.text):
            if found and piece[:1].islower():
                found[-1] += f" {piece}"
            elif piece:
                found.append(piece)
        return found


def passages(page: SavedPage) -> list[Passage]:
    """The lines without the headings that are known; what stands after a colon belongs to it."""
    return list(_passages(page.lines))


def _passages(lines: Sequence[str]) -> Iterator[Passage]:
    section: Section | None = None
    is_first = False
    for line in lines:
        is_bullet = line.startswith(BULLET)
        known = None if is_bullet else heading(line)
        if known and (known.section == "content" or known.rest):
            section, is_first = None, False
        elif known:
            section, is_first = known.section, True
        if known and known.rest:
            yield Passage(known.rest, known.section, False, True)
        elif not known:
            text = line.removeprefix(BULLET).strip()
            yield Passage(text, section, is_bullet, is_first)
            section = section if _goes_on(section, is_bullet, is_first) else None
            is_first = False


def _goes_on(section: Section | None, is_bullet: bool, is_first: bool) -> bool:
    """A list goes on as long as it has items; of other texts the first line counts."""
    return section in ("badge", "skills") or is_bullet or (section == "objectives" and is_first)
