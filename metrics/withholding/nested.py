"""One group inside another: what is in the larger alone is the difference, and must not be few.

The people of a month are among those of its year, those who came online among all who came, those
of a city among those of its network. This holds whether or not people add up: a year of 23 people
and a month of 20 tell that 3 came in other months only.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from metrics.withholding.cell import Cell, Cells

NESTED = """
    WITH pairs AS (
        SELECT
            if(longer.period_kind IN ('same_stretch', 'to_date'), shorter, longer) AS stays,
            if(longer.period_kind IN ('same_stretch', 'to_date'), longer, shorter) AS goes,
            longer.period_end - longer.period_start AS days
        FROM cells AS longer
        JOIN cells AS shorter USING (indicator, city, disaggregation, member)
        WHERE longer.is_flow AND longer.key <> shorter.key
            AND longer.period_start <= shorter.period_start
            AND longer.period_end >= shorter.period_end
        UNION ALL
        SELECT stays, goes, 0
        FROM cells AS stays
        JOIN cells AS goes USING (indicator, city, period_kind, period_start, period_end)
        WHERE stays.disaggregation = '' AND goes.disaggregation <> ''
        UNION ALL
        SELECT stays, goes, -1
        FROM cells AS goes
        JOIN members ON members.territory = goes.city AND members.city <> goes.city
        JOIN cells AS stays
            ON stays.city = members.city AND stays.indicator = goes.indicator
            AND stays.period_kind = goes.period_kind AND stays.period_start = goes.period_start
            AND stays.period_end = goes.period_end
            AND stays.disaggregation = goes.disaggregation AND stays.member = goes.member
    )
    SELECT stays.indicator, stays.key, goes.key FROM pairs
    WHERE abs(stays.counted - goes.counted) > 0 AND abs(stays.counted - goes.counted) < $threshold
        OR abs(stays.others - goes.others) > 0 AND abs(stays.others - goes.others) < $threshold
    ORDER BY days DESC, stays.key, goes.key
"""
"""Pairs that differ by a few people, the longest stretches first. Of two
stretches the shorter goes, but for those that grow with every load; of a whole its member; of a
network the network, because a city's own figure stands before it."""


@dataclass(frozen=True, eq=False, slots=True)
class Pair:
    """Two cells whose difference is a few people; of the two `goes` is not shown."""

    stays: Cell
    goes: Cell

    def is_open(self, hidden: Collection[Cell]) -> bool:
        """Whether both are still shown."""
        return self.goes not in hidden and self.stays not in hidden


def pairs_among(
    connection: DuckDBPyConnection, cells: Mapping[str, Cells], threshold: int
) -> dict[str, list[Pair]]:
    """Indicator to its pairs, by the counts in the temporary table `cells`."""
    by_key = {cell.key: cell for group in cells.values() for cell in group.values()}
    found: dict[str, list[Pair]] = defaultdict(list)
    rows = connection.execute(NESTED, {"threshold": threshold}).fetchall()
    for indicator, stays, goes in rows:
        found[indicator].append(Pair(by_key[stays], by_key[goes]))
    return found
