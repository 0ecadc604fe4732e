-- Checks the figures of the workbook from the tables of this package, with DuckDB and nothing else.
-- Run in the unpacked folder: duckdb -init verify.sql
-- Then `FROM checks;` has no row when everything agrees, and the other views are the workbook's sheets.

CREATE VIEW cities AS FROM 'parquet/cities.parquet';
CREATE VIEW target_groups AS FROM 'parquet/target_groups.parquet';
CREATE VIEW statements AS FROM 'parquet/statements.parquet';
CREATE VIEW indicators AS FROM 'parquet/indicators.parquet';
CREATE VIEW promises AS FROM 'parquet/promises.parquet';
CREATE VIEW milestones AS FROM 'parquet/milestones.parquet';
CREATE VIEW actuals AS FROM 'parquet/actuals.parquet';
CREATE VIEW progress AS FROM 'parquet/progress.parquet';
CREATE VIEW evidence AS FROM 'parquet/evidence.parquet';
CREATE VIEW coverage AS FROM 'parquet/coverage.parquet';
CREATE VIEW sources AS FROM 'parquet/sources.parquet';

-- The workbook shows a share as a fraction with the format percent: 50 here is 0.5 there.
CREATE MACRO in_workbook(value, unit) AS CASE WHEN unit = 'percent' THEN value / 100 ELSE value END;

-- Sheet "Results framework": a row for each statement and indicator, in poster order.
CREATE VIEW framework AS
SELECT
    statements.city,
    statement,
    indicator,
    in_workbook(progress.baseline, unit) AS baseline,
    progress.baseline_on,
    in_workbook(progress.target, unit) AS target,
    progress.target_on,
    in_workbook(in_period_value, unit) AS in_period,
    in_workbook(newest_value, unit) AS newest,
    newest_numerator,
    newest_denominator,
    newest_is_withheld,
    CASE
        WHEN NOT promises.is_kept AND progress.target <> progress.baseline
        THEN (newest_value - progress.baseline) / (progress.target - progress.baseline)
    END AS share_achieved,
    progress.status,
    statements.status AS statement_status
FROM statements
LEFT JOIN progress USING (statement)
LEFT JOIN indicators USING (indicator)
LEFT JOIN (
    SELECT statement, indicator, arg_max(is_kept, number) AS is_kept FROM promises GROUP BY ALL
) AS promises USING (statement, indicator)
ORDER BY statements.city, position;

-- Sheet "Summary": how many statements stand where, by city and level.
CREATE VIEW summary AS
SELECT city, level, status, count(*) AS statements FROM statements GROUP BY ALL ORDER BY ALL;

-- Sheet "Actuals by period"; shares and rates are worked out of their parts.
CREATE VIEW actuals_by_period AS
SELECT
    city,
    indicator,
    period_kind,
    period_start,
    period_end,
    numerator,
    denominator,
    in_workbook(
        CASE WHEN scale IS NOT NULL AND denominator > 0 THEN scale * numerator / denominator
        ELSE value END,
        unit
    ) AS value,
    is_withheld
FROM actuals
JOIN indicators USING (indicator)
WHERE broken_down_by = 'whole'
    AND (city, indicator) IN (SELECT (city, indicator) FROM progress JOIN statements USING (statement))
ORDER BY ALL;

-- Sheet "Actuals by year".
CREATE VIEW actuals_by_year AS
SELECT city, indicator, year(period_start) AS year, value, is_withheld
FROM actuals_by_period
WHERE period_kind = 'year';

-- Sheet "Disaggregations": the parts of each figure by year; the whole stands in actuals_by_year.
CREATE VIEW disaggregations AS
SELECT
    city,
    indicator,
    broken_down_by,
    member,
    year(period_start) AS year,
    in_workbook(value, unit) AS value,
    is_withheld
FROM actuals
JOIN indicators USING (indicator)
WHERE broken_down_by <> 'whole' AND period_kind = 'year'
    AND (city, indicator) IN (SELECT (city, indicator) FROM progress JOIN statements USING (statement))
ORDER BY ALL;

-- Sheet "Participants by group": people and participations, whole and in parts, by year.
CREATE VIEW participants AS
SELECT
    city,
    indicator,
    broken_down_by,
    member,
    year(period_start) AS year,
    in_workbook(value, unit) AS value,
    is_withheld
FROM actuals
JOIN indicators USING (indicator)
WHERE unit IN ('people', 'participations') AND period_kind = 'year'
ORDER BY ALL;

-- Everything that should agree and does not: a row says what is wrong, and where.
CREATE VIEW checks AS
SELECT 'a share or rate is not numerator / denominator' AS what, city, indicator, period_start::VARCHAR AS place
FROM actuals
JOIN indicators USING (indicator)
WHERE scale IS NOT NULL AND denominator > 0 AND numerator IS NOT NULL
    AND abs(value - scale * numerator / denominator) > 1e-9 * greatest(1, abs(value))
UNION ALL
SELECT 'a withheld figure shows something', city, indicator, period_start::VARCHAR
FROM actuals
WHERE is_withheld AND coalesce(value, numerator, denominator, rows) IS NOT NULL
UNION ALL
SELECT 'the figure that was judged is not among the actuals', statements.city, progress.indicator, statement
FROM progress
JOIN statements USING (statement)
LEFT JOIN actuals ON actuals.city = statements.city
    AND actuals.indicator = progress.indicator
    AND actuals.period_start = newest_from
    AND actuals.period_end = newest_to
    AND broken_down_by = 'whole'
WHERE newest_value IS NOT NULL AND actuals.value IS DISTINCT FROM newest_value
UNION ALL
SELECT 'the share achieved is not (newest - baseline) / (target - baseline)', city, indicator, statement
FROM framework
JOIN progress USING (statement, indicator)
WHERE framework.share_achieved IS DISTINCT FROM progress.share_achieved
    AND abs(framework.share_achieved - progress.share_achieved) IS DISTINCT FROM 0.0
    AND NOT coalesce(abs(framework.share_achieved - progress.share_achieved) < 1e-9, false)
UNION ALL
SELECT 'the target judged is in no version of the promise', statements.city, progress.indicator, statement
FROM progress
JOIN statements USING (statement)
WHERE progress.target IS NOT NULL AND (statement, progress.indicator, progress.target) NOT IN (
    SELECT (statement, indicator, target) FROM promises WHERE target IS NOT NULL
)
UNION ALL
SELECT 'an indicator that is not described', city, indicator, period_start::VARCHAR
FROM actuals
WHERE indicator NOT IN (SELECT indicator FROM indicators);
