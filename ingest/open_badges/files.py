"""The badge files among those handed in: which they are, and what is in them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from ingest.open_badges.baked_png import PNG_START
from ingest.open_badges.carriers import ENDINGS, looks_like_svg
from ingest.open_badges.documents import Document, documents_in
from ingest.open_badges.faults import file_shown
from ingest.open_badges.kinds import Kind, looks_like_badge
from ingest.open_badges.limits import MOST_BYTES
from ingest.open_badges.tokens import is_token
from ingest.open_badges.zips import EMPTY_ZIP_START, ZIP_START, files_in_zip, is_workbook
from ingest.platform_json.answers import is_answer

_SPEAKS_OF_BADGES = re.compile(
    r"openbadges|purl\.imsglobal\.org|credentialSubject|badge_?class|\"badge\"|\"recipient\"",
    re.IGNORECASE,
)
_SURE_ENDINGS = (".1ob", ".jwt", ".jws", ".png", ".svg")


def is_badge_file(path: Path) -> bool:
    """By what it is, and of text that cannot be read, by what it speaks of."""
    if path.suffix.lower() in _SURE_ENDINGS:
        return True
    with path.open("rb") as file:
        start = file.read(4096)
        if start.startswith((ZIP_START, EMPTY_ZIP_START)):
            return not is_workbook(path)
        if start.startswith(PNG_START) or looks_like_svg(start):
            return True
        if not _may_be_json(start, path):
            return False
        content = start + file.read(MOST_BYTES - len(start))
    return _is_badge(content.decode("utf-8-sig", "replace"))


def _may_be_json(start: bytes, path: Path) -> bool:
    """UTF-16 begins with a mark or a NUL; a compact JWT begins as `{` does in base64."""
    begins = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    is_wide = start[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in start[:2]
    is_json = path.suffix.lower() in ENDINGS
    return is_json or begins in (b"{", b"[") or start.startswith(b"eyJ") or (is_wide and is_json)


def _is_badge(text: str) -> bool:
    if is_token(text.strip()):
        return True
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        plain = text.replace("\0", "")
        return _SPEAKS_OF_BADGES.search(plain) is not None
    return looks_like_badge(value) and not is_answer(value)


def read_badges(path: Path, name: str) -> Iterator[Document]:
    """Every object of a file, or of the files in a ZIP.

    Raises `UnreadableBadge` for a ZIP that is not right as a whole, before any of it counts.
    """
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if not content.startswith((ZIP_START, EMPTY_ZIP_START)):
        yield from documents_in(file_shown(name), content, path.as_posix())
        return
    for entry, inner in files_in_zip(path):
        inner_name = file_shown(f"{name}/{entry}")
        if Path(entry).suffix.lower() in ENDINGS:
            yield from documents_in(inner_name, inner, f"{path.as_posix()}/{entry}")
        else:
            yield Document(inner_name, 1, kind=Kind.OTHER_FILE)
