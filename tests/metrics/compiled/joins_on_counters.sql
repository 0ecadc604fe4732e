-- Joins on the platform's counters: How many times has somebody joined an activity by the platform's own counters, up to the end of the period?

-- value of activity_counters by counted_on, as it stood last.
WITH
-- The readings that count.
readings AS (
    SELECT
        activity_counters.city,
        activity_counters.subject,
        activity_counters.subject_id,
        activity_counters.counter,
        activity_counters.counted_on AS day,
        activity_counters.value AS reading
    FROM activity_counters
    JOIN coverage ON coverage.record = 'activity_counters' AND coverage.city = activity_counters.city
    WHERE activity_counters.counted_on <= coverage.covered_to
        AND activity_counters.value IS NOT NULL
        AND activity_counters.counter = 'joined' AND activity_counters.subject = 'activity'
),

-- From each reading to the next of the same thing.
steps AS (
    SELECT
        city,
        day,
        reading - coalesce(lag(reading) OVER past, 0) AS step
    FROM readings
    WINDOW
        past AS (PARTITION BY city, subject, subject_id, counter ORDER BY day)
),

-- All steps of each stretch.
by_stretch AS (
    SELECT
        city,
        date_trunc('month', day)::DATE AS since,
        '' AS disaggregation,
        '' AS member,
        coalesce(sum(step), 0) AS joins_on_counters_numerator,
        count(step) AS joins_on_counters_numerator_rows
    FROM steps
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
        sum(joins_on_counters_numerator) AS joins_on_counters_numerator,
        sum(joins_on_counters_numerator_rows) AS joins_on_counters_numerator_rows
    FROM by_stretch
    JOIN members USING (city)
    JOIN periods ON periods.city = members.territory AND since <= period_end
    GROUP BY ALL
)

SELECT
    'joins_on_counters' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    disaggregation,
    member,
    joins_on_counters_numerator AS value,
    joins_on_counters_numerator_rows AS rows
FROM to_date
JOIN periods USING (period)
WHERE joins_on_counters_numerator_rows > 0;
