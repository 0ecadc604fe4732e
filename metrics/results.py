"""Results: the only door to figures for screen, paper and command line."""

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import duckdb

from ingest.decisions import Decision, decisions
from ingest.labels import UnknownLabel, unknown_labels
from ingest.loading.refused import RefusedRow, refused_rows
from ingest.loads import LoadEntry, loads
from ingest.warehouse import open_snapshot
from matrices.home import Home
from matrices.model import Matrix, Statement
from matrices.names import ENGLISH
from metrics.asking.questions import Questions
from metrics.attention import attention
from metrics.catalogue import Catalogue, load_catalogue
from metrics.comparing.answers import Comparison, View
from metrics.comparing.lessons import lessons
from metrics.comparing.network import Network
from metrics.comparing.teachers import Lesson
from metrics.comparing.what_was_done import Done, what_was_done
from metrics.comparison import compare
from metrics.compile import compile_indicator
from metrics.deliveries import Delivery, deliveries, wanted_records
from metrics.evidence_log import SERVING, by_statement
from metrics.figures import Figures
from metrics.finding import MOST_ROWS, Finding
from metrics.judging.horizon import assumed_target_date
from metrics.offered import offered
from metrics.progress import History, progress, worst
from metrics.quality import findings, late
from metrics.source_files import SourceOfRows, source_files
from metrics.source_rows import SKILLS_THAT_COUNT, reported_rows, source_rows
from metrics.standing import (
    UNMEASURED,
    Actual,
    Attention,
    CityStanding,
    CountingLabel,
    EvidenceEntry,
    MatrixStanding,
    OfferedActivity,
    Period,
    PeriodKind,
    PromiseStanding,
    Publication,
    SourceRow,
    StatementStanding,
    Status,
)
from metrics.what_if import WhatIf, what_if

OF_THE_SNAPSHOT = ("publication", "_figures", "_data_through", "_evidence")


def open_results(home: Home, today: date | None = None, language: str = ENGLISH) -> "Results":
    """Results of the published snapshot, judged as of `today`, with places named in the language.

    Raises `DeclarationProblems` where a declaration of the home cannot be read.
    """
    snapshot = open_snapshot(home)
    cursor = snapshot.cursor if snapshot else None
    catalogue = load_catalogue(home).in_language(language)
    return Results(home, catalogue, cursor, today or date.today())


