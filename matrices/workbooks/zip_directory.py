"""How long the table of contents of a ZIP is, asked before the library reads all of it into memory."""

import struct
from pathlib import Path

MOST_DIRECTORY_BYTES = 8 << 20
"""Room for a hundred thousand files; a workbook has dozens."""
_END, _END_BYTES = b"PK\x05\x06", 22
_LONGEST_COMMENT = (1 << 16) - 1
_LARGE_END, _LARGE_BYTES = b"PK\x06\x06", 56
_LOCATOR, _LOCATOR_BYTES = b"PK\x06\x07", 20


def is_endless(path: Path) -> bool:
    """Whether a ZIP lists more than can be meant; False for what is no ZIP, or a broken one."""
    size = path.stat().st_size
    before = _LARGE_BYTES + _LOCATOR_BYTES
    with path.open("rb") as file:
        if file.read(2) != _END[:2]:
            return False
        file.seek(max(0, size - _LONGEST_COMMENT - _END_BYTES - before))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_BYTES:
        return False
    listed = _directory_bytes(tail[max(0, at - before) : at], tail[at:])
    return MOST_DIRECTORY_BYTES < listed <= size


def _directory_bytes(before: bytes, end: bytes) -> int:
    """As large archives tell it in a record of their own before the locator of that record."""
    large, locator = before[:_LARGE_BYTES], before[_LARGE_BYTES:]
    if large.startswith(_LARGE_END) and locator.startswith(_LOCATOR):
        return struct.unpack_from("<Q", large, 40)[0]
    return struct.unpack_from("<I", end, 12)[0]
