"""The tables that tallies may speak of: the rows of files, and what the matrices and places say."""

from typing import ClassVar

from ingest.kinds import Choice, City, Day, Identifier, Record, Text, Whole, YesNo
from ingest.records import RECORDS


class Statements(Record):
    """The statements of the matrices as they are declared now."""

    key: ClassVar = ("statement",)

    statement: Identifier
    """The statement's identifier."""
    city: City
    """The city that makes it."""
    target_group: Text
    """The column of the matrix."""
    level: Text
    """The row of the matrix: impact, short_term_impact, outputs, activities or inputs."""
    text: Text
    """The sentence."""
    measured: Choice["by_indicator", "by_evidence", "by_survey", "not_yet", "cannot_be"]
    """How it is measured."""
    reason: Text | None = None
    """Why it cannot be measured."""
    in_force_from: Day | None = None
    """The day from which its matrix counts."""
    names_indicator: YesNo
    """Whether figures can show it: at least one indicator is named."""


class Inhabitants(Record):
    """For each city and age band the population that rates are divided by."""

    key: ClassVar = ("city", "ages")

    city: City
    """The city whose place was counted."""
    ages: Text
    """`all`, or the first and the last age that are counted, such as `15-29`."""
    persons: Whole
    """How many people."""
    as_of: Text | None = None
    """When they were counted, in the source's words."""
    unit: Text | None = None
    """What was counted: a municipality, an agglomeration ..."""
    source: Text | None = None
    """Where the number was read."""


ALL_AGES = "all"

DECLARED: dict[str, type[Record]] = {record.table(): record for record in (Statements, Inhabitants)}
"""Tables that the declarations fill, and no file."""

TALLIED: dict[str, type[Record]] = RECORDS | DECLARED
"""Every table with rows that an indicator can be made from, by its name."""
