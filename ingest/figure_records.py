"""The records that bring figures instead of rows to count; they stand among the others in
`ingest/records.py`."""

from typing import ClassVar

from ingest.kinds import Choice, City, Day, Derived, Identifier, Number, Record, Text, Whole


class ActivityCounters(Record):
    """The platform's running counters as they stood on a day; two days tell what came between."""

    key: ClassVar = ("subject", "subject_id", "counter", "counted_on")

    subject: Choice["activity", "playlist", "organisation", "badge_class"]
    """What kind of thing the counter belongs to."""
    subject_id: Identifier
    """The platform's identifier of that thing."""
    counter: Text
    """Which counter: `joined`, `badges_issued`, `used_in_playlists`, `started`, `completed`,
    `issued`, `users` or `activities`."""
    counted_on: Day
    """The day on which the platform showed it: the `--as-of` of its load."""
    value: Whole
    """How many, from the beginning up to that day."""

    city: Derived[City]
    """The city of the thing; empty while that has not been loaded."""


class Counts(Record):
    """Ready-made figures for what row-level data does not cover; shown as *reported*."""

    key: ClassVar = ("city", "indicator", "period", "disaggregation", "member")

    city: City
    """The city the figure speaks of."""
    indicator: Identifier
    """The indicator the figure is for."""
    period: Text
    """`2024`, `2024-Q3` or `2024-05`."""
    value: Number | None = None
    """The figure itself, in the indicator's unit; absent where a share is given by its parts."""
    numerator: Number | None = None
    """For a share: how many."""
    denominator: Number | None = None
    """For a share: out of how many."""
    disaggregation: Text | None = None
    """What the figure is broken down by, such as `age`; empty for the whole."""
    member: Text | None = None
    """The group within that breakdown, such as `16-30`; empty for the whole."""
    note: Text | None = None
    """How it was counted."""
