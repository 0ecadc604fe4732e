"""Signed badges as one compact text: JSON Web Signatures (RS256, ES256, EdDSA)."""

import re
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from ingest.open_badges.faults import UnreadableBadge
from ingest.open_badges.json_text import decoded, read_json
from ingest.open_badges.keys import Key, Keys, key_from_jwk, key_in_name
from ingest.open_badges.multibase import BadKey, from_base64url
from matrices.telling import told

TOKEN_START = "eyJ"
"""What `{` and a quote become in base64url."""
_COMPACT = re.compile(r"[\w-]+\.[\w-]+\.[\w-]*")


@dataclass(frozen=True)
class Token:
    """A compact JWS, taken apart and not yet verified."""

    header: dict[str, Any]
    payload: dict[str, Any]
    signed: bytes
    signature: bytes

    @property
    def algorithm(self) -> str:
        return str(self.header.get("alg", "")).upper()


def is_token(text: str) -> bool:
    return _COMPACT.fullmatch(text) is not None


def read_token(text: str) -> Token:
    """Raises `UnreadableBadge`."""
    head, body, signature = text.split(".")
    try:
        header = read_json(decoded(from_base64url(head)))
        payload = read_json(decoded(from_base64url(body)))
        raw = from_base64url(signature)
    except BadKey as error:
        raise UnreadableBadge(CUT_OFF) from error
    if not isinstance(header, dict) or not isinstance(payload, dict):
        raise UnreadableBadge(CUT_OFF)
    return Token(header, payload, f"{head}.{body}".encode(), raw)


CUT_OFF = told("It looks like a signed badge (JWT) but cannot be decoded; it may be cut off.")


def is_verified(token: Token, issuer: str, names: list[str], keys: Keys) -> bool | None:
    """Whether the signature is right; None where no key is at hand that must be the one. An issuer
    whose name is a key, as with `did:key`, has no other."""
    own = key_in_name(issuer) or _own_key(token)
    named = own or next(filter(None, map(keys.find, names)), None)
    if named:
        return _fits(token, named)
    return True if any(_fits(token, key) for key in keys.unnamed) else None


def _own_key(token: Token) -> Key | None:
    try:
        return key_from_jwk(token.header["jwk"]) if "jwk" in token.header else None
    except BadKey:
        return None


def _fits(token: Token, key: Key) -> bool | None:
    """None where the algorithm is one that is not checked here."""
    try:
        match token.algorithm, key:
            case "RS256", rsa.RSAPublicKey():
                key.verify(token.signature, token.signed, padding.PKCS1v15(), SHA256())
            case "ES256", ec.EllipticCurvePublicKey():
                verify_p256(key, token.signature, token.signed)
            case "EDDSA" | "ED25519", Ed25519PublicKey():
                key.verify(token.signature, token.signed)
            case "RS256" | "ES256" | "EDDSA" | "ED25519", _:
                return False
            case _:
                return None
    except InvalidSignature:
        return False
    return True


def verify_p256(key: ec.EllipticCurvePublicKey, signature: bytes, signed: bytes) -> None:
    """Raises `InvalidSignature`; both numbers stand one after the other, 32 bytes each."""
    if len(signature) != 64:
        raise InvalidSignature
    numbers = (int.from_bytes(half, "big") for half in (signature[:32], signature[32:]))
    key.verify(encode_dss_signature(*numbers), signed, ec.ECDSA(SHA256()))
