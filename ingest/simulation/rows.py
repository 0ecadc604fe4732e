"""One row of each exported file: the fields, in their order, are the file's headings."""

from dataclasses import dataclass, fields
from datetime import date


@dataclass(slots=True)
class OrganisationRow:
    """A line of organisations.csv."""

    id: str
    site: str
    name: str
    verified: bool
    category: str
    country: str
    created: date
    users: int
    activities: int
    simulated: bool = True


@dataclass(slots=True)
class ActivityRow:
    """A line of activities.csv; the counters are filled once people have joined."""

    activity_id: int
    site: str
    organisation_id: str
    organisation: str
    co_hosts: tuple[str, ...]
    name: str
    type: str
    status: str
    category: str | None
    skills: tuple[str, ...]
    start: date
    end: date | None
    tz: str
    duration_seconds: int | None
    online: bool
    address: str | None
    lat: float | None
    lng: float | None
    country: str | None
    joined: int
    badges_issued: int
    used_in_playlists: int
    url: str
    cofunded_by: str | None
    updated_at: str
    simulated: bool = True

    @property
    def is_draft(self) -> bool:
        """Drafts were never on offer: nobody joins them and they have no badge."""
        return self.status == "draft"


@dataclass(slots=True)
class PlaylistRow:
    """A line of playlists.csv."""

    playlist_id: str
    site: str
    organisation_id: str
    name: str
    status: str
    ordered: bool
    n_activities: int
    n_mandatory: int
    started: int
    completed: int
    skills: tuple[str, ...]
    created: date
    simulated: bool = True


@dataclass(slots=True)
class PlaylistActivityRow:
    """A line of playlist_activities.csv."""

    playlist_id: str
    activity_id: int
    position: int
    mandatory: bool
    simulated: bool = True


@dataclass(slots=True)
class BadgeClassRow:
    """A line of badge_classes.csv: the badge of an activity or of a playlist."""

    badge_class_id: str
    activity_id: int | None
    playlist_id: str | None
    name: str
    evidence_required: bool
    min_tasks: int
    n_criteria: int
    endorsements: int
    issued: int
    simulated: bool = True


@dataclass(slots=True)
class AwardRow:
    """A line of awards.csv; written by the database, never made one by one."""

    badge_id: str
    badge_class_id: str
    owner_key: str
    issued_on: date
    method: str
    public: bool
    simulated: bool = True


@dataclass(slots=True)
class ParticipationRow:
    """A line of participations.csv; written by the database, never made one by one."""

    person_key: str
    activity_id: int
    team: str
    type: str
    badges: int
    quests: int
    certificates: int
    joined_on: date
    simulated: bool = True


@dataclass(slots=True)
class EvidenceRow:
    """A line of evidence.csv."""

    evidence_id: str
    city: str
    kind: str
    held_on: date
    title: str
    statements: tuple[str, ...]
    participants: int | None
    url: str | None
    simulated: bool = True


@dataclass(slots=True)
class CountRow:
    """A line of counts.csv: a figure reported ready-made."""

    city: str
    indicator: str
    period: str
    value: int
    numerator: int | None
    denominator: int | None
    disaggregation: str | None
    member: str | None
    note: str
    simulated: bool = True


FILES: dict[str, type] = {
    "organisations": OrganisationRow,
    "activities": ActivityRow,
    "playlists": PlaylistRow,
    "playlist_activities": PlaylistActivityRow,
    "badge_classes": BadgeClassRow,
    "awards": AwardRow,
    "participations": ParticipationRow,
    "evidence": EvidenceRow,
    "counts": CountRow,
}
"""Every exported file by its name without `.csv`."""


def headings(file: str) -> tuple[str, ...]:
    """The headings of that file in their order."""
    return tuple(field.name for field in fields(FILES[file]))
