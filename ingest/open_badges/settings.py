"""What a load is told about the badges in it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class BadgeSettings:
    """Badges say neither for which city they are, nor always by which key they are signed."""

    city: str = ""
    """The city of badges whose issuer is filed under none."""
    keys: tuple[Path, ...] = ()
    """Files with public keys of issuers: PEM, JWK or JWK set."""
