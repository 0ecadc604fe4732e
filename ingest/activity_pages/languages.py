"""The model of `languages.yaml`, and looking a line up among the headings of every language."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from matrices.declarations import read_declaration
from matrices.home import packaged
from matrices.model import Declared

Section = Literal[
    "content", "location", "date", "purpose", "objectives", "badge", "skills", "organiser"
]
Words = tuple[str, ...]


class Language(Declared):
    """The words of one language."""

    name: str
    sections: dict[Section, Words]
    badge: Words
    issued_by: Words
    organised_by: Words
    purpose: Words
    named_after: Words
    common: Words
    months: Annotated[tuple[Words, ...], Field(min_length=12, max_length=12)]


class _Languages(Declared):
    """The whole file."""

    en: Language
    nb: Language
    nl: Language
    it: Language
    ro: Language
    lt: Language
    el: Language


class Heading(NamedTuple):
    """A heading that is known."""

    section: Section
    language: str
    rest: str
    """What stands after it on the same line, as in `Purpose: to meet`."""
    is_exact: bool
    """Whether the line is the heading and nothing else, but for a colon."""


@cache
def languages() -> dict[str, Language]:
    """Code of the language to its words."""
    path = packaged("ingest") / "activity_pages" / "languages.yaml"
    read = read_declaration(path, _Languages)
    return {code: getattr(read, code) for code in _Languages.model_fields}


def phrases(of: str) -> list[str]:
    """The words for one thing in all languages, the longest first."""
    found = {word for language in languages().values() for word in getattr(language, of)}
    return sorted(found, key=lambda word: (-len(word), word))


LONGEST_HEADING = 90


def heading(line: str) -> Heading | None:
    """The heading that a line is, begins with or names before a colon; the longest that fits."""
    folded = line.casefold().strip()
    for word, section, language in _section_words():
        if folded.startswith(word):
            known = _heading(line.strip(), word, section, language)
            if known:
                return known
    return None


def _heading(line: str, word: str, section: Section, language: str) -> Heading | None:
    after = line[len(word) :]
    if not after.strip(" :"):
        return Heading(section, language, "", True)
    if after.lstrip().startswith(":"):
        return Heading(section, language, after.lstrip(" :").strip(), True)
    is_title = after[0] == " " and len(line) <= LONGEST_HEADING and line[0].isupper()
    if is_title and section in _MAY_GO_ON and not line.endswith((".", "!", ",", ";")):
        return Heading(section, language, "", False)
    return None


_MAY_GO_ON = ("objectives", "purpose")
"""Headings that may go on, as in `Objectives of the study visit`."""


@cache
def _section_words() -> list[tuple[str, Section, str]]:
    return sorted(_each_section_word(), key=lambda each: -len(each[0]))


def _each_section_word() -> Iterator[tuple[str, Section, str]]:
    for code, language in languages().items():
        for section, words in language.sections.items():
            for word in words:
                yield word.casefold(), section, code
