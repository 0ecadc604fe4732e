"""Who was awarded, as one text that is the same for the same person.

The text goes straight into the keyed hash of the home and is never written: an e-mail address, a
DID, or the hash with its salt that the badge has in their place.
"""

from typing import Any

from ingest.open_badges.parts import object_of, text_of

BETWEEN = "\x1f"


def recipient_of_assertion(value: Any) -> str:
    """Of 1.0 and 2.0 an object, of 0.5 a bare text whose salt stands beside it."""
    if isinstance(value, str):
        return _plain(value)
    identity = object_of(value)
    return _identity(identity.get("identity"), identity.get("salt"))


def recipient_of_subject(subject: dict[str, Any], issuer: str) -> str:
    """The subject's identifier, else one of its identities, else its name at this issuer."""
    own = subject.get("id")
    if isinstance(own, str) and own.strip():
        return _plain(own)
    entry = object_of(subject.get("identifier"))
    identity = _identity(entry.get("identityHash"), entry.get("salt"))
    if identity and entry.get("identityType") != "name":
        return identity
    name = identity or text_of(subject.get("name"))
    return f"{issuer}{BETWEEN}{name}" if name else ""


def _identity(identity: Any, salt: Any) -> str:
    if not isinstance(identity, str):
        return ""
    return f"{_plain(identity)}{BETWEEN}{salt}" if _is_hash(identity) and salt else _plain(identity)


def _is_hash(identity: str) -> bool:
    return "$" in identity and "@" not in identity


def _plain(identity: str) -> str:
    return identity.strip().removeprefix("mailto:")
