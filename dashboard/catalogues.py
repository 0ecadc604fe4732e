"""The catalogues of translated sentences, `locale/<language>.po`, read once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from matrices.names import ENGLISH

LOCALE = Path(__file__).parent / "locale"
TOLD = "told"
"""The context of sentences that are finished in a room to the left."""


@dataclass(frozen=True)
class Sentences:
    """What a language has been given; a sentence that is missing or doubtful is not in it."""

    plain: dict[str, str]
    plural: dict[str, tuple[str, ...]]
    """The English singular to the forms of the language."""
    told: dict[str, str]
    """Templates of sentences that the rooms to the left finish; see `dashboard/retelling.py`."""
    form: Callable[[int], int]
    """Which of these forms a number takes; the rule is the catalogue's own."""

    @property
    def is_empty(self) -> bool:
        return not self.plain and not self.plural


def languages() -> tuple[str, ...]:
    """English, and every language that has a catalogue, even an empty one."""
    return (ENGLISH, *sorted(path.stem for path in LOCALE.glob("*.po")))


@cache
def sentences(language: str) -> Sentences:
    """Those of a language; none for English, which is written in the code."""
    path = LOCALE / f"{language}.po"
    return sentences_of(catalog(path)) if path.is_file() else sentences_of(Catalog())


def catalog(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def sentences_of(found: Catalog) -> Sentences:
    """A plural of which a form is missing is left out whole."""
    plain: dict[str, str] = {}
    told: dict[str, str] = {}
    plural: dict[str, tuple[str, ...]] = {}
    for message in found:
        if not message.id or message.fuzzy:
            continue
        if isinstance(message.id, str) and message.string:
            (told if message.context == TOLD else plain)[message.id] = message.string
        elif not isinstance(message.id, str) and all(message.string):
            plural[message.id[0]] = tuple(message.string)
            plain[message.id[0]] = message.string[0]  # the singular also stands by itself
    return Sentences(plain, plural, told, c2py(found.plural_expr))
