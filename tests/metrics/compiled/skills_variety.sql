-- Variety of 21st-century skills: How many different 21st-century skills do the learning activities that began name?

-- Rows of activity_skills by starts_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, day and combination of members.
grain AS (
    SELECT
        activity_skills.city,
        activity_skills.starts_on AS day,
        activity_skills.framework,
        count(activity_skills.skill)
            FILTER (WHERE activity_skills.is_21st_century)
            AS skills_variety_numerator_rows
    FROM activity_skills
    WHERE activity_skills.activity_id IN (
            SELECT activity_id FROM activities
            WHERE activities.status IN ('published', 'archived')
        )
    GROUP BY ALL
),

-- As far as the data reach: stretches of days, and members by their names.
covered AS (
    SELECT
        grain.city,
        date_trunc('month', day)::DATE AS since,
        coalesce(nullif(grain.framework, ''), 'not stated') AS by_framework,
        skills_variety_numerator_rows
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
            WHEN by_framework IS NOT NULL THEN 'framework'
            ELSE ''
        END AS disaggregation,
        coalesce(by_framework, '') AS member,
        sum(skills_variety_numerator_rows) AS skills_variety_numerator_rows
    FROM covered
    GROUP BY
        city,
        since,
        GROUPING SETS ((), (by_framework))
),

-- All stretches of each period.
within_periods AS (
    SELECT
        period,
        disaggregation,
        member,
        sum(skills_variety_numerator_rows) AS skills_variety_numerator_rows
    FROM by_stretch
    JOIN calendar USING (city, since)
    GROUP BY ALL
)

SELECT
    'skills_variety' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    disaggregation,
    member,
    NULL AS value,
    skills_variety_numerator_rows AS rows
FROM within_periods
JOIN periods USING (period)
WHERE skills_variety_numerator_rows > 0;

-- Different values of skill in activity_skills by starts_on, period by period.
WITH
-- The rows that count.
counted AS (
    SELECT
        activity_skills.city,
        activity_skills.skill,
        coalesce(nullif(activity_skills.framework, ''), 'not stated') AS by_framework,
        date_trunc('month', activity_skills.starts_on)::DATE AS since,
        CASE WHEN activity_skills.is_21st_century THEN 1 ELSE 0 END AS conditions
    FROM activity_skills
    JOIN coverage ON coverage.record = 'activities' AND coverage.city = activity_skills.city
    WHERE activity_skills.starts_on <= coverage.covered_to
        AND activity_skills.activity_id IN (
            SELECT activity_id FROM activities
            WHERE activities.status IN ('published', 'archived')
        )
        AND activity_skills.skill IS NOT NULL
),

-- Each skill once a period, in the whole and by member.
once AS (
    SELECT
        period,
        by_framework,
        bit_or(conditions) AS conditions
    FROM counted
    JOIN calendar USING (city, since)
    WHERE conditions > 0
    GROUP BY
        period,
        skill,
        GROUPING SETS ((), (by_framework))
),

-- How many met each condition.
within_periods AS (
    SELECT
        period,
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
    period_end,
    disaggregation,
    member,
    skills_variety_numerator AS value,
    NULL AS rows
FROM within_periods
JOIN periods USING (period)
WHERE skills_variety_numerator > 0;
