"""What goes wrong in exports: the kinds of damage by file, each with the sentence that tells it."""

from dataclasses import dataclass
from typing import Literal

Change = Literal["becomes", "day_first", "before_start", "left_out", "doubled", "row_twice"]
"""What is done to the cell: another text, a day written 31.12.2024, a day before the start, no
cell at all, the cell twice in a row; or nothing to the cell and the whole row twice."""


@dataclass(frozen=True)
class Damage:
    """One kind of damage to one cell of a row."""

    sentence: str
    column: str
    change: Change
    text: str = ""
    """What the cell becomes, where it becomes another text."""


NO_SUCH_DAY = "31/02/2023"
FAR_AHEAD = "2099-01-01"
NO_SUCH_SITE = "bredda.cityoflearning.eu"

DAMAGES: dict[str, tuple[Damage, ...]] = {
    "organisations": (
        Damage("The site's address is misspelt.", "site", "becomes", NO_SUCH_SITE),
        Damage("Neither verified nor not.", "verified", "becomes", "perhaps"),
        Damage("The day of joining is written day first.", "created", "day_first"),
        Damage("The name is missing.", "name", "becomes", ""),
        Damage("The organisation comes twice.", "id", "row_twice"),
        Damage("The row has a cell too many.", "category", "doubled"),
    ),
    "activities": (
        Damage("The activity starts on a day that never was.", "start", "becomes", NO_SUCH_DAY),
        Damage("The identifier is missing.", "activity_id", "becomes", ""),
        Damage("The site's address is misspelt.", "site", "becomes", NO_SUCH_SITE),
        Damage("The type is misspelt.", "type", "becomes", "evnt"),
        Damage("It ends before it starts.", "end", "before_start"),
        Damage("A counter is negative.", "joined", "becomes", "-4"),
        Damage("The start is written day first.", "start", "day_first"),
        Damage("The activity comes twice.", "activity_id", "row_twice"),
        Damage("The row lacks a cell.", "tz", "left_out"),
        Damage("The row has a cell too many.", "status", "doubled"),
        Damage("The length is in words.", "duration_seconds", "becomes", "two hours"),
        Damage("The title is missing.", "name", "becomes", ""),
    ),
    "playlists": (
        Damage("The site's address is misspelt.", "site", "becomes", NO_SUCH_SITE),
        Damage("A counter is negative.", "started", "becomes", "-1"),
        Damage("The status is misspelt.", "status", "becomes", "publishd"),
        Damage("The playlist comes twice.", "playlist_id", "row_twice"),
    ),
    "playlist_activities": (
        Damage("The activity is missing.", "activity_id", "becomes", ""),
        Damage("The place in the order is in words.", "position", "becomes", "first"),
        Damage("The activity stands twice in the playlist.", "playlist_id", "row_twice"),
        Damage("The row lacks a cell.", "position", "left_out"),
    ),
    "badge_classes": (
        Damage("The name is missing.", "name", "becomes", ""),
        Damage("A counter is negative.", "issued", "becomes", "-2"),
        Damage("The number of tasks is in words.", "min_tasks", "becomes", "one or two"),
        Damage("The badge class comes twice.", "badge_class_id", "row_twice"),
        Damage("The row has a cell too many.", "name", "doubled"),
        Damage("Neither yes nor no.", "evidence_required", "becomes", "perhaps"),
    ),
    "awards": (
        Damage("It was given on a day that never was.", "issued_on", "becomes", NO_SUCH_DAY),
        Damage("The badge class is missing.", "badge_class_id", "becomes", ""),
        Damage("It was given in the future.", "issued_on", "becomes", FAR_AHEAD),
        Damage("The way of giving is misspelt.", "method", "becomes", "evidense"),
        Damage("The day is written day first.", "issued_on", "day_first"),
        Damage("The award comes twice.", "badge_id", "row_twice"),
        Damage("The row lacks a cell.", "method", "left_out"),
        Damage("The row has a cell too many.", "method", "doubled"),
    ),
    "participations": (
        Damage("The person joined on a day that never was.", "joined_on", "becomes", NO_SUCH_DAY),
        Damage("The activity is missing.", "activity_id", "becomes", ""),
        Damage("The person joined in the future.", "joined_on", "becomes", FAR_AHEAD),
        Damage("The person is missing.", "person_key", "becomes", ""),
        Damage("Neither user nor invite.", "type", "becomes", "usr"),
        Damage("A counter is negative.", "badges", "becomes", "-1"),
        Damage("A counter is in words.", "quests", "becomes", "three"),
        Damage("The day is written day first.", "joined_on", "day_first"),
        Damage("The participation comes twice.", "person_key", "row_twice"),
        Damage("The row lacks a cell.", "team", "left_out"),
        Damage("The row has a cell too many.", "team", "doubled"),
    ),
    "evidence": (
        Damage("The city is misspelt.", "city", "becomes", "bredda"),
        Damage("The kind is misspelt.", "kind", "becomes", "meating"),
        Damage("It was held on a day that never was.", "held_on", "becomes", NO_SUCH_DAY),
        Damage("The title is missing.", "title", "becomes", ""),
        Damage("The number of people is in words.", "participants", "becomes", "a dozen"),
    ),
    "counts": (),
}
"""By file; figures reported ready-made are too few to be damaged."""

LONG_FILES = ("awards", "participations")
"""Files written by the platform's machines rather than by hand: damaged a quarter as often."""


def damage_rate(file: str, damage: float) -> float:
    """The share of that file's rows that is damaged."""
    return damage / 4 if file in LONG_FILES else damage
