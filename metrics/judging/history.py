"""What is known of one indicator in one city when a promise on it is judged."""

from dataclasses import dataclass, replace
from datetime import date

from metrics.standing import Actual


@dataclass(frozen=True)
class History:
    """The figures, how far they reach, and what the matrix says of time."""

    years: tuple[Actual, ...]
    """Yearly values, oldest first."""
    quarters: tuple[Actual, ...]
    data_through: date | None
    """The day up to which the data reach."""
    starts: date | None
    """The first day of the strategy."""
    horizon: date | None
    """The target date to assume for a promise that names none."""
    today: date

    def known_by(self, day: date) -> "History":
        """What was known on a day: periods that had ended by then."""
        return replace(
            self,
            years=tuple(actual for actual in self.years if actual.period.end <= day),
            quarters=tuple(actual for actual in self.quarters if actual.period.end <= day),
            data_through=min(self.data_through, day) if self.data_through else None,
            today=day,
        )
