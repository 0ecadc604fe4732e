"""How one export's headings, words and dates map to records: the model of `sources/*.yaml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator, model_validator

from ingest.kinds import Column
from ingest.records import RECORDS
from matrices.declarations import (
    DeclarationProblem,
    DeclarationProblems,
    nearest,
    read_declaration,
)
from matrices.home import Home
from matrices.model import Declared

ISO_DATES = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%SZ")
"""Dates as ISO 8601 writes them are read with any mapping; listing them does no harm."""


class ColumnSource(Declared):
    """Where a column of a record comes from: a heading, a constant, or several headings."""

    headings: tuple[str, ...] = ()
    """The first of these that a file has is read."""
    constant: str | None = None
    """The same value for every row."""
    made_from: tuple[str, ...] = ()
    """Headings of which, together, a keyed hash is made: an identifier that tells nobody's.
    Beside `headings` it serves where the cell below them is empty, or none of them is there."""

    @model_validator(mode="after")
    def _is_one_way(self) -> "ColumnSource":
        if bool(self.constant) == bool(self.headings or self.made_from):
            raise ValueError("write a heading, a list of headings, `constant:` or `made_from:`")
        return self


def _short_form(value: Any) -> Any:
    """`title` and `[title, name]` grow into `{headings: [...]}`."""
    if isinstance(value, str):
        return {"headings": [value]}
    return {"headings": value} if isinstance(value, list | tuple) else value


class RecordMapping(Declared):
    """How the rows of one kind of table become rows of one record."""

    columns: dict[str, Annotated[ColumnSource, BeforeValidator(_short_form)]]
    """Column of the record to where it comes from."""
    values: dict[str, dict[str, str]] = Field(default_factory=dict)
    """Column of the record to: their word, our word."""
    ignored: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Column of the record to the words that a person has filed as not wanted here."""
    left_out: tuple[str, ...] = ()
    """Headings that are not read and about which nothing needs to be said."""
    whole: tuple[str, ...] = ()
    """Columns of numbers in which only whole numbers are right here."""
    quarters: tuple[str, ...] = ()
    """Columns of periods in which a day stands for the quarter that it lies in."""
    skip_without: tuple[str, ...] = ()
    """A row with none of these columns filled is a line of a form that nobody filled in: it is
    skipped and counted as blank."""


