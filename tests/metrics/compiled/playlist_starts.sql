-- Playlists started: How many times was a learning playlist started, by the difference between readings of its counter?

-- value of activity_counters by counted_on, what it grew by.
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
        AND activity_counters.counter = 'started' AND activity_counters.subject = 'playlist'
),

-- From each reading to the next of the same thing.
steps AS (
    SELECT
        city,
        day,
        reading - coalesce(lag(reading) OVER past, CASE WHEN day > min(day) OVER in_city THEN 0 END) AS step
    FROM readings
    WINDOW
        past AS (PARTITION BY city, subject, subject_id, counter ORDER BY day),
        in_city AS (PARTITION BY city)
),

-- All steps of each stretch.
by_stretch AS (
    SELECT
        city,
        date_trunc('month', day)::DATE AS since,
        '' AS disaggregation,
        '' AS member,
        coalesce(sum(step), 0) AS playlist_starts_numerator,
        count(step) AS playlist_starts_numerator_rows
    FROM steps
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
        sum(playlist_starts_numerator) AS playlist_starts_numerator,
        sum(playlist_starts_numerator_rows) AS playlist_starts_numerator_rows
    FROM by_stretch
    JOIN calendar USING (city, since)
    GROUP BY ALL
)

SELECT
    'playlist_starts' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    disaggregation,
    member,
    playlist_starts_numerator AS value,
    playlist_starts_numerator_rows AS rows
FROM within_periods
JOIN periods USING (period)
WHERE playlist_starts_numerator_rows > 0;
