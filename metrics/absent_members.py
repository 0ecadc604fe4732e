"""Which cities of a territory are not, or not wholly, in one of its figures."""

from metrics.actual_rows import Query
from metrics.standing import Actual

COUNTED = """
    WITH reach AS (
        SELECT city, since, until, max(until) OVER () AS furthest
        FROM telling
        WHERE territory = ? AND indicator = ?
    )
    SELECT city
    FROM members
    LEFT JOIN reach USING (city)
    WHERE territory = ?
        AND (since IS NULL OR since > ? OR until < least(?, furthest))
    ORDER BY city
"""

REPORTED = """
    SELECT city
    FROM members
    WHERE territory = ? AND city NOT IN (
        SELECT city::VARCHAR FROM counts WHERE indicator = ? AND period = ? AND city IS NOT NULL
    )
    ORDER BY city
"""


def absent_members(query: Query, actual: Actual) -> list[str]:
    """Cities that tell nothing of the period, or whose data end before the others' in it."""
    about = [actual.city, actual.indicator]
    if actual.origin == "reported":
        rows = query(REPORTED, [*about, actual.period.label])
    else:
        end = actual.period.end
        rows = query(COUNTED, [*about, actual.city, end, end])
    return [city for (city,) in rows]
