"""SQL for different values, such as people, in all periods at once.

A value counts in a period with its first row there: the one before which it was last there ahead
of the period's first day, or never. So rows stand in line by city, value and day, each is told
when its value was there before, and they are counted by the stretch in which they lie and the
stretch in which the value was before. These counts add up, whatever the period. It takes one look
at each row and keeps none, where telling millions of people apart takes a table of them all.
`compile_distinct.py` says the same in fewer words, period by period.

Rows of people lie in line already (`ingest/tables/order.py`). Those of territories with several
cities, of other tables, and of members that only the rows can tell are sorted first. Either way
each row is compared with the one before it: rows out of line are an error, never a wrong figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from metrics.counting.in_line import day_before, lie_in_line
from metrics.counting.over_periods import WITHIN
from metrics.counting.part import UNKNOWN, Part, Said, final_lines
from metrics.counting.sql_text import (
    all_hold,
    common_table,
    counted_rows,
    ever_counted,
    listed,
    literal,
    member_column,
    member_name,
    member_tests,
    nested,
    statement,
    within_coverage,
)
from metrics.tally import Condition

TERRITORIES = """\
SELECT
    territory,
    city,
    dense_rank() OVER (ORDER BY territory)::USMALLINT AS number,
    count(*) OVER (PARTITION BY territory) AS cities
FROM members"""

SPANS = """\
SELECT DISTINCT
    number,
    since,
    period,
    period_start
FROM calendar
JOIN periods USING (period)
JOIN territories ON territory = periods.city"""

COUNTED = """\
SELECT
    period,
    disaggregation,
    member,
    condition,
    sum(different) AS different
