"""Persons become keyed hashes in the very scan that reads them; nothing else of them is kept."""

import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ingest.checking.sql import Values
from ingest.reading.file_problems import FileProblem, FileProblems
from matrices.home import Home
from matrices.telling import told

KEY_BYTES = 32
BLOCK_BYTES = 64
"""SHA-256 works on blocks of this size; RFC 2104 pads the key to one."""
KEPT_DIGITS = 32
"""128 bits: two persons of a network never meet in one hash."""
BETWEEN_PARTS = "\x1f"


@dataclass(frozen=True)
class Pseudonyms:
    """HMAC-SHA256 with the key of one home, written as SQL."""

    key: bytes

    def person(self, text: str, values: Values) -> str:
        """`p_` and 32 hexadecimal digits for the trimmed identifier in small letters.

        One that is a pseudonym already stays, so that a mended refused row can be loaded again.
        """
        hashed = f"'p_' || {self._hash(f'lower({text})', values)}"
        return f"CASE WHEN {_is_made(text, 'p_')} THEN {text} ELSE {hashed} END"

    def identifier(self, parts: list[str], values: Values) -> str:
        """`h_` and 32 digits for several texts together; none where one of them is empty."""
        separator = values.bind(BETWEEN_PARTS)
        joined = f" || {separator} || ".join(f"lower({part})" for part in parts)
        return f"'h_' || {self._hash(joined, values)}"

    def kept(self, text: str) -> str:
        """An identifier that was made here before; none where it was not."""
        return f"CASE WHEN {_is_made(text, 'h_')} THEN {text} END"

    def _hash(self, text: str, values: Values) -> str:
        inner, outer = values.bind(self._padded(0x36)), values.bind(self._padded(0x5C))
        digest = f"sha256({inner}::BLOB || encode({text}))"
        return f"left(sha256({outer}::BLOB || unhex({digest})), {KEPT_DIGITS})"

    def _padded(self, pad: int) -> bytes:
        return bytes(byte ^ pad for byte in self.key.ljust(BLOCK_BYTES, b"\0"))


def _is_made(text: str, prefix: str) -> str:
    """The cheap comparisons come first: of millions of rows hardly one gets to the last."""
    length = len(prefix) + KEPT_DIGITS
    pattern = f"{prefix}[0-9a-f]{{{KEPT_DIGITS}}}"
    return (
        f"(length({text}) = {length} AND starts_with({text}, '{prefix}') "
        f"AND regexp_full_match({text}, '{pattern}'))"
    )


def key_path(home: Home) -> Path:
    return home.data / "key"


def pseudonyms(home: Home) -> Pseudonyms:
    """With the home's key, which is made at first need and never changed afterwards.

    Raises `FileProblems` where the key is lost or spoiled: with another key everybody would be
    counted a second time.
    """
    path = key_path(home)
    if not path.exists():
        _refuse_if_loaded(home)
        _make_key(path)
    text = path.read_text(encoding="ascii", errors="replace").strip()
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise _key_problem(_SPOILED)
    return Pseudonyms(key)


def _refuse_if_loaded(home: Home) -> None:
    if any((home.data / "loads").glob("*")):
        raise _key_problem(_GONE)


def _key_problem(text: str) -> FileProblems:
    return FileProblems([FileProblem("data/key", text)])


_SPOILED = told(
    "The key of the pseudonyms does not hold 64 hexadecimal digits any more. Put it back from a "
    "backup: with another key everybody would be counted twice."
)
_GONE = told(
    "The key of the pseudonyms is gone, though there are loads that were made with it. Put it back "
    "from a backup: with another key everybody would be counted twice."
)


def _make_key(path: Path) -> None:
    """Whole or not at all, and only one even when two processes need it at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(prefix=".key-", dir=path.parent)  # made with mode 0600
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_bytes(KEY_BYTES).hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(aside, path)
    except FileExistsError:
        pass  # another process was first; its key holds
    finally:
        Path(aside).unlink()
