"""What a report holds, to be read before it is taken along."""

from collections import Counter
from collections.abc import Iterator

from dashboard import addresses
from dashboard.language import foreign, say
from dashboard.markup import Html, each, element, together
from dashboard.parts.marks import bar, legend, mark
from dashboard.parts.table import Column, Row, table
from dashboard.reports.content import CityReport, FrameworkRow, Report
from dashboard.wording import about_report as words
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import percent
from dashboard.wording.report import made_from, title
from dashboard.wording.tables import NO_VALUE

HEADS = (
    Column(words.PROMISE),
    Column(words.BASELINE, is_count=True),
    Column(words.IN_PERIOD, is_count=True),
    Column(words.NEWEST, is_count=True),
    Column(words.PROMISED),
    Column(words.SHARE, is_count=True),
    Column(words.STATUS),
)


def report_opening(report: Report) -> Html:
    """The answer before anything is asked: how the promises of the period stand."""
    counts = Counter(each.status for city in report.cities for each in city.statements())
    return element(
        "div",
        element("h1", title(report)),
        element("p", words.summary(report), class_="lead"),
        bar(counts),
        legend(counts),
        element("p", say(words.LEAD), class_="aside"),
        class_="opening",
    )


def report_preview(report: Report) -> Html:
    """Read-only: the promises with figures city by city, what was done, what is withheld."""
    withheld = words.withheld(report)
    return element(
        "div",
        element("h2", words.ACHIEVED),
        each(_city(report, city) for city in report.cities),
        element("p", withheld, class_="aside") if withheld else None,
        element("h2", words.DONE),
        element("p", words.done(report)),
        element("p", words.TRACED, " ", made_from(report), class_="aside"),
        class_="report",
    )


def _city(report: Report, city: CityReport) -> Html:
    name = element("h3", city.place_name) if len(report.cities) > 1 else None
    rows = table(f"{words.ACHIEVED}: {city.place_name}", HEADS, _rows(city), cards=True)
    return element("section", name, rows)


def _rows(city: CityReport) -> Iterator[Row]:
    return (Row(_cells(row, city.standing.matrix.language)) for row in city.rows if row.promise)


def _cells(row: FrameworkRow, language: str) -> list[Html | str]:
    share = row.share_achieved
    return [
        _promise(row, language),
        _figure(words.baseline_of(row)),
        _figure(words.value_of(row.in_period, row)),
        _figure(words.value_of(row.newest, row, dated=True)),
        words.promise_of(row),
        _figure(percent(100 * share) if share is not None else NO_VALUE),
        mark(row.status),
    ]


def _figure(told: str) -> Html | str:
    """A phone leaves out where there is none."""
    return element("span", told, class_="nothing") if told == NO_VALUE else told


def _promise(row: FrameworkRow, language: str) -> Html:
    """In the city's words, which tell two promises on one indicator apart; what is counted below."""
    assert row.indicator is not None
    words_of_the_city = element(
        "a",
        row.statement.text.strip(),
        href=addresses.statement(row.statement.identifier),
        lang=foreign(language),
        class_="in-own-words",
    )
    return together(words_of_the_city, element("span", name_of(row.indicator), class_="mark"))
