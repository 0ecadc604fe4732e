-- Young people who belong: What share of the young people who were asked say that they feel they belong in the network?
-- value = 100 * numerator / denominator; without a denominator no value.

-- Ready-made counts of survey_belonging.
WITH
-- A period is written 2024, 2024-Q3 or 2024-05.
told AS (
    SELECT
        *,
        CASE
            WHEN contains(period, 'Q') THEN 'quarter'
            WHEN contains(period, '-') THEN 'month'
            ELSE 'year'
        END AS period_kind,
        CASE
            WHEN contains(period, 'Q')
                THEN make_date(period[:4]::INTEGER, period[-1:]::INTEGER * 3 - 2, 1)
            WHEN contains(period, '-')
                THEN make_date(period[:4]::INTEGER, period[-2:]::INTEGER, 1)
            ELSE make_date(period::INTEGER, 1, 1)
        END AS period_start,
        last_day(period_start + to_months(
            CASE period_kind WHEN 'year' THEN 11 WHEN 'quarter' THEN 2 ELSE 0 END
        )) AS period_end
    FROM counts
    WHERE indicator = 'survey_belonging'
)

SELECT
    'survey_belonging' AS indicator,
    'numerator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    coalesce(disaggregation, '') AS disaggregation,
    coalesce(member, '') AS member,
    numerator AS value,
    1 AS rows
FROM told
WHERE numerator IS NOT NULL
UNION ALL
SELECT
    'survey_belonging' AS indicator,
    'denominator' AS tally,
    city,
    period_kind,
    period_start,
    period_end,
    coalesce(disaggregation, '') AS disaggregation,
    coalesce(member, '') AS member,
    denominator AS value,
    1 AS rows
FROM told
WHERE denominator IS NOT NULL;
