"""What a badge is given for: badge classes of 0.5 to 2.0 and achievements of 3.0."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ingest.open_badges.alignments import skills_of
from ingest.open_badges.documents import Document
from ingest.open_badges.faults import Fault, names_a_person, shown
from ingest.open_badges.kinds import Kind
from ingest.open_badges.library import Library
from ingest.open_badges.parts import identifier_of, object_of, text_of, types_of
from ingest.problems import MISSING_BADGE_PART, UNKNOWN_BADGE_TYPE
from matrices.telling import told


@dataclass(frozen=True)
class BadgeClass:
    """A badge class as texts; an empty text where the badge says nothing."""

    identity: str
    name: str
    issuer: str = ""
    issuer_url: str = ""
    achievement_type: str = ""
    has_criteria: str = ""
    skills: str = ""


def badge_class(node: dict[str, Any], address: str, near: Document, library: Library) -> BadgeClass:
    """The class in an object; `address` is the one by which awards refer to it."""
    issuer = issuer_of(node.get("issuer", node.get("creator")), near, library)
    name = text_of(node.get("name"))
    url = text_of(issuer.get("url")) or text_of(issuer.get("origin")) or identifier_of(issuer)
    return BadgeClass(
        identity=_identity(node, address) or named_identity(url, name),
        name=name,
        issuer=text_of(issuer.get("name")),
        issuer_url=url or identifier_of(node.get("issuer")),
        achievement_type=text_of(node.get("achievementType")),
        has_criteria="yes" if node.get("criteria") else "no",
        skills=skills_of(node),
    )


def _identity(node: dict[str, Any], address: str) -> str:
    """Its own identifier, else its address, unless that tells who somebody is."""
    found = identifier_of(node) or address
    return "" if names_a_person(found) else found


def named_identity(issuer: str, name: str) -> str:
    """An identifier for a class that has none: its name at its issuer."""
    return f"{issuer}#{name}" if name else ""


def issuer_of(value: Any, near: Document, library: Library) -> dict[str, Any]:
    """The issuer's profile: that in the badge, else the one at its address; else the address."""
    own = object_of(value)
    address = identifier_of(value)
    if own.get("name"):
        return own
    found = library.find(address, near)
    return found.node if found and found.kind is Kind.ISSUER else own or {"id": address}


def class_faults(node: dict[str, Any], near: Document, library: Library) -> Iterator[Fault]:
    """What keeps an object from being a badge class."""
    if not text_of(node.get("name")):
        yield Fault(MISSING_BADGE_PART, "name", right=told("a badge class has a name"))
    if not node.get("issuer") and "Achievement" not in types_of(node):
        yield Fault(MISSING_BADGE_PART, "issuer", right=told("a badge class says who issues it"))
    found = library.find(identifier_of(node.get("issuer")), near)
    if found and found.kind is not Kind.ISSUER:
        types = ", ".join(f"`{shown(each)}`" for each in types_of(found.node)) or told(
            "of another kind"
        )
        right = told(
            "what stands at the issuer's address (`{file}`) must be an Issuer",
            file=shown(found.file),
        )
        yield Fault(UNKNOWN_BADGE_TYPE, "issuer", types, right)
