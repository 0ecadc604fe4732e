"""The activities that a city offered in a stretch of days, each with the row it comes from."""

from datetime import date

from duckdb import DuckDBPyConnection

from metrics.standing import OfferedActivity

OFFERED = """
    SELECT starts_on, name, organisation, type::VARCHAR, category, format, recognises_skills,
        is_international, url, load, file, row
    FROM activities
    WHERE city = ? AND starts_on BETWEEN ? AND ? AND status IN ('published', 'archived')
    ORDER BY starts_on, name, activity_id
"""


def offered(
    connection: DuckDBPyConnection, city: str, first: date, last: date
) -> list[OfferedActivity]:
    """Oldest first, without drafts. How many joined each is not told: few did, most of the time."""
    rows = connection.execute(OFFERED, [city, first, last]).fetchall()
    return [OfferedActivity(*row) for row in rows]
