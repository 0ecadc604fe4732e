-- Activities that recognise 21st-century skills: What share of the learning activities that began recognise a 21st-century skill?
-- value = 100 * numerator / denominator; without a denominator no value.

-- Rows of activities by starts_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, stretch and combination of what is asked.
grain AS (
    SELECT
        activities.city,
        date_trunc('month', activities.starts_on)::DATE AS since,
        activities.recognises_skills,
        coalesce(nullif(activities.format, ''), 'not stated') AS by_format,
        coalesce(nullif(activities.type, ''), 'not stated') AS by_type,
        count(*) AS rows
    FROM activities
    JOIN coverage ON coverage.record = 'activities' AND coverage.city = activities.city
    WHERE activities.status IN ('published', 'archived')
        AND activities.starts_on <= coverage.covered_to
    GROUP BY ALL
),

-- How many in each stretch, in the whole and by member.
by_stretch AS (
    SELECT
        city,
        since,
        CASE
            WHEN by_format IS NOT NULL THEN 'format'
            WHEN by_type IS NOT NULL THEN 'type'
            ELSE ''
        END AS disaggregation,
        coalesce(by_format, by_type, '') AS member,
        sum(rows) FILTER (WHERE recognises_skills) AS skills_recognised_share_numerator,
        sum(rows) AS skills_recognised_share_denominator
    FROM grain
    GROUP BY
        city,
        since,
        GROUPING SETS ((), (by_format), (by_type))
),

-- All stretches of each period.
within_periods AS (
    SELECT
        period,
        disaggregation,
        member,
        sum(skills_recognised_share_numerator) AS skills_recognised_share_numerator,
        sum(skills_recognised_share_denominator) AS skills_recognised_share_denominator
    FROM by_stretch
    JOIN calendar USING (city, since)
    GROUP BY ALL
)

SELECT
    'skills_recognised_share' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    disaggregation,
    member,
    skills_recognised_share_numerator AS value,
    skills_recognised_share_numerator AS rows
FROM within_periods
JOIN periods USING (period)
WHERE skills_recognised_share_numerator > 0
UNION ALL
SELECT
    'skills_recognised_share' AS indicator,
    'denominator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    disaggregation,
    member,
    skills_recognised_share_denominator AS value,
    skills_recognised_share_denominator AS rows
FROM within_periods
JOIN periods USING (period)
WHERE skills_recognised_share_denominator > 0;
