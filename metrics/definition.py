"""An indicator: a definition that turns rows into one value, with worked examples."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from ingest.kinds import Column, Record
from ingest.records import RECORDS
from matrices.model import Declared
from matrices.problems import nearest

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

MEMBER_KINDS = frozenset({"text", "choice", "yes_no"})
"""Kinds of column by whose values an indicator can be broken down."""
EQUALITY_KINDS = MEMBER_KINDS | {"identifier"}
SUM_KINDS = frozenset({"whole", "number"})
PERSON_COLUMNS = frozenset({"person", "learner"})

YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True, order=True)
class Condition:
    """A column must hold this value; yes/no columns hold True or False."""

    column: str
    value: str | bool


class Tally(Declared):
    """What is counted, distinct or summed over the rows of one record that meet `where`."""

    count: str | None = None
    """A record: its rows are counted."""
    distinct: str | None = None
    """A column of `of`: its different values are counted."""
    sum: str | None = None
    """A whole or number column of `of`: its values are added; an empty cell adds nothing."""
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

    @property
    def is_running(self) -> bool:
        """A running total counts all rows up to the end of its period."""
        return self.within == "to_date"

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What `where` asks for, each column once and in alphabetical order."""
        columns = {column.name: column for column in RECORDS[self.record].columns()}
        return tuple(sorted({_condition(columns[name], word) for name, word in self._wheres()}))

    @model_validator(mode="after")
    def _names_what_exists(self) -> "Tally":
        chosen = [word for word in (self.count, self.distinct, self.sum) if word]
        if len(chosen) != 1:
            raise ValueError("a tally has one of `count`, `distinct` and `sum`")
        if self.count and self.of:
            raise ValueError("`of` goes with `distinct` and `sum`; `count` names its record itself")
        if self.record not in RECORDS:
            more = nearest(self.record, RECORDS)
            text = f"`{self.record}` is not a record; records are {', '.join(RECORDS)}."
            raise ValueError(text + more)
        _raise_all(self._column_problems())
        return self

    def _wheres(self) -> Iterator[tuple[str, str]]:
        for where in self.where:
            yield from ({where: "yes"} if isinstance(where, str) else where).items()

    def _column_problems(self) -> Iterator[str]:
        record = RECORDS[self.record]
        if self.distinct:
            yield from column_problems(record, self.distinct, None)
        if self.sum:
            yield from column_problems(record, self.sum, SUM_KINDS)
        for where in self.where:
            kinds = frozenset({"yes_no"}) if isinstance(where, str) else EQUALITY_KINDS
            for name in [where] if isinstance(where, str) else where:
                yield from column_problems(record, name, kinds)
        yield from self._word_problems()

    def _word_problems(self) -> Iterator[str]:
        """Words that the column of an equality can never hold."""
        columns = {column.name: column for column in RECORDS[self.record].columns()}
        for name, word in self._wheres():
            kind = columns[name].kind if name in columns else None
            words = tuple(YES_NO) if kind and kind.name == "yes_no" else kind and kind.choices
            if words and word not in words:
                yield f"`{name}` is never `{word}`, only {_either(words)}." + nearest(word, words)


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

    identifier: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
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
        return self.numerator.is_running

    @property
    def tallies(self) -> dict[str, Tally]:
        """`numerator`, and for a share `denominator`."""
        parts = {"numerator": self.numerator, "denominator": self.denominator}
        return {name: tally for name, tally in parts.items() if tally}

    @property
    def is_about_people(self) -> bool:
        """Whether a small value could point at a person; see `metrics/disclosure.py`."""
        counted = {tally.distinct for tally in self.tallies.values()}
        return self.unit == "people" or bool(counted & PERSON_COLUMNS)

    @field_validator("dated_by")
    @classmethod
    def _dates_its_records(cls, name: str, info: ValidationInfo) -> str:
        for record in _records(info):
            _raise_all(column_problems(record, "city", None))
            _raise_all(column_problems(record, name, frozenset({"day"})))
        return name

    @field_validator("disaggregate_by")
    @classmethod
    def _breaks_down_its_records(
        cls, names: tuple[str, ...], info: ValidationInfo
    ) -> tuple[str, ...]:
        found = (
            column_problems(record, name, MEMBER_KINDS)
            for record in _records(info)
            for name in names
        )
        _raise_all(chain.from_iterable(found))
        return names

    @model_validator(mode="after")
    def _has_the_unit_of_a_share(self) -> "Indicator":
        if self.is_share != (self.unit == "percent"):
            raise ValueError("the unit is `percent` where there is a denominator, only there.")
        return self


def _records(info: ValidationInfo) -> list[type[Record]]:
    """The records of the tallies, as far as these could be read."""
    tallies = [info.data.get("numerator"), info.data.get("denominator")]
    return [RECORDS[name] for name in dict.fromkeys(t.record for t in tallies if t)]


def column_problems(record: type[Record], name: str, kinds: frozenset[str] | None) -> Iterator[str]:
    """A sentence where the record has no such column, or one of another kind than these."""
    columns = {column.name: column for column in record.columns()}
    fitting = [c.name for c in columns.values() if kinds is None or c.kind.name in kinds]
    if name not in columns:
        yield f"`{record.table()}` has no column `{name}`." + nearest(name, fitting)
    elif name not in fitting:
        found = columns[name].kind.name.replace("_", "/")
        wanted = _either(sorted(kind.replace("_", "/") for kind in kinds or ()))
        yield f"`{name}` of `{record.table()}` is a {found} column; it should be {wanted}."


def _condition(column: Column, word: str) -> Condition:
    return Condition(column.name, YES_NO[word] if column.kind.name == "yes_no" else word)


def _either(words: Iterable[str]) -> str:
    return " or ".join(f"`{word}`" for word in words)


def _raise_all(problems: Iterable[str]) -> None:
    sentences = list(problems)
    if sentences:
        raise ValueError(" ".join(sentences))
