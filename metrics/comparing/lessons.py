"""Every indicator of a city's matrix on which it lags, with the peers that could teach it."""

from collections.abc import Sequence

from metrics.comparing.answers import Comparison, View
from metrics.comparing.network import Network
from metrics.comparing.teachers import Lesson, Tell, lag_of, lesson, promised_indicators
from metrics.comparison import compare
from metrics.standing import MatrixStanding, Period, PromiseStanding


def lessons(
    network: Network, standing: MatrixStanding, period: Period | None, tell: Tell
) -> list[Lesson]:
    """In poster order, one for each indicator; compared with all cities that have data."""
    promised = promised_indicators(standing)
    found = (
        _lesson(network, standing.matrix.city, indicator, promises, period, tell)
        for indicator, promises in promised.items()
    )
    return [each for each in found if each]


def _lesson(
    network: Network,
    city: str,
    indicator: str,
    promises: Sequence[tuple[str, PromiseStanding]],
    period: Period | None,
    tell: Tell,
) -> Lesson | None:
    growth = network.question(indicator, "growth", period)
    growths = compare(growth, network.peers(growth))
    seen = growths
    if growth.indicator.denominator is not None:
        seen = _compared(network, indicator, "as-is", period)
    lag = lag_of(growth.indicator, promises, city, seen)
    return lesson(lag, city, growth, growths, tell) if lag else None


def _compared(network: Network, indicator: str, view: View, period: Period | None) -> Comparison:
    question = network.question(indicator, view, period)
    return compare(question, network.peers(question))
