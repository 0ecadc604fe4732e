"""Through what a matrix is looked at: which statements are meant, and what changed since a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from metrics.alignment import tags_of
from metrics.definition import Indicator
from metrics.since_review import Change
from metrics.standing import MatrixStanding, StatementStanding


@dataclass(frozen=True)
class Filter:
    """What is asked of a statement; an empty choice asks nothing."""

    statuses: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    """Tags such as `youth_goals:8`."""

    @property
    def is_empty(self) -> bool:
        return not any((self.statuses, self.levels, self.groups, self.goals))

    def holds(self, standing: StatementStanding, indicators: Mapping[str, Indicator]) -> bool:
        statement = standing.statement
        asked = (
            (self.statuses, {standing.status.value}),
            (self.levels, {statement.level}),
            (self.groups, {statement.target_group}),
            (self.goals, set(tags_of(statement, dict(indicators)))),
        )
        return all(not wanted or wanted & found for wanted, found in asked)


@dataclass(frozen=True)
class Lens:
    """What stands out of a matrix; everything where nothing was asked."""

    chosen: frozenset[str] | None = None
    """Identifiers; None where no filter is set."""
    since: date | None = None
    changes: Mapping[str, Change] = field(default_factory=dict)

    def is_dimmed(self, standing: StatementStanding) -> bool:
        return self.chosen is not None and standing.statement.identifier not in self.chosen

    def change(self, standing: StatementStanding) -> Change | None:
        return self.changes.get(standing.statement.identifier)


PLAIN = Lens()
"""The matrix as it hangs on the wall."""


def chosen_by(
    asked: Filter, matrix: MatrixStanding, indicators: Mapping[str, Indicator]
) -> frozenset[str] | None:
    """The statements for which the filter holds; None where it asks nothing."""
    if asked.is_empty:
        return None
    return frozenset(
        identifier
        for identifier, standing in matrix.statements.items()
        if asked.holds(standing, indicators)
    )
