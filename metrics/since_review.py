"""What changed in a city's matrix between an earlier day and now: statuses and evidence."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from metrics.progress import WORST_FIRST
from metrics.standing import GOOD, MIXED, POOR, MatrixStanding, StatementStanding, Status

JUDGED = GOOD | MIXED | POOR
Way = Literal["better", "worse", "other"]


@dataclass(frozen=True)
class Change:
    """How one statement stands otherwise than it did."""

    statement: str
    before: Status
    after: Status
    new_evidence: int
    """Entries of the evidence log held after the earlier day."""

    @property
    def way(self) -> Way:
        """Better or worse only where both could be judged; then by the order of the statuses."""
        if self.before == self.after or not {self.before, self.after} <= JUDGED:
            return "other"
        is_better = WORST_FIRST.index(self.after) > WORST_FIRST.index(self.before)
        return "better" if is_better else "worse"


def changes_since(before: MatrixStanding, now: MatrixStanding, day: date) -> dict[str, Change]:
    """By statement, only those that changed; `before` is the matrix as it stood on the day."""
    found = {}
    for identifier, after in now.statements.items():
        change = _change(identifier, before.statements.get(identifier), after, day)
        if change.before != change.after or change.new_evidence:
            found[identifier] = change
    return found


def _change(
    identifier: str, before: StatementStanding | None, after: StatementStanding, day: date
) -> Change:
    """A statement that was not there before changed only by what was done since."""
    entries = sum(1 for entry in after.evidence if entry.held_on > day)
    status = before.status if before else after.status
    return Change(identifier, status, after.status, entries)
