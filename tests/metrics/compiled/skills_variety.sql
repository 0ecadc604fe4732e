-- Variety of 21st-century skills: How many different 21st-century skills do the learning activities that began name?

-- Rows of activity_skills by starts_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, month and combination of what is asked.
grain AS (
    SELECT
        activity_skills.city,
        date_trunc('month', activity_skills.starts_on)::DATE AS month,
        activity_skills.is_21st_century,
        activity_skills.skill IS NOT NULL AS has_skill,
        coalesce(nullif(activity_skills.framework, ''), 'not stated') AS by_framework,
        count(*) AS rows
    FROM activity_skills
    JOIN coverage ON coverage.record = 'activities' AND coverage.city = activity_skills.city
    WHERE activity_skills.activity_id IN (
            SELECT activity_id FROM activities
            WHERE activities.status IN ('published', 'archived')
        )
        AND activity_skills.starts_on <= coverage.covered_to
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
            WHEN by_framework IS NOT NULL THEN 'framework'
            ELSE ''
        END AS disaggregation,
        coalesce(by_framework, '') AS member,
        sum(rows) FILTER (WHERE has_skill AND is_21st_century) AS skills_variety_numerator_rows
    FROM dated
    GROUP BY
        city,
        GROUPING SETS ((month), (quarter), (year)),
        GROUPING SETS ((), (by_framework))
)

SELECT
    'skills_variety' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    NULL AS value,
    skills_variety_numerator_rows AS rows
FROM tallied
WHERE skills_variety_numerator_rows > 0;

-- Different values of skill in activity_skills by starts_on, month by month.
WITH
-- The rows that count.
counted AS (
    SELECT
        activity_skills.city,
        activity_skills.skill,
        coalesce(nullif(activity_skills.framework, ''), 'not stated') AS by_framework,
        date_trunc('month', activity_skills.starts_on)::DATE AS period_start,
        CASE WHEN activity_skills.is_21st_century THEN 1 ELSE 0 END AS conditions
    FROM activity_skills
    JOIN coverage ON coverage.record = 'activities' AND coverage.city = activity_skills.city
    WHERE activity_skills.activity_id IN (
            SELECT activity_id FROM activities
            WHERE activities.status IN ('published', 'archived')
        )
        AND activity_skills.starts_on <= coverage.covered_to
        AND activity_skills.skill IS NOT NULL
),

-- Each skill once a month, in the whole and by member.
once AS (
    SELECT
        city,
        period_start,
        by_framework,
        bit_or(conditions) AS conditions
    FROM counted
    WHERE conditions > 0
    GROUP BY
        city,
        period_start,
        skill,
        GROUPING SETS ((), (by_framework))
),

-- How many met each condition.
tallied AS (
    SELECT
        city,
        'month' AS period_kind,
        period_start,
        CASE
            WHEN by_framework IS NOT NULL THEN 'framework'
            ELSE ''
        END AS disaggregation,
        coalesce(by_framework, '') AS member,
        count(*) FILTER (WHERE (conditions & 1) > 0) AS skills_variety_numerator
    FROM once
    GROUP BY ALL
)

SELECT
    'skills_variety' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    skills_variety_numerator AS value,
    NULL AS rows
FROM tallied
WHERE skills_variety_numerator > 0;

-- Different values of skill in activity_skills by starts_on, quarter by quarter.
WITH
-- The rows that count.
counted AS (
    SELECT
        activity_skills.city,
        activity_skills.skill,
        coalesce(nullif(activity_skills.framework, ''), 'not stated') AS by_framework,
        date_trunc('quarter', activity_skills.starts_on)::DATE AS period_start,
        CASE WHEN activity_skills.is_21st_century THEN 1 ELSE 0 END AS conditions
    FROM activity_skills
    JOIN coverage ON coverage.record = 'activities' AND coverage.city = activity_skills.city
    WHERE activity_skills.activity_id IN (
            SELECT activity_id FROM activities
            WHERE activities.status IN ('published', 'archived')
        )
        AND activity_skills.starts_on <= coverage.covered_to
        AND activity_skills.skill IS NOT NULL
),

-- Each skill once a quarter, in the whole and by member.
once AS (
    SELECT
        city,
        period_start,
        by_framework,
        bit_or(conditions) AS conditions
    FROM counted
    WHERE conditions > 0
    GROUP BY
        city,
        period_start,
        skill,
        GROUPING SETS ((), (by_framework))
),

-- How many met each condition.
tallied AS (
    SELECT
        city,
        'quarter' AS period_kind,
        period_start,
        CASE
            WHEN by_framework IS NOT NULL THEN 'framework'
            ELSE ''
        END AS disaggregation,
        coalesce(by_framework, '') AS member,
        count(*) FILTER (WHERE (conditions & 1) > 0) AS skills_variety_numerator
    FROM once
    GROUP BY ALL
)

SELECT
    'skills_variety' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    skills_variety_numerator AS value,
    NULL AS rows
FROM tallied
WHERE skills_variety_numerator > 0;

-- Different values of skill in activity_skills by starts_on, year by year.
WITH
-- The rows that count.
counted AS (
    SELECT
        activity_skills.city,
        activity_skills.skill,
        coalesce(nullif(activity_skills.framework, ''), 'not stated') AS by_framework,
        date_trunc('year', activity_skills.starts_on)::DATE AS period_start,
        CASE WHEN activity_skills.is_21st_century THEN 1 ELSE 0 END AS conditions
    FROM activity_skills
    JOIN coverage ON coverage.record = 'activities' AND coverage.city = activity_skills.city
    WHERE activity_skills.activity_id IN (
            SELECT activity_id FROM activities
            WHERE activities.status IN ('published', 'archived')
        )
        AND activity_skills.starts_on <= coverage.covered_to
        AND activity_skills.skill IS NOT NULL
),

-- Each skill once a year, in the whole and by member.
once AS (
    SELECT
        city,
        period_start,
        by_framework,
        bit_or(conditions) AS conditions
    FROM counted
    WHERE conditions > 0
    GROUP BY
        city,
        period_start,
        skill,
        GROUPING SETS ((), (by_framework))
),

-- How many met each condition.
tallied AS (
    SELECT
        city,
        'year' AS period_kind,
        period_start,
        CASE
            WHEN by_framework IS NOT NULL THEN 'framework'
            ELSE ''
        END AS disaggregation,
        coalesce(by_framework, '') AS member,
        count(*) FILTER (WHERE (conditions & 1) > 0) AS skills_variety_numerator
    FROM once
    GROUP BY ALL
)

SELECT
    'skills_variety' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    skills_variety_numerator AS value,
    NULL AS rows
FROM tallied
WHERE skills_variety_numerator > 0;
