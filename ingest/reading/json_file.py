"""JSON files, read within bounds: whatever is in them, they end as a value or as one sentence."""

import json
from collections import Counter
from math import inf
from pathlib import Path

from ingest.reading.json_depth import is_too_much
from ingest.reading.json_slips import slip
from matrices.telling import told

MOST_BYTES = 64 * 1024 * 1024
"""A larger file is refused: read whole, it would take many times as much memory."""
_STARTS = (b"{", b"[")
_BOM = b"\xef\xbb\xbf"


class UnreadableJson(Exception):
    """What is wrong with the file, and what would be right."""


def looks_like_json(path: Path) -> bool:
    """By its name, or by how it starts."""
    if path.suffix.lower() == ".json":
        return True
    with path.open("rb") as file:
        start = file.read(64)
    return start.removeprefix(_BOM).lstrip().startswith(_STARTS)


def read_json(path: Path) -> object:
    """The value in the file; raises `UnreadableJson` with a sentence."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise UnreadableJson(
            told(
                "It has {size} MB, and JSON is read up to {most} MB a file. Save it in several "
                "files.",
                size=f"{size / 1_000_000:,.0f}",
                most=f"{MOST_BYTES / 1_000_000:,.0f}",
            )
        )
    try:
        value = json.loads(
            path.read_bytes(), parse_constant=_no_number, object_pairs_hook=_named_once
        )
    except RecursionError as error:
        raise UnreadableJson(_TOO_DEEP) from error
    except json.JSONDecodeError as error:
        raise UnreadableJson(
            told(
                "It is no JSON: {slip}. It may have been cut off; save it anew.",
                slip=slip(error),
            )
        ) from error
    except ValueError as error:
        raise UnreadableJson(
            told(
                "It is no JSON that can be read: it is not written in UTF-8, or a number in it has "
                "thousands of digits. Save it anew."
            )
        ) from error

    if is_too_much(value, inf):
        raise UnreadableJson(_TOO_DEEP)
    return value


_TOO_DEEP = told("Its brackets are nested too deep to be data.")


def _no_number(_: str) -> None:
    """NaN and Infinity are no JSON, though Python writes them: read as nothing."""


def _named_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise UnreadableJson(
            told(
                "`{name}` stands twice in the same brackets, so nobody can tell which holds. "
                "Save the answer anew.",
                name=twice[:80],
            )
        )
    return found
