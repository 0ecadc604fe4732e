"""Who could teach whom: where a city lags, the peers that moved the indicator most.

A city lags where its own promise is behind, moving away, decreasing or steady, or where it lies
below the lower quartile of its peers: of a share or rate as it is, of a count by its growth, which
does not grow with the city. A peer moved it where its growth since its own baseline goes the better
way by more than chance would bring, and further than the city's own.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from metrics.comparing.answers import Comparability, Comparison, Figure, Question
from metrics.comparing.spread import spread
from metrics.comparing.what_was_done import Done
from metrics.definition import Indicator
from metrics.standing import MatrixStanding, PromiseStanding, Status

LAGGING = frozenset({Status.BEHIND, Status.MOVING_AWAY, Status.DECREASING, Status.STEADY})
MOST_TEACHERS = 3
TELLING = (Comparability.COMPARABLE, Comparability.TOO_FEW_CASES)
"""Growth from few cases is too rough to rank cities by; yet whoever moved it can tell how. It comes
after growth from more."""

Why = Literal["status", "lower_quartile"]
Tell = Callable[[str, str, tuple[date, date]], Done]
"""City, indicator and stretch to what was done."""


@dataclass(frozen=True)
class Lag:
    """An indicator on which a city lags, and the statements that promise it."""

    indicator: str
    statements: tuple[str, ...]
    why: Why
    status: Status
    """The worst of those statements' promises that makes it lag, else the first."""


@dataclass(frozen=True)
class Teacher:
    """A peer that moved the indicator, and what it did between its baseline and the period."""

    figure: Figure
    """Its growth."""
    done: Done


@dataclass(frozen=True)
class Lesson:
    """One indicator on which a city lags, and who could teach it."""

    lag: Lag
    own: Figure
    """The city's own growth."""
    teachers: tuple[Teacher, ...]
    """Who moved it most first; none where no peer moved it by more than chance."""


def promised_indicators(standing: MatrixStanding) -> dict[str, list[tuple[str, PromiseStanding]]]:
    """Indicator to the city's promises on it, each with its statement."""
    found: dict[str, list[tuple[str, PromiseStanding]]] = {}
    for identifier, statement in standing.statements.items():
        for promise in statement.promises:
            found.setdefault(promise.indicator.identifier, []).append((identifier, promise))
    return found


def lag_of(
    indicator: Indicator,
    promises: Sequence[tuple[str, PromiseStanding]],
    city: str,
    seen: Comparison,
) -> Lag | None:
    """Whether and why the city lags; `seen` compares it with its peers as they are or grew."""
    statuses = [promise.progress.status for _, promise in promises]
    lagging = [status for status in statuses if status in LAGGING]
    if not lagging and not _is_below_the_lower_quartile(city, seen, indicator.better):
        return None
    statements = tuple(identifier for identifier, _ in promises)
    why: Why = "status" if lagging else "lower_quartile"
    return Lag(indicator.identifier, statements, why, (lagging or statuses)[0])


def lesson(
    lag: Lag, city: str, question: Question, growths: Comparison, tell: Tell
) -> Lesson | None:
    """The peers that moved it most; None where the city is not among those compared."""
    own = growths.of(city)
    if own is None:
        return None
    sign = -1 if question.indicator.better == "lower" else 1
    moved = [f for f in growths.figures if f.city != city and _has_moved(f, own, sign)]
    moved.sort(key=lambda f: (TELLING.index(f.state), -sign * (f.value or 0), f.place_name))
    return Lesson(lag, own, tuple(_teachers(moved[:MOST_TEACHERS], lag.indicator, tell)))


def _teachers(figures: Iterable[Figure], indicator: str, tell: Tell) -> Iterable[Teacher]:
    for figure in figures:
        if figure.baseline and figure.actual:
            first = figure.baseline.period.end + timedelta(days=1)
            stretch = first, figure.actual.period.end
            yield Teacher(figure, tell(figure.city, indicator, stretch))


def _has_moved(figure: Figure, own: Figure, sign: int) -> bool:
    if figure.state not in TELLING or figure.value is None or sign * figure.value <= 0:
        return False
    is_chance = figure.interval and figure.interval.low <= 0 <= figure.interval.high
    is_further = own.value is None or sign * figure.value > sign * own.value
    return is_further and not is_chance


def _is_below_the_lower_quartile(city: str, seen: Comparison, better: str) -> bool:
    """Of the others; where lower is better, above their upper quartile."""
    own = seen.of(city)
    others = spread([figure for figure in seen.figures if figure.city != city])
    if own is None or own.value is None or not own.is_compared or others is None:
        return False
    if others.lower_quartile is None or others.upper_quartile is None:
        return False
    if better == "lower":
        return own.value > others.upper_quartile
    return better == "higher" and own.value < others.lower_quartile
