"""Lists of revoked badges that are delivered beside the badges: whether one names an award.

Of 2.0 a list of assertions, of 3.0 one of credentials (1EdTechRevocationList) or a string of bits,
a bit for each badge (BitstringStatusList, https://www.w3.org/TR/vc-bitstring-status-list/, and its
forerunner StatusList2021). Lists on the web are never asked.
"""

import zlib
from collections.abc import Iterator
from typing import Any

from ingest.open_badges.documents import Document
from ingest.open_badges.faults import Fault, shown
from ingest.open_badges.library import Library
from ingest.open_badges.limits import MOST_LIST_BYTES
from ingest.open_badges.multibase import BadKey, from_base64url
from ingest.open_badges.parts import as_list, identifier_of, object_of, text_of, types_of
from ingest.problems import WRONG_BADGE_PART
from matrices.telling import told

BITS = ("BitstringStatusListEntry", "StatusList2021Entry")
NOT_VALID = ("revocation", "suspension")
"""Purposes of a list whose bits say that a badge does not hold; others only tell something."""


class _BadList(Exception):
    """Bits that cannot be unpacked."""


def is_on_issuers_list(document: Document, issuer: dict[str, Any], library: Library) -> bool:
    """Whether the issuer's list of revoked awards of 2.0, if it is at hand, names the award."""
    own = {identifier_of(document.node), text_of(document.node.get("uid"))} - {""}
    found = library.find(identifier_of(issuer.get("revocationList")), document)
    return found is not None and _names(found.node, own)


def is_revoked(document: Document, library: Library) -> bool:
    """Whether a list that an award of 3.0 refers to, and that is at hand, revokes it."""
    return any(_revokes(entry, list_, document) for entry, list_ in _lists(document, library))


def lacks_list(document: Document, library: Library) -> bool:
    """Whether an award refers to a list that is not at hand."""
    return any(list_ is None for _, list_ in _lists(document, library))


def list_faults(node: dict[str, Any]) -> Iterator[Fault]:
    """A list of bits whose bits cannot be unpacked tells nothing."""
    subject = object_of(node.get("credentialSubject"))
    try:
        if "encodedList" in subject:
            _bits(subject)
    except _BadList:
        found = f"`{shown(subject['encodedList'])}`"
        right = told(
            "it must be bits packed with GZIP, in base64url, at most {most} MB",
            most=MOST_LIST_BYTES >> 20,
        )
        yield Fault(WRONG_BADGE_PART, "credentialSubject.encodedList", found, right)


def _lists(
    document: Document, library: Library
) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Every entry that tells whether the award holds, and the list it refers to."""
    for entry in as_list(document.node.get("credentialStatus")):
        if isinstance(entry, dict) and _tells_validity(entry):
            found = library.find(_address(entry), document)
            yield entry, found.node if found else None


def _tells_validity(entry: dict[str, Any]) -> bool:
    if set(types_of(entry)) & set(BITS):
        return entry.get("statusPurpose") in NOT_VALID
    return "1EdTechRevocationList" in types_of(entry)


def _address(entry: dict[str, Any]) -> str:
    return text_of(entry.get("statusListCredential")) or identifier_of(entry)


def _revokes(entry: dict[str, Any], found: dict[str, Any] | None, document: Document) -> bool:
    if found is None:
        return False
    if not set(types_of(entry)) & set(BITS):
        return _names(found, {identifier_of(document.node)} - {""})
    subject = object_of(found.get("credentialSubject"))
    if entry["statusPurpose"] not in as_list(subject.get("statusPurpose")):
        return False
    return _is_set(_bits(subject), entry.get("statusListIndex"))


def _is_set(bits: bytes, place: Any) -> bool:
    """The first bit is the highest of the first byte; a place beyond the end is not set."""
    digits = str(place)
    if not digits.isascii() or not digits.isdigit() or len(digits) > 12:
        return False
    byte, bit = divmod(int(digits), 8)
    return byte < len(bits) and bool(bits[byte] >> (7 - bit) & 1)


def _bits(subject: dict[str, Any]) -> bytes:
    """Of Bitstring the text begins with `u`, as multibase has it; of 2021 it is bare."""
    text = subject.get("encodedList")
    if not isinstance(text, str):
        raise _BadList
    bare = text[1:] if "BitstringStatusList" in types_of(subject) and text[:1] == "u" else text
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)  # with the head of GZIP
    try:
        bits = unpacker.decompress(from_base64url(bare.rstrip("=")), MOST_LIST_BYTES)
    except (BadKey, zlib.error) as error:
        raise _BadList from error
    if not unpacker.eof:
        raise _BadList
    return bits


def _names(found: dict[str, Any], own: set[str]) -> bool:
    """Whether a list of addresses or numbers has one of the award's own."""
    listed = as_list(found.get("revokedAssertions")) + as_list(found.get("revokedCredential"))
    return any(_named(each) & own for each in listed)


def _named(entry: Any) -> set[str]:
    number = text_of(entry.get("uid")) if isinstance(entry, dict) else ""
    revoked = not isinstance(entry, dict) or entry.get("revoked") is not False
    return {identifier_of(entry), number} - {""} if revoked else set()
