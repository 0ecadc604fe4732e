"""Awards of Open Badges 3.0, also those inside learner records (CLR 2.0)."""

from collections.abc import Iterator
from typing import Any

from ingest.open_badges.award import Award, identity_without_id
from ingest.open_badges.badge_class import BadgeClass, badge_class, named_identity
from ingest.open_badges.days import day_of, last_day_of
from ingest.open_badges.documents import Document
from ingest.open_badges.faults import Fault
from ingest.open_badges.library import Library
from ingest.open_badges.parts import as_list, identifier_of, object_of, text_of
from ingest.open_badges.proofs import proof_faults
from ingest.open_badges.recipients import recipient_of_subject
from ingest.open_badges.revocations import is_revoked
from ingest.open_badges.structure import part_faults
from ingest.problems import MISSING_BADGE_PART, WRONG_BADGE_PART
from matrices.telling import told

_DAYS = ("awardedDate", "validFrom", "issuanceDate")
"""The day of the award itself comes first; 1.1 of the credentials' model says issuanceDate."""


def credential_faults(document: Document) -> Iterator[Fault]:
    """What keeps an object from being an award."""
    node = document.node
    if not identifier_of(node.get("issuer")) and not object_of(node.get("issuer")):
        yield Fault(MISSING_BADGE_PART, "issuer", right=told("a credential says who issued it"))
    subjects = as_list(node.get("credentialSubject"))
    if not object_of(node.get("credentialSubject")):
        right = told("it says what was achieved")
        yield Fault(MISSING_BADGE_PART, "credentialSubject", right=right)
    elif len(subjects) > 1:
        right = told("a badge is given to one; each of them needs a badge of their own")
        found = told("a list of {count}", count=len(subjects))
        yield Fault(WRONG_BADGE_PART, "credentialSubject", found, right)
    elif not _achievement(node) and not text_of(node.get("name")):
        right = told("it says what was achieved, and the credential has no name either")
        yield Fault(MISSING_BADGE_PART, "credentialSubject.achievement", right=right)
    if not _issued(node):
        right = told("a credential says since which day it holds")
        yield Fault(MISSING_BADGE_PART, "validFrom", right=right)
    yield from part_faults(node)
    yield from proof_faults(node)


def award_of_credential(document: Document, library: Library) -> Award:
    node = document.node
    subject = object_of(node.get("credentialSubject"))
    issuer = identifier_of(node.get("issuer"))
    badge = _badge(document, library)
    issued = _issued(node)
    own = identifier_of(node)
    recipient = recipient_of_subject(subject, issuer)
    identity = own or identity_without_id(badge.identity, recipient, issued)
    return Award(
        identity=identity,
        badge=badge,
        badge_identity=badge.identity,
        recipient=recipient or identity,
        issued=issued,
        expires=last_day_of(node.get("validUntil", node.get("expirationDate"))),
        is_revoked="yes" if is_revoked(document, library) else "",
    )


def _achievement(node: dict[str, Any]) -> dict[str, Any]:
    return object_of(object_of(node.get("credentialSubject")).get("achievement"))


def _badge(document: Document, library: Library) -> BadgeClass:
    """The achievement; where there is none, the credential's own name stands for it."""
    node = document.node
    address = identifier_of(object_of(node.get("credentialSubject")).get("achievement"))
    found = library.find(address, document) if not _achievement(node) else None
    achievement = found.node if found else _achievement(node)
    issuer = object_of(node.get("issuer")) or identifier_of(node.get("issuer"))
    name = text_of(achievement.get("name")) or text_of(node.get("name"))
    whole = {"issuer": issuer, **achievement, "name": name}
    fallback = address or named_identity(identifier_of(issuer), name)
    return badge_class(whole, fallback, document, library)


def _issued(node: dict[str, Any]) -> str:
    return next((day for name in _DAYS if (day := day_of(node.get(name)))), "")
