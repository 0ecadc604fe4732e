"""Texts for the fields of a form: counted, and shortened by whole sentences where they are too long."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from matrices.declarations import read_declaration
from matrices.model import Declared

LIMITS = Path(__file__).with_name("limits.yaml")
BREAK = "\n"


class FieldLimit(Declared):
    """The longest text that a field takes."""

    limit: int
    """In characters, spaces included."""
    source: str


class FormLimits(Declared):
    """The fields that this product has a text for."""

    summary: FieldLimit
    needs: FieldLimit
    impact: FieldLimit


@dataclass(frozen=True)
class Sentence:
    """Something to be said in a field."""

    text: str
    rank: int
    """The lower, the more it matters: in a shorter version sentences of a high rank go first."""


@dataclass(frozen=True)
class FieldText:
    """What to copy into a field."""

    whole: str
    limit: int
    shorter: str | None
    """As many of the sentences as fit, those that matter most; None where the whole fits."""
    left_out: int = 0
    """How many sentences the shorter version leaves out."""


@cache
def form_limits() -> FormLimits:
    return read_declaration(LIMITS, FormLimits)


def characters(text: str) -> int:
    """As a form counts them: spaces too, and a line break as the two that a browser sends."""
    return len(text) + text.count(BREAK)


def field_text(sentences: Sequence[Sentence], limit: int) -> FieldText:
    """All sentences, one a line, and where they are too long those that fit."""
    whole = _joined(sentences)
    if characters(whole) <= limit:
        return FieldText(whole, limit, None)
    kept = _fitting(sentences, limit)
    return FieldText(whole, limit, _joined(kept), len(sentences) - len(kept))


def _fitting(sentences: Sequence[Sentence], limit: int) -> list[Sentence]:
    """By rank as long as there is room; said in the order in which they stood."""
    chosen: set[int] = set()
    for place in sorted(range(len(sentences)), key=lambda place: (sentences[place].rank, place)):
        tried = [s for i, s in enumerate(sentences) if i in chosen or i == place]
        if characters(_joined(tried)) <= limit:
            chosen.add(place)
    return [sentence for place, sentence in enumerate(sentences) if place in chosen]


def _joined(sentences: Sequence[Sentence]) -> str:
    return BREAK.join(sentence.text for sentence in sentences)
