"""What an object in a badge file is: an award, a badge class, or something beside them."""

from enum import StrEnum
from typing import Any

from ingest.open_badges.parts import as_list, types_of
from matrices.telling import told


class Kind(StrEnum):
    """The words are those of notes."""

    ASSERTION = told("an award of Open Badges 0.5 to 2.0")
    CREDENTIAL = told("an award of Open Badges 3.0")
    BUNDLE = told("a learner record (CLR) or presentation")
    BADGE_CLASS = told("a badge class")
    ISSUER = told("an issuer's profile")
    REVOCATIONS = told("a list of revoked badges")
    KEY = told("a public key")
    ENDORSEMENT = told("an endorsement")
    DETAIL = told("a detail of badges (criteria, evidence, an alignment or a context)")
    PICTURE = told("a picture without a badge in it")
    OTHER_FILE = told("a file of another kind")
    FOREIGN = told("something of a type of its own")
    UNKNOWN = told("nothing that is known")


BY_TYPE = {
    "ClrCredential": Kind.BUNDLE,
    "VerifiablePresentation": Kind.BUNDLE,
    "OpenBadgeCredential": Kind.CREDENTIAL,
    "AchievementCredential": Kind.CREDENTIAL,
    "EndorsementCredential": Kind.ENDORSEMENT,
    "BitstringStatusListCredential": Kind.REVOCATIONS,
    "StatusList2021Credential": Kind.REVOCATIONS,
    "Assertion": Kind.ASSERTION,
    "BadgeClass": Kind.BADGE_CLASS,
    "Achievement": Kind.BADGE_CLASS,
    "Issuer": Kind.ISSUER,
    "Profile": Kind.ISSUER,
    "RevocationList": Kind.REVOCATIONS,
    "1EdTechRevocationList": Kind.REVOCATIONS,
    "CryptographicKey": Kind.KEY,
    "Key": Kind.KEY,
    "Endorsement": Kind.ENDORSEMENT,
    "Alignment": Kind.DETAIL,
    "AlignmentObject": Kind.DETAIL,
    "Criteria": Kind.DETAIL,
    "Evidence": Kind.DETAIL,
    "Extension": Kind.DETAIL,
    "IdentityObject": Kind.DETAIL,
    "Image": Kind.DETAIL,
    "VerificationObject": Kind.DETAIL,
}


def kind_of(node: dict[str, Any]) -> Kind:
    """By its type; in versions that had none, by its parts."""
    types = types_of(node)
    known = next((BY_TYPE[each] for each in types if each in BY_TYPE), None)
    if known is Kind.ASSERTION and "credentialSubject" in node:
        return Kind.CREDENTIAL  # drafts of 3.0 kept the old name
    if known:
        return known
    if types:
        is_foreign = all(":" in each for each in types)
        return Kind.FOREIGN if is_foreign else Kind.UNKNOWN
    return Kind.UNKNOWN if "type" in node else _by_parts(node)


def _by_parts(node: dict[str, Any]) -> Kind:
    """`badge` of 0.5 and 1.0 may be the class itself or its address."""
    if "badge" in node and ("recipient" in node or "uid" in node):
        return Kind.ASSERTION
    if "credentialSubject" in node:
        return Kind.CREDENTIAL
    if "name" in node and "issuer" in node:
        return Kind.BADGE_CLASS
    if "name" in node and ("url" in node or "email" in node):
        return Kind.ISSUER
    if "revokedAssertions" in node or "revokedCredential" in node:
        return Kind.REVOCATIONS
    if "publicKeyPem" in node:
        return Kind.KEY
    return Kind.DETAIL if node.keys() & {"narrative", "@context"} else Kind.UNKNOWN


def unknown_types(node: dict[str, Any]) -> list[str]:
    """Types that are neither of Open Badges nor names of another vocabulary."""
    return [
        each
        for each in types_of(node)
        if each not in BY_TYPE and each != "VerifiableCredential" and ":" not in each
    ]


def looks_like_badge(value: Any) -> bool:
    """Whether an object, or the first of several, speaks the language of Open Badges."""
    for node in as_list(value)[:1]:
        if isinstance(node, dict) and "data" not in node:
            return kind_of(node) is not Kind.UNKNOWN or "@context" in node or "vc" in node
    return False
