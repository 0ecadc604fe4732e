"""People: who joins what, when, and who is given a badge; all of it streams through DuckDB.

Nothing here is kept per participation: every chance is a hash of the seed, the purpose and the
row, so the same rows come out each time they are asked for, and memory does not grow with their
number, only (by some bytes) with that of learners.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import duckdb

from ingest.simulation.plans import Plan

AWAY = 0.04
"""Share of later visits that lead to the neighbouring city."""

VIEWS = f"""
CREATE MACRO chance(purpose, one, other) AS
    (hash(hash(getvariable('seed'), purpose, one, other)) >> 11) / 9007199254740992::DOUBLE;

-- Most people come a few times and a few come dozens of times; some every month, some every year.
CREATE VIEW careers AS
SELECT learner, city, neighbour, month,
    least(60, floor(3.1 * pow(1 - chance('visits', learner, 0), -1 / 1.1)))::BIGINT AS visits,
    1 - 5 * ln(1 - chance('rhythm', learner, 0)) AS rhythm
FROM learners;

-- A rhythm of at least a month: no two visits of one learner fall into the same month.
CREATE VIEW visits AS
SELECT learner, visit, month + floor(visit * rhythm)::INTEGER AS month,
    if(visit > 0 AND chance('away', learner, visit) < {AWAY}, neighbour, city) AS city
FROM (SELECT *, unnest(range(visits)) AS visit FROM careers);

-- On a visit one or a few activities of the month are joined, never one twice; low numbers are
-- the popular ones.
CREATE VIEW joinings AS
SELECT learner, visit, turn,
    first_number + (floor(size * pow(chance('which', learner, visit), 2))::BIGINT + turn) % size
        AS activity
FROM (
    SELECT learner, visit, first_number, size,
        unnest(range(least(size, 4, floor(pow(1 - chance('many', learner, visit), -0.7))::BIGINT)))
            AS turn
    FROM visits JOIN offers USING (city, month)
    WHERE size > 0 AND (visit = 0 OR chance('ease', learner, visit) < ease)
);

-- People join in the month of the activity, a few days ahead of it; the first time always by
-- themselves, later they may have been invited and not have joined.
CREATE VIEW participations AS
SELECT learner, activity, asks, joined_on, is_user, issued_on,
    is_user AND issued_on <= getvariable('until')
        AND chance('award', learner, activity) < if(asks, 0.45, 0.62) AS is_awarded
FROM (
    SELECT learner, activity, asks,
        starts - floor(pow(chance('ahead', learner, activity), 2) * day(starts))::INTEGER
            AS joined_on,
        visit + turn = 0 OR chance('invited', learner, activity) >= 0.08 AS is_user,
        ends - floor(ln(1 - chance('wait', learner, activity)) * if(asks, 12, 2))::INTEGER
            AS issued_on
    FROM joinings JOIN activities USING (activity)
);

-- A playlist is completed with the badge of one of its later activities, which one depends on
-- the learner: so nobody completes a playlist twice.
CREATE VIEW completions AS
SELECT learner, activity, playlist, badge_class, issued_on
FROM participations JOIN steps USING (activity)
WHERE is_awarded
    AND position = 2 + floor(chance('closing', learner, playlist) * (steps - 1));

CREATE VIEW awards AS
SELECT learner, activity, 'bc-' || activity AS badge_class, asks, issued_on
FROM participations WHERE is_awarded
UNION ALL
SELECT learner, activity, badge_class, false, issued_on FROM completions;
"""


def open_people(plans: Sequence[Plan], seed: int, until: date) -> duckdb.DuckDBPyConnection:
    """A connection in which the views above answer for these plans."""
    connection = duckdb.connect()
    # As written, the small table of a join is the one kept in memory and the stream passes by.
    connection.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
    connection.execute("SET VARIABLE seed = ?", [seed])
    connection.execute("SET VARIABLE until = ?::DATE", [until])
    _load_offers(connection, plans)
    _load_learners(connection, plans)
    _load_activities(connection, plans)
    _load_steps(connection, plans)
    connection.execute(VIEWS)
    return connection


def _load_offers(connection: duckdb.DuckDBPyConnection, plans: Sequence[Plan]) -> None:
    """What each city offers in each month, and who comes to it for the first time."""
    _make(
        connection,
        "offers",
        {
            "city": "VARCHAR",
            "month": "INTEGER",
            "first_number": "BIGINT",
            "size": "BIGINT",
            "ease": "DOUBLE",
        },
        (
            (plan.story.city, one.month.number, one.first_number, one.size, one.month.ease)
            for plan in plans
            for one in plan.offers
        ),
    )


def _load_learners(connection: duckdb.DuckDBPyConnection, plans: Sequence[Plan]) -> None:
    """Learners numbered from 1 by city and month; without a neighbour they stay at home."""
    cities = {plan.story.city for plan in plans}
    homes = {
        plan.story.city: plan.story.neighbour if plan.story.neighbour in cities else plan.story.city
        for plan in plans
    }
    _make(
        connection,
        "arrivals",
        {"city": "VARCHAR", "neighbour": "VARCHAR", "month": "INTEGER", "newcomers": "BIGINT"},
        (
            (plan.story.city, homes[plan.story.city], one.month.number, one.newcomers)
            for plan in plans
            for one in plan.offers
        ),
    )
    connection.execute(
        "CREATE TABLE learners AS SELECT row_number() OVER () AS learner, city, neighbour, month "
        "FROM (SELECT city, neighbour, month, unnest(range(newcomers)) FROM arrivals)"
    )


def _load_activities(connection: duckdb.DuckDBPyConnection, plans: Sequence[Plan]) -> None:
    asking = {b.activity_id: b.evidence_required for plan in plans for b in plan.badge_classes}
    _make(
        connection,
        "activities",
        {"activity": "BIGINT", "starts": "DATE", "ends": "DATE", "asks": "BOOLEAN"},
        (
            (one.activity_id, one.start, one.end or one.start, asking[one.activity_id])
            for plan in plans
            for one in plan.activities
            if not one.is_draft
        ),
    )


def _load_steps(connection: duckdb.DuckDBPyConnection, plans: Sequence[Plan]) -> None:
    published = [one for plan in plans for one in plan.playlists if one.row.status != "draft"]
    _make(
        connection,
        "steps",
        {"playlist": "INTEGER", "badge_class": "VARCHAR", "activity": "BIGINT"}
        | {"position": "INTEGER", "steps": "INTEGER"},
        (
            (number, f"bc-{step.playlist_id}", step.activity_id, step.position, len(one.activities))
            for number, one in enumerate(published)
            for step in one.activities
        ),
    )


def _make(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: dict[str, str],
    rows: Iterable[tuple[Any, ...]],
) -> None:
    """A small table of these rows, loaded a column at a time."""
    values = list(zip(*rows, strict=True)) or [() for _ in columns]
    picks = ", ".join(f'unnest(?::{kind}[]) AS "{name}"' for name, kind in columns.items())
    connection.execute(f'CREATE TABLE "{table}" AS SELECT {picks}', [list(v) for v in values])