@dataclass(eq=False)
class Results:
    """Figures of one snapshot on one day. Safe to share between threads: a cursor per call.

    Each is equal to itself alone, so that what was made of it can be kept by it.
    """

    home: Home
    catalogue: Catalogue
    cursor: Callable[[], duckdb.DuckDBPyConnection] | None
    """Gives a cursor of its own on the snapshot; None while nothing has been loaded."""
    today: date
    is_past: bool = False
    """Whether `today` is a day before the data end, and only what had ended by then is known."""
    _standings: dict[str, StatementStanding] = field(default_factory=dict)
    _findings: dict[str, list[Finding]] = field(default_factory=dict)

    @cached_property
    def publication(self) -> Publication | None:
        """The snapshot that all figures come from; None while nothing has been loaded."""
        rows = self._rows("SELECT snapshot, published_at, data_through FROM publication")
        if not rows:
            return None
        active = [entry.receipt for entry in self.loads() if entry.is_active]
        simulated = {city for receipt in active if receipt.is_simulated for city in receipt.cities}
        numbers = tuple(sorted(receipt.load for receipt in active))
        return Publication(*rows[0], loads=numbers, simulated_cities=frozenset(simulated))

    def cities(self) -> list[CityStanding]:
        """Every city of the home, by place name."""
        standings = [self.matrix(city).at_a_glance() for city in self.catalogue.matrices]
        return sorted(standings, key=lambda standing: standing.place_name)

    def matrix(self, city: str) -> MatrixStanding:
        """One city's matrix with every statement's standing; KeyError for an unknown city."""
        matrix = self.catalogue.matrices[city]
        statements = {s.identifier: self._standing(matrix, s) for s in matrix.statements()}
        return MatrixStanding(
            matrix=matrix,
            place_name=self.catalogue.place(city).name,
            statements=statements,
            data_through=self._data_through.get(city),
            is_simulated=self._is_simulated(city),
            members=self._members(city),
        )

    def statement(self, identifier: str) -> StatementStanding:
        """One statement's standing; KeyError for an unknown identifier."""
        matrix = self.catalogue.matrices[identifier.split(".")[0]]
        found = [s for s in matrix.statements() if s.identifier == identifier]
        if not found:
            raise KeyError(identifier)
        return self._standing(matrix, found[0])

    def as_on(self, day: date) -> "Results":
        """How things stood on an earlier day, by the periods that had ended by then.

        The figures are those of this snapshot: what was handed in later about earlier days counts.
        """
        return self._anew(today=day, is_past=True)

    def in_language(self, language: str) -> "Results":
        """The same with places by their names in that language."""
        if language == self.catalogue.language:
            return self
        return self._anew(catalogue=self.catalogue.in_language(language))

    def _anew(self, **changed: Any) -> "Results":
        """Judged again; what the snapshot says is the same for both and read once."""
        said = {name: getattr(self, name) for name in OF_THE_SNAPSHOT}
        other = copy(self)
        other.__dict__.pop("_network", None)  # it is made from what changes
        other.__dict__.update(said, **changed, _standings={}, _findings={})
        return other

    def what_if(self, identifier: str) -> dict[str, WhatIf]:
        """Indicator to the way that remains, for the promises of a statement that have a number.

        KeyError for an unknown identifier.
        """
        promises = self.statement(identifier).promises
        found = {each.indicator.identifier: what_if(each) for each in promises}
        return {indicator: way for indicator, way in found.items() if way}

    def attention(self, most: int = 5, city: str | None = None) -> list[Attention]:
        """What needs attention most, at most so many; of one city, or of all in turn."""
        chosen = [city] if city else list(self.catalogue.matrices)
        return attention([self.matrix(name) for name in chosen], self.today)[:most]

    def comparison(
        self,
        indicator: str,
        peers: Iterable[str] | None = None,
        view: View = "as-is",
        period: Period | None = None,
        ages: str | None = None,
    ) -> Comparison:
        """Cities side by side on one indicator; without `peers` all that have data.

        By default in the newest year that is complete anywhere in the home. KeyError for an
        unknown indicator or city, ValueError for a view of whole years in another period.
        """
        question = self._network.question(indicator, view, period, ages)
        return compare(question, self._network.peers(question, peers))

    def teachers(self, city: str, period: Period | None = None) -> list[Lesson]:
        """Where a city lags, and the peers that moved that most; KeyError for an unknown city."""
        return lessons(self._network, self.matrix(city), period, self._done)

    def disaggregated(self, indicator: str, city: str, kind: PeriodKind = "year") -> list[Actual]:
        """The values of an indicator broken down, by breakdown, member and period."""
        return self._figures.where(
            "disaggregation <> '' AND indicator = ? AND city = ? AND period_kind = ?",
            [indicator, city, kind],
        )

    def over(self, indicator: str, city: str, first: date, last: date) -> Actual | None:
        """The value of any stretch of days; None where no data are about it.

        A flow is counted over these days, a stock stands as at the last. The days of a published
        period give what is published; see `metrics/stretch.py` for what is withheld of others.
        """
        found = self._figures.over(self.catalogue.indicators[indicator], city, first, last)
        return next((actual for actual in found if not actual.disaggregation), None)

    def broken_down_over(self, indicator: str, city: str, first: date, last: date) -> list[Actual]:
        """The same broken down, by breakdown and member."""
        found = self._figures.over(self.catalogue.indicators[indicator], city, first, last)
        return [actual for actual in found if actual.disaggregation]

    def count_over(self, indicators: Iterable[str], city: str, first: date, last: date) -> None:
        """Counts several for `over` at once, which is quicker than one by one."""
        chosen = [self.catalogue.indicators[name] for name in indicators]
        self._figures.count_over(chosen, city, first, last)

    def values(self, indicator: str, city: str, kind: PeriodKind) -> tuple[Actual, ...]:
        """The whole values in all periods of a kind, oldest first."""
        return self._figures.of(city, indicator, kind)

    def in_period(self, city: str, period: Period) -> list[Actual]:
        """The whole values of all indicators of a city or territory in a published period."""
        return self._figures.in_period(city, period)

    def absent(self, actual: Actual | None) -> tuple[str, ...]:
        """Of a territory's figure the places that are not, or not wholly, in it."""
        cities = self._figures.absent(actual, self.catalogue.territories)
        return tuple(self.catalogue.place(city).name for city in cities)

    def figures(self, city: str, kind: PeriodKind = "year") -> list[Actual]:
        """Every value of a city, whole and broken down, also of what nobody promised."""
        return self._figures.where("city = ? AND period_kind = ?", [city, kind])

    def offered(self, city: str, first: date, last: date) -> list[OfferedActivity]:
        """The activities that began from the first day to the last, oldest first."""
        return offered(self.cursor(), city, first, last) if self.cursor else []

    def source_files(self, indicator: str, city: str) -> list[SourceOfRows]:
        """The files whose rows the indicator counts in the city."""
        definition = self.catalogue.indicators[indicator]
        return source_files(self.cursor(), definition, city) if self.cursor else []

    def sql(self, indicator: str) -> str:
        """The SQL that counts the indicator."""
        return compile_indicator(self.catalogue.indicators[indicator], self._figures.cuts())

    def source_rows(
        self, indicator: str, city: str, period: Period, most: int = 50
    ) -> list[SourceRow]:
        """The lines that went into a figure; none where it is withheld or held."""
        history = self.values(indicator, city, period.kind)
        shown = [a for a in history if a.period == period and not (a.is_withheld or a.is_held)]
        if not shown or self.cursor is None:
            return []
        definition, cursor = self.catalogue.indicators[indicator], self.cursor()
        if shown[0].origin == "reported":
            return reported_rows(cursor, definition, city, period)
        return source_rows(cursor, definition, city, period, most)

    def loads(self) -> list[LoadEntry]:
        """Every load with its receipt, newest first."""
        return loads(self.home)

    def refused(self, load: int, most: int = 200) -> list[RefusedRow]:
        """The refused rows of a load with their reasons, at most so many."""
        return refused_rows(self.home, load, most)

    @property
    def questions(self) -> Questions:
        """For analysts: SQL over what everybody may see."""
        return Questions(self.home, self.publication.snapshot if self.publication else 0)

    def decisions(self, statement: str | None = None) -> list[Decision]:
        """What review meetings decided, on one statement or on all, the newest day first.

        Read anew each time: decisions are no part of the snapshot.
        """
        return decisions(self.home, statement)

    def deliveries(self) -> list[Delivery]:
        """What every city has handed in of every record, and what its promises wait for."""
        matrices, indicators = self.catalogue.matrices.values(), self.catalogue.indicators
        cursor = self.cursor() if self.cursor else None
        return deliveries(cursor, wanted_records(matrices, indicators), self.today)

    def quality(self, city: str) -> list[Finding]:
        """What in the data of a city should be looked at; KeyError for an unknown city."""
        if city not in self.catalogue.matrices:
            raise KeyError(city)
        if self.cursor is None:
            return list(late(city, self.deliveries()))
        if city not in self._findings:
            self._findings[city] = self._find(self.cursor(), city)
        return self._findings[city]

    def _find(self, cursor: duckdb.DuckDBPyConnection, city: str) -> list[Finding]:
        def rows_of(indicator: str, period: Period) -> list[SourceRow]:
            return self.source_rows(indicator, city, period, MOST_ROWS)

        histories = self._figures.histories(city)
        indicators = self.catalogue.indicators
        delivered = self.deliveries()
        return findings(cursor, city, indicators, histories, rows_of, delivered, self.today)

    def unknown_labels(self, most: int | None = None) -> list[UnknownLabel]:
        """Skill labels that nobody has filed yet, the most frequent first."""
        if self.cursor is None:
            return []
        return unknown_labels(self.cursor(), self.catalogue.frameworks, most)

    def skills_that_count(self, activity: str) -> list[CountingLabel]:
        """The labels that make an activity one that recognises 21st-century skills."""
        rows = self._rows(SKILLS_THAT_COUNT, [activity])
        return [CountingLabel(*row) for row in rows]

    def _standing(self, matrix: Matrix, statement: Statement) -> StatementStanding:
        if statement.identifier not in self._standings:
            self._standings[statement.identifier] = self._judge(matrix, statement)
        return self._standings[statement.identifier]

    def _judge(self, matrix: Matrix, statement: Statement) -> StatementStanding:
        evidence = self._evidence.get(statement.identifier, ())
        promises = tuple(
            self._promise(matrix, statement, indicator) for indicator in statement.promises
        )
        if not promises:
            return StatementStanding(statement, UNMEASURED[statement.measured], (), evidence)
        status = worst(promise.progress.status for promise in promises)
        if status is Status.NO_DATA and statement.measured == "by_survey":
            status = Status.BY_SURVEY  # nobody has handed in what was answered
        return StatementStanding(statement, status, promises, evidence)

    def _promise(self, matrix: Matrix, statement: Statement, indicator: str) -> PromiseStanding:
        definition = self.catalogue.indicators[indicator]
        promise = statement.promise_in_force(indicator, self.today)
        history = self._history(matrix, statement, indicator)
        judged = progress(promise, definition, history)
        standing = PromiseStanding(
            promise,
            definition,
            judged,
            history.years,
            history.quarters,
            self.values(indicator, matrix.city, "same_stretch"),
            self._figures.others(matrix.city, indicator),
            self.absent(judged.actual),
            fewest_shown=self._figures.fewest,
        )
        then = judged.judged_on and statement.promise_in_force(indicator, judged.judged_on)
        if then is None or then == promise:
            return standing
        before = progress(then, definition, history)
        return replace(standing, promise_then=then, progress_then=before)

    def _history(self, matrix: Matrix, statement: Statement | None, indicator: str) -> History:
        history = History(
            years=self.values(indicator, matrix.city, "year"),
            quarters=self.values(indicator, matrix.city, "quarter"),
            data_through=self._data_through.get(matrix.city),
            starts=matrix.starts,
            horizon=assumed_target_date(matrix, statement.level) if statement else None,
            today=self.today,
        )
        return history.known_by(self.today) if self.is_past else history

    @cached_property
    def _network(self) -> Network:
        simulated = self.publication.simulated_cities if self.publication else frozenset()
        versions = dict(self._rows("SELECT indicator, version FROM indicators"))
        known = [city for city in self.catalogue.matrices if city in self._data_through]
        return Network(self.catalogue, self._history, self.values, versions, known, simulated)

    def _done(self, city: str, indicator: str, stretch: tuple[date, date]) -> Done:
        assert self.cursor is not None  # without data no city has grown
        matrix = self.catalogue.matrices[city]
        named = [s.identifier for s in matrix.statements() if indicator in s.promises]
        return what_was_done(self.cursor(), city, stretch, named)

    def _members(self, city: str) -> tuple[str, ...]:
        others = [each for each in self.catalogue.territories.get(city, ()) if each != city]
        return tuple(self.catalogue.place(each).name for each in others)

    def _is_simulated(self, city: str) -> bool:
        return bool(self.publication and city in self.publication.simulated_cities)

    @cached_property
    def _figures(self) -> Figures:
        return Figures(self.cursor, self.catalogue.settings.fewest_people_shown)

    @cached_property
    def _data_through(self) -> dict[str, date]:
        """City to the last day its data reach."""
        return dict(self._rows("SELECT city, max(covered_to) FROM coverage GROUP BY city"))

    @cached_property
    def _evidence(self) -> dict[str, tuple[EvidenceEntry, ...]]:
        """Statement identifier to its entries, newest first."""
        return by_statement(self._rows(SERVING))

    def _rows(self, sql: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        return self._figures.rows(sql, values)
