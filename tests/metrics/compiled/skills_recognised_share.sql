-- Activities that recognise 21st-century skills: What share of the learning activities that began recognise a 21st-century skill?
-- value = 100 * numerator / denominator; without a denominator no value.

-- Rows of activities by starts_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, month and combination of what is asked.
grain AS (
    SELECT
        activities.city,
        date_trunc('month', activities.starts_on)::DATE AS month,
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

-- The quarter and the year of each month.
dated AS (
    SELECT
        *,
        date_trunc('quarter', month)::DATE AS quarter,
        date_trunc('year', month)::DATE AS year
    FROM grain
),

-- How many in each period, in the whole and by member.
tallied AS (
    SELECT
        city,
        CASE
            WHEN month IS NOT NULL THEN 'month'
            WHEN quarter IS NOT NULL THEN 'quarter'
            ELSE 'year'
        END AS period_kind,
        coalesce(month, quarter, year) AS period_start,
        CASE
            WHEN by_format IS NOT NULL THEN 'format'
            WHEN by_type IS NOT NULL THEN 'type'
            ELSE ''
        END AS disaggregation,
        coalesce(by_format, by_type, '') AS member,
        sum(rows) FILTER (WHERE recognises_skills) AS skills_recognised_share_numerator,
        sum(rows) AS skills_recognised_share_denominator
    FROM dated
    GROUP BY
        city,
        GROUPING SETS ((month), (quarter), (year)),
        GROUPING SETS ((), (by_format), (by_type))
)

SELECT
    'skills_recognised_share' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    skills_recognised_share_numerator AS value,
    skills_recognised_share_numerator AS rows
FROM tallied
WHERE skills_recognised_share_numerator > 0
UNION ALL
SELECT
    'skills_recognised_share' AS indicator,
    'denominator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    skills_recognised_share_denominator AS value,
    skills_recognised_share_denominator AS rows
FROM tallied
WHERE skills_recognised_share_denominator > 0;
