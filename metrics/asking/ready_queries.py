"""Questions that analysts ask first, ready to be run and changed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadyQuery:
    """A question in words, and the SQL that answers it."""

    name: str
    sql: str


READY = (
    ReadyQuery(
        "Learners by city and year",
        """\
SELECT city, year(period_start) AS year, value AS learners, is_complete, is_withheld
FROM figures
WHERE indicator = 'learners' AND period_kind = 'year'
ORDER BY city, year""",
    ),
    ReadyQuery(
        "Promises that are behind, the furthest first",
        """\
SELECT city, target_group_name, text, indicator_name, value, expected, target, target_date,
    round(ratio, 2) AS share_of_what_was_due, status
FROM promises
WHERE status IN ('behind', 'slightly_behind', 'moving_away', 'decreasing')
ORDER BY ratio NULLS LAST, city""",
    ),
    ReadyQuery(
        "How much of each strategy figures can show",
        """\
SELECT city, count(*) AS statements,
    count(*) FILTER (WHERE measured = 'by_indicator') AS by_indicator,
    count(*) FILTER (WHERE measured = 'by_evidence') AS by_evidence,
    count(*) FILTER (WHERE measured = 'by_survey') AS by_survey,
    count(*) FILTER (WHERE measured IN ('not_yet', 'cannot_be')) AS not_measured
FROM statements
GROUP BY city
ORDER BY city""",
    ),
    ReadyQuery(
        "Activities by category and format",
        """\
SELECT city, category, format, count(*) AS activities,
    count(*) FILTER (WHERE recognises_skills) AS recognise_skills
FROM activities
WHERE status = 'published'
GROUP BY ALL
ORDER BY city, activities DESC""",
    ),
    ReadyQuery(
        "The skills that activities name most often",
        """\
SELECT coalesce(skill, label) AS skill, framework, is_21st_century,
    count(DISTINCT activity_id) AS activities
FROM activity_skills
GROUP BY ALL
ORDER BY activities DESC, skill
LIMIT 50""",
    ),
    ReadyQuery(
        "Growth of activities from quarter to quarter",
        """\
SELECT city, period_start, value,
    value - lag(value) OVER (PARTITION BY city ORDER BY period_start) AS more_than_before
FROM figures
WHERE indicator = 'activities' AND period_kind = 'quarter' AND is_complete
ORDER BY city, period_start""",
    ),
    ReadyQuery(
        "How far the data reach",
        """\
SELECT city, record, covered_from, covered_to
FROM coverage
ORDER BY covered_to, city, record""",
    ),
)
