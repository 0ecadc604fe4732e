"""Ready-made counts: they fill what the rows do not cover, and are compared where both exist."""

from collections.abc import Sequence
from datetime import date

from duckdb import DuckDBPyConnection

from matrices.telling import told
from metrics.definition import Indicator
from metrics.period import parse_period

NOTES = """
    city VARCHAR, indicator VARCHAR, period_start DATE, period_end DATE, sentence VARCHAR
"""

REPORTED = """
    WITH told AS (
        SELECT asked.*, territory, counts.city, period_kind, period_start, period_end, period,
            coalesce(disaggregation, '') AS disaggregation, coalesce(member, '') AS member,
            value, coalesce(numerator, if(scale IS NULL, value, NULL)) AS numerator,
            if(scale IS NULL, NULL, denominator) AS denominator,
            coalesce(period_end <= covered_to, true) AS is_complete
        FROM counts
        JOIN labels USING (period)
        JOIN asked USING (indicator)
        JOIN members ON members.city = counts.city
            AND (members.city = territory OR adds_up)
        LEFT JOIN coverage ON coverage.record = 'counts' AND coverage.city = counts.city
        WHERE value IS NOT NULL OR numerator IS NOT NULL
    )
    SELECT indicator, territory AS city, period_kind, period_start, period_end, period,
        disaggregation, member, bool_and(city = territory) AS is_own,
        CASE
            WHEN count(*) = 1 AND any_value(value) IS NOT NULL THEN any_value(value)
            WHEN any_value(scale) IS NULL THEN sum(coalesce(value, numerator))
            WHEN count(*) = count(denominator) AND sum(denominator) <> 0
                THEN any_value(scale) * sum(numerator) / sum(denominator)
        END AS value,
        if(count(*) = count(numerator), sum(numerator), NULL) AS numerator,
        if(count(*) = count(denominator), sum(denominator), NULL) AS denominator,
        count(*) AS rows, bool_and(is_complete) AS is_complete
    FROM told
    GROUP BY indicator, territory, period_kind, period_start, period_end, period,
        disaggregation, member
"""
"""What members tell is added up, of shares their parts; but not people, who may be in several."""

WITHOUT_COMPUTED = """
    INSERT INTO actuals
    SELECT indicator, city, '', period_kind, period_start, period_end, disaggregation, member,
        value, numerator, denominator, rows, 'reported', is_complete, false, false, NULL
    FROM reported
    ANTI JOIN actuals
        USING (indicator, city, period_kind, period_start, disaggregation)
    ORDER BY ALL
"""
"""A breakdown is either computed or reported, never a mixture that adds up to more than is."""

DIFFERENT = """
    SELECT city, indicator, period, member, is_about_people, reported.value, actuals.value,
        period_start, reported.period_end
    FROM reported
    JOIN asked USING (indicator)
    JOIN actuals USING (indicator, city, period_kind, period_start, disaggregation, member)
    WHERE actuals.origin = 'computed' AND is_own AND city NOT IN
        (SELECT territory FROM members WHERE territory <> members.city)
        AND round(reported.value, 1) IS DISTINCT FROM round(actuals.value, 1)
    ORDER BY ALL
"""


def fill_reported(connection: DuckDBPyConnection, indicators: Sequence[Indicator]) -> None:
    """Adds ready-made counts to `actuals`, marked reported; makes the table `quality_notes`.

    Where a value of the same breakdown and period was computed it stands; a difference of more
    than rounding becomes a note. Counts of months are not added up to years.
    """
    connection.execute(f"CREATE TABLE quality_notes ({NOTES})")
    _lay_out(connection, indicators)
    notes = [_note(*row) for row in connection.execute(DIFFERENT).fetchall()]
    if notes:
        connection.executemany("INSERT INTO quality_notes VALUES (?, ?, ?, ?, ?)", notes)
    connection.execute(WITHOUT_COMPUTED)
    for table in ("labels", "asked", "reported"):
        connection.execute(f"DROP TABLE temp.{table}")


def _lay_out(connection: DuckDBPyConnection, indicators: Sequence[Indicator]) -> None:
    """Ready-made counts with the days of their periods, as values of the indicators asked for."""
    connection.execute(
        "CREATE TEMP TABLE labels (period VARCHAR, period_kind VARCHAR, "
        "period_start DATE, period_end DATE)"
    )
    for (label,) in connection.execute("SELECT DISTINCT period FROM counts").fetchall():
        period = parse_period(label)
        values = [label, period.kind, period.start, period.end]
        connection.execute("INSERT INTO labels VALUES (?, ?, ?, ?)", values)
    connection.execute(
        "CREATE TEMP TABLE asked (indicator VARCHAR, scale INTEGER, is_about_people BOOLEAN, "
        "adds_up BOOLEAN)"
    )
    for each in indicators:
        values = [each.identifier, each.scale, each.is_about_people, each.unit != "people"]
        connection.execute("INSERT INTO asked VALUES (?, ?, ?, ?)", values)
    connection.execute(f"CREATE TEMP TABLE reported AS {REPORTED}")


def _note(
    city: str,
    indicator: str,
    label: str,
    member: str,
    is_about_people: bool,
    reported: float | None,
    computed: float | None,
    start: date,
    end: date,
) -> tuple[str, str, date, date, str]:
    """Counts of people are not repeated in words, where nobody could withhold a small one."""
    subject = f"{label}, {member}" if member else label
    sentence = told(
        "A ready-made count for {subject} differs from what the rows give, which stands.",
        subject=subject,
    )
    if not is_about_people:
        sentence = told(
            "A ready-made count for {subject} says {reported}; the rows give {computed}, and that "
            "stands.",
            subject=subject,
            reported=_number(reported),
            computed=_number(computed),
        )
    return city, indicator, start, end, sentence


def _number(value: float | None) -> str:
    return told("no value") if value is None else f"{round(value, 1):g}"
