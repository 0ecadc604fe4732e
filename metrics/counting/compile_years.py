"""SQL for different values, such as people, in all periods at once.

Every value stands once a year, with a bit for each stretch of the year in which it was there: one
pass over the rows. A year has few patterns of bits, so that months, quarters and the year itself
come from counting how many values share a pattern. Only for periods that reach from one year into
another, such as school years, are the years of each value brought together, and for territories
those of its cities. `compile_distinct.py` says the same in fewer words, and in many passes.

A number has room for the year of several that are asked for, such as the learners of online
activities, side by side: one number is found in half the time of four.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from metrics.counting.over_periods import WITHIN
from metrics.counting.part import UNKNOWN, Part, Said, final_lines
from metrics.counting.sql_text import (
    all_hold,
    breakdown_columns,
    breakdown_sets,
    common_table,
    counted_rows,
    listed,
    literal,
    member_column,
    member_name,
    member_tests,
    statement,
)
from metrics.counting.stretches import BITS, NUMBER, Stretches
from metrics.tally import Condition

TERRITORIES = """\
SELECT
    territory,
    city,
    count(*) OVER (PARTITION BY territory) AS cities
FROM members"""

COUNTED = """\
SELECT
    period,
    disaggregation,
    member,
    condition,
    sum(different) AS different
