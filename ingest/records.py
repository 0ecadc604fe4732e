"""What the warehouse knows: one model per table, a sentence under every column.

These models are declarations, never made per row: the tables' DDL, the checks on every row and
the data dictionary are read from them. Annotations name a kind (see `ingest/kinds.py`); a column
that may be empty says `| None`.
"""

from typing import ClassVar

from ingest.figure_records import ActivityCounters, Counts
from ingest.kinds import (
    Choice,
    City,
    Day,
    Derived,
    Identifier,
    Labels,
    Number,
    Person,
    Record,
    Text,
    Whole,
    YesNo,
)


class Organisations(Record):
    """Organisations on the platform; those that offer activities are learning providers."""

    key: ClassVar = ("organisation_id",)

    organisation_id: Identifier
    """The platform's identifier of the organisation."""
    city: City
    """The city site on which the organisation stands."""
    name: Text
    """The organisation's public name."""
    is_verified: YesNo | None = None
    """Whether the platform verified the organisation."""
    category: Text | None = None
    """The platform's category, in the platform's words."""
    country: Text | None = None
    """Two-letter country code."""
    created_on: Day | None = None
    """The day the organisation joined the platform."""
    users: Whole | None = None
    """The platform's public counter of the organisation's members."""
    activities: Whole | None = None
    """The platform's public counter of the organisation's activities and playlists."""


class Activities(Record):
    """Learning activities on the platform: events, courses, volunteering and the like."""

    key: ClassVar = ("activity_id",)
    counted: ClassVar = {"status": ("published", "archived")}

    activity_id: Identifier
    """The platform's identifier of the activity."""
    city: City
    """The city site on which the activity stands."""
    organisation_id: Identifier | None = None
    """The organisation that offers the activity."""
    organisation: Text | None = None
    """The offering organisation's public name."""
    co_hosts: Labels | None = None
    """Names of the organisations that host with it."""
    name: Text
    """The activity's title."""
    type: Choice[
        "event",
        "internship",
        "volunteering",
        "online",
        "youth_project",
        "open_space",
        "course",
        "workshop",
    ]
    """What kind of activity it is; the platform's `digitalXp` is `online`."""
    status: Choice["draft", "published", "archived"]
    """Only published and archived activities were ever on offer; drafts are kept, never counted."""
    category: Text | None = None
    """The platform's category, in the platform's words."""
    skills: Labels | None = None
    """Skill labels as they came, each `uri|label` or a label alone."""
    starts_on: Day
    """The first day of the activity."""
    ends_on: Day | None = None
    """The last day of the activity."""
    duration_seconds: Whole | None = None
    """How long taking part lasts, in seconds."""
    online: YesNo | None = None
    """Whether the export says that it takes place online."""
    address: Text | None = None
    """Where it takes place."""
    country: Text | None = None
    """Two-letter code of the country where it takes place."""
    latitude: Number | None = None
    """Degrees north."""
    longitude: Number | None = None
    """Degrees east."""
    joined: Whole | None = None
    """The platform's public counter of people who joined; counts joining, not people."""
    badges_issued: Whole | None = None
    """The platform's public counter of badges issued for the activity."""
    used_in_playlists: Whole | None = None
    """In how many playlists the platform says it stands."""
    url: Text | None = None
    """The address of the activity's page."""
    updated_on: Day | None = None
    """The day the platform last changed the activity."""

    is_online: Derived[YesNo]
    """The export says online, or the type is `online`."""
    is_international: Derived[YesNo]
    """It takes place in another country than the city's, or its category is Experience abroad."""
    is_imported: Derived[YesNo]
    """Its page stands on a site that is not one of the platform's own."""
    recognises_skills: Derived[YesNo]
    """At least one of its skill labels is filed as a 21st-century skill."""
    meets_quality: Derived[YesNo]
    """It names organiser, category, a skill, duration or end, place or online, and has a badge
    class that asks for evidence or has a criterion."""
    format: Derived[Choice["online", "in person"]]
    """`online` or `in person`."""
    organisation_category: Derived[Text]
    """The category of the organisation that offers it, in the platform's words."""


