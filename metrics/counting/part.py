"""A part of an indicator on its way into SQL: its numerator or its denominator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from metrics.counting.over_periods import table_of
from metrics.counting.sql_text import SUBJECT, listed, literal
from metrics.definition import Indicator
from metrics.tally import Tally

UNKNOWN = "NULL"
"""What one query leaves for another to say: the rows of distinct values, or their number."""


@dataclass(frozen=True)
class Part:
    """One tally with what it needs from its indicator."""

    indicator: str
    role: str
    """`numerator` or `denominator`."""
    tally: Tally
    dated_by: str
    breakdowns: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its column in compiled SQL."""
        return f"{self.indicator}_{self.role}"


@dataclass(frozen=True)
class Said:
    """What the table `tallied` of a query says of one part, as SQL expressions."""

    part: Part
    value: str
    rows: str
    present: str
    """The column that is above zero where there is something to say."""


def parts_of(indicators: Iterable[Indicator]) -> list[Part]:
    """What is counted from rows, of all indicators in alphabetical order."""
    return [
        Part(indicator.identifier, role, tally, indicator.dated_by, indicator.disaggregate_by)
        for indicator in sorted(indicators, key=lambda each: each.identifier)
        for role, tally in indicator.tallies.items()
        if tally.is_counted
    ]


def final_lines(said: Iterable[Said], breakdowns: Sequence[str]) -> str:
    """The end of every compiled query: one SELECT for each part."""
    return "\nUNION ALL\n".join(_selected(each, breakdowns) for each in said)


def _selected(said: Said, breakdowns: Sequence[str]) -> str:
    part = said.part
    expressions = [
        f"{literal(part.indicator)} AS indicator",
        f"{literal(part.role)} AS tally",
        *SUBJECT,
        f"{said.value} AS value",
        f"{said.rows} AS rows",
    ]
    source = f"FROM {table_of(part.tally)}\nJOIN periods USING (period)"
    where = f"WHERE {said.present} > 0{_own_breakdowns(part, breakdowns)}"
    return f"SELECT\n{listed(expressions)}\n{source}\n{where}"


def _own_breakdowns(part: Part, breakdowns: Sequence[str]) -> str:
    """A condition where the query breaks down by more than this part asks for."""
    if set(part.breakdowns) == set(breakdowns):
        return ""
    own = ", ".join(map(literal, ("", *part.breakdowns)))
    return f" AND disaggregation IN ({own})"
