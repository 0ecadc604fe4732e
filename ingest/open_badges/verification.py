"""Whether an award is verified: its signature is right, by a key that is at hand.

Hosted badges are verified by asking their address, which is never done here.
"""

from ingest.open_badges.assertions import issuer_of_assertion, verification_of
from ingest.open_badges.documents import Document
from ingest.open_badges.keys import Key, Keys, key_from_pem
from ingest.open_badges.kinds import Kind
from ingest.open_badges.library import Library
from ingest.open_badges.multibase import BadKey
from ingest.open_badges.parts import as_list, identifier_of, object_of, text_of, types_of
from ingest.open_badges.proofs import is_proven
from ingest.open_badges.tokens import is_verified

VERIFIED, NOT_VERIFIED = "verified", "not_verified"


def keys_beside(documents: list[Document], given: Keys) -> Keys:
    """The given keys and those that were delivered as files of their own."""
    named: dict[str, Key] = {}
    for document in documents:
        if document.kind is Kind.KEY and identifier_of(document.node):
            try:
                key = key_from_pem(text_of_key(document))
            except BadKey:
                continue
            named[identifier_of(document.node)] = key
    return given.with_named(named)


def text_of_key(document: Document) -> str:
    pem = document.node.get("publicKeyPem")
    return pem if isinstance(pem, str) else ""


def verified(document: Document, library: Library, keys: Keys) -> bool | None:
    """True or False where it could be checked; a learner record vouches for what is in it."""
    if document.token:
        issuer = identifier_of(document.node.get("issuer"))
        return is_verified(document.token, issuer, _names(document, library), keys)
    proven = is_proven(document.node, keys)
    if proven is None and document.bundle:
        vouched = verified(document.bundle, library, keys)
        return vouched if vouched is False or _is_issued(document.bundle) else None
    return proven


def _is_issued(bundle: Document) -> bool:
    """A learner record is issued, by whom it may be; a presentation is signed by its holder."""
    return "ClrCredential" in types_of(bundle.node)


def _names(document: Document, library: Library) -> list[str]:
    """Names under which the key may be known: of 3.0 in the token, of 2.0 in the badge."""
    header = document.token.header if document.token else {}
    jwk = object_of(header.get("jwk"))
    claims = [header.get("kid"), jwk.get("kid"), identifier_of(document.node.get("issuer"))]
    if document.kind is Kind.ASSERTION:
        check = verification_of(document.node)
        issuer = issuer_of_assertion(document, library)
        claims += [check.get("creator"), check.get("url")]
        claims += [identifier_of(each) for each in as_list(issuer.get("publicKey"))]
    return [text for claim in claims if (text := text_of(claim))]
