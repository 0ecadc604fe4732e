"""Keys and signatures as texts: multibase (`z...`, `u...`), base64url, and `did:key`."""

import base64
import binascii

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
MOST_LETTERS = 1000
ED25519 = b"\xed\x01"
P256 = b"\x80\x24"


class BadKey(Exception):
    """A key or a signature that cannot be decoded."""


def from_base64url(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadKey from error


def from_multibase(text: str) -> bytes:
    if text.startswith("u"):
        return from_base64url(text[1:])
    if not text.startswith("z") or len(text) > MOST_LETTERS:
        raise BadKey
    number = 0
    for letter in text[1:]:
        if letter not in _LETTERS:
            raise BadKey
        number = number * 58 + _LETTERS.index(letter)
    zeros = len(text) - 1 - len(text[1:].lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def key_from_multibase(text: str) -> Ed25519PublicKey | EllipticCurvePublicKey:
    """An Ed25519 or P-256 key as `did:key` writes it; raises `BadKey`."""
    content = from_multibase(text)
    try:
        if content.startswith(ED25519):
            return Ed25519PublicKey.from_public_bytes(content[2:])
        if content.startswith(P256):
            return EllipticCurvePublicKey.from_encoded_point(SECP256R1(), content[2:])
    except (ValueError, UnsupportedAlgorithm) as error:
        raise BadKey from error
    raise BadKey
