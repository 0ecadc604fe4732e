"""Every table of the package, those that others refer to first."""

from dashboard.reports.package.column import Table
from dashboard.reports.package.figures import ACTUALS, PROGRESS
from dashboard.reports.package.followed import COVERAGE, EVIDENCE, SOURCES
from dashboard.reports.package.promised import (
    CITIES,
    INDICATORS,
    MILESTONES,
    PROMISES,
    STATEMENTS,
    TARGET_GROUPS,
)

TABLES: tuple[Table, ...] = (
    CITIES,
    TARGET_GROUPS,
    STATEMENTS,
    INDICATORS,
    PROMISES,
    MILESTONES,
    ACTUALS,
    PROGRESS,
    EVIDENCE,
    COVERAGE,
    SOURCES,
)
