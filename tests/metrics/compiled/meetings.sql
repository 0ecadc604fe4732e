-- Meetings: How many meetings are in the evidence log?

-- Rows of evidence by held_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, day and combination of members.
grain AS (
    SELECT
        evidence.city,
        evidence.held_on AS day,
        count(*) FILTER (WHERE evidence.kind = 'meeting') AS meetings_numerator
    FROM evidence
    GROUP BY ALL
),

-- As far as the data reach: stretches of days, and members by their names.
covered AS (
    SELECT
        grain.city,
        date_trunc('month', day)::DATE AS since,
        meetings_numerator
    FROM grain
    JOIN coverage ON coverage.record = 'evidence' AND coverage.city = grain.city
    WHERE day <= coverage.covered_to
),

-- How many in each stretch, in the whole and by member.
by_stretch AS (
    SELECT
        city,
        since,
        '' AS disaggregation,
        '' AS member,
        sum(meetings_numerator) AS meetings_numerator
    FROM covered
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
