"""Which Windows code page a text that is not UTF-8 is written in, told by its letters.

A byte means another letter in each of them: E8 is è in the west, č in the centre and on the Baltic,
θ in Greece. The page under which most of the bytes are letters of its own languages is the likely one.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from matrices.telling import told

CHUNK_BYTES = 1 << 22
_ASCII = bytes(range(128))
_SIGNS = "–—‘’‚“”„•…€«»·°§©®\u00a0"
_LETTERS = {
    "cp1252": "àâäáåçèéêëìíîïñòóôöùúûüÿœß",
    "cp1250": "ăâîşţąćęłńóśźż",
    "cp1253": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    "cp1257": "ąčęėįšųūž",
}
"""Of the languages of the cities: west; Romanian and Polish; Greek; Lithuanian."""
OF_LANGUAGE = {"en": "cp1252", "nl": "cp1252", "it": "cp1252"} | {
    "ro": "cp1250",
    "pl": "cp1250",
    "el": "cp1253",
    "lt": "cp1257",
}
_BESIDE_LATIN = re.compile(rb"[A-Za-z][\xa0-\xff]|[\xa0-\xff][A-Za-z]")
_SIDE_BY_SIDE = re.compile(rb"[\xa0-\xff]{2}")
CLOSE = 0.05
"""Pages whose shares of right letters lie as near as this cannot be told apart by them."""


@dataclass(frozen=True)
class CodePage:
    """One way to read the file."""

    codec: str
    is_certain: bool
    """Whether its letters speak for this page alone."""

    @property
    def name(self) -> str:
        return f"Windows-{self.codec.removeprefix('cp')}"

    @property
    def note(self) -> str:
        return (_BY_ITS_LETTERS if self.is_certain else _NOT_CERTAIN).format(page=self.name)


_BY_ITS_LETTERS = told(
    "It is not written in UTF-8 and was read as {page}, by its letters. If letters look wrong, save "
    "it as UTF-8 and load it again."
)
_NOT_CERTAIN = told(
    "It is not written in UTF-8 and was read as {page}; its letters fit others as well. If letters "
    "look wrong, save it as UTF-8 and load it again."
)


def code_pages(path: Path) -> list[CodePage]:
    """Every page, the likeliest first."""
    bytes_beyond, is_mixed = _beyond_ascii(path)
    shares = {
        codec: 0.0 if codec == "cp1253" and is_mixed else _share(codec, bytes_beyond)
        for codec in _LETTERS
    }
    best = max(shares.values())
    close = [codec for codec, share in shares.items() if share > best - CLOSE]
    read = {_decoded(codec, bytes_beyond) for codec in close}
    ordered = sorted(shares, key=lambda codec: -shares[codec])
    return [CodePage(codec, best > 0.5 and len(read) == 1) for codec in ordered]


def _beyond_ascii(path: Path) -> tuple[Counter[int], bool]:
    """The bytes beyond ASCII, and whether most of them stand beside Latin letters: then their
    words are not Greek, though any byte is a letter in Greek."""
    found: Counter[int] = Counter()
    mixed = alone = 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            found.update(chunk.translate(None, _ASCII))
            mixed += len(_BESIDE_LATIN.findall(chunk))
            alone += len(_SIDE_BY_SIDE.findall(chunk))
    return found, mixed > alone


def _share(codec: str, bytes_beyond: Counter[int]) -> float:
    known = set(_LETTERS[codec] + _LETTERS[codec].upper() + _SIGNS)
    right = sum(count for byte, count in bytes_beyond.items() if _letter(codec, byte) in known)
    return right / max(1, bytes_beyond.total())


def _letter(codec: str, byte: int) -> str:
    return bytes([byte]).decode(codec, errors="replace")


def _decoded(codec: str, bytes_beyond: Counter[int]) -> str:
    return bytes(sorted(bytes_beyond)).decode(codec, errors="replace")
