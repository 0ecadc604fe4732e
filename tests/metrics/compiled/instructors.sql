-- Badged instructors: How many people have an instructor's badge by the end of the period?

-- Rows of awards by issued_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, day and combination of members.
grain AS (
    SELECT
        awards.city,
        awards.issued_on AS day,
        count(awards.learner) AS instructors_numerator_rows
    FROM awards
    WHERE awards.standing IN ('stands')
    GROUP BY ALL
),

-- As far as the data reach: stretches of days, and members by their names.
covered AS (
    SELECT
        grain.city,
        date_trunc('month', day)::DATE AS since,
        instructors_numerator_rows
    FROM grain
    JOIN coverage ON coverage.record = 'awards' AND coverage.city = grain.city
    WHERE day <= coverage.covered_to
),

-- How many in each stretch, in the whole and by member.
by_stretch AS (
    SELECT
        city,
        since,
        '' AS disaggregation,
        '' AS member,
        sum(instructors_numerator_rows) AS instructors_numerator_rows
    FROM covered
    GROUP BY
        city,
        since
),

-- All stretches up to the end of each period.
to_date AS (
    SELECT
        period,
        disaggregation,
        member,
        sum(instructors_numerator_rows) AS instructors_numerator_rows
    FROM by_stretch
    JOIN members USING (city)
    JOIN periods ON periods.city = members.territory AND since <= period_end
    GROUP BY ALL
)

SELECT
    'instructors' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    disaggregation,
    member,
    NULL AS value,
    instructors_numerator_rows AS rows
FROM to_date
JOIN periods USING (period)
WHERE instructors_numerator_rows > 0;

-- Different values of learner in awards by issued_on, to date.
WITH
-- The rows that count.
counted AS (
    SELECT
        awards.city,
        awards.learner,
        awards.issued_on AS day
    FROM awards
    JOIN coverage ON coverage.record = 'awards' AND coverage.city = awards.city
    WHERE awards.issued_on <= coverage.covered_to
        AND awards.standing IN ('stands')
        AND awards.learner IS NOT NULL
),

-- The day each learner is first seen.
first_seen AS (
    SELECT
        territory,
        min(day) AS day
    FROM counted
    JOIN members USING (city)
    GROUP BY
        territory,
        learner
),

-- How many are new in each stretch.
by_stretch AS (
    SELECT
        territory,
        date_trunc('month', day)::DATE AS since,
        '' AS disaggregation,
        '' AS member,
        count(*) AS newly_seen
    FROM first_seen
    GROUP BY ALL
),

-- All up to the end of each period.
to_date AS (
    SELECT
        period,
        disaggregation,
        member,
        sum(newly_seen) AS instructors_numerator
    FROM by_stretch
    JOIN periods ON periods.city = territory AND since <= period_end
    GROUP BY ALL
)

SELECT
    'instructors' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    disaggregation,
    member,
    instructors_numerator AS value,
    NULL AS rows
FROM to_date
JOIN periods USING (period)
WHERE instructors_numerator > 0;
