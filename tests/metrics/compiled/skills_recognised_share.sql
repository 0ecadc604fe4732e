-- Activities that recognise 21st-century skills: What share of the learning activities that began recognise a 21st-century skill?
-- value = 100 * numerator / denominator; without a denominator no value.

-- Rows of activities by starts_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, day and combination of members.
grain AS (
    SELECT
        activities.city,
        activities.starts_on AS day,
        activities.format,
        activities.type,
        count(*) FILTER (WHERE activities.recognises_skills) AS skills_recognised_share_numerator,
        count(*) AS skills_recognised_share_denominator
    FROM activities
    WHERE activities.status IN ('published', 'archived')
    GROUP BY ALL
),

-- As far as the data reach: stretches of days, and members by their names.
covered AS (
    SELECT
        grain.city,
        date_trunc('month', day)::DATE AS since,
        coalesce(nullif(grain.format, ''), 'not stated') AS by_format,
        coalesce(nullif(grain.type, ''), 'not stated') AS by_type,
        skills_recognised_share_numerator,
        skills_recognised_share_denominator
    FROM grain
    JOIN coverage ON coverage.record = 'activities' AND coverage.city = grain.city
    WHERE day <= coverage.covered_to
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
        sum(skills_recognised_share_numerator) AS skills_recognised_share_numerator,
        sum(skills_recognised_share_denominator) AS skills_recognised_share_denominator
    FROM covered
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
