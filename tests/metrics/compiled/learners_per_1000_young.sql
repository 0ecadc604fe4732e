-- Learners per 1,000 young inhabitants: How many different people joined a learning activity, for every 1,000 inhabitants aged 15 to 29?
-- value = 1000 * numerator / denominator; without a denominator no value.

-- Rows of participations by joined_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, month and combination of what is asked.
grain AS (
    SELECT
        participations.city,
        date_trunc('month', participations.joined_on)::DATE AS month,
        participations.learner IS NOT NULL AS has_learner,
        count(*) AS rows
    FROM participations
    JOIN coverage ON coverage.record = 'participations' AND coverage.city = participations.city
    WHERE participations.type IN ('user')
        AND participations.joined_on <= coverage.covered_to
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
        sum(rows) FILTER (WHERE has_learner) AS learners_per_1000_young_numerator_rows
    FROM dated
    GROUP BY
        city,
        GROUPING SETS ((month), (quarter), (year))
)

SELECT
    'learners_per_1000_young' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    NULL AS value,
    learners_per_1000_young_numerator_rows AS rows
FROM tallied
WHERE learners_per_1000_young_numerator_rows > 0;

-- Different values of learner in participations by joined_on, month by month.
WITH
-- The rows that count.
counted AS (
    SELECT
        participations.city,
        participations.learner,
        date_trunc('month', participations.joined_on)::DATE AS period_start,
        1 AS conditions
    FROM participations
    JOIN coverage ON coverage.record = 'participations' AND coverage.city = participations.city
    WHERE participations.type IN ('user')
        AND participations.joined_on <= coverage.covered_to
        AND participations.learner IS NOT NULL
),

-- Each learner once a month, in the whole and by member.
once AS (
    SELECT
        city,
        period_start,
        bit_or(conditions) AS conditions
    FROM counted
    WHERE conditions > 0
    GROUP BY
        city,
        period_start,
        learner
),

-- How many met each condition.
tallied AS (
    SELECT
        city,
        'month' AS period_kind,
        period_start,
        '' AS disaggregation,
        '' AS member,
        count(*) FILTER (WHERE (conditions & 1) > 0) AS learners_per_1000_young_numerator
    FROM once
    GROUP BY ALL
)

SELECT
    'learners_per_1000_young' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    learners_per_1000_young_numerator AS value,
    NULL AS rows
FROM tallied
WHERE learners_per_1000_young_numerator > 0;

-- Different values of learner in participations by joined_on, quarter by quarter.
WITH
-- The rows that count.
counted AS (
    SELECT
        participations.city,
        participations.learner,
        date_trunc('quarter', participations.joined_on)::DATE AS period_start,
        1 AS conditions
    FROM participations
    JOIN coverage ON coverage.record = 'participations' AND coverage.city = participations.city
    WHERE participations.type IN ('user')
        AND participations.joined_on <= coverage.covered_to
        AND participations.learner IS NOT NULL
),

-- Each learner once a quarter, in the whole and by member.
once AS (
    SELECT
        city,
        period_start,
        bit_or(conditions) AS conditions
    FROM counted
    WHERE conditions > 0
    GROUP BY
        city,
        period_start,
        learner
),

-- How many met each condition.
tallied AS (
    SELECT
        city,
        'quarter' AS period_kind,
        period_start,
        '' AS disaggregation,
        '' AS member,
        count(*) FILTER (WHERE (conditions & 1) > 0) AS learners_per_1000_young_numerator
    FROM once
    GROUP BY ALL
)

SELECT
    'learners_per_1000_young' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    learners_per_1000_young_numerator AS value,
    NULL AS rows
FROM tallied
WHERE learners_per_1000_young_numerator > 0;

-- Different values of learner in participations by joined_on, year by year.
WITH
-- The rows that count.
counted AS (
    SELECT
        participations.city,
        participations.learner,
        date_trunc('year', participations.joined_on)::DATE AS period_start,
        1 AS conditions
    FROM participations
    JOIN coverage ON coverage.record = 'participations' AND coverage.city = participations.city
    WHERE participations.type IN ('user')
        AND participations.joined_on <= coverage.covered_to
        AND participations.learner IS NOT NULL
),

-- Each learner once a year, in the whole and by member.
once AS (
    SELECT
        city,
        period_start,
        bit_or(conditions) AS conditions
    FROM counted
    WHERE conditions > 0
    GROUP BY
        city,
        period_start,
        learner
),

-- How many met each condition.
tallied AS (
    SELECT
        city,
        'year' AS period_kind,
        period_start,
        '' AS disaggregation,
        '' AS member,
        count(*) FILTER (WHERE (conditions & 1) > 0) AS learners_per_1000_young_numerator
    FROM once
    GROUP BY ALL
)

SELECT
    'learners_per_1000_young' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    learners_per_1000_young_numerator AS value,
    NULL AS rows
FROM tallied
WHERE learners_per_1000_young_numerator > 0;

-- Inhabitants, ages 15-29: the same number in every period.
SELECT
    'learners_per_1000_young' AS indicator,
    'denominator' AS tally,
    inhabitants.city,
    period_kind,
    date_trunc(period_kind, coverage.covered_from)::DATE AS period_start,
    '' AS disaggregation,
    '' AS member,
    inhabitants.persons AS value,
    0 AS rows
FROM inhabitants
JOIN coverage ON coverage.record = 'participations' AND coverage.city = inhabitants.city
CROSS JOIN (VALUES ('month'), ('quarter'), ('year')) AS kinds (period_kind)
WHERE inhabitants.ages = '15-29';
