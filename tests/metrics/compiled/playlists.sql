-- Learning playlists: How many learning playlists have been made by the end of the period?

-- Rows of playlists by dated_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, day and combination of members.
grain AS (
    SELECT
        playlists.city,
        playlists.dated_on AS day,
        count(*) AS playlists_numerator
    FROM playlists
    WHERE playlists.status IN ('published', 'archived')
    GROUP BY ALL
),

-- As far as the data reach: stretches of days, and members by their names.
covered AS (
    SELECT
        grain.city,
        date_trunc('month', day)::DATE AS since,
        playlists_numerator
    FROM grain
    JOIN coverage ON coverage.record = 'playlists' AND coverage.city = grain.city
    WHERE day <= coverage.covered_to
),

-- How many in each stretch, in the whole and by member.
by_stretch AS (
    SELECT
        city,
        since,
        '' AS disaggregation,
        '' AS member,
        sum(playlists_numerator) AS playlists_numerator
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
        sum(playlists_numerator) AS playlists_numerator
    FROM by_stretch
    JOIN members USING (city)
    JOIN periods ON periods.city = members.territory AND since <= period_end
    GROUP BY ALL
)

SELECT
    'playlists' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    disaggregation,
    member,
    playlists_numerator AS value,
    playlists_numerator AS rows
FROM to_date
JOIN periods USING (period)
WHERE playlists_numerator > 0;