FROM arrivals
JOIN spans USING (number, since)
WHERE before < period_start
GROUP BY ALL"""


@dataclass(frozen=True)
class Asked:
    """Whose rows stand in a line of their own: those that meet the conditions, all or by member."""

    conditions: tuple[Condition, ...]
    disaggregation: str = ""
    member: str = ""
    """Empty where each member that the rows tell has a line of its own."""
    belongs: str = ""
    """SQL: whether a row belongs to the member."""

    @property
    def is_by_words(self) -> bool:
        return bool(self.disaggregation and not self.belongs)


@dataclass(frozen=True)
class Arrivals:
    """The query for parts that count the different values of one column by one day."""

    parts: Sequence[Part]

    def sql(self) -> str:
        each = self.column
        as_they_lie = [self._as_they_lie(asked) for asked in self.asked if self._lies(asked)]
        tables = [
            common_table("territories", "How many cities each one has.", TERRITORIES),
            common_table("spans", "The stretches of each period.", SPANS),
            *([self._by_city(as_they_lie)] if as_they_lie else []),
            common_table("arrivals", "The same in each territory.", self._arrivals(as_they_lie)),
            common_table("counted", f"Each {each} once in each period.", COUNTED),
            common_table(WITHIN, "The same, a column for each condition.", self._within()),
        ]
        said = [Said(p, self._counts(p), UNKNOWN, self._counts(p)) for p in self.parts]
        breakdowns = sorted({name for part in self.parts for name in part.breakdowns})
        title = f"Different values of {each} in {self.table} by {self.dated_by}, all periods."
        return statement(title, tables, final_lines(said, breakdowns))

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
    def asked(self) -> list[Asked]:
        return list(dict.fromkeys(asked for part in self.parts for asked in self._asked(part)))

    def _asked(self, part: Part) -> Iterator[Asked]:
        yield Asked(part.tally.conditions)
        for name in part.breakdowns:
            tests = member_tests(self.table, name)
            for member, belongs in (tests or {"": ""}).items():
                yield Asked(part.tally.conditions, name, member, belongs)

    def _lies(self, asked: Asked) -> bool:
        in_line = lie_in_line(self.table, self.column, self.dated_by)
        return in_line and not asked.is_by_words

    def _by_city(self, lines: Sequence[str]) -> str:
        comment = f"By stretch, and by the one in which the {self.column} was there before."
        return common_table("by_city", comment, "\nUNION ALL\n".join(lines))

    def _arrivals(self, as_they_lie: Sequence[str]) -> str:
        of_one_city = [self._of_one_city()] if as_they_lie else []
        lined_up = [self._lined_up(asked) for asked in self.asked]
        return "\nUNION ALL BY NAME\n".join([*of_one_city, *lined_up])

    def _of_one_city(self) -> str:
        """As far as its data reach: what they do not lies last in every line."""
        return (
            "SELECT\n    by_city.* EXCLUDE (city, piece),\n    since,\n    number\n"
            "FROM by_city\nJOIN territories USING (city)\nJOIN days ON day = by_city.piece\n"
            f"{within_coverage(self.table, 'by_city.piece', 'by_city')}\n    AND cities = 1"
        )

    def _as_they_lie(self, asked: Asked) -> str:
        columns = ["lying.city", "days.piece", "earlier.piece AS before", *self._subject(asked)]
        return (
            f"SELECT\n{listed([*columns, 'count(*) AS different'])}\n"
            f"FROM {nested(self._lying(asked))} AS lying\n"
            "JOIN days ON days.day = lying.day\n"
            "JOIN days AS earlier ON earlier.day = day_before\n"
            "GROUP BY ALL"
        )

    def _lying(self, asked: Asked) -> str:
        """Without a join: DuckDB would not read on in the order of the rows."""
        city, value, day = (f"{self.table}.{c}" for c in ("city", self.column, self.dated_by))
        expressions = [city, f"{day} AS day", f"{day_before([city, value], day)} AS day_before"]
        there = [f"{city} IS NOT NULL", f"{value} IS NOT NULL"]
        where = "\n    AND ".join([*there, *ever_counted(self.table), *self._conditions(asked)])
        return f"SELECT\n{listed(expressions)}\nFROM {self.table}\nWHERE {where}"

    def _lined_up(self, asked: Asked) -> str:
        """Every territory whose rows do not lie in line."""
        members = [member_name(asked.disaggregation)] if asked.is_by_words else []
        keys = ["number", *members, self.column]
        told = ["number", *members, "since", f"{day_before(keys, 'since')} AS before"]
        in_line = f"SELECT\n{listed(told)}\nFROM {nested(self._line(asked, keys))}"
        columns = ["number", "since", "before", *self._subject(asked), "count(*) AS different"]
        return f"SELECT\n{listed(columns)}\nFROM {nested(in_line)}\nGROUP BY ALL"

    def _line(self, asked: Asked, keys: Sequence[str]) -> str:
        """Of things, which are fewer than their rows, each once a stretch; of people that is no gain."""
        select, cities = ("SELECT", 2) if self._lies(asked) else ("SELECT DISTINCT", 1)
        return (
            f"{select}\n{listed([*keys, 'since'])}\n"
            f"FROM {nested(self._rows(asked))}\n"
            "JOIN territories USING (city)\n"
            "JOIN days USING (day)\n"
            f"WHERE cities >= {cities}\n"
            "ORDER BY ALL"
        )

    def _rows(self, asked: Asked) -> str:
        names = [asked.disaggregation] if asked.is_by_words else []
        value = f"{self.table}.{self.column}"
        expressions = [
            f"{self.table}.city",
            value,
            *(member_column(self.table, name) for name in names),
            f"{self.table}.{self.dated_by} AS day",
        ]
        there = [f"{value} IS NOT NULL", *self._conditions(asked)]
        return f"SELECT\n{listed(expressions)}\n{counted_rows(self.table, self.dated_by, *there)}"

    def _conditions(self, asked: Asked) -> list[str]:
        return [*filter(None, [all_hold(asked.conditions, self.table), asked.belongs])]

    def _subject(self, asked: Asked) -> list[str]:
        member = member_name(asked.disaggregation) if asked.is_by_words else literal(asked.member)
        return [
            f"{literal(asked.disaggregation)} AS disaggregation",
            f"{member} AS member",
            f"{self._condition(asked.conditions)} AS condition",
        ]

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
