"""The language in which people are spoken to: English in the code, others from `locale/*.po`.

Whoever writes a sentence for people writes it in English and hands it to `say`. The language is a
matter of the context, so that fifty sessions and a report can speak different ones at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"
ENGLISH = "en"

_current: ContextVar[str] = ContextVar("language", default=ENGLISH)


def current() -> str:
    """The two-letter code of the language spoken now."""
    return _current.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it every sentence is in this language, as far as it is translated."""
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


def say(text: str, **values: Any) -> str:
    """The sentence in the current language, with `{name}` filled in from the values.

    A sentence that has no translation is said in English: better than a hole.
    """
    return _filled(_translated(text) or text, values)


def say_n(one: str, many: str, count: float, **values: Any) -> str:
    """Like `say`, in the singular or plural that the language has for this number: `{count}`."""
    found = _plural(one, many, count)
    return _filled(found, {"count": count, **values})


def mark(text: str) -> str:
    """Says that a sentence is to be translated, where it stands before the language is known."""
    return text


def _filled(text: str, values: dict[str, Any]) -> str:
    return text.format(**values) if values else text


def _translated(text: str) -> str | None:
    message = _catalog(current()).get(text) if current() != ENGLISH else None
    return message.string if message and isinstance(message.string, str) else None


def _plural(one: str, many: str, count: float) -> str:
    message = _catalog(current()).get(one) if current() != ENGLISH else None
    if not message or isinstance(message.string, str) or not all(message.string):
        return one if count == 1 else many
    return message.string[_form(_catalog(current()), count)]


def _form(catalog: Catalog, count: float) -> int:
    """Which of the language's plural forms a number takes; the rule is the catalogue's own."""
    return c2py(catalog.plural_expr)(int(count))


@cache
def _catalog(language: str) -> Catalog:
    path = LOCALE / f"{language}.po"
    if not path.is_file():
        return Catalog(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)
