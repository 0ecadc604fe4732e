"""JSON as badge files have it: read within bounds, in the encodings and with the slips they have."""

import codecs
import json
import math
import re
from typing import Any, NoReturn

from ingest.open_badges.faults import UnreadableBadge, shown
from ingest.open_badges.limits import MOST_BYTES
from ingest.reading.json_depth import MOST_DEPTH, MOST_VALUES, is_too_much
from ingest.reading.json_slips import slip
from matrices.telling import told

_COMMENT = re.compile(r'("(?:\\.|[^"\\])*+(?:"|\\?\Z))|//[^\n]*', re.DOTALL)
"""A comment, or a text, in which `//` is none; a text that never ends is taken up to the end."""
COMMENTS_WITHIN = 256 * 1024
"""In larger texts no comments are looked for."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(content: bytes) -> str:
    """The text in UTF-8, or in UTF-16 with a mark or with NULs that betray it."""
    if len(content) > MOST_BYTES:
        raise UnreadableBadge(
            told("It is larger than {most} MB; no badge is.", most=MOST_BYTES >> 20)
        )
    codec, start = next(
        ((name, len(mark)) for mark, name in _BOMS if content.startswith(mark)),
        (_codec_by_nuls(content), 0),
    )
    try:
        return content[start:].decode(codec)
    except UnicodeDecodeError as error:
        raise UnreadableBadge(
            told("It is not written in UTF-8. Save the badge in UTF-8.")
        ) from error


def _codec_by_nuls(content: bytes) -> str:
    if content[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if content[:1] == b"\0" else "utf-8"


def read_json(text: str) -> Any:
    """The value; raises `UnreadableBadge`. Comments after `//` are overlooked."""
    try:
        value = _parsed(text)
    except json.JSONDecodeError as error:
        value = _without_comments(text, error)
    if is_too_much(value):
        raise UnreadableBadge(
            told(
                "Its brackets are nested more than {most} deep or it has more than {values} "
                "values; no badge does.",
                most=MOST_DEPTH,
                values=f"{MOST_VALUES:,}",
            )
        )
    return value


def _without_comments(text: str, error: json.JSONDecodeError) -> Any:
    try:
        if len(text) > COMMENTS_WITHIN:
            raise error
        return _parsed(_COMMENT.sub(r"\1", text))
    except json.JSONDecodeError:
        raise UnreadableBadge(
            told(
                "It is no JSON: {slip}. Correct the file there, or download it anew.",
                slip=slip(error),
            )
        ) from error


def _parsed(text: str) -> Any:
    try:
        return json.loads(
            text, object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite
        )
    except RecursionError as error:
        raise UnreadableBadge(
            told("Its brackets are nested too deep; no badge does that.")
        ) from error
    except json.JSONDecodeError:
        raise
    except ValueError as error:
        raise UnreadableBadge(
            told("A number in it has thousands of digits; no badge has.")
        ) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))
        raise UnreadableBadge(
            told(
                "`{name}` stands twice in the same brackets, so nobody can tell which holds.",
                name=shown(twice),
            )
        )
    return found


def _refuse(word: str) -> NoReturn:
    raise UnreadableBadge(
        told("`{word}` stands in it where a number should; that is no JSON.", word=word)
    )


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        _refuse(shown(digits))
    return number
