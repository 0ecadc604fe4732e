"""The few things in a city or a network that need attention first."""

from collections.abc import Iterable
from datetime import date
from itertools import chain, pairwise, takewhile, zip_longest

from metrics.definition import Unit
from metrics.progress import OUT_OF_DATE_AFTER
from metrics.standing import (
    Actual,
    Attention,
    MatrixStanding,
    PromiseStanding,
    StatementStanding,
    Status,
)

STALLED_AFTER_QUARTERS = 2
"""So many complete quarters in a row with nothing at all count as stalled."""

THINGS_DONE: frozenset[Unit] = frozenset(
    {"people", "participations", "activities", "organisations", "playlists", "awards", "events"}
)

URGENT_FIRST = ("no_data", "out_of_date", "stalled", "moving_away", "decreasing", "behind")


def attention(standings: Iterable[MatrixStanding], today: date) -> list[Attention]:
    """The most urgent of each city first, then each city's second, and so on."""
    by_city = [_of_city(standing, today) for standing in standings if standing.statements]
    by_city.sort(key=lambda found: _urgency(found[0]) if found else len(URGENT_FIRST))
    in_turn = chain.from_iterable(zip_longest(*by_city))
    return [entry for entry in in_turn if entry is not None]


def _of_city(standing: MatrixStanding, today: date) -> list[Attention]:
    through = standing.data_through
    if through is None:
        return [_about_city(standing, "no_data")]
    if today - through > OUT_OF_DATE_AFTER:
        return [_about_city(standing, "out_of_date")]
    found = [entry for s in standing.statements.values() for entry in _of_statement(standing, s)]
    found.sort(key=_urgency)
    return _one_per_indicator(found)


def _of_statement(city: MatrixStanding, statement: StatementStanding) -> Iterable[Attention]:
    for promise in statement.promises:
        quarters = quarters_without(promise)
        is_achieved = promise.progress.status is Status.ACHIEVED
        if quarters >= STALLED_AFTER_QUARTERS and not is_achieved:
            yield _about_promise(city, statement, promise, "stalled", quarters)
        elif promise.progress.status in (Status.MOVING_AWAY, Status.DECREASING, Status.BEHIND):
            kind = promise.progress.status.value
            yield _about_promise(city, statement, promise, kind, None)


def quarters_without(promise: PromiseStanding) -> int:
    """How many complete quarters in a row, up to the newest, had nothing new at all.

    0 where the year before that was not lively either: nothing has stalled that never moved.
    A share or a variety has no quarter with nothing new: only what is done can stall.
    """
    if promise.indicator.unit not in THINGS_DONE:
        return 0
    complete = [actual for actual in promise.quarters if actual.is_complete]
    new = _increments(complete) if promise.indicator.is_stock else [a.value for a in complete]
    quiet = len(list(takewhile(lambda value: value == 0, reversed(new))))
    year_before = new[: len(new) - quiet][-4:]
    return quiet if len(year_before) == 4 and all(year_before) else 0


def _increments(quarters: list[Actual]) -> list[float | None]:
    pairs = pairwise(quarters)
    return [
        None if earlier.value is None or later.value is None else later.value - earlier.value
        for earlier, later in pairs
    ]


def _about_city(standing: MatrixStanding, kind: str) -> Attention:
    return Attention(standing.matrix.city, standing.place_name, kind, None, None, None)


def _about_promise(
    city: MatrixStanding,
    statement: StatementStanding,
    promise: PromiseStanding,
    kind: str,
    quarters: int | None,
) -> Attention:
    return Attention(
        city=city.matrix.city,
        place_name=city.place_name,
        kind=kind,
        statement=statement.statement.identifier,
        indicator=promise.indicator.identifier,
        actual=promise.progress.actual,
        quarters_without=quarters,
    )


def _urgency(entry: Attention) -> int:
    return URGENT_FIRST.index(entry.kind)


def _one_per_indicator(found: list[Attention]) -> list[Attention]:
    """A promise that several statements make is one thing to attend to."""
    first: dict[str | None, Attention] = {}
    for entry in found:
        first.setdefault(entry.indicator, entry)
    return list(first.values())
