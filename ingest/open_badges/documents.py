"""Badge files taken apart into objects, each with the place where it stood."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ingest.open_badges.carriers import badges_in
from ingest.open_badges.faults import Fault, NoBadge, UnreadableBadge
from ingest.open_badges.kinds import Kind, kind_of
from ingest.open_badges.parts import as_list, object_of
from ingest.open_badges.tokens import Token, is_token, read_token
from ingest.problems import MISSING_BADGE_PART
from matrices.telling import told


@dataclass(frozen=True)
class Document:
    """One object of a badge file."""

    file: str
    row: int
    """Which of the objects in that file it is, from 1."""
    node: dict[str, Any] = field(default_factory=dict)
    token: Token | None = None
    """The signed text it was read from."""
    kind: Kind = Kind.UNKNOWN
    bundle: "Document | None" = None
    """The learner record it was part of."""
    fault: Fault | None = None
    """Why it could not be read; then there is nothing else of it."""
    path: str = ""
    """Where the file lies, by which others may refer to it; never stored."""


def documents_in(file: str, content: bytes, path: str = "") -> list[Document]:
    """Every object of a file; one that cannot be read brings its fault."""
    try:
        found = badges_in(content)
    except NoBadge:
        return [Document(file, 1, kind=Kind.PICTURE, path=path)]
    except UnreadableBadge as error:
        return [Document(file, 1, fault=error.fault, path=path)]
    every = [inner for one in found for inner in _with_inner(_document(file, one))]
    return [replace(each, row=row, path=path or file) for row, each in enumerate(every, 1)]


def _document(file: str, found: dict[str, Any] | Token) -> Document:
    if isinstance(found, Token):
        node = _claims(found.payload)
        return Document(file, 1, node, found, kind_of(node))
    node = object_of(found["vc"]) if "vc" in found else found
    return Document(file, 1, node, None, kind_of(node))


def _claims(payload: dict[str, Any]) -> dict[str, Any]:
    """The credential in a signed text; what it leaves to the text's own claims is filled in."""
    if "vc" not in payload:
        return payload
    node = dict(object_of(payload["vc"]))
    names = (("id", "jti"), ("issuer", "iss"), ("validUntil", "exp"))
    for name, claim in names:
        if name not in node and claim in payload:
            node[name] = payload[claim]
    if not node.keys() & {"validFrom", "issuanceDate", "awardedDate"} and "nbf" in payload:
        node["validFrom"] = payload["nbf"]
    return node


def _with_inner(document: Document) -> Iterator[Document]:
    """Of a learner record its credentials, else the object itself."""
    if document.kind is not Kind.BUNDLE:
        yield document
        return
    subject = object_of(document.node.get("credentialSubject"))
    inner = as_list((subject or document.node).get("verifiableCredential"))
    if not inner:
        yield replace(document, fault=Fault(MISSING_BADGE_PART, *_NO_CREDENTIALS))
    for each in inner:
        yield from _one_inner(document, each)


_NO_CREDENTIALS = (
    "verifiableCredential",
    "",
    told("a learner record holds the credentials it is of"),
)


def _one_inner(bundle: Document, value: Any) -> Iterator[Document]:
    """A bundle within a bundle is taken apart no further."""
    try:
        if isinstance(value, str) and is_token(value):
            value = read_token(value)
        if not isinstance(value, dict | Token):
            raise UnreadableBadge(told("A credential in this learner record is no object."))
    except UnreadableBadge as error:
        yield replace(bundle, fault=error.fault)
        return
    yield replace(_document(bundle.file, value), bundle=bundle)