FROM alike
JOIN spans USING (territory, year)
WHERE is_in_one_year AND (alike.stretches & spans.stretches) > 0
GROUP BY ALL"""


@dataclass(frozen=True)
class Asked:
    """Who has a year of their own: values of rows that meet the conditions, all or of one member."""

    conditions: tuple[Condition, ...]
    disaggregation: str = ""
    member: str = ""
    belongs: str = ""
    """SQL: whether a row belongs to the member."""


@dataclass(frozen=True)
class Place:
    """Where the year of somebody asked for stands: in which number, from which bit on."""

    number: str
    first_bit: int


@dataclass(frozen=True)
class Years:
    """The query for parts that count the different values of one column by one day."""

    parts: Sequence[Part]
    cuts: Sequence[date]

    def sql(self) -> str:
        each = self.column
        tables = [
            common_table("once", f"Each {each} once a year in each city.", self._once()),
            common_table("territories", "How many cities each one has.", TERRITORIES),
            common_table("years", f"Each {each} once a year in each territory.", self._years()),
            common_table("spans", "The stretches of each year that a period has.", self._spans()),
            common_table("patterns", "How many have the same year.", self._patterns()),
            common_table("alike", "The same, for each that is asked.", self._alike()),
            common_table("longer", f"Each {each} once in a longer period.", self._longer()),
            common_table("counted", "How many were there in each period.", self._counted()),
            common_table(WITHIN, "The same, a column for each condition.", self._within()),
        ]
        said = [Said(p, self._counts(p), UNKNOWN, self._counts(p)) for p in self.parts]
        title = f"Different values of {each} in {self.table} by {self.dated_by}, all periods."
        return statement(title, tables, final_lines(said, self.breakdowns))

    @property
    def table(self) -> str:
        return self.parts[0].tally.record

    @property
    def column(self) -> str:
        return str(self.parts[0].tally.distinct)

    @property
    def dated_by(self) -> str:
        return self.parts[0].dated_by

    @property
    def stretches(self) -> Stretches:
        return Stretches(self.cuts)

    @property
    def breakdowns(self) -> list[str]:
        return sorted({name for part in self.parts for name in part.breakdowns})

    @property
    def by_words(self) -> list[str]:
        """Breakdowns whose members only the rows can tell."""
        return [name for name in self.breakdowns if not member_tests(self.table, name)]

    @property
    def places(self) -> dict[Asked, Place]:
        """As many in a number as it has room for."""
        width = self.stretches.width
        beside = BITS // width
        found = dict.fromkeys(asked for part in self.parts for asked in self._asked(part))
        return {
            asked: Place(f"stretches_{position // beside + 1}", position % beside * width)
            for position, asked in enumerate(found)
        }

    @property
    def numbers(self) -> list[str]:
        return list(dict.fromkeys(place.number for place in self.places.values()))

    def _asked(self, part: Part) -> Iterator[Asked]:
        yield Asked(part.tally.conditions)
        for name in part.breakdowns:
            for member, belongs in member_tests(self.table, name).items():
                yield Asked(part.tally.conditions, name, member, belongs)

    def _once(self) -> str:
        day = f"{self.table}.{self.dated_by}"
        expressions = [
            f"{self.table}.city",
            f"{self.table}.{self.column}",
            f"{self.stretches.year(day)} AS year",
            *(member_column(self.table, name) for name in self.by_words),
            *(self._number(number, day) for number in self.numbers),
        ]
        there = f"{self.table}.{self.column} IS NOT NULL"
        rows = counted_rows(self.table, self.dated_by, there)
        keys = f"    {self.table}.city,\n    {self.table}.{self.column},\n    year"
        sets = breakdown_sets(self.by_words)
        return f"SELECT\n{listed(expressions)}\n{rows}\nGROUP BY\n{keys}{sets}"

    def _number(self, number: str, day: str) -> str:
        """The bit of a row's stretch in the year of everyone asked for whom the row is one of."""
        firsts = [
            self._first(asked, 1 << place.first_bit)
            for asked, place in self.places.items()
            if place.number == number
        ]
        years = " +\n    ".join(firsts)
        return f"bit_or(({self.stretches.bit(day)}) * (\n    {years}\n)::{NUMBER}) AS {number}"

    def _first(self, asked: Asked, bit: int) -> str:
        tests = [*filter(None, [all_hold(asked.conditions, self.table), asked.belongs])]
        return f"CASE WHEN {' AND '.join(tests)} THEN {bit} ELSE 0 END" if tests else str(bit)

    def _years(self) -> str:
        keys = ["territory", "year", self.column, *map(member_name, self.by_words)]
        together = [f"bit_or({number}) AS {number}" for number in self.numbers]
        return (
            f"SELECT\n{listed([*keys, *self.numbers])}\n"
            "FROM once\nJOIN territories USING (city)\nWHERE cities = 1\nUNION ALL\n"
            f"SELECT\n{listed([*keys, *together])}\n"
            "FROM once\nJOIN territories USING (city)\nWHERE cities > 1\nGROUP BY ALL"
        )

    def _spans(self) -> str:
        """`in_each` has the stretches in the year of everyone who shares a number."""
        width = self.stretches.width
        first_bits = sum(1 << first for first in range(0, BITS - width + 1, width))
        expressions = [
            "periods.city AS territory",
            "period",
            f"{self.stretches.year('since')} AS year",
            f"bit_or({self.stretches.bit('since')}) AS stretches",
            f"stretches * {first_bits}::{NUMBER} AS in_each",
            "count(*) OVER (PARTITION BY period) = 1 AS is_in_one_year",
        ]
        return (
            f"SELECT\n{listed(expressions)}\nFROM calendar\nJOIN periods USING (period)\n"
            "GROUP BY\n    periods.city,\n    period,\n    year"
        )

    def _patterns(self) -> str:
        keys = ["territory", "year", *map(member_name, self.by_words), *self.numbers]
        return f"SELECT\n{listed([*keys, 'count(*) AS different'])}\nFROM years\nGROUP BY ALL"

    def _alike(self) -> str:
        return "\nUNION ALL\n".join(
            self._one("patterns", asked, ["territory", "year"], [f"{year} AS stretches"])
            for asked, year in self._year_of_each()
        )

    def _longer(self) -> str:
        """Who was there only in the other part of a year is left out before values are grouped."""
        keys = ["period", self.column, *map(member_name, self.by_words)]
        met = [f"bit_or({number} & in_each) AS {number}" for number in self.numbers]
        return (
            f"SELECT\n{listed([*keys, *met, '1 AS different'])}\n"
            "FROM years\nJOIN spans USING (territory, year)\n"
            f"WHERE NOT is_in_one_year AND (({' | '.join(self.numbers)}) & in_each) > 0\n"
            "GROUP BY ALL"
        )

    def _counted(self) -> str:
        longer = [self._one("longer", asked, ["period"], []) for asked in self.places]
        return "\nUNION ALL\n".join([COUNTED, *longer])

    def _year_of_each(self) -> Iterator[tuple[Asked, str]]:
        every = (1 << self.stretches.width) - 1
        for asked, place in self.places.items():
            yield asked, f"({place.number} >> {place.first_bit}) & {every}"

    def _one(self, source: str, asked: Asked, keys: Sequence[str], more: Sequence[str]) -> str:
        """How many there are of one that is asked for."""
        year = dict(self._year_of_each())[asked]
        subject = [*keys, *self._subject(asked), *more, "sum(different) AS different"]
        where = " AND ".join([f"({year}) > 0", *self._lines_of(asked)])
        return f"SELECT\n{listed(subject)}\nFROM {source}\nWHERE {where}\nGROUP BY ALL"

    def _subject(self, asked: Asked) -> list[str]:
        one = [
            f"{literal(asked.disaggregation)} AS disaggregation",
            f"{literal(asked.member)} AS member",
        ]
        members = one if asked.disaggregation else breakdown_columns(self.by_words)
        return [*members, f"{self._condition(asked.conditions)} AS condition"]

    def _lines_of(self, asked: Asked) -> list[str]:
        """A member is counted in the whole, not in each member of another breakdown."""
        names = self.by_words if asked.disaggregation else []
        return [f"{member_name(name)} IS NULL" for name in names]

    def _within(self) -> str:
        conditions = {self._counts(p): self._condition(p.tally.conditions) for p in self.parts}
        counts = [
            f"sum(different) FILTER (WHERE condition = {number}) AS {name}"
            for name, number in conditions.items()
        ]
        keys = ["period", "disaggregation", "member"]
        return f"SELECT\n{listed([*keys, *counts])}\nFROM counted\nGROUP BY ALL"

    def _condition(self, conditions: tuple[Condition, ...]) -> int:
        known = list(dict.fromkeys(part.tally.conditions for part in self.parts))
        return known.index(conditions) + 1

    def _counts(self, part: Part) -> str:
        """The column of a part: that of the first part with the same conditions."""
        same = part.tally.conditions
        return next(other.name for other in self.parts if other.tally.conditions == same)
