-- Meetings: How many meetings are in the evidence log?

-- Rows of evidence by held_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, stretch and combination of what is asked.
grain AS (
    SELECT
        evidence.city,
        date_trunc('month', evidence.held_on)::DATE AS since,
        evidence.kind,
        count(*) AS rows
    FROM evidence
    JOIN coverage ON coverage.record = 'evidence' AND coverage.city = evidence.city
    WHERE evidence.held_on <= coverage.covered_to
    GROUP BY ALL
),

-- How many in each stretch, in the whole and by member.
by_stretch AS (
    SELECT
        city,
        since,
        '' AS disaggregation,
        '' AS member,
        sum(rows) FILTER (WHERE kind = 'meeting') AS meetings_numerator
    FROM grain
    GROUP BY
        city,
        since
),

-- All stretches of each period.
within_periods AS (
    SELECT
        period,
        disaggregation,
        member,
        sum(meetings_numerator) AS meetings_numerator
    FROM by_stretch
    JOIN calendar USING (city, since)
    GROUP BY ALL
)

SELECT
    'meetings' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    disaggregation,
    member,
    meetings_numerator AS value,
    meetings_numerator AS rows
FROM within_periods
JOIN periods USING (period)
WHERE meetings_numerator > 0;
