"""What a whole network decides for itself, in `network.yaml` of its home."""

from pathlib import Path

from pydantic import field_validator

from matrices.declarations import read_declaration
from matrices.model import Declared

FEWEST = 5
LEAST, MOST = 4, 100


class Settings(Declared):
    """The decisions of a network; a home without the file takes these."""

    fewest_people_shown: int = FEWEST
    """A figure that counts fewer people is withheld, unless it counts nobody."""

    guard_participations: bool = False
    """Whether participations and badges are withheld like people: one of them was one person."""

    @field_validator("fewest_people_shown")
    @classmethod
    def _can_be_kept(cls, number: int) -> int:
        if not LEAST <= number <= MOST:
            raise ValueError(
                f"{number} is not from {LEAST} to {MOST}. Below {LEAST} a small number can be "
                "worked out by whoever knows the rule"
            )
        return number


def load_settings(paths: list[Path]) -> Settings:
    """The settings in the file, or the usual ones where there is none."""
    return read_declaration(paths[0], Settings) if paths else Settings()
