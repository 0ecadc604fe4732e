"""What a document is about."""

from dataclasses import dataclass

from dashboard.reports.content import CityReport, FrameworkRow, Report
from matrices.model import Level


@dataclass(frozen=True)
class About:
    """A report and the one city of it that is told of."""

    report: Report
    city: CityReport

    def rows(self, level: Level) -> list[FrameworkRow]:
        """The framework of one row of the matrix, in poster order."""
        return [row for row in self.city.rows if row.statement.level == level]
