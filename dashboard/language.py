"""The language in which people are spoken to: English in the code, others from `locale/*.po`.

Whoever writes a sentence for people writes it in English and hands it to `say`. The language is a
matter of the context, so that fifty sessions and a report can speak different ones at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from babel import Locale

from dashboard.catalogues import ENGLISH, sentences

_current: ContextVar[str] = ContextVar("language", default=ENGLISH)


class Phrase(str):
    """An English sentence that waits to be said: whatever shows it, shows it in the language.

    `element`, `str` and f-strings say it; Streamlit's own calls do not and are given `say(phrase)`.
    Joining, slicing and changing case work on the English: say it first.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return say(self)

    def __format__(self, how: str) -> str:
        return format(say(self), how)


def current() -> str:
    """The two-letter code of the language spoken now."""
    return _current.get()


def foreign(language: str) -> str | None:
    """For the attribute `lang` of what stands in a language of its own; None where all speak it."""
    return None if language == current() else language


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
    found = sentences(current()).plain.get(text) or str.__str__(text)
    return found.format(**values) if values else found


def say_n(one: str, many: str, count: float, **values: Any) -> str:
    """Like `say`, in the form that the language has for this number; `{count}` is the number."""
    known = sentences(current())
    forms = known.plural.get(one)
    found = forms[known.form(int(count))] if forms else one if count == 1 else many
    return found.format(**{"count": written(f"{count:,}"), **values})


def mark(text: str) -> Phrase:
    """Says that a sentence is to be translated, where it stands before the language is known."""
    return Phrase(text)


def mark_n(one: str, many: str) -> tuple[str, str]:
    """The same for a noun and its plural, which go to `say_n` one day."""
    return one, many


def written(digits: str) -> str:
    """A number as Python writes it with the signs of the language: `1,234.5`, in Dutch `1.234,5`."""
    return digits.translate(_signs(current()))


def separators() -> str:
    """The decimal sign and the one between thousands, as charts ask for them: `.,`."""
    signs = _signs(current())
    return signs[ord(".")] + signs[ord(",")]


@cache
def _signs(language: str) -> dict[int, str]:
    symbols = Locale.parse(language).number_symbols["latn"]
    return {ord(","): symbols["group"], ord("."): symbols["decimal"], ord("-"): "\u2212"}
