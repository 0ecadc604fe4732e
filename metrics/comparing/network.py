"""Questions and peers made from a home's declarations and one snapshot's figures."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from matrices.model import Matrix, Statement
from metrics.catalogue import Catalogue
from metrics.comparing.answers import BY_YEARS, Peer, Pledge, Question, View
from metrics.comparing.populations import ages_named
from metrics.judging.baseline import first_full_year
from metrics.judging.history import History
from metrics.period import period_of
from metrics.progress import progress
from metrics.standing import Actual, Period, PeriodKind

HistoryOf = Callable[[Matrix, Statement | None, str], History]
"""The figures of a city on an indicator, with what a statement's place in the matrix adds."""
ValuesOf = Callable[[str, str, PeriodKind], Sequence[Actual]]
"""The values of an indicator in a city, in all periods of a kind."""


@dataclass(frozen=True)
class Network:
    """Everything comparisons are made from; figures in it are withheld where they must be."""

    catalogue: Catalogue
    history: HistoryOf
    values: ValuesOf
    versions: Mapping[str, int]
    """Indicator to the version by which the snapshot counted it."""
    cities: Sequence[str]
    """Those of which anything was loaded."""
    simulated: frozenset[str]

    def question(
        self, indicator: str, view: View, period: Period | None = None, ages: str | None = None
    ) -> Question:
        """What is left out is chosen from the whole home, whoever is compared.

        The newest year that is complete somewhere, the ages that a statement on the indicator
        names, and the first full year that most cities have. KeyError for an unknown indicator,
        ValueError where a view of whole years is asked for another period.
        """
        if period and period.kind != "year" and view in BY_YEARS:
            raise ValueError(f"`{view}` is told of whole years; {period.label} is none.")
        definition = self.catalogue.indicators[indicator]
        chosen = period or self._newest_year(indicator)
        named = ages or ages_named(self._statements(indicator))
        return Question(definition, view, chosen, named, self._first_year(indicator))

    def peers(self, question: Question, cities: Iterable[str] | None = None) -> list[Peer]:
        """The cities asked for, else all with data; KeyError for an unknown one."""
        chosen = self.cities if cities is None else cities
        return [self._peer(question, self.catalogue.matrices[city]) for city in chosen]

    def _peer(self, question: Question, matrix: Matrix) -> Peer:
        indicator = question.indicator.identifier
        history = self.history(matrix, None, indicator)
        return Peer(
            city=matrix.city,
            place=self.catalogue.place(matrix.city),
            history=history,
            values=self._values(question, matrix, history),
            pledges=self._pledges(question, matrix) if question.view == "promise" else (),
            version=self.versions.get(indicator),
            is_simulated=matrix.city in self.simulated,
            members=tuple(city for city in self._counted_in(matrix.city) if city != matrix.city),
        )

    def _values(self, question: Question, matrix: Matrix, history: History) -> tuple[Actual, ...]:
        """Years as they were known on the day that is judged."""
        if question.period.kind == "year":
            return history.years
        indicator, kind = question.indicator.identifier, question.period.kind
        return tuple(self.values(indicator, matrix.city, kind))

    def _counted_in(self, city: str) -> tuple[str, ...]:
        return self.catalogue.territories.get(city, ())

    def _pledges(self, question: Question, matrix: Matrix) -> tuple[Pledge, ...]:
        found = [s for s in matrix.statements() if question.indicator.identifier in s.promises]
        return tuple(self._pledge(question, matrix, statement) for statement in found)

    def _pledge(self, question: Question, matrix: Matrix, statement: Statement) -> Pledge:
        indicator, day = question.indicator, question.period.end
        promise = statement.promise_in_force(indicator.identifier, day)
        history = self.history(matrix, statement, indicator.identifier).known_by(day)
        judged = progress(promise, indicator, history)
        return Pledge(statement.identifier, statement.text.strip(), promise, judged)

    def _statements(self, indicator: str) -> list[Statement]:
        matrices = self.catalogue.matrices.values()
        return [s for matrix in matrices for s in matrix.statements() if indicator in s.promises]

    def _histories(self, indicator: str) -> list[History]:
        return [self.history(m, None, indicator) for m in self.catalogue.matrices.values()]

    def _newest_year(self, indicator: str) -> Period:
        """The newest complete year; where there is none, the last year that has ended."""
        histories = self._histories(indicator)
        years = [a.period for h in histories for a in h.years if a.is_complete]
        if years:
            return max(years, key=lambda period: period.start)
        today = histories[0].today
        return period_of("year", today.replace(year=today.year - 1, day=1))

    def _first_year(self, indicator: str) -> int | None:
        """Of as many cities as possible; of two such years the earlier."""
        firsts = (first_full_year(history) for history in self._histories(indicator))
        counted = Counter(first.period.start.year for first in firsts if first)
        return min(counted, key=lambda year: (-counted[year], year), default=None)
