"""A tally: what is counted, distinct or summed of one table, or known by other means."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import model_validator

from ingest.kinds import Column, Record
from matrices.model import Declared
from matrices.problems import nearest
from metrics.counting.tallied import ALL_AGES, TALLIED

Within = Literal["period", "to_date"]

MEMBER_KINDS = frozenset({"text", "choice", "yes_no"})
"""Kinds of column by whose values an indicator can be broken down."""
EQUALITY_KINDS = MEMBER_KINDS | {"identifier"}
SUM_KINDS = frozenset({"whole", "number"})

FORMS = ("count", "distinct", "sum", "latest", "difference", "reported", "inhabitants")
"""What a tally can be; each has one of them."""

YES_NO = {"yes": True, "no": False}
AGES = re.compile(r"(\d+)-(\d+)")


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
    latest: str | None = None
    """A whole column of `of`, a record of readings: how all things together stood last."""
    difference: str | None = None
    """A whole column of `of`, a record of readings: what all things together grew by."""
    of: str | None = None
    """The record that `distinct`, `sum`, `latest` or `difference` speaks of."""
    reported: str | None = None
    """What is counted, in words: no row can tell, only a ready-made count does."""
    inhabitants: str | None = None
    """An age band such as `15-29`, or `all`: the population of the city's place."""
    where: tuple[str | dict[str, str], ...] = ()
    """Yes/no columns that must be yes, and equalities such as `{kind: meeting}`."""
    within: Within = "period"
    """Rows of the period itself, or all rows up to its end."""

    @property
    def record(self) -> str:
        """The table whose rows are tallied."""
        if self.reported:
            return "counts"
        return self.count or self.of or ("inhabitants" if self.inhabitants else "")

    @property
    def is_counted(self) -> bool:
        """Whether it is worked out from rows that have a day."""
        return not self.reported and not self.inhabitants

    @property
    def is_running(self) -> bool:
        """A running total counts all rows up to the end of its period."""
        return self.within == "to_date" or self.latest is not None

    @property
    def snapshot(self) -> str | None:
        """The column with the readings, for a tally that looks at several of one thing."""
        return self.latest or self.difference

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What `where` asks for, each column once and in alphabetical order."""
        columns = {column.name: column for column in TALLIED[self.record].stored_columns()}
        return tuple(sorted({_condition(columns[name], word) for name, word in self._wheres()}))

    @model_validator(mode="after")
    def _names_what_exists(self) -> "Tally":
        self._check_form()
        if self.record not in TALLIED:
            more = nearest(self.record, TALLIED)
            text = f"`{self.record}` is not a record; records are {', '.join(TALLIED)}."
            raise ValueError(text + more)
        raise_all(self._column_problems())
        return self

    def _check_form(self) -> None:
        if sum(getattr(self, form) is not None for form in FORMS) != 1:
            raise ValueError(f"a tally has exactly one of {', '.join(FORMS)}")
        if self.of and (self.count or not self.is_counted):
            raise ValueError("`of` goes with `distinct` and `sum`; `count` names its record itself")
        if self.difference and self.within == "to_date":
            raise ValueError("what grew to date is the `latest` reading")
        if self.where and not self.is_counted:
            raise ValueError("`where` chooses among rows; a ready-made figure has none")
        if self.inhabitants and not _is_age_band(self.inhabitants):
            text = f"`{self.inhabitants}` is no age band; write `all`, or ages such as `15-29`"
            raise ValueError(text)

    def _wheres(self) -> Iterator[tuple[str, str]]:
        for where in self.where:
            yield from ({where: "yes"} if isinstance(where, str) else where).items()

    def _column_problems(self) -> Iterator[str]:
        record = TALLIED[self.record]
        if self.distinct:
            yield from column_problems(record, self.distinct, None)
        for added in filter(None, (self.sum, self.snapshot)):
            yield from column_problems(record, added, SUM_KINDS)
        for where in self.where:
            kinds = frozenset({"yes_no"}) if isinstance(where, str) else EQUALITY_KINDS
            for name in [where] if isinstance(where, str) else where:
                yield from column_problems(record, name, kinds)
        yield from self._word_problems()

    def _word_problems(self) -> Iterator[str]:
        """Words that the column of an equality can never hold."""
        columns = {column.name: column for column in TALLIED[self.record].stored_columns()}
        for name, word in self._wheres():
            kind = columns[name].kind if name in columns else None
            words = tuple(YES_NO) if kind and kind.name == "yes_no" else kind and kind.choices
            if words and word not in words:
                yield f"`{name}` is never `{word}`, only {either(words)}." + nearest(word, words)


def column_problems(record: type[Record], name: str, kinds: frozenset[str] | None) -> Iterator[str]:
    """A sentence where the record has no such column, or one of another kind than these."""
    columns = {column.name: column for column in record.stored_columns()}
    fitting = [c.name for c in columns.values() if kinds is None or c.kind.name in kinds]
    if name not in columns:
        yield f"`{record.table()}` has no column `{name}`." + nearest(name, fitting)
    elif name not in fitting:
        found = columns[name].kind.name.replace("_", "/")
        wanted = either(sorted(kind.replace("_", "/") for kind in kinds or ()))
        yield f"`{name}` of `{record.table()}` is a {found} column; it should be {wanted}."


def either(words: Iterable[str]) -> str:
    return " or ".join(f"`{word}`" for word in words)


def raise_all(problems: Iterable[str]) -> None:
    """ValueError with all the sentences, if there are any."""
    sentences = list(problems)
    if sentences:
        raise ValueError(" ".join(sentences))


def _is_age_band(written: str) -> bool:
    ages = AGES.fullmatch(written)
    return written == ALL_AGES or bool(ages and int(ages[1]) <= int(ages[2]))


def _condition(column: Column, word: str) -> Condition:
    return Condition(column.name, YES_NO[word] if column.kind.name == "yes_no" else word)
