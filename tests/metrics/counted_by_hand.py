"""The counting rules a second time: plain Python, slow and obvious, sharing nothing with the SQL.

Every value is found by going through all rows again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from metrics.definition import Indicator
from metrics.tally import Tally

ON_OFFER = {"published", "archived"}

Row = Mapping[str, object]
Tables = Mapping[str, Sequence[Row]]
Coverage = Sequence[tuple[str, str, date, date]]


@dataclass(frozen=True)
class Reach:
    """Whose rows count in a figure: of each city of which data tell from when to when they do."""

    name: str
    known: Mapping[str, tuple[date, date]]
    first: date
    last: date

    def covers(self, start: date, end: date) -> list[bool]:
        """Of each city whose data have a day of the period whether they reach its last day."""
        return [
            end <= last for first, last in self.known.values() if start <= last and first <= end
        ]


def actuals(
    indicator: Indicator,
    tables: Tables,
    coverage: Coverage,
    projects: Sequence[tuple[date, date]] = (),
    territories: Mapping[str, Sequence[str]] = {},
) -> Iterator[tuple]:
    """Rows as in the table `actuals`: what it is about, the figures, whether it is complete."""
    cities = sorted({city for _, city, *_ in coverage})
    for name, members in {**{city: [city] for city in cities}, **territories}.items():
        reach = _reach(indicator, coverage, name, members)
        if reach and _has_population(indicator, tables, name):
            yield from _of_one(indicator, tables, reach, projects)


def _reach(
    indicator: Indicator, coverage: Coverage, name: str, members: Sequence[str]
) -> Reach | None:
    record = indicator.numerator.record
    source = "activities" if record == "activity_skills" else record
    there = [line for line in coverage if line[1] in members]
    known = {city: (first, last) for covered, city, first, last in there if covered == source}
    if not known:
        return None
    return Reach(name, known, min(line[2] for line in there), max(line[3] for line in there))


def _of_one(
    indicator: Indicator, tables: Tables, reach: Reach, projects: Sequence[tuple[date, date]]
) -> Iterator[tuple]:
    for kind, start, end in _periods(reach, projects):
        covers = reach.covers(start, end)
        if not covers or (kind == "same_stretch" and len(covers) < len(reach.known)):
            continue
        is_complete = all(covers) and len(covers) == len(reach.known)
        for column, member in [("", ""), *sorted(_members(indicator, tables, reach))]:
            figures = _figures(indicator, tables, reach, start, end, column, member)
            place = (indicator.identifier, reach.name, kind, start, end, column, member)
            yield (*place, *figures, is_complete)


def _has_population(indicator: Indicator, tables: Tables, city: str) -> bool:
    return not indicator.is_rate or _inhabitants(indicator, tables, city) is not None


def _inhabitants(indicator: Indicator, tables: Tables, city: str) -> float | None:
    ages = indicator.denominator.inhabitants
    bands = [row for row in tables["inhabitants"] if (row["city"], row["ages"]) == (city, ages)]
    return bands[0]["persons"] if bands else None


KINDS = (("month", 1, 1), ("quarter", 3, 1), ("year", 12, 1), ("school_year", 12, 9))
"""Kind, how many months, and the month with which the first of a year begins."""


def _periods(
    reach: Reach, projects: Sequence[tuple[date, date]]
) -> Iterator[tuple[str, date, date]]:
    for kind, months, begins in KINDS:
        year, month = reach.first.year - 1, begins
        while (start := date(year, month, 1)) <= reach.last:
            year, month = year + (month + months > 12), (month + months - 1) % 12 + 1
            yield kind, start, date(year, month, 1) - timedelta(days=1)
    for start, end in projects:
        yield "project", start, end
    yield "to_date", reach.first.replace(day=1), reach.last
    yield from _same_stretches(reach)


def _same_stretches(reach: Reach) -> Iterator[tuple[str, date, date]]:
    """Where the data of all that tell end on the same day, and within a year."""
    days = {last for _, last in reach.known.values()}
    if len(days) == 1 and (day := days.pop()) != date(day.year, 12, 31):
        for year in range(reach.first.year, day.year):
            yield "same_stretch", date(year, 1, 1), day.replace(year=year)


def _members(indicator: Indicator, tables: Tables, reach: Reach) -> set[tuple[str, object]]:
    return {
        (column, _member(row[column]))
        for tally in indicator.tallies.values()
        if not tally.inhabitants
        for row in _rows(tally, tables, indicator.dated_by, reach, date.min, reach.last)
        for column in indicator.disaggregate_by
    }


def _member(value: object) -> object:
    if value is None or value == "":
        return "not stated"
    return {True: "yes", False: "no"}.get(value, value)


def _figures(
    indicator: Indicator,
    tables: Tables,
    reach: Reach,
    start: date,
    until: date,
    column: str,
    member: str,
) -> tuple:
    """Value, numerator, denominator and the number of rows."""
    parts = []
    for tally in indicator.tallies.values():
        if tally.inhabitants:
            continue
        since = date.min if tally.within == "to_date" or tally.snapshot else start
        rows = [
            row
            for row in _rows(tally, tables, indicator.dated_by, reach, since, until)
            if not column or _member(row[column]) == member
        ]
        parts.append(_read_off(indicator, rows, start) or (_tallied(tally, rows), len(rows)))
    if indicator.is_rate:
        ((people, rows),), persons = parts, _inhabitants(indicator, tables, reach.name)
        return (1000 * people / persons, people, persons, rows)
    if len(parts) == 1:
        return (parts[0][0], parts[0][0], None, parts[0][1])
    (numerator, _), (denominator, counted) = parts
    share = 100 * numerator / denominator if denominator else None
    return (share, numerator, denominator, counted)


def _read_off(indicator: Indicator, rows: list[Row], start: date) -> tuple[float, int] | None:
    """Of counters, city by city: how they stand at the end, or by how much more than before."""
    if not indicator.numerator.snapshot:
        return None
    cities = {row["city"] for row in rows}
    read = [_read_in(indicator, [r for r in rows if r["city"] == c], start) for c in cities]
    return (sum(grown for grown, _ in read), sum(count for _, count in read))


def _read_in(indicator: Indicator, rows: list[Row], start: date) -> tuple[float, int]:
    tally, day = indicator.numerator, indicator.dated_by
    if tally.latest:
        return (_stand(indicator, rows), len(rows))
    first = min((row[day] for row in rows), default=date.max)
    before = [row for row in rows if row[day] < start or row[day] == first]
    grown = _stand(indicator, rows) - _stand(indicator, before)
    return (grown, sum(row[day] >= start and row[day] > first for row in rows))


def _stand(indicator: Indicator, rows: list[Row]) -> float:
    """Each thing as it was read last."""
    key = [name for name in ("subject", "subject_id", "counter") if rows and name in rows[0]]
    last: dict[tuple, Row] = {}
    for row in sorted(rows, key=lambda row: row[indicator.dated_by]):
        last[tuple(row[name] for name in key)] = row
    return sum(row[indicator.numerator.snapshot] for row in last.values())


def _rows(
    tally: Tally, tables: Tables, dated_by: str, reach: Reach, since: date, until: date
) -> list[Row]:
    return [
        row
        for row in tables[tally.record]
        if row["city"] in reach.known
        and row[dated_by] is not None
        and since <= row[dated_by] <= min(until, reach.known[row["city"]][1])
        and _counts(tally.record, row, tables)
        and all(_meets(where, row) for where in tally.where)
        and (tally.distinct is None or row[tally.distinct] is not None)
    ]


def _counts(record: str, row: Row, tables: Tables) -> bool:
    if record == "activity_skills":
        return any(
            activity["activity_id"] == row["activity_id"] and activity["status"] in ON_OFFER
            for activity in tables["activities"]
        )
    if record in ("activities", "playlists"):
        return row["status"] in ON_OFFER
    if record == "awards":
        return row["standing"] == "stands"
    return record != "participations" or row["type"] == "user"


def _meets(where: str | dict[str, str], row: Row) -> bool:
    if isinstance(where, str):
        return row[where] is True
    words = {"yes": True, "no": False}
    return all(
        row[column] == (words[word] if isinstance(row[column], bool) else word)
        for column, word in where.items()
    )


def _tallied(tally: Tally, rows: Sequence[Row]) -> float:
    if tally.count:
        return len(rows)
    if tally.distinct:
        return len({row[tally.distinct] for row in rows})
    return sum(row[tally.sum] for row in rows if row[tally.sum] is not None)
