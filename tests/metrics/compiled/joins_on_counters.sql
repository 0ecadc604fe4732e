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

-- All steps of each period.
tallied AS (
    SELECT
        city,
        period_kind,
        date_trunc(period_kind, day)::DATE AS period_start,
        '' AS disaggregation,
        '' AS member,
        coalesce(sum(step), 0) AS joins_on_counters_numerator,
        count(step) AS joins_on_counters_numerator_rows
    FROM steps
    CROSS JOIN (VALUES ('month'), ('quarter'), ('year')) AS kinds (period_kind)
    GROUP BY
        city,
        period_kind,
        date_trunc(period_kind, day)
)

SELECT
    'joins_on_counters' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    sum(joins_on_counters_numerator) OVER to_date AS value,
    sum(joins_on_counters_numerator_rows) OVER to_date AS rows
FROM tallied
WHERE joins_on_counters_numerator_rows > 0
WINDOW to_date AS (
    PARTITION BY city, period_kind, disaggregation, member
    ORDER BY period_start
);
