"""Signatures are checked wherever a key is at hand, and nothing is ever fetched for it."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from ingest.open_badges.canonical_json import NotCanonical, canonical_json
from ingest.open_badges.canonical_rdf import canonical_rdf
from ingest.open_badges.keys import Keys, given_keys
from ingest.open_badges.multibase import from_multibase
from ingest.reading.file_problems import FileProblems
from tests.ingest.open_badges.making import SIGNER, assertion, credential, encoded, judged, signed

OTHER = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def outcome(content: Any, *beside: Any, keys: Keys | None = None) -> str:
    """`verified`, `not_verified`, or the code of the problem."""
    verdict = judged(content, *beside, keys=keys)[0]
    return verdict.faults[0].problem.code if verdict.faults else verdict.verification


def multibase(content: bytes) -> str:
    number, text = int.from_bytes(content, "big"), ""
    while number:
        number, letter = divmod(number, 58)
        text = LETTERS[letter] + text
    return "z" + text


def did(key: Ed25519PrivateKey) -> str:
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return f"did:key:{multibase(bytes([0xED, 1]) + raw)}"


def pem(key: Ed25519PrivateKey) -> str:
    spki = PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(Encoding.PEM, spki).decode()


def proven(
    key: Ed25519PrivateKey, whole: dict[str, Any] | None = None, **changed: Any
) -> dict[str, Any]:
    """A credential, changed after a proof over its canonical JSON was made."""
    whole = whole or credential()
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "verificationMethod": f"{did(key)}#{did(key)[8:]}",
        "proofPurpose": "assertionMethod",
    }
    digest = sha256(canonical_json(proof)).digest() + sha256(canonical_json(whole)).digest()
    return whole | {"proof": proof | {"proofValue": multibase(key.sign(digest))}} | changed


def test_a_key_in_the_header_verifies():
    assert outcome(signed(credential())) == "verified"


def test_a_did_that_is_its_own_key_verifies():
    token = signed(credential(), jwk=None, kid=did(SIGNER))
    assert outcome(token) == "verified"


def test_a_signature_by_another_key_is_refused():
    assert outcome(signed(credential(), key=OTHER, jwk=None, kid=did(SIGNER))) == "broken-signature"


def test_whoever_signs_with_a_key_of_their_own_is_not_the_issuer():
    # the issuer's name is its key, and the signature is right by another one
    claimed = credential(issuer={"id": did(SIGNER), "type": "Profile", "name": "City Library"})
    assert outcome(proven(SIGNER, claimed)) == "verified"
    assert outcome(proven(OTHER, claimed)) == "not_verified"
    assert outcome(signed(claimed, key=OTHER)) == "broken-signature"


def test_a_presentation_signed_by_its_holder_vouches_for_nothing():
    inner = credential(id="urn:uuid:self-made")
    held = credential(
        type="VerifiablePresentation", credentialSubject=None, verifiableCredential=[inner]
    )
    issued = credential(
        type=["VerifiableCredential", "ClrCredential"],
        credentialSubject={"type": ["ClrSubject"], "verifiableCredential": [inner]},
    )
    assert outcome(signed(held)) == "not_verified"
    assert outcome(proven(SIGNER, held)) == "not_verified"
    assert outcome(proven(SIGNER, issued)) == "verified"


def test_a_token_that_was_changed_is_refused():
    head, _, signature = signed(credential()).split(".")
    body = encoded(json.dumps(credential(id="urn:uuid:9")).encode())
    assert outcome(f"{head}.{body}.{signature}") == "broken-signature"


def test_without_a_key_it_is_not_verified():
    assert outcome(signed(credential(), jwk=None)) == "not_verified"
    assert outcome(credential()) == "not_verified"
    assert outcome(assertion()) == "not_verified"  # hosted: its address would have to be asked


def test_a_token_that_says_it_is_not_signed_is_not_verified():
    assert outcome(signed(credential(), alg="none")) == "not_verified"


def test_a_key_delivered_beside_a_badge_of_2_0_verifies():
    key = {
        "id": "https://library.example/key",
        "type": "CryptographicKey",
        "publicKeyPem": pem(SIGNER),
    }
    check = {"type": "signed", "creator": key["id"]}
    token = signed(assertion(verification=check), jwk=None)
    assert outcome(token) == "not_verified"
    assert outcome(token, key) == "verified"
    assert outcome(token, key | {"publicKeyPem": pem(OTHER)}) == "broken-signature"


def test_keys_are_given_as_pem_or_jwk(tmp_path: Path):
    token = signed(credential(), jwk=None, kid="key-1")
    raw = SIGNER.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    jwk = {"kty": "OKP", "crv": "Ed25519", "kid": "key-1", "x": encoded(raw)}
    (tmp_path / "one.pem").write_text(pem(SIGNER))
    (tmp_path / "set.json").write_text(json.dumps({"keys": [jwk]}))
    (tmp_path / "other.pem").write_text(pem(OTHER))
    assert outcome(token, keys=given_keys([tmp_path / "one.pem"])) == "verified"
    assert outcome(token, keys=given_keys([tmp_path / "set.json"])) == "verified"
    # a key without a name need not be this issuer's
    assert outcome(token, keys=given_keys([tmp_path / "other.pem"])) == "not_verified"


def test_a_file_without_a_key_is_told(tmp_path: Path):
    (tmp_path / "empty.pem").write_text("no key")
    with pytest.raises(FileProblems, match=r"empty\.pem: It holds no public key that can be read"):
        given_keys([tmp_path / "empty.pem"])


@pytest.mark.parametrize("curve", ["RS256", "ES256"])
def test_the_algorithms_of_the_standard(curve: str):
    payload = credential()
    if curve == "RS256":
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        n = key.public_key().public_numbers().n
        jwk = {"kty": "RSA", "e": "AQAB", "n": encoded(n.to_bytes(256, "big"))}
    else:
        key = ec.generate_private_key(ec.SECP256R1())
        point = key.public_key().public_numbers()
        x, y = (encoded(each.to_bytes(32, "big")) for each in (point.x, point.y))
        jwk = {"kty": "EC", "crv": "P-256", "x": x, "y": y}
    head = encoded(json.dumps({"alg": curve, "jwk": jwk}).encode())
    text = f"{head}.{encoded(json.dumps(payload).encode())}"
    if curve == "RS256":
        signature = key.sign(text.encode(), padding.PKCS1v15(), hashes.SHA256())
    else:
        r, s = decode_dss_signature(key.sign(text.encode(), ec.ECDSA(hashes.SHA256())))
        signature = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    assert outcome(f"{text}.{encoded(signature)}") == "verified"
    wrong = bytes([signature[0] ^ 1]) + signature[1:]
    assert outcome(f"{text}.{encoded(wrong)}") == "broken-signature"


def test_a_proof_over_canonical_json_verifies():
    assert outcome(proven(SIGNER)) == "verified"
    assert outcome(proven(SIGNER, name="Another name")) == "broken-signature"


def proven_over_rdf(key: Ed25519PrivateKey, **changed: Any) -> dict[str, Any]:
    """A credential with a proof over its canonical RDF; `changed` stands in it when it is signed."""
    whole = credential(**changed)
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "verificationMethod": f"{did(key)}#{did(key)[8:]}",
        "proofPurpose": "assertionMethod",
    }
    parts = (proof | {"@context": whole["@context"]}, whole)
    digest = b"".join(sha256(canonical_rdf(part)).digest() for part in parts)
    return whole | {"proof": proof | {"proofValue": multibase(key.sign(digest))}}


def test_a_proof_over_canonical_rdf_verifies():
    assert outcome(proven_over_rdf(SIGNER)) == "verified"
    turned = dict(reversed(proven_over_rdf(SIGNER).items()))
    assert outcome(turned) == "verified"  # the order of the parts says nothing
    assert outcome(proven_over_rdf(SIGNER) | {"name": "Another name"}) == "broken-signature"


def test_a_badge_of_the_first_data_model_brings_the_words_of_its_proof_along():
    contexts = [
        "https://www.w3.org/2018/credentials/v1",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://w3id.org/security/data-integrity/v2",
    ]
    day = {"issuanceDate": "2024-05-04T00:00:00Z"}
    older = {"@context": contexts, **day}
    assert outcome(proven_over_rdf(SIGNER, **older)) == "verified"
    assert outcome(proven_over_rdf(SIGNER, **older) | {"name": "Another"}) == "broken-signature"


def test_a_part_that_no_context_explains_is_signed_by_nobody():
    assert outcome(proven_over_rdf(SIGNER) | {"awarded_in": "Breda"}) == "not_verified"


@pytest.mark.parametrize(
    "contexts",
    [
        ["https://www.w3.org/ns/credentials/v2", "https://library.example/context.json"],
        # this one has changed under its address
        [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
        ],
    ],
)
def test_what_a_badge_says_under_an_unknown_context_is_not_verified(contexts: list[str]):
    changed = proven_over_rdf(SIGNER) | {"@context": contexts, "name": "Another name"}
    assert outcome(changed) == "not_verified"


def test_a_badge_that_is_entangled_beyond_measure_is_not_verified_and_soon_done():
    # eight nodes, each related to all others: they have more orders than there is time for
    knot = [
        {
            "id": f"_:n{one}",
            "type": ["Achievement"],
            "related": [{"id": f"_:n{two}"} for two in range(8)],
        }
        for one in range(8)
    ]
    subject = {"type": ["AchievementSubject"], "achievement": knot}
    with pytest.raises(NotCanonical):
        canonical_rdf(credential(credentialSubject=subject))


@pytest.mark.parametrize(
    "changed",
    [
        {"verificationMethod": "z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x"},
        {"verificationMethod": "did:example:z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x"},
        {"verificationMethod": "https://library.example#z6MkTooShort"},
        {"proofValue": "z123"},
        {"proofValue": None},
    ],
)
def test_a_proof_that_nobody_could_check_is_refused(changed: dict[str, Any]):
    proof = proven(SIGNER)["proof"] | changed
    assert outcome(credential(proof=proof)) == "wrong-badge-part"


def test_canonical_json_as_its_standard_shows_it():
    numbers = [333333333.33333329, 1e30, 4.50, 2e-3, 1e-27]  # RFC 8785, section 3.2.2
    assert canonical_json([numbers[0], *numbers[2:]]) == b"[333333333.3333333,4.5,0.002,1e-27]"
    assert canonical_json([0.00001, 1e-7, -0.0, 56.0]) == b"[0.00001,1e-7,0,56]"
    mixed = {"\u20ac": "Euro", "\r": "Return", "1": "One", "\U0001f600": "Smile", "\ufb33": "Dalet"}
    assert [*json.loads(canonical_json(mixed))] == ["\r", "1", "\u20ac", "\U0001f600", "\ufb33"]


def test_multibase_keeps_leading_zeros():
    assert from_multibase("z112") == b"\0\0\1"


@pytest.mark.parametrize(
    "changed",
    [
        {"@context": credential()["@context"] * 20},  # each of them is worked through again
        {"evidence": [{"type": ["Evidence"], "name": str(n)} for n in range(7_000)]},
    ],
    ids=["contexts", "values"],
)
def test_what_takes_for_ever_to_be_put_in_order_has_no_canonical_form(changed: dict[str, Any]):
    with pytest.raises(NotCanonical):
        canonical_rdf(credential(**changed))
