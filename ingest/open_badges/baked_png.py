"""A badge baked into a PNG: the text chunk `openbadges` (2.0) or `openbadgecredential` (3.0)."""

import struct
import zlib
from collections.abc import Iterator

from ingest.open_badges.faults import NoBadge, UnreadableBadge
from ingest.open_badges.limits import MOST_TEXT
from matrices.telling import told

PNG_START = b"\x89PNG\r\n\x1a\n"
KEYWORDS = (b"openbadgecredential", b"openbadges")


def badge_in_png(content: bytes) -> bytes:
    """The text of the badge; raises `UnreadableBadge` where there is none or the file is cut off."""
    for kind, data in _chunks(content):
        keyword, _, rest = data.partition(b"\0")
        if kind in _TEXTS and keyword in KEYWORDS:
            return _TEXTS[kind](rest)
    raise NoBadge(told("No badge is baked into this picture. Load the badge's own file."))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG_START)
    while at + 8 <= len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        if at + 12 + size > len(content):
            break
        if kind == b"IEND":
            return
        yield kind, content[at + 8 : at + 8 + size]
        at += 12 + size
    raise UnreadableBadge(
        told("This picture is cut off: it says that more follows than there is. Download it anew.")
    )


def _plain(rest: bytes) -> bytes:
    """tEXt is written in Latin-1; badges in it are UTF-8 all the same."""
    return rest


def _packed(rest: bytes) -> bytes:
    return _unpacked(rest[1:])


def _international(rest: bytes) -> bytes:
    """iTXt: packed or not, method, language, keyword in that language, text."""
    is_packed = rest[:1] == b"\1"
    text = rest[2:].split(b"\0", 2)[-1]
    return _unpacked(text) if is_packed else text


def _unpacked(data: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(data, MOST_TEXT)
    except zlib.error as error:
        raise UnreadableBadge(
            told("The badge in this picture is packed and cannot be unpacked. Download it anew.")
        ) from error
    if unpacker.unconsumed_tail:
        raise UnreadableBadge(
            told("The badge in it unpacks to more than {most} MB.", most=MOST_TEXT >> 20)
        )
    return text


_TEXTS = {b"tEXt": _plain, b"zTXt": _packed, b"iTXt": _international}
