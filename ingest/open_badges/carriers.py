"""What carries badges: JSON, compact JWT, pictures with a badge baked in."""

import re
from typing import Any

from ingest.open_badges.baked_png import PNG_START, badge_in_png
from ingest.open_badges.baked_svg import badge_in_svg
from ingest.open_badges.faults import UnreadableBadge
from ingest.open_badges.json_text import decoded, read_json
from ingest.open_badges.limits import MOST_BYTES
from ingest.open_badges.tokens import CUT_OFF, TOKEN_START, Token, is_token, read_token
from matrices.telling import told

ENDINGS = (".json", ".jsonld", ".1ob", ".jwt", ".jws", ".png", ".svg")
"""Of the files in a folder those with these are read; the others are named and left out."""


def badges_in(content: bytes) -> list[dict[str, Any] | Token]:
    """The objects and signed texts in a file; raises `UnreadableBadge`."""
    if not content.strip():
        raise UnreadableBadge(told("It is empty."))
    if len(content) > MOST_BYTES:
        raise UnreadableBadge(
            told("It is larger than {most} MB; no badge is.", most=MOST_BYTES >> 20)
        )
    if content.startswith(PNG_START):
        content = badge_in_png(content)
    elif looks_like_svg(content):
        content = badge_in_svg(content)
    return _badges_in_text(decoded(content).strip().strip("\0"))


_WITHOUT_WIDTH = re.compile(rb"^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\0")
"""Marks of byte order, and what UTF-16 has between Latin letters."""


def looks_like_svg(content: bytes) -> bool:
    start = _WITHOUT_WIDTH.sub(b"", content[:4096]).lstrip().lower()
    return start.startswith(b"<") and b"<svg" in start


def _badges_in_text(text: str) -> list[dict[str, Any] | Token]:
    if is_token(text):
        return [read_token(text)]
    if text.startswith(TOKEN_START):
        raise UnreadableBadge(CUT_OFF)
    if text.startswith(("http://", "https://")) and len(text.split()) == 1:
        raise UnreadableBadge(
            told(
                "It holds only the address of a badge. Nothing is fetched from the web: download the "
                "badge and load that file."
            )
        )
    found = [one for each in _as_several(read_json(text)) for one in _signed_or_not(each)]
    if not found:
        raise UnreadableBadge(told("It is JSON, but there is no badge in it."))
    return found


def _as_several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _signed_or_not(value: Any) -> list[dict[str, Any] | Token]:
    if isinstance(value, dict):
        return [value]
    if isinstance(value, str) and is_token(value.strip()):
        return [read_token(value.strip())]
    raise UnreadableBadge(told("It is JSON, but no badge: a badge is an object between braces."))
