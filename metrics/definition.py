"""An indicator: a definition that turns rows into one value, with worked examples."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from ingest.kinds import Record
from matrices.model import Declared
from metrics.counting.tallied import TALLIED
from metrics.tally import MEMBER_KINDS, Tally, column_problems, either, raise_all

Unit = Literal[
    "people",
    "participations",
    "activities",
    "organisations",
    "playlists",
    "awards",
    "skills",
    "events",
    "cooperations",
    "visits",
    "tools",
    "percent",
    "per_1000",
]

SCALES: dict[Unit, int] = {"percent": 100, "per_1000": 1000}
"""What numerator / denominator is multiplied by, where there is a denominator."""

PERIOD_OF_COUNTS = "period"
"""What dates a ready-made count: not a day but a whole period."""


class Example(Declared):
    """A worked example: a few rows, a period, and the value that must come out."""

    name: str
    period: int | str
    """`2024`, `2024-Q1`, `2024-05`."""
    given: dict[str, str]
    """Record to a little table: cells between `|`, the first line the columns."""
    expect: float | None
    """The value; empty where there is none because the denominator is zero or unknown."""


class Review(Declared):
    """Who looked at the definition, and when it is to be looked at again; shown, never enforced."""

    checked_by: str
    next: date | None = None


class IndicatorWords(Declared):
    """What an indicator says of itself in another language; what is left out stays English."""

    name: str
    question: str | None = None
    why_it_matters: str | None = None
    caveats: str | None = None
    comparability: str | None = None


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
    """The day column of the record that puts a row into a period; `period` for ready-made counts."""
    disaggregate_by: tuple[str, ...] = ()
    """Columns of the numerator's record by whose values the indicator is also shown."""
    is_sample: bool = False
    """Whether not everybody was asked, so that the share is uncertain."""
    is_sensitive: bool = False
    """Whether a small value is withheld although it counts no people, for what it tells of them."""
    caveats: str | None = None
    comparability: str | None = None
    """A sentence: what may be compared with what."""
    aligned_to: tuple[str, ...] = ()
    """Goals of policy frameworks that it serves, such as `youth_goals:8`."""
    version: int = 1
    """Goes up when the meaning changes; only equal versions are compared."""
    review: Review | None = None
    translations: dict[str, IndicatorWords] = Field(default_factory=dict)
    """Two-letter code of a language to the words in it."""
    examples: tuple[Example, ...]

    @property
    def is_share(self) -> bool:
        """A share has a denominator and is shown in percent."""
        return self.unit == "percent"

    @property
    def is_rate(self) -> bool:
        """A rate is shown per 1,000 inhabitants."""
        return self.unit == "per_1000"

    @property
    def scale(self) -> int | None:
        """What numerator / denominator is multiplied by; None without a denominator."""
        return SCALES.get(self.unit)

    @property
    def is_reported(self) -> bool:
        """Only ready-made counts give it."""
        return self.numerator.reported is not None

    @property
    def is_stock(self) -> bool:
        """A stock is a running total to date; a flow belongs to its period alone."""
        return self.numerator.is_running

    @property
    def tallies(self) -> dict[str, Tally]:
        """`numerator`, and for a share or rate `denominator`."""
        parts = {"numerator": self.numerator, "denominator": self.denominator}
        return {name: tally for name, tally in parts.items() if tally}

    @property
    def is_about_people(self) -> bool:
        """Whether a small value could point at a person; see `metrics/disclosure.py`.

        Who answers a survey is a person: two of the five who were asked are two people.
        """
        counted = {tally.distinct for tally in self.tallies.values()}
        is_survey = self.is_reported and self.is_share
        is_people = self.unit == "people" or "learner" in counted
        return is_people or is_survey or self.is_sensitive

    @property
    def counts_what_people_did(self) -> bool:
        """Whether each row that it counts is something that a person did, such as joining."""
        return any(TALLIED[tally.record].person_columns() for tally in self.tallies.values())

    @field_validator("dated_by")
    @classmethod
    def _dates_its_records(cls, name: str, info: ValidationInfo) -> str:
        for record in _records(info):
            if record.table() == "counts":
                if name != PERIOD_OF_COUNTS:
                    raise ValueError("a ready-made count is dated by its `period`.")
            else:
                raise_all(column_problems(record, "city", None))
                raise_all(column_problems(record, name, frozenset({"day"})))
        return name

    @field_validator("disaggregate_by")
    @classmethod
    def _breaks_down_its_records(
        cls, names: tuple[str, ...], info: ValidationInfo
    ) -> tuple[str, ...]:
        denominator = info.data.get("denominator")
        if names and denominator and denominator.inhabitants:
            raise ValueError("a rate per 1,000 inhabitants is not broken down.")
        found = (
            column_problems(record, name, MEMBER_KINDS)
            for record in _records(info)
            for name in names
        )
        raise_all(chain.from_iterable(found))
        return names

    @model_validator(mode="after")
    def _has_the_unit_of_its_denominator(self) -> "Indicator":
        if self.numerator.inhabitants:
            raise ValueError("`inhabitants` is what a rate is divided by: a denominator.")
        raise_all(self._reading_problems())
        is_rate = bool(self.denominator and self.denominator.inhabitants)
        if is_rate != self.is_rate:
            raise ValueError("the unit is `per_1000` where the denominator is `inhabitants`.")
        if (self.denominator is not None and not is_rate) != self.is_share:
            raise ValueError("the unit is `percent` where there is a denominator, only there.")
        if self.is_share and bool(self.denominator.reported) != self.is_reported:
            raise ValueError("numerator and denominator are both `reported`, or neither is.")
        return self

    def _reading_problems(self) -> Iterator[str]:
        """Readings of one thing differ by their day alone, and stay in one member."""
        for tally in self.tallies.values():
            key = TALLIED[tally.record].key
            if tally.snapshot and self.dated_by not in key:
                yield f"`{tally.record}` keeps one row a thing, so there is nothing to compare."
            for name in self.disaggregate_by if tally.snapshot else ():
                if name not in key:
                    yield f"a reading is broken down by {either(key)} only, not by `{name}`."


def _records(info: ValidationInfo) -> list[type[Record]]:
    """The records of the tallies that have a day, as far as these could be read."""
    tallies = [info.data.get("numerator"), info.data.get("denominator")]
    dated = dict.fromkeys(t.record for t in tallies if t and not t.inhabitants)
    return [TALLIED[name] for name in dated]
