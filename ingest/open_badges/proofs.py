"""Data Integrity proofs inside a credential: whether they can be right, and whether they are.

Proofs over canonical JSON (`eddsa-jcs-2022`, `ecdsa-jcs-2019`) are verified, and those over canonical
RDF with an Ed25519 key (`eddsa-rdfc-2022`, `Ed25519Signature2020`) where the badge refers to contexts
that are known here. Others (`ecdsa-sd-2023`) are *not verified*.
"""

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from ingest.open_badges.canonical_json import NotCanonical, canonical_json
from ingest.open_badges.canonical_rdf import canonical_rdf, contexts_are_frozen
from ingest.open_badges.faults import Fault, shown
from ingest.open_badges.keys import Key, Keys
from ingest.open_badges.multibase import BadKey, from_multibase, key_from_multibase
from ingest.open_badges.parts import as_list, identifier_of
from ingest.open_badges.tokens import verify_p256
from ingest.problems import WRONG_BADGE_PART
from matrices.telling import told

JCS_SUITES = ("eddsa-jcs-2022", "ecdsa-jcs-2019")
ED25519_SUITES = (
    "Ed25519Signature2020",
    "eddsa-rdfc-2022",
    "eddsa-2022",  # what eddsa-rdfc-2022 was called first
    "eddsa-rdf-2022",
    "eddsa-jcs-2022",
)
PROOF_TYPES = ("DataIntegrityProof", "Ed25519Signature2020")
_ADDRESS = re.compile(r"https?://[^/]|did:[a-z0-9]+:.|urn:.")


def proofs_of(credential: dict[str, Any]) -> list[dict[str, Any]]:
    return [proof for proof in as_list(credential.get("proof")) if isinstance(proof, dict)]


def proof_faults(credential: dict[str, Any]) -> list[Fault]:
    """What cannot be right about the proofs, whatever was signed."""
    return [fault for proof in proofs_of(credential) if (fault := _fault(proof))]


def _fault(proof: dict[str, Any]) -> Fault | None:
    if proof.get("type") not in PROOF_TYPES:
        return None
    method = _method(proof)
    column = "proof.verificationMethod"
    found = f"`{shown(method)}`"
    if not _ADDRESS.match(method):
        right = told("it must be the address or the DID of the issuer's key")
        return Fault(WRONG_BADGE_PART, column, found, right)
    if method.startswith("did:example:"):
        right = told("DIDs of `did:example` stand in examples only, and nobody can have such a key")
        return Fault(WRONG_BADGE_PART, column, found, right)
    if _suite(proof) in ED25519_SUITES:
        return _fault_of_ed25519(proof, method)
    return None


def _fault_of_ed25519(proof: dict[str, Any], method: str) -> Fault | None:
    try:
        name = method.partition("did:key:")[2].partition("#")[0] or method.rpartition("#")[2]
        if name.startswith("z6Mk"):
            key_from_multibase(name)
    except BadKey:
        right = told("the key in it cannot be decoded")
        found = f"`{shown(method)}`"
        return Fault(WRONG_BADGE_PART, "proof.verificationMethod", found, right)
    return None if _signature(proof) else Fault(WRONG_BADGE_PART, "proof.proofValue", *_NO_VALUE)


_NO_VALUE = (
    told("no Ed25519 signature"),
    told("it must be the 64 bytes of one, beginning with `z`"),
)


def is_proven(credential: dict[str, Any], keys: Keys) -> bool | None:
    """True where a proof is right, False where one is wrong, None where none can be checked."""
    checked = [_is_right(credential, proof, keys) for proof in proofs_of(credential)]
    if False in checked:
        return False
    return True if True in checked else None


def _is_right(credential: dict[str, Any], proof: dict[str, Any], keys: Keys) -> bool | None:
    canonical = _canonical_form(proof)
    key = keys.find(_method(proof)) if canonical else None
    if canonical is None or key is None:
        return None
    try:
        fits = _fits(key, _signature(proof), _signed(credential, proof, canonical))
        can_tell = fits or canonical is canonical_json or contexts_are_frozen(credential)
    except NotCanonical:
        return None
    return fits if can_tell and (not fits or _is_of_issuer(proof, credential)) else None


def _is_of_issuer(proof: dict[str, Any], credential: dict[str, Any]) -> bool:
    """Anybody can sign with a key of their own: where the issuer's name is a DID, so is the key's."""
    issuer = identifier_of(credential.get("issuer"))
    return not issuer.startswith("did:") or _method(proof).partition("#")[0] == issuer


def _canonical_form(proof: dict[str, Any]) -> Callable[[Any], bytes] | None:
    if proof.get("type") not in PROOF_TYPES:
        return None
    if _suite(proof) in JCS_SUITES:
        return canonical_json
    return canonical_rdf if _suite(proof) in ED25519_SUITES else None


def _signed(
    credential: dict[str, Any], proof: dict[str, Any], canonical: Callable[[Any], bytes]
) -> bytes:
    """Hashes of the proof without its value and of the credential without its proofs."""
    bare = {name: value for name, value in proof.items() if name != "proofValue"}
    if canonical is canonical_rdf:
        bare["@context"] = credential.get("@context")
    rest = {name: value for name, value in credential.items() if name != "proof"}
    return sha256(canonical(bare)).digest() + sha256(canonical(rest)).digest()


def _fits(key: Key, signature: bytes, signed: bytes) -> bool | None:
    try:
        match key:
            case Ed25519PublicKey():
                key.verify(signature, signed)
            case _ if hasattr(key, "curve"):
                verify_p256(key, signature, signed)
            case _:
                return False
    except InvalidSignature:
        return False
    return True


def _signature(proof: dict[str, Any]) -> bytes:
    """Its 64 bytes, or nothing."""
    try:
        signature = from_multibase(str(proof.get("proofValue", "")))
    except BadKey:
        return b""
    return signature if len(signature) == 64 else b""


def _suite(proof: dict[str, Any]) -> object:
    return proof.get("cryptosuite") or proof.get("type")


def _method(proof: dict[str, Any]) -> str:
    method = proof.get("verificationMethod")
    return str(method.get("id", "") if isinstance(method, dict) else method or "")
