"""Disaggregations: who and what is behind each figure, with the whole below its parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.language import say
from dashboard.reports.content import CityReport, Report
from dashboard.reports.workbook import figures
from dashboard.reports.workbook.cell import EMPTY, Cell, Column, Row, Table
from dashboard.wording import data_words, tables
from dashboard.wording.data_words import sentence_case
from dashboard.wording.indicator_words import name_of
from metrics.definition import Indicator
from metrics.standing import Actual

NAME = "Disaggregations"
IN_PERIOD = 0
"""Stands for the report period among the years."""


@dataclass(frozen=True)
class Group:
    """One breakdown of one indicator in one city: its parts and the whole, by year."""

    city: CityReport
    indicator: Indicator
    column: str
    """What it is broken down by."""
    members: dict[str, dict[int, Actual]]
    whole: dict[int, Actual]

    def adds_up(self, year: int) -> bool:
        """Whether the parts shown give the whole: not where people stand in two of them, and
        never where a part is withheld, for then the whole less the others would tell it."""
        parts = [years.get(year) for years in self.members.values()]
        whole = self.whole.get(year)
        if whole is None or whole.value is None or self.indicator.scale:
            return False
        values = [part.value for part in parts if part]
        return None not in values and sum(values) == whole.value


def breakdowns(report: Report) -> Table:
    """The sheet; a whole is a live total where its parts add up to it."""
    years = sorted({a.period.start.year for city in report.cities for a in city.parts})
    return Table(
        name=NAME,
        title=say("Disaggregations"),
        lead=say("Where parts share people, or one is withheld, they do not add up to the whole."),
        columns=(
            Column("city", say("City"), 14),
            Column("indicator", say("Indicator"), 44),
            Column("unit", say("Unit"), 27),
            Column("column", say("Broken down by"), 18),
            Column("member", say("Part"), 26),
            *(Column(f"y{year}", str(year), 11) for year in years),
            Column(f"y{IN_PERIOD}", say("Report period"), 13),
        ),
        rows=list(_rows(groups(report), [*years, IN_PERIOD])),
        fixed=2,
        is_counted=True,
    )


def groups(report: Report) -> Iterator[Group]:
    """By city, indicator and breakdown, in the order of the names."""
    for city in report.cities:
        by_year = [(a.period.start.year, a) for a in _of_years(city)]
        dated = [*by_year, *((IN_PERIOD, a) for a in city.in_period)]
        for name, column in sorted({(a.indicator, a.disaggregation) for a in city.parts}):
            of_indicator = [(year, a) for year, a in dated if a.indicator == name]
            yield _group(report, city, name, column, of_indicator)


def _group(
    report: Report, city: CityReport, name: str, column: str, dated: list[tuple[int, Actual]]
) -> Group:
    members: dict[str, dict[int, Actual]] = {}
    parts = [(year, a) for year, a in dated if a.disaggregation == column]
    for year, actual in sorted(parts, key=lambda part: part[1].member):
        members.setdefault(actual.member, {})[year] = actual
    whole = {year: actual for year, actual in dated if not actual.disaggregation}
    return Group(city, report.catalogue.indicators[name], column, members, whole)


def _of_years(city: CityReport) -> Iterator[Actual]:
    yield from (actual for actual in city.figures if actual.period.kind == "year")
    yield from city.parts


def _rows(found: Iterable[Group], years: list[int]) -> Iterator[Row]:
    for group in found:
        for member, values in group.members.items():
            cells = {f"y{year}": value(values.get(year), group.indicator) for year in years}
            yield _head(group, Cell(sentence_case(data_words.member(member)))) | cells
        yield _whole(group, years)


def _whole(group: Group, years: list[int]) -> Row:
    """The last row of a group; live where the parts above it add up."""
    head = _head(group, Cell(say("Whole"), "total"))
    return head | {f"y{year}": _total(group, year) for year in years}


def _head(group: Group, member: Cell) -> Row:
    return {
        "city": Cell(group.city.place_name),
        "indicator": Cell(name_of(group.indicator)),
        "unit": Cell(figures.unit(group.indicator), "soft"),
        "column": Cell(tables.column(group.column)),
        "member": member,
    }


def _total(group: Group, year: int) -> Cell:
    cell = value(group.whole.get(year), group.indicator)
    if cell.look == "withheld" or cell.value is None:
        return cell
    look = "total_percent" if group.indicator.is_share else "total_count"
    if group.adds_up(year):
        return Cell(cell.value, look, "=SUM({above})", above=len(group.members))
    return Cell(cell.value, look, cell.formula)


def value(actual: Actual | None, indicator: Indicator) -> Cell:
    """A share shows in its cell what it is made of: `=11/37`."""
    if actual is None:
        return EMPTY
    parts = actual.numerator, actual.denominator
    live = None
    if indicator.scale and None not in parts:
        live = figures.of_parts(indicator, *(f"{part:.15g}" for part in parts if part is not None))
    return figures.value(actual, indicator, live)
