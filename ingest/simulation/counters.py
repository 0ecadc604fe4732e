"""The platform's public counters, written into the rows from what people did."""

from collections import Counter
from collections.abc import Sequence

import duckdb

from ingest.simulation.plans import Plan

ON_ACTIVITIES = """
SELECT activity, count(*) FILTER (is_user), count(*) FILTER (is_awarded)
FROM participations GROUP BY activity
"""

ON_PLAYLISTS = """
SELECT badge_class, count(*) FILTER (is_user AND position = 1), 0
FROM participations JOIN steps USING (activity) GROUP BY badge_class
"""

COMPLETED = "SELECT badge_class, 0, count(*) FROM completions GROUP BY badge_class"


def fill_counters(connection: duckdb.DuckDBPyConnection, plans: Sequence[Plan]) -> None:
    """Joined, issued, started, completed, and in how many playlists an activity is used."""
    joined, issued = _counted(connection, ON_ACTIVITIES)
    started, _ = _counted(connection, ON_PLAYLISTS)
    _, completed = _counted(connection, COMPLETED)
    for plan in plans:
        _on_activities(plan, joined, issued)
        _on_organisations(plan)
        for playlist in plan.playlists:
            badge_class = f"bc-{playlist.row.playlist_id}"
            playlist.row.started = started[badge_class]
            playlist.row.completed = completed[badge_class]
        for one in plan.badge_classes:
            one.issued = issued[one.activity_id] or completed[one.badge_class_id]


def _counted(connection: duckdb.DuckDBPyConnection, query: str) -> tuple[Counter, Counter]:
    first: Counter = Counter()
    second: Counter = Counter()
    for key, one, other in connection.execute(query).fetchall():
        first[key], second[key] = one, other
    return first, second


def _on_activities(plan: Plan, joined: Counter, issued: Counter) -> None:
    published = [one for one in plan.playlists if one.row.status != "draft"]
    used = Counter(step.activity_id for one in published for step in one.activities)
    for activity in plan.activities:
        activity.joined = joined[activity.activity_id]
        activity.badges_issued = issued[activity.activity_id]
        activity.used_in_playlists = used[activity.activity_id]


def _on_organisations(plan: Plan) -> None:
    offered = [one for one in plan.activities if not one.is_draft]
    activities = Counter(one.organisation_id for one in offered)
    users: Counter = Counter()
    for one in offered:
        users[one.organisation_id] += one.joined
    for organisation in plan.organisations:
        organisation.activities = activities[organisation.id]
        organisation.users = users[organisation.id]