class SourceMapping(Declared):
    """One file in `sources/`; its name without the ending is its identifier."""

    identifier: str
    name: str
    note: str | None = None
    language: str | None = None
    """The two letters of its language, which tells what letters its files are written in."""
    dates: tuple[str, ...] = ()
    """How days are written beside ISO 8601, as in `%d.%m.%Y`; tried in this order."""
    months: tuple[tuple[str, ...], ...] = ()
    """The names of the twelve months, each with its other spellings; they are read as `%B`."""
    excel_days: bool = False
    """Whether days may stand as Excel counts them: `45443` for 2024-05-31."""
    yes: tuple[str, ...] = ("yes", "true", "1")
    no: tuple[str, ...] = ("no", "false", "0")
    empty: tuple[str, ...] = ()
    """Words that mean an empty cell, such as `-` or `n/a`."""
    city_from_host: tuple[str, ...] = ()
    """`example.eu` makes `some-city.example.eu`, or an address on it, the city `some_city`."""
    label_separators: tuple[str, ...] = (";",)
    """The signs between the labels of one cell."""
    simulated: str | None = None
    """The heading of a column in which a yes says that the data are simulated."""
    records: dict[str, RecordMapping] = Field(min_length=1)

    @field_validator("dates")
    @classmethod
    def _are_dates(cls, dates: tuple[str, ...]) -> tuple[str, ...]:
        for written in dates:
            if re.search("%[zZ]", written) and written not in ISO_DATES:
                raise ValueError(f"`{written}`: a time zone is read in ISO 8601 dates only")
            if not all(re.search(f"%{part}", written) for part in ("[yY]", "[mbBj]", "[dj]")):
                raise ValueError(f"`{written}` does not say year, month and day, as `%d.%m.%Y`")
        return dates

    @field_validator("months")
    @classmethod
    def _are_twelve(cls, months: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        if len(months) not in (0, 12):
            raise ValueError(f"a year has twelve months; {len(months)} are written")
        return months

    @field_validator("label_separators")
    @classmethod
    def _are_single_signs(cls, signs: tuple[str, ...]) -> tuple[str, ...]:
        if not signs or any(len(sign) != 1 for sign in signs):
            raise ValueError("each separator is one sign, such as `;`")
        return signs

    @field_validator("records")
    @classmethod
    def _name_what_exists(cls, records: dict[str, RecordMapping]) -> dict[str, RecordMapping]:
        slips = [slip for name, mapping in records.items() for slip in _slips(name, mapping)]
        if slips:
            raise ValueError("; ".join(slips))
        return records


def load_mapping(path: Path) -> SourceMapping:
    """Raises `DeclarationProblems` with every problem of the file."""
    return read_declaration(path, SourceMapping, identifier=path.stem)


@cache
def _packaged_mapping(path: Path) -> SourceMapping:
    """Those of the package do not change while it runs."""
    return load_mapping(path)


@dataclass(frozen=True)
class Mappings:
    """The mappings of a home. Where two fit equally well, its own comes before the package's."""

    own: tuple[SourceMapping, ...] = ()
    packaged: tuple[SourceMapping, ...] = ()

    def __iter__(self) -> Iterator[SourceMapping]:
        return iter((*self.own, *self.packaged))


def load_mappings(home: Home) -> Mappings:
    """Raises `DeclarationProblems` with every problem of every file."""
    own: list[SourceMapping] = []
    packaged: list[SourceMapping] = []
    problems: list[DeclarationProblem] = []
    for path in home.sources():
        try:
            if path.is_relative_to(home.path):
                own.append(load_mapping(path))
            else:
                packaged.append(_packaged_mapping(path))
        except DeclarationProblems as error:
            problems.extend(error.problems)
    if problems:
        raise DeclarationProblems(problems)
    return Mappings(tuple(own), tuple(packaged))


def _slips(name: str, mapping: RecordMapping) -> list[str]:
    record = RECORDS.get(name)
    if record is None or record.is_derived:
        loadable = [table for table, each in RECORDS.items() if not each.is_derived]
        return [f"`{name}` is not a record that files bring.{nearest(name, loadable)}"]
    columns = {column.name: column for column in record.loaded_columns()}
    named = [*mapping.columns, *mapping.values, *mapping.ignored]
    named += [*mapping.whole, *mapping.quarters, *mapping.skip_without]
    unknown = dict.fromkeys(column for column in named if column not in columns)
    return [
        *(f"`{column}` is not a column of {name}.{nearest(column, columns)}" for column in unknown),
        *_missing(name, mapping, list(columns.values())),
        *_bare_persons(mapping, columns),
        *_wrong_words(mapping, columns),
    ]


def _missing(name: str, mapping: RecordMapping, columns: list[Column]) -> list[str]:
    required = [column.name for column in columns if column.is_required]
    return [
        f"{name} needs `{column}`, and `columns` does not say where it comes from"
        for column in required
        if column not in mapping.columns
    ]


def _bare_persons(mapping: RecordMapping, columns: dict[str, Column]) -> list[str]:
    """Headings that name a person and are stored as they stand all the same."""
    persons = {
        heading.casefold()
        for name, source in mapping.columns.items()
        if name in columns and columns[name].kind.name == "person"
        for heading in source.headings
    }
    return [
        f"`{heading}` names a person, so `{name}` must not hold it; use `made_from: [{heading}]`"
        for name, source in mapping.columns.items()
        if name in columns and columns[name].kind.name != "person"
        for heading in source.headings
        if heading.casefold() in persons
    ]


def _wrong_words(mapping: RecordMapping, columns: dict[str, Column]) -> list[str]:
    """Words translated into words that the column does not know."""
    return [
        f"`{ours}` is not a word of `{name}`.{nearest(ours, columns[name].kind.choices)}"
        for name, words in mapping.values.items()
        if name in columns and columns[name].kind.choices
        for ours in dict.fromkeys(words.values())
        if ours not in columns[name].kind.choices
    ]
