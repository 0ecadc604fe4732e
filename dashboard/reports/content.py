"""A report: everything that one is made of, frozen, before anything is written.

It holds figures and standings, no sentences: the words are found when a format writes it, in the
language of the report.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dashboard.reports.provenance import Provenance
from dashboard.reports.scope import ReportScope
from ingest.decisions import Decision
from matrices.model import Milestone, Statement
from metrics.catalogue import Catalogue
from metrics.comparing.answers import Comparison
from metrics.covered import Covered
from metrics.definition import Indicator
from metrics.finding import Finding
from metrics.source_files import SourceOfRows
from metrics.standing import (
    Actual,
    EvidenceEntry,
    MatrixStanding,
    OfferedActivity,
    Point,
    PromiseStanding,
    StatementStanding,
    Status,
)


@dataclass(frozen=True)
class FrameworkRow:
    """One statement and one indicator; a statement without indicators has one row all the same."""

    city: str
    place_name: str
    target_group: str
    """In the poster's words; empty for a statement of all target groups."""
    standing: StatementStanding
    promise: PromiseStanding | None
    in_period: Actual | None
    """Of a flow what happened in the report period, of a stock how it stood at its end."""
    newest: Actual | None
    """The value that was judged; where none could be judged, the newest there is."""
    sources: tuple[SourceOfRows, ...]
    """The files whose rows are counted."""
    is_first: bool = True
    """Whether it is the first row of its statement: only these are counted as statements."""

    @property
    def statement(self) -> Statement:
        return self.standing.statement

    @property
    def indicator(self) -> Indicator | None:
        return self.promise.indicator if self.promise else None

    @property
    def status(self) -> Status:
        """Of the promise; of a statement without one its own."""
        return self.promise.progress.status if self.promise else self.standing.status

    @property
    def status_then(self) -> Status | None:
        """Against the promise in force at the end of the period judged, where that was another."""
        then = self.promise.progress_then if self.promise else None
        return then.status if then else None

    @property
    def baseline(self) -> Point | None:
        return self.promise.progress.baseline if self.promise else None

    @property
    def target(self) -> Point | None:
        return self.promise.progress.target if self.promise else None

    @property
    def target_value(self) -> float | None:
        """Of a number to keep there is no date, so no point."""
        return self.promise.promise.target if self.promise else None

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        return self.promise.promise.milestones if self.promise else ()

    @property
    def share_achieved(self) -> float | None:
        """Of the way from baseline to target the part that is done; 0.25 is a quarter of it.

        None without a value, without a number promised, or where baseline and target are the same.
        """
        target, actual = self.target_value, self.newest
        if target is None or actual is None or actual.value is None or self._is_kept:
            return None
        start = self.baseline.value if self.baseline else None
        if start is None or start == target:
            return None
        return (actual.value - start) / (target - start)

    @property
    def _is_kept(self) -> bool:
        return bool(self.promise and self.promise.promise.is_kept)


@dataclass(frozen=True)
class CityReport:
    """What is said of one city."""

    city: str
    standing: MatrixStanding
    rows: tuple[FrameworkRow, ...]
    """In poster order."""
    figures: tuple[Actual, ...]
    """Years and quarters of the indicators promised, up to the end of the report period."""
    parts: tuple[Actual, ...]
    """The same indicators broken down, by year."""
    participants: tuple[Actual, ...]
    """Every indicator that counts people or participations, by year, whole and broken down."""
    in_period: tuple[Actual, ...]
    """The same indicators over the report period, whole and broken down."""
    activities: tuple[OfferedActivity, ...]
    """Those that began in the report period, oldest first."""
    evidence: tuple[tuple[EvidenceEntry, tuple[str, ...]], ...]
    """Entries of the report period with the statements they serve, oldest first."""
    decisions: tuple[Decision, ...]
    """Of review meetings since the report period began, newest first."""
    findings: tuple[Finding, ...]
    """What in the data of the city deserves a second look."""
    coverage: tuple[Covered, ...] = ()
    """From when to when the rows of each record are known."""

    @property
    def place_name(self) -> str:
        return self.standing.place_name

    def text_of(self, statement: str) -> str:
        """The sentence of a statement of the city's matrix."""
        return self.standing.statements[statement].statement.text.strip()

    def promised(self) -> list[str]:
        """The indicators on which something is promised, in the order of the poster."""
        named = (row.indicator.identifier for row in self.rows if row.indicator)
        return list(dict.fromkeys(named))

    def statements(self) -> Iterator[StatementStanding]:
        """Those of the report, each once, in poster order."""
        seen = {row.statement.identifier: row.standing for row in self.rows}
        yield from seen.values()


@dataclass(frozen=True)
class Report:
    """Everything a format needs to write itself."""

    scope: ReportScope
    provenance: Provenance
    catalogue: Catalogue
    judged_on: date
    """The day for which statuses hold: that of the publication."""
    cities: tuple[CityReport, ...]
    comparisons: tuple[Comparison, ...]
    """By indicator, where the scope names peers."""

    @property
    def indicators(self) -> dict[str, Indicator]:
        """Those of which the report shows figures, by identifier, in order of first appearance."""
        rows = (row.indicator for city in self.cities for row in city.rows)
        counted = (a.indicator for city in self.cities for a in city.participants)
        names = [*(i.identifier for i in rows if i), *counted]
        return {name: self.catalogue.indicators[name] for name in dict.fromkeys(names)}

    def of_city(self, city: str) -> "Report":
        """The same report about one of its cities."""
        only = tuple(found for found in self.cities if found.city == city)
        return replace(self, scope=self.scope.of_city(city), cities=only)