class ActivitySkills(Record):
    """One row for each skill label of an activity; made from `activities.skills`."""

    key: ClassVar = ("activity_id", "label")
    is_derived: ClassVar = True

    activity_id: Identifier
    """The activity."""
    city: City
    """The activity's city."""
    starts_on: Day
    """The first day of the activity."""
    label: Text
    """The label in the platform's words."""
    uri: Text | None = None
    """The address of the skill, usually ESCO's, where the export gives one."""
    framework: Text | None = None
    """The framework in which the label is filed; empty where it is not filed yet."""
    code: Text | None = None
    """The skill's code in that framework."""
    skill: Derived[Text]
    """Framework and code, such as `lifecomp:L2`; empty where the label is not filed."""
    is_21st_century: Derived[YesNo]
    """Whether the skill is filed as a 21st-century skill."""


class Playlists(Record):
    """Learning playlists: activities in an order, with a badge at the end."""

    key: ClassVar = ("playlist_id",)
    counted: ClassVar = {"status": ("published", "archived")}

    playlist_id: Identifier
    """The platform's identifier of the playlist."""
    city: City
    """The city site on which the playlist stands."""
    organisation_id: Identifier | None = None
    """The organisation that made the playlist."""
    name: Text
    """The playlist's title."""
    status: Choice["draft", "published", "archived"]
    """Only published and archived playlists were ever on offer."""
    is_ordered: YesNo | None = None
    """Whether its activities are to be done in order."""
    n_activities: Whole | None = None
    """How many activities the platform says are in it."""
    n_mandatory: Whole | None = None
    """How many of them must be done."""
    started: Whole | None = None
    """The platform's public counter of starts."""
    completed: Whole | None = None
    """The platform's public counter of completions."""
    skills: Labels | None = None
    """Skill labels as they came, each `uri|label` or a label alone."""
    created_on: Day | None = None
    """The day the playlist was made, where the export says it."""

    dated_on: Derived[Day]
    """`created_on`, else the first day of the earliest activity in it."""


class PlaylistActivities(Record):
    """Which activity stands in which playlist."""

    key: ClassVar = ("playlist_id", "activity_id")

    playlist_id: Identifier
    """The playlist."""
    activity_id: Identifier
    """The activity in it."""
    position: Whole | None = None
    """Its place in the order, from 1."""
    is_mandatory: YesNo | None = None
    """Whether the playlist's badge asks for it."""


class BadgeClasses(Record):
    """Badge classes: what a badge is given for."""

    key: ClassVar = ("badge_class_id",)

    badge_class_id: Identifier
    """The platform's identifier of the badge class."""
    activity_id: Identifier | None = None
    """The activity whose badge it is."""
    playlist_id: Identifier | None = None
    """The playlist whose badge it is."""
    city: City | None = None
    """The city, where the badge class belongs to no activity or playlist."""
    name: Text
    """The badge's public name."""
    asks_for_evidence: YesNo | None = None
    """Whether evidence must be handed in."""
    min_tasks: Whole | None = None
    """How many tasks must be done at least."""
    n_criteria: Whole | None = None
    """How many criteria it names."""
    endorsements: Whole | None = None
    """How many organisations endorsed it."""
    issued: Whole | None = None
    """The platform's public counter of badges issued."""
    issuer: Text | None = None
    """The public name of the organisation that issues it, where the badge says it."""
    issuer_url: Text | None = None
    """The issuer's address or other public identifier."""
    achievement_type: Text | None = None
    """What kind of achievement it is, in the words of Open Badges 3.0, such as `Course`."""
    has_criteria: YesNo | None = None
    """Whether it says what must be done to earn it."""
    skills: Labels | None = None
    """What it is aligned to, each `uri|label` or a label alone."""


