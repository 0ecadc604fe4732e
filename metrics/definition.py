"""An indicator: a definition that turns rows into one value, with worked examples."""

from datetime import date
from typing import Literal

from pydantic import model_validator

from ingest.records import RECORDS
from matrices.model import Declared

Unit = Literal[
    "people",
    "participations",
    "activities",
    "organisations",
    "playlists",
    "awards",
    "skills",
    "events",
    "percent",
]
Within = Literal["period", "to_date"]


class Tally(Declared):
    """What is counted, distinct or summed over the rows of one record that meet `where`."""

    count: str | None = None
    """A record: its rows are counted."""
    distinct: str | None = None
    """A column of `of`: its different values are counted."""
    sum: str | None = None
    """A whole or number column of `of`: its values are added."""
    of: str | None = None
    """The record that `distinct` or `sum` speaks of."""
    where: tuple[str | dict[str, str], ...] = ()
    """Yes/no columns that must be yes, and equalities such as `{kind: meeting}`."""
    within: Within = "period"
    """Rows of the period itself, or all rows up to its end."""

    @property
    def record(self) -> str:
        """The record whose rows are tallied."""
        return self.count or self.of or ""

    @model_validator(mode="after")
    def _names_what_exists(self) -> "Tally":
        chosen = [word for word in (self.count, self.distinct, self.sum) if word]
        if len(chosen) != 1:
            raise ValueError("a tally has one of `count`, `distinct` and `sum`")
        if self.count and self.of:
            raise ValueError("`of` goes with `distinct` and `sum`; `count` names its record itself")
        if self.record not in RECORDS:
            raise ValueError(f"`{self.record}` is not a record; records are {', '.join(RECORDS)}")
        return self


class Example(Declared):
    """A worked example: a few rows, a period, and the value that must come out."""

    name: str
    period: int | str
    """`2024`, `2024-Q1`, `2024-05`."""
    given: dict[str, str]
    """Record to a little table: cells between `|`, the first line the columns."""
    expect: float | None
    """The value; empty where there is none because the denominator is zero."""


class Review(Declared):
    """Who looked at the definition, and when it is to be looked at again; shown, never enforced."""

    checked_by: str
    next: date | None = None


class Indicator(Declared):
    """One definition file; the file's name is the indicator's identifier."""

    identifier: str
    name: str
    question: str
    why_it_matters: str
    unit: Unit
    better: Literal["higher", "lower", "neither"]
    numerator: Tally
    denominator: Tally | None = None
    dated_by: str
    """The day column of the record that puts a row into a period."""
    disaggregate_by: tuple[str, ...] = ()
    """Columns of the numerator's record by whose values the indicator is also shown."""
    caveats: str | None = None
    version: int = 1
    """Goes up when the meaning changes; only equal versions are compared."""
    review: Review | None = None
    examples: tuple[Example, ...]

    @property
    def is_share(self) -> bool:
        """A share has a denominator and is shown in percent."""
        return self.denominator is not None

    @property
    def is_stock(self) -> bool:
        """A stock is a running total to date; a flow belongs to its period alone."""
        return self.numerator.within == "to_date"
