"""The report as IATI 2.03: results, indicators, baselines, targets and actuals for any reader."""