class BadgeSkills(Record):
    """One row for each skill that a badge class is aligned to; made from `badge_classes.skills`."""

    key: ClassVar = ("badge_class_id", "label")
    is_derived: ClassVar = True

    badge_class_id: Identifier
    """The badge class."""
    label: Text
    """The skill in the issuer's words."""
    uri: Text | None = None
    """The address of the skill, where the badge gives one."""
    framework: Text | None = None
    """The framework in which the label is filed; empty where it is not filed yet."""
    code: Text | None = None
    """The skill's code in that framework."""
    skill: Derived[Text]
    """Framework and code, such as `lifecomp:L2`; empty where the label is not filed."""
    is_21st_century: Derived[YesNo]
    """Whether the skill is filed as a 21st-century skill."""


class Awards(Record):
    """Badges given to people."""

    key: ClassVar = ("award_id",)
    counted: ClassVar = {"standing": ("stands",)}

    award_id: Identifier
    """The platform's identifier of the badge given."""
    badge_class_id: Identifier
    """What it was given for."""
    city: City | None = None
    """The city, where the export names it; else that of the badge class."""
    person: Person
    """Keyed hash of the badge's owner."""
    issued_on: Day
    """The day the badge was given."""
    method: Choice["email", "code", "evidence", "import"] | None = None
    """How it was given."""
    is_public: YesNo | None = None
    """Whether its owner shows it."""
    expires_on: Day | None = None
    """The last day on which it is valid; an expired badge was earned all the same."""
    is_revoked: YesNo | None = None
    """Whether the issuer has taken it back; empty where nothing is said."""
    verification: Choice["verified", "not_verified"] | None = None
    """Of an Open Badge: whether a signature was checked with a key at hand. Hosted badges and
    those whose key is not at hand are `not_verified`; one with a wrong signature is refused."""

    learner: Derived[Whole]
    """A small number in place of the keyed hash, the same person the same number."""
    is_playlist_badge: Derived[YesNo]
    """Whether it was given for completing a playlist."""
    standing: Derived[Choice["stands", "revoked"]]
    """Badges that were revoked are kept and never counted."""


class Participations(Record):
    """People who joined an activity: one row a person and activity."""

    key: ClassVar = ("person", "activity_id")
    counted: ClassVar = {"type": ("user",)}

    person: Person
    """Keyed hash of the person."""
    activity_id: Identifier
    """The activity joined."""
    type: Choice["user", "invite"]
    """An invited person has not joined; invitations are kept and never counted."""
    team: Text | None = None
    """The platform's team role: users, admins or owners."""
    badges: Whole | None = None
    """Badges the person received in the activity."""
    quests: Whole | None = None
    """Tasks the person finished."""
    certificates: Whole | None = None
    """Certificates the person received."""
    joined_on: Day
    """The day the person joined."""

    city: Derived[City]
    """The activity's city; empty while the activity has not been loaded."""
    learner: Derived[Whole]
    """A small number in place of the keyed hash, the same person the same number."""
    is_online: Derived[YesNo]
    """Whether the activity takes place online."""
    recognises_skills: Derived[YesNo]
    """Whether the activity names a 21st-century skill."""
    format: Derived[Choice["online", "in person"]]
    """`online` or `in person`, as the activity."""


class Evidence(Record):
    """Things done, dated: meetings, trainings, publications, surveys, stories, documents."""

    key: ClassVar = ("evidence_id",)

    evidence_id: Identifier
    """An identifier that stays the same when the line is corrected."""
    city: City
    """The city that did it."""
    kind: Choice["meeting", "training", "publication", "survey", "story", "document"]
    """What it was."""
    held_on: Day
    """The day it happened or was published."""
    title: Text
    """What it was about, without names of persons."""
    statements: Labels | None = None
    """Identifiers of the statements it serves."""
    participants: Whole | None = None
    """How many people took part."""
    url: Text | None = None
    """Where it can be read or seen."""


RECORDS: dict[str, type[Record]] = {
    record.table(): record
    for record in (
        Organisations,
        Activities,
        ActivitySkills,
        Playlists,
        PlaylistActivities,
        BadgeClasses,
        BadgeSkills,
        Awards,
        Participations,
        ActivityCounters,
        Counts,
        Evidence,
    )
}
"""Every table of rows in the warehouse, by its name."""
