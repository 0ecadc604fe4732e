"""An award in the one form into which those of every version are brought."""

from dataclasses import dataclass

from ingest.open_badges.badge_class import BadgeClass


@dataclass(frozen=True)
class Award:
    """An award as texts; an empty text where the badge says nothing."""

    identity: str
    """What tells it from every other; it may name a person, so it is hashed like one."""
    badge: BadgeClass | None
    """What it was given for, as far as it is at hand."""
    badge_identity: str
    recipient: str
    issued: str
    expires: str
    is_revoked: str


def identity_without_id(badge: str, recipient: str, issued: str) -> str:
    return f"{badge} {recipient} {issued}"
