"""The counting rules a second time: plain Python, slow and obvious, sharing nothing with the SQL.

Every value is found by going through all rows again.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from metrics.definition import Indicator
from metrics.tally import Tally

ON_OFFER = {"published", "archived"}

Row = Mapping[str, object]
Tables = Mapping[str, Sequence[Row]]
Coverage = Sequence[tuple[str, str, date, date]]


def actuals(indicator: Indicator, tables: Tables, coverage: Coverage) -> Iterator[tuple]:
    """Rows as in the table `actuals`: what it is about, the figures, whether it is complete."""
    record = indicator.numerator.record
    source = "activities" if record == "activity_skills" else record
    for covered, city, first, last in coverage:
        if covered == source and _has_population(indicator, tables, city):
            for kind, start, end in _periods(first, last):
                for column, member in [("", ""), *sorted(_members(indicator, tables, city, last))]:
                    until = min(end, last)
                    figures = _figures(indicator, tables, city, start, until, column, member)
                    place = (indicator.identifier, city, kind, start, end, column, member)
                    yield (*place, *figures, end <= last)


def _has_population(indicator: Indicator, tables: Tables, city: str) -> bool:
    return not indicator.is_rate or _inhabitants(indicator, tables, city) is not None


def _inhabitants(indicator: Indicator, tables: Tables, city: str) -> float | None:
    ages = indicator.denominator.inhabitants
    bands = [row for row in tables["inhabitants"] if (row["city"], row["ages"]) == (city, ages)]
    return bands[0]["persons"] if bands else None


def _periods(first: date, last: date) -> Iterator[tuple[str, date, date]]:
    for kind, months in (("month", 1), ("quarter", 3), ("year", 12)):
        year, month = first.year, (first.month - 1) // months * months + 1
        while (start := date(year, month, 1)) <= last:
            year, month = year + (month + months > 12), (month + months - 1) % 12 + 1
            yield kind, start, date(year, month, 1) - timedelta(days=1)


def _members(
    indicator: Indicator, tables: Tables, city: str, last: date
) -> set[tuple[str, object]]:
    return {
        (column, _member(row[column]))
        for tally in indicator.tallies.values()
        if not tally.inhabitants
        for row in _rows(tally, tables, indicator.dated_by, city, date.min, last)
        for column in indicator.disaggregate_by
    }


def _member(value: object) -> object:
    if value is None or value == "":
        return "not stated"
    return {True: "yes", False: "no"}.get(value, value)


def _figures(
    indicator: Indicator,
    tables: Tables,
    city: str,
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
            for row in _rows(tally, tables, indicator.dated_by, city, since, until)
            if not column or _member(row[column]) == member
        ]
        parts.append(_read_off(indicator, rows, start) or (_tallied(tally, rows), len(rows)))
    if indicator.is_rate:
        ((people, rows),), persons = parts, _inhabitants(indicator, tables, city)
        return (1000 * people / persons, people, persons, rows)
    if len(parts) == 1:
        return (parts[0][0], parts[0][0], None, parts[0][1])
    (numerator, _), (denominator, counted) = parts
    share = 100 * numerator / denominator if denominator else None
    return (share, numerator, denominator, counted)


def _read_off(indicator: Indicator, rows: list[Row], start: date) -> tuple[float, int] | None:
    """Of counters: how they stand at the end of these rows, or by how much more than before."""
    tally, day = indicator.numerator, indicator.dated_by
    if not tally.snapshot:
        return None
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
    tally: Tally, tables: Tables, dated_by: str, city: str, since: date, until: date
) -> list[Row]:
    return [
        row
        for row in tables[tally.record]
        if row["city"] == city
        and row[dated_by] is not None
        and since <= row[dated_by] <= until
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
