-- Meetings: How many meetings are in the evidence log?

-- Rows of evidence by held_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, month and combination of what is asked.
grain AS (
    SELECT
        evidence.city,
        date_trunc('month', evidence.held_on)::DATE AS month,
        evidence.kind,
        count(*) AS rows
    FROM evidence
    JOIN coverage ON coverage.record = 'evidence' AND coverage.city = evidence.city
    WHERE evidence.held_on <= coverage.covered_to
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
        sum(rows) FILTER (WHERE kind = 'meeting') AS meetings_numerator
    FROM dated
    GROUP BY
        city,
        GROUPING SETS ((month), (quarter), (year))
)

SELECT
    'meetings' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    meetings_numerator AS value,
    meetings_numerator AS rows
FROM tallied
WHERE meetings_numerator > 0;
