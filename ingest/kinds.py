"""The kinds of column a record can have, and how a record is read as columns."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict


@dataclass(frozen=True)
class Kind:
    """What a column holds: its name in problems and mappings, and its type in DuckDB."""

    name: str
    duckdb_type: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class DerivedMark:
    """Marks a column that the warehouse works out; no file brings it."""


Identifier = Annotated[str, Kind("identifier", "VARCHAR")]
Text = Annotated[str, Kind("text", "VARCHAR")]
City = Annotated[str, Kind("city", "VARCHAR")]
Person = Annotated[str, Kind("person", "VARCHAR")]
Day = Annotated[str, Kind("day", "DATE")]
YesNo = Annotated[str, Kind("yes_no", "BOOLEAN")]
Whole = Annotated[str, Kind("whole", "BIGINT")]
Number = Annotated[str, Kind("number", "DOUBLE")]
Labels = Annotated[str, Kind("labels", "VARCHAR[]")]


class Choice:
    """`Choice["a", "b"]`: one of a few words, spelled just so once a mapping has translated it."""

    def __class_getitem__(cls, choices: tuple[str, ...]) -> Any:
        return Annotated[str, Kind("choice", "VARCHAR", choices)]


class Derived:
    """`Derived[YesNo]`: a column of that kind that the warehouse works out."""

    def __class_getitem__(cls, annotation: Any) -> Any:
        return Annotated[annotation, DerivedMark()] | None


@dataclass(frozen=True)
class Column:
    """One column of a record as the rest of the product sees it."""

    name: str
    kind: Kind
    sentence: str
    is_required: bool
    is_derived: bool


class Record(BaseModel):
    """The declaration of one warehouse table; see `ingest/records.py`."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    key: ClassVar[tuple[str, ...]]
    """The columns that tell one row from another."""
    counted: ClassVar[dict[str, tuple[str, ...]]] = {}
    """Only rows with one of these words in this column are ever counted by an indicator."""
    is_derived: ClassVar[bool] = False
    """True for a table that the warehouse works out; no file brings it."""

    @classmethod
    def table(cls) -> str:
        """`ActivitySkills` -> `activity_skills`."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    @cache
    def columns(cls) -> tuple[Column, ...]:
        """Every column in the order of declaration, the derived ones last."""
        return tuple(_column(name, field) for name, field in cls.model_fields.items())

    @classmethod
    @cache
    def stored_columns(cls) -> tuple[Column, ...]:
        """The columns of the warehouse's table: a person stands there as a number, `learner`."""
        return tuple(column for column in cls.columns() if column.kind.name != "person")

    @classmethod
    @cache
    def loaded_columns(cls) -> tuple[Column, ...]:
        """The columns that a file can bring."""
        return tuple(column for column in cls.columns() if not column.is_derived)

    @classmethod
    @cache
    def person_columns(cls) -> tuple[str, ...]:
        """The names of the columns of a file that tell who did what a row is about."""
        return tuple(each.name for each in cls.loaded_columns() if each.kind.name == "person")


def _column(name: str, field: Any) -> Column:
    marks = [*field.metadata, *_marks(field.annotation)]
    kind = next(mark for mark in marks if isinstance(mark, Kind))
    is_derived = any(isinstance(mark, DerivedMark) for mark in marks)
    sentence = " ".join((field.description or "").split())
    return Column(name, kind, sentence, field.is_required() and not is_derived, is_derived)


def _marks(annotation: Any) -> list[Any]:
    """Kinds and marks, however deep they stand in `X | None`."""
    if get_origin(annotation) is Annotated:
        return [*annotation.__metadata__, *_marks(annotation.__origin__)]
    return [mark for inner in get_args(annotation) for mark in _marks(inner)]
