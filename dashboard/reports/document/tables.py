"""The tables of the document: indicators, people by group, and how many statements stand where."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from dashboard.language import say
from dashboard.reports.content import FrameworkRow
from dashboard.reports.document.word import Cell, Mark, Word
from dashboard.reports.drawings import colour_of
from dashboard.wording import document_words as words
from dashboard.wording import statuses
from dashboard.wording.data_words import column, member, sentence_case
from dashboard.wording.explanations import dated
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import amount, number
from dashboard.wording.promises import figure, promised, quietly
from dashboard.wording.report import sources
from dashboard.wording.tables import NO_VALUE, WITHHELD, marks
from metrics.definition import Indicator
from metrics.standing import Actual, StatementStanding, Status

INDICATOR_WIDTHS = (36, 11, 11, 16, 12, 14)
MOST_YEARS = 6


def indicator_table(word: Word, rows: Sequence[FrameworkRow], told: str) -> None:
    """One row a statement and indicator: baseline, promise, newest figure, status and source."""
    head = [
        words.STATEMENT,
        words.BASELINE,
        words.PROMISED,
        words.NEWEST,
        words.STATUS,
        words.SOURCE,
    ]
    cells = [_indicator_row(row) for row in rows]
    word.table([say(each) for each in head], cells, told, INDICATOR_WIDTHS)


def status_mark(status: Status) -> Mark:
    return Mark(statuses.name(status), colour_of(status))


def status_counts(counts: Counter[Status]) -> str:
    """`2 achieved, 1 behind`."""
    found = statuses.in_order(counts)
    return ", ".join(f"{number(count)} {statuses.name(status)}" for status, count in found)


def standing_table(word: Word, standings: Iterable[StatementStanding], told: str) -> None:
    """How many statements stand where, with what the word means."""
    counts = Counter(found.status for found in standings)
    rows: list[list[Cell]] = [
        [status_mark(status), number(count), say(statuses.MEANINGS[status])]
        for status, count in statuses.in_order(counts)
    ]
    head = [say(words.STATUS), say(words.HOW_MANY), say(words.MEANING)]
    word.table(head, rows, told, (18, 16, 66))


def years_table(
    word: Word, actuals: Sequence[Actual], indicators: dict[str, Indicator], told: str
) -> None:
    """Indicators and their groups down, the newest years across."""
    years = sorted({actual.period.start.year for actual in actuals})[-MOST_YEARS:]
    head = [say(words.INDICATOR), say(words.OF_THEM), *(str(year) for year in years)]
    rows = [
        _years_row(list(found), indicators[name], part, years)
        for (name, *part), found in groupby(sorted(actuals, key=_place), key=_place)
    ]
    word.table(head, rows, told, (30, 24, *(46 / len(years) for _ in years)))


def value_of(actual: Actual | None, indicator: Indicator) -> str:
    """The value, or why there is none."""
    if actual is None or (actual.value is None and not actual.is_withheld):
        return say(NO_VALUE)
    if actual.is_withheld:
        return say(WITHHELD)
    known = f" ({marks(actual)})" if actual.is_held else ""
    return f"{amount(actual.value or 0, indicator)}{known}"


def _indicator_row(row: FrameworkRow) -> list[Cell]:
    text = " ".join(row.statement.text.split())
    if row.promise is None:
        return [text, "", "", quietly(row.standing), status_mark(row.status), ""]
    indicator = row.promise.indicator
    newest = figure(row.newest, indicator) if row.newest else say(NO_VALUE)
    parts = words.share(row.newest.numerator, row.newest.denominator) if row.newest else ""
    return [
        f"{text} ({name_of(indicator)})",
        dated(row.baseline, indicator) if row.baseline else "",
        promised(row.promise.promise, indicator),
        f"{newest} ({parts})" if parts else newest,
        status_mark(row.status),
        sources(row.sources),
    ]


def _place(actual: Actual) -> tuple[str, str, str]:
    return actual.indicator, actual.disaggregation, actual.member


def _years_row(
    found: list[Actual], indicator: Indicator, part: list[str], years: list[int]
) -> list[Cell]:
    by_year = {actual.period.start.year: actual for actual in found}
    values: list[Cell] = [value_of(by_year.get(year), indicator) for year in years]
    breakdown, name = part
    of_them = f"{sentence_case(column(breakdown))}: {member(name)}" if breakdown else ""
    return [name_of(indicator), of_them, *values]
