"""Awards of Open Badges 0.5, 1.0 and 2.0."""

from collections.abc import Iterator
from typing import Any

from ingest.open_badges.award import Award, identity_without_id
from ingest.open_badges.badge_class import BadgeClass, badge_class, issuer_of
from ingest.open_badges.days import day_of, last_day_of
from ingest.open_badges.documents import Document
from ingest.open_badges.faults import Fault, shown
from ingest.open_badges.library import Library
from ingest.open_badges.parts import as_list, identifier_of, object_of, text_of
from ingest.open_badges.recipients import BETWEEN, recipient_of_assertion
from ingest.open_badges.revocations import is_on_issuers_list
from ingest.open_badges.structure import extension_faults
from ingest.problems import MISSING_BADGE_PART, OUTSIDE_ISSUERS_ADDRESSES
from matrices.telling import told


def assertion_faults(document: Document, library: Library) -> Iterator[Fault]:
    """What keeps an object from being an award, or from being its issuer's."""
    node = document.node
    if not _recipient(node):
        yield Fault(MISSING_BADGE_PART, "recipient", right=told("an award says who was awarded"))
    if not (identifier_of(node.get("badge")) or object_of(node.get("badge"))):
        yield Fault(MISSING_BADGE_PART, "badge", right=told("an award says which badge was given"))
    if not _issued(node):
        yield Fault(
            MISSING_BADGE_PART, "issuedOn", right=told("an award says on which day it was given")
        )
    yield from extension_faults(node)
    yield from _address_faults(document, library)


def award_of_assertion(document: Document, library: Library) -> Award:
    node = document.node
    badge = _badge(document, library)
    identity = badge.identity if badge else identifier_of(node.get("badge"))
    recipient, issued = _recipient(node), _issued(node)
    return Award(
        identity=_identity(node, identity) or identity_without_id(identity, recipient, issued),
        badge=badge,
        badge_identity=identity,
        recipient=recipient,
        issued=issued,
        expires=last_day_of(node.get("expires")),
        is_revoked="yes" if _is_revoked(document, library) else "",
    )


def issuer_of_assertion(document: Document, library: Library) -> dict[str, Any]:
    """The profile of who issues the badge, as far as it is at hand."""
    node, near = _badge_node(document, library)
    return issuer_of(node.get("issuer"), near, library)


def _badge_node(document: Document, library: Library) -> tuple[dict[str, Any], Document]:
    """The badge class in the award, else the one at its address; and where it stood."""
    own = object_of(document.node.get("badge"))
    if own.get("name"):
        return own, document
    found = library.find(identifier_of(document.node.get("badge")), document)
    return (found.node, found) if found else (own, document)


def _badge(document: Document, library: Library) -> BadgeClass | None:
    node, near = _badge_node(document, library)
    if not text_of(node.get("name")):
        return None
    return badge_class(node, identifier_of(document.node.get("badge")), near, library)


def _recipient(node: dict[str, Any]) -> str:
    recipient = recipient_of_assertion(node.get("recipient"))
    salt = node.get("salt")
    return f"{recipient}{BETWEEN}{salt}" if recipient and isinstance(salt, str) else recipient


def _issued(node: dict[str, Any]) -> str:
    return day_of(node.get("issuedOn", node.get("issued_on")))


def verification_of(node: dict[str, Any]) -> dict[str, Any]:
    return object_of(node.get("verification", node.get("verify")))


def _identity(node: dict[str, Any], badge: str) -> str:
    """Its own address; of 1.0 the address at which it is hosted, else its number at the issuer."""
    hosted = "sign" not in text_of(verification_of(node).get("type")).lower()
    address = text_of(verification_of(node).get("url")) if hosted else ""
    number = text_of(node.get("uid"))
    return identifier_of(node) or address or (f"{badge} {number}" if number else "")


def _address_faults(document: Document, library: Library) -> Iterator[Fault]:
    """An issuer may say where its awards are hosted; one that is elsewhere is not its own."""
    own = identifier_of(document.node)
    rules = object_of(issuer_of_assertion(document, library).get("verification"))
    starts = [each for each in as_list(rules.get("startsWith")) if isinstance(each, str)]
    if own and starts and not own.startswith(tuple(starts)):
        right = ", ".join(f"`{shown(each)}`" for each in starts[:3])
        yield Fault(OUTSIDE_ISSUERS_ADDRESSES, found=shown(own), right=right)


def _is_revoked(document: Document, library: Library) -> bool:
    issuer = issuer_of_assertion(document, library)
    return document.node.get("revoked") is True or is_on_issuers_list(document, issuer, library)
