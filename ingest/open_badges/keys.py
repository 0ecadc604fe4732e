"""Public keys: those in a badge itself, those in the files beside it, and those that are given."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from cryptography.x509 import load_pem_x509_certificate

from ingest.open_badges.multibase import BadKey, from_base64url, key_from_multibase
from ingest.reading.file_problems import FileProblem, FileProblems
from matrices.telling import told

Key = rsa.RSAPublicKey | ec.EllipticCurvePublicKey | Ed25519PublicKey
MOST_KEY_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Keys:
    """Keys by their name, and keys without one, any of which may be the right one."""

    named: Mapping[str, Key] = field(default_factory=dict)
    unnamed: tuple[Key, ...] = ()

    def with_named(self, named: Mapping[str, Key]) -> "Keys":
        return Keys({**named, **self.named}, self.unnamed)

    def find(self, name: str) -> Key | None:
        """By its name, which may itself contain the key, as `did:key` does."""
        return self.named.get(name) or self.named.get(name.rpartition("#")[2]) or key_in_name(name)


def key_in_name(name: str) -> Key | None:
    """The key in `did:key:z6Mk...`, `did:jwk:...` or `https://issuer.example/#z6Mk...`."""
    try:
        if name.startswith("did:jwk:"):
            return key_from_jwk(json.loads(from_base64url(name[8:].partition("#")[0])))
        if name.startswith("did:key:"):
            return key_from_multibase(name[8:].partition("#")[0])
        return key_from_multibase(name.rpartition("#")[2]) if "#z" in name else None
    except (BadKey, ValueError, RecursionError):
        return None


def key_from_jwk(jwk: Any) -> Key:
    """Raises `BadKey`."""
    try:
        match jwk["kty"], jwk.get("crv"):
            case "RSA", _:
                return rsa.RSAPublicNumbers(_number(jwk["e"]), _number(jwk["n"])).public_key()
            case "EC", "P-256":
                numbers = ec.EllipticCurvePublicNumbers(
                    _number(jwk["x"]), _number(jwk["y"]), ec.SECP256R1()
                )
                return numbers.public_key()
            case "OKP", "Ed25519":
                return Ed25519PublicKey.from_public_bytes(from_base64url(jwk["x"]))
    except (KeyError, TypeError, AttributeError, ValueError, UnsupportedAlgorithm) as error:
        raise BadKey from error
    raise BadKey


def key_from_pem(text: str) -> Key:
    """Raises `BadKey`; a certificate gives its key."""
    try:
        if "BEGIN CERTIFICATE" in text:
            key = load_pem_x509_certificate(text.encode()).public_key()
        else:
            key = load_pem_public_key(text.encode())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise BadKey from error
    if not isinstance(key, Key):
        raise BadKey
    return key


def given_keys(files: Sequence[Path]) -> Keys:
    """From JWK, JWK set and PEM files; raises `FileProblems` for each that holds none."""
    named: dict[str, Key] = {}
    unnamed: list[Key] = []
    problems: list[FileProblem] = []
    for path in files:
        try:
            for name, key in _keys_in(path):
                named.update({name: key} if name else {})
                unnamed += [] if name else [key]
        except (BadKey, OSError, ValueError, RecursionError):
            problems.append(FileProblem(path.name, _NO_KEY))
    if problems:
        raise FileProblems(problems)
    return Keys(named, tuple(unnamed))


_NO_KEY = told(
    "It holds no public key that can be read. Give a PEM file (RSA, P-256 or Ed25519), a JWK or a "
    "JWK set."
)


def _keys_in(path: Path) -> Iterator[tuple[str, Key]]:
    with path.open("rb") as file:
        text = file.read(MOST_KEY_BYTES).decode("utf-8-sig")
    if text.lstrip().startswith("-----"):
        yield "", key_from_pem(text)
        return
    value = json.loads(text)
    for jwk in value["keys"] if isinstance(value, dict) and "keys" in value else [value]:
        key = key_from_jwk(jwk)
        yield str(jwk.get("kid", "")), key


def _number(text: str) -> int:
    return int.from_bytes(from_base64url(text), "big")
