-- Learners: How many different people joined a learning activity?

-- Rows of participations by joined_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, day and combination of members.
grain AS (
    SELECT
        participations.city,
        participations.joined_on AS day,
        participations.format,
        count(participations.learner) AS learners_numerator_rows
    FROM participations
    WHERE participations.type IN ('user')
    GROUP BY ALL
),

-- As far as the data reach: stretches of days, and members by their names.
covered AS (
    SELECT
        grain.city,
        date_trunc('month', day)::DATE AS since,
        coalesce(nullif(grain.format, ''), 'not stated') AS by_format,
        learners_numerator_rows
    FROM grain
    JOIN coverage ON coverage.record = 'participations' AND coverage.city = grain.city
    WHERE day <= coverage.covered_to
),

-- How many in each stretch, in the whole and by member.
by_stretch AS (
    SELECT
        city,
        since,
        CASE
            WHEN by_format IS NOT NULL THEN 'format'
            ELSE ''
        END AS disaggregation,
        coalesce(by_format, '') AS member,
        sum(learners_numerator_rows) AS learners_numerator_rows
    FROM covered
    GROUP BY
        city,
        since,
        GROUPING SETS ((), (by_format))
),

-- All stretches of each period.
within_periods AS (
    SELECT
        period,
        disaggregation,
        member,
        sum(learners_numerator_rows) AS learners_numerator_rows
    FROM by_stretch
    JOIN calendar USING (city, since)
    GROUP BY ALL
)

SELECT
    'learners' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    disaggregation,
    member,
    NULL AS value,
    learners_numerator_rows AS rows
FROM within_periods
JOIN periods USING (period)
WHERE learners_numerator_rows > 0;

-- Different values of learner in participations by joined_on, period by period.
WITH
-- The rows that count.
counted AS (
    SELECT
        participations.city,
        participations.learner,
        coalesce(nullif(participations.format, ''), 'not stated') AS by_format,
        date_trunc('month', participations.joined_on)::DATE AS since,
        1 AS conditions
    FROM participations
    JOIN coverage ON coverage.record = 'participations' AND coverage.city = participations.city
    WHERE participations.joined_on <= coverage.covered_to
        AND participations.type IN ('user')
        AND participations.learner IS NOT NULL
),

-- Each learner once a period, in the whole and by member.
once AS (
    SELECT
        period,
        by_format,
        bit_or(conditions) AS conditions
    FROM counted
    JOIN calendar USING (city, since)
    WHERE conditions > 0
    GROUP BY
        period,
        learner,
        GROUPING SETS ((), (by_format))
),

-- How many met each condition.
within_periods AS (
    SELECT
        period,
        CASE
            WHEN by_format IS NOT NULL THEN 'format'
            ELSE ''
        END AS disaggregation,
        coalesce(by_format, '') AS member,
        count(*) FILTER (WHERE (conditions & 1) > 0) AS learners_numerator
    FROM once
    GROUP BY ALL
)

SELECT
    'learners' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    disaggregation,
    member,
    learners_numerator AS value,
    NULL AS rows
FROM within_periods
JOIN periods USING (period)
WHERE learners_numerator > 0;
