"""Badges, archives of badges and saved answers that mean harm, or look like it."""

import json
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from tests.ingest.open_badges.making import assertion, encoded

AWARD = json.dumps(assertion())
Make = Callable[[Path], None]


def written(content: str | bytes) -> Make:
    return made(lambda: content if isinstance(content, bytes) else content.encode())


def made(content: Callable[[], bytes]) -> Make:
    """For what takes long to make: only where it is needed."""
    return lambda path: path.write_bytes(content()) and None


def _archive(*files: tuple[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, content in files:
            made.writestr(name, content)
    return buffer.getvalue()


def _changed(whole: bytes, mark: bytes, offset: int, change: bytes) -> bytes:
    """Some bytes after the last place where a mark stands are others."""
    at = whole.rindex(mark) + offset
    return whole[:at] + change + whole[at + len(change) :]


def _picture(kind: bytes, body: bytes, size: int | None = None) -> bytes:
    """A picture with one text in it; `size` is what it says of the size of the text."""
    check = struct.pack(">I", zlib.crc32(kind + body))
    length = struct.pack(">I", len(body) if size is None else size)
    return b"\x89PNG\r\n\x1a\n" + length + kind + body + check


def _bomb() -> bytes:
    """A hundred kilobytes that unpack to a hundred megabytes."""
    packer = zlib.compressobj(9)
    spaces = b" " * (1 << 20)
    return b"".join(packer.compress(spaces) for _ in range(100)) + packer.flush()


def _answer(inside: str) -> str:
    return '{"data": {"projects": {' + inside + "}}}"


def _token(head: dict[str, object], cut: int = 0) -> str:
    text = f"{encoded(json.dumps(head).encode())}.{encoded(AWARD.encode())}.{encoded(b'x' * 64)}"
    return text[: len(text) - cut]


_ZIP = _archive(("a.json", AWARD))
_ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
_SVG = '<svg xmlns:o="http://openbadges.org"><o:assertion>{}</o:assertion></svg>'

HOSTILE_BADGES: dict[str, tuple[Make, str]] = {
    "truncated.zip": (written(_ZIP[: len(_ZIP) // 2]), "This ZIP cannot be opened"),
    "nested.zip": (
        written(_archive(("in.zip", _ZIP), ("a.json", AWARD))),
        "`in.zip` in this ZIP is a ZIP itself",
    ),
    "climbing.zip": (
        written(_archive(("../../climbed-out.txt", AWARD))),
        "`../../climbed-out.txt`",
    ),
    "bomb.zip": (
        made(lambda: _archive(("a.json", b" " * (64 << 20)))),
        "This ZIP unpacks to far more than badges need",
    ),
    # it says that its size stands in a part for large archives, and has no such part
    "zip64-size.zip": (
        written(_changed(_ZIP, b"PK\x01\x02", 20, b"\xff" * 8)),
        "This ZIP",
    ),
    "zip64-files.zip": (
        written(_changed(_ZIP, b"PK\x05\x06", 8, b"\xff" * 12)),
        "This ZIP cannot be opened",
    ),
    "deep.json": (written("[" * 1_000_000), "Its brackets are nested too deep"),
    "deep-answer.json": (
        written('{"data":{"projects":' * 50_000 + "1" + "}}" * 50_000),
        "Its brackets are nested too deep",
    ),
    "twice.json": (
        written(_answer('"total": 1, "total": 2, "list": []')),
        "`total` stands twice in the same brackets",
    ),
    "digits.json": (written(_answer(f'"total": {"9" * 6000}')), "It is no JSON that can be read"),
    "cut.json": (written(_answer('"total": 1')[:-1]), "It is no JSON: line 1"),
    "twice-badge.json": (
        written(AWARD.replace('"id"', '"type": "Assertion", "id"', 1)),
        "`type` stands twice in the same brackets",
    ),
    "infinity-badge.json": (
        written(AWARD.replace('"hashed": false', '"hashed": 1e999', 1)),
        "`1e999` stands in it where a number should",
    ),
    "ztxt-bomb.png": (
        made(lambda: _picture(b"zTXt", b"openbadges\0\0" + _bomb())),
        "The badge in it unpacks to more than 2 MB",
    ),
    "itxt-bomb.png": (
        made(lambda: _picture(b"iTXt", b"openbadges\0\1\0\0\0" + _bomb())),
        "The badge in it unpacks to more than 2 MB",
    ),
    "lying.png": (
        written(_picture(b"iTXt", b"openbadges\0\0\0\0\0{}", 2**31 - 1)),
        "This picture is cut off",
    ),
    "entities.svg": (
        written(f'<!DOCTYPE svg [<!ENTITY e0 "ha">{_ENTITIES}]>{_SVG.format("&e9;")}'),
        "It declares XML entities of its own",
    ),
    "outside.svg": (
        written('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + _SVG.format("&x;")),
        "It declares XML entities of its own",
    ),
    # a DTD on the machine itself, which nobody must ask; without it `x` means nothing
    "dtd.svg": (
        written('<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/x.dtd">' + _SVG.format("&x;")),
        "It ",
    ),
    "cut.jwt": (written(_token({"alg": "ES256"}, cut=90)), "It looks like a signed badge (JWT)"),
    "huge.jwt": (
        written(_token({"alg": "ES256", "x": "y" * (20 << 20)})),
        "It is larger than 16 MB",
    ),
}
"""Name to how it is made, and how the sentence begins that it ends in."""
