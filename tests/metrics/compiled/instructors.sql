-- Badged instructors: How many people have an instructor's badge by the end of the period?

-- Rows of awards by issued_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, month and combination of what is asked.
grain AS (
    SELECT
        awards.city,
        date_trunc('month', awards.issued_on)::DATE AS month,
        awards.learner IS NOT NULL AS has_learner,
        count(*) AS rows
    FROM awards
    JOIN coverage ON coverage.record = 'awards' AND coverage.city = awards.city
    WHERE awards.standing IN ('stands')
        AND awards.issued_on <= coverage.covered_to
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
        '' AS disaggregation,
        '' AS member,
        sum(rows) FILTER (WHERE has_learner) AS instructors_numerator_rows
    FROM dated
    GROUP BY
        city,
        GROUPING SETS ((month), (quarter), (year))
)

SELECT
    'instructors' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    NULL AS value,
    sum(instructors_numerator_rows) OVER to_date AS rows
FROM tallied
WHERE instructors_numerator_rows > 0
WINDOW to_date AS (
    PARTITION BY city, period_kind, disaggregation, member
    ORDER BY period_start
);

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
    WHERE awards.standing IN ('stands')
        AND awards.issued_on <= coverage.covered_to
        AND awards.learner IS NOT NULL
),

-- The day each learner is first seen.
first_seen AS (
    SELECT
        city,
        min(day) AS first_on
    FROM counted
    GROUP BY
        city,
        learner
),

-- How many are new in each period.
tallied AS (
    SELECT
        city,
        period_kind,
        date_trunc(period_kind, first_on)::DATE AS period_start,
        '' AS disaggregation,
        '' AS member,
        count(*) AS instructors_numerator
    FROM first_seen
    CROSS JOIN (VALUES ('month'), ('quarter'), ('year')) AS kinds (period_kind)
    GROUP BY ALL
)

SELECT
    'instructors' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    sum(instructors_numerator) OVER to_date AS value,
    NULL AS rows
FROM tallied
WHERE instructors_numerator > 0
WINDOW to_date AS (
    PARTITION BY city, period_kind, disaggregation, member
    ORDER BY period_start
);
