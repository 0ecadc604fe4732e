-- Learning playlists: How many learning playlists have been made by the end of the period?

-- Rows of playlists by dated_on, one scan to the finest grain, then rolled up.
WITH
-- Rows that count: one line for each city, month and combination of what is asked.
grain AS (
    SELECT
        playlists.city,
        date_trunc('month', playlists.dated_on)::DATE AS month,
        count(*) AS rows
    FROM playlists
    JOIN coverage ON coverage.record = 'playlists' AND coverage.city = playlists.city
    WHERE playlists.status IN ('published', 'archived')
        AND playlists.dated_on <= coverage.covered_to
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
        sum(rows) AS playlists_numerator
    FROM dated
    GROUP BY
        city,
        GROUPING SETS ((month), (quarter), (year))
)

SELECT
    'playlists' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    disaggregation,
    member,
    sum(playlists_numerator) OVER to_date AS value,
    sum(playlists_numerator) OVER to_date AS rows
FROM tallied
WHERE playlists_numerator > 0
WINDOW to_date AS (
    PARTITION BY city, period_kind, disaggregation, member
    ORDER BY period_start
);
