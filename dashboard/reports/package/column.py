"""Columns and tables of the package: each described once, for CSV, Parquet and the descriptor."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pyarrow

from dashboard.reports.content import Report

Kind = Literal["string", "integer", "number", "boolean", "date"]
Value = str | int | float | bool | date | None
Row = tuple[Value, ...]

ARROW: dict[Kind, pyarrow.DataType] = {
    "string": pyarrow.string(),
    "integer": pyarrow.int64(),
    "number": pyarrow.float64(),
    "boolean": pyarrow.bool_(),
    "date": pyarrow.date32(),
}


@dataclass(frozen=True)
class Column:
    """A column and what it says."""

    name: str
    kind: Kind
    sentence: str
    is_needed: bool = False
    """Whether every row has a value."""
    choices: tuple[str, ...] = ()
    """The only values there are; empty where any may stand."""
    least: float | None = None

    def constraints(self) -> dict[str, Any]:
        """As a Table Schema says it."""
        found: dict[str, Any] = {}
        if self.is_needed:
            found["required"] = True
        if self.choices:
            found["enum"] = list(self.choices)
        if self.least is not None:
            found["minimum"] = self.least
        return found


@dataclass(frozen=True)
class Reference:
    """Columns of this table that name a row of another."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table of the package."""

    name: str
    sentence: str
    columns: tuple[Column, ...]
    rows: Callable[[Report], Iterable[Row]]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    def arrow(self, report: Report) -> pyarrow.Table:
        """The rows, typed, with each sentence in the schema; no row is one with a missing value."""
        fields = [
            pyarrow.field(c.name, ARROW[c.kind], not c.is_needed, {"description": c.sentence})
            for c in self.columns
        ]
        schema = pyarrow.schema(fields, metadata={"description": self.sentence})
        by_column = list(zip(*self.rows(report), strict=True)) or [()] * len(fields)
        arrays = [
            pyarrow.array(values, field.type)
            for values, field in zip(by_column, fields, strict=True)
        ]
        return pyarrow.Table.from_arrays(arrays, schema=schema)


CITY = Reference(("city",), "cities", ("city",))
STATEMENT = Reference(("statement",), "statements", ("statement",))
INDICATOR = Reference(("indicator",), "indicators", ("indicator",))
SIMULATED = Column(
    "is_simulated", "boolean", "Whether the figures of the city are made up.", is_needed=True
)
CITY_COLUMN = Column("city", "string", "The city's identifier: the name of its file.", True)
STATEMENT_COLUMN = Column("statement", "string", "`city.target_group.level.key`.", True)
INDICATOR_COLUMN = Column("indicator", "string", "The indicator's identifier.", True)
