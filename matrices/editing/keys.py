"""A key for a new statement: short, plain, its own in its cell, and kept for ever."""

import re
from collections.abc import Container
from itertools import count
from unicodedata import normalize

WORDS = 4
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "en",
        "for",
        "het",
        "in",
        "of",
        "on",
        "or",
        "per",
        "the",
        "to",
        "van",
        "with",
    ]
)


def new_key(sentence: str, taken: Container[str]) -> str:
    """Made of the first words that say something; `statement` where the letters are not Latin."""
    plain = normalize("NFKD", sentence).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall("[a-z][a-z0-9]*", plain) if word not in _SMALL]
    stem = "_".join(words[:WORDS]) or "statement"
    names = (stem if number == 1 else f"{stem}_{number}" for number in count(1))
    return next(name for name in names if name not in taken)
