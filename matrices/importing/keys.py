"""Keys for sentences that come without one."""

import re
import unicodedata
from collections.abc import Iterable

from matrices.reading.text_losses import reads_as_text

_SMALL_WORDS = re.compile(
    "a|an|and|are|as|at|be|by|for|from|in|into|is|its|of|on|or|that|the|their|to|with|"
    "de|een|en|het|met|op|te|van|voor|der|die|das|und|le|la|les|des|et|du"
)
_MOST_WORDS = 4


def key_of(text: str, taken: Iterable[str], fallback: str = "statement") -> str:
    """A key from the first words that mean something; with a number where it is taken."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    words = [word for word in re.findall("[a-z0-9]+", plain) if not _SMALL_WORDS.fullmatch(word)]
    while words and words[0][0].isdigit():
        words.pop(0)
    key = "_".join(words[:_MOST_WORDS])
    if not key or not reads_as_text(key):
        key = fallback
    return _free(key, set(taken))


def _free(key: str, taken: set[str]) -> str:
    number, free = 2, key
    while free in taken:
        free, number = f"{key}_{number}", number + 1
    return free
