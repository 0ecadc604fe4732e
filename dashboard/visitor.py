"""Whom the dashboard speaks to: the language of the address, else of the browser, else English."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from dashboard import addresses
from dashboard.catalogues import ENGLISH, languages, sentences
from dashboard.language import speaking


@dataclass(frozen=True)
class Choice:
    """`asked` is what the address names, where that is a language with a catalogue."""

    spoken: str
    asked: str | None = None

    @property
    def is_missing(self) -> bool:
        """Whether nothing has been translated into the language that was asked for."""
        return self.asked is not None and self.asked != self.spoken


def chosen(asked: str | None, browser: str | None) -> Choice:
    """`asked` is the address' `lang`, `browser` a tag such as `nl-BE`; anyone can write either."""
    if asked in languages():
        return Choice(asked if is_translated(asked) else ENGLISH, asked)
    preferred = (browser or "").partition("-")[0].lower()
    is_known = preferred in languages() and is_translated(preferred)
    return Choice(preferred if is_known else ENGLISH)


def is_translated(language: str) -> bool:
    return language == ENGLISH or not sentences(language).is_empty


@contextmanager
def spoken_to(choice: Choice) -> Iterator[None]:
    """Within it the page is in the visitor's language; a language that was asked for stays in every
    link, so that whoever is sent one sees the same."""
    kept = {addresses.LANGUAGE: choice.asked} if choice.asked else {}
    with speaking(choice.spoken), addresses.keeping(kept):
        yield
