"""Small numbers of people are withheld here, before any figure leaves the room.

Everything that shows figures reads the table `actuals` after this; nothing else decides. What goes
is worked out in `metrics/withholding/`; docs/methods.md tells the rule, its limits and its sources.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from duckdb import DuckDBPyConnection

from metrics.definition import Indicator
from metrics.withholding import decisions
from metrics.withholding.cell import Cell, Cells, Place, counts_of
from metrics.withholding.figures import Figures
from metrics.withholding.kinships import kinships, settle_kin
from metrics.withholding.memory import is_known, recall
from metrics.withholding.nested import pairs_among
from metrics.withholding.running_totals import series_of, too_close
from metrics.withholding.table_lines import (
    Members,
    cities_of_territories,
    members_of_wholes,
    periods_of_longer,
)

THRESHOLD = 5
"""The smallest number of people that is shown, where a network says nothing else; 0 always is."""


def withhold(
    connection: DuckDBPyConnection,
    indicators: Sequence[Indicator],
    threshold: int = THRESHOLD,
    state: str = "",
) -> None:
    """Empties or holds every value in `actuals` that tells, or lets one work out, few people.

    Few are 1 up to the threshold. The connection has the tables of `fill_actuals`. A held
    value is the one that was published on the day in `published_on`, since when it changed by too
    few people to be told. What was shown before is in the tables of `metrics/withholding/memory.py`; `state` names
    figures and declarations, so that going back to them shows what was shown then.
    """
    recall(connection)
    guarded = [each for each in indicators if each.is_about_people]
    decisions.lay_out(connection, guarded)
    if is_known(connection, state):
        decisions.repeat(connection, state)
    else:
        figures = _figures(connection, guarded, threshold)
        _settle(connection, guarded, figures, threshold)
        decisions.write(connection, _decided(figures.values()))
    decisions.take_effect(connection)


def _figures(
    connection: DuckDBPyConnection, guarded: Sequence[Indicator], threshold: int
) -> dict[str, Figures]:
    """The figures of each indicator, with all that must go within it."""
    cells, members = _cells(connection), decisions.members(connection)
    pairs = pairs_among(connection, cells, threshold)
    found = {}
    for indicator in guarded:
        own = cells[indicator.identifier]
        lines = _lines(indicator, own, members)
        figures = Figures(own, lines, pairs[indicator.identifier], threshold)
        figures.start(_too_close(indicator, own, threshold))
        found[indicator.identifier] = figures
    return found


def _settle(
    connection: DuckDBPyConnection,
    guarded: Sequence[Indicator],
    figures: dict[str, Figures],
    threshold: int,
) -> None:
    """Between indicators, and beside what is held as it is shown, until nothing more follows."""
    kin, seen = kinships(guarded), 0
    settle_kin(figures, kin)
    while (waiting := sum(len(each.held) for each in figures.values())) > seen:
        seen = waiting
        decisions.show_held(connection, _decided(figures.values()))
        cells = {name: each.cells for name, each in figures.items()}
        for name, pairs in pairs_among(connection, cells, threshold).items():
            figures[name].add_pairs(pairs)
        settle_kin(figures, kin)


def _cells(connection: DuckDBPyConnection) -> dict[str, Cells]:
    """Indicator to its cells, each with what was told of it before."""
    found: dict[str, Cells] = defaultdict(dict)
    for row in decisions.cells(connection):
        at, (key, counted, others, told, last, *state) = Place(*row[:7]), row[7:]
        before = tuple(counts_of(*each) for each in told or ())
        newest = counts_of(*last) if last else None
        found[at.indicator][at] = Cell(key, counts_of(counted, others), before, newest, *state)
    return found


def _lines(indicator: Indicator, cells: Cells, members: Members) -> list:
    """All totals with their parts; people are counted once in each stretch and each territory."""
    adds_up = not any(tally.distinct for tally in indicator.tallies.values())
    lines = list(members_of_wholes(cells))
    if not indicator.is_stock:
        lines += periods_of_longer(cells, adds_up)
    return [*lines, *cities_of_territories(cells, members, adds_up)]


def _too_close(indicator: Indicator, cells: Cells, threshold: int) -> set[Cell]:
    """Of a running total, values that differ little from others of its series."""
    if not indicator.is_stock:
        return set()
    large = {at: cell for at, cell in cells.items() if not cell.is_small(threshold)}
    return {cell for series in series_of(large) for cell in too_close(series, threshold)}


def _decided(all_figures: Iterable[Figures]) -> Iterable[tuple[int, float | None, float | None]]:
    """Key of what is not shown as it is, and what is shown instead; nothing where withheld."""
    for figures in all_figures:
        for cell, (counted, *others) in figures.held.items():
            if cell not in figures.withheld:
                yield cell.key, counted, others[0] if others else None
        for cell in figures.withheld:
            yield cell.key, None, None
