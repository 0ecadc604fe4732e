"""The words of the page on which a report is seen before it is taken along."""

from dashboard.language import mark, say, say_n
from dashboard.reports.content import FrameworkRow, Report
from dashboard.wording import report as words
from dashboard.wording.numbers import amount, counted, number
from dashboard.wording.promises import promised, when
from dashboard.wording.tables import NO_VALUE, WITHHELD
from metrics.standing import GOOD, Actual, Status

TITLE = mark("Report")
LEAD = mark(
    "What was promised and what has become of it, for a funder or a council: to read here, or to "
    "take along as a file in which every figure leads to its source."
)
NOTHING = mark("Nothing has been loaded yet, so there is nothing to report.")
CITY, ALL_CITIES = mark("City"), mark("All cities")
FROM, TO = mark("From"), mark("To")
SPOKEN = mark("Language of the files")
FORMATS = mark("Files")
DOWNLOAD = mark("Download")
BACKWARDS = mark("The report period ends before it begins.")
ACHIEVED = mark("Achieved against promised")
DONE = mark("What was done")
PROMISE, BASELINE, IN_PERIOD, NEWEST = (
    mark("Promise"),
    mark("Baseline"),
    mark("In the report period"),
    mark("Newest"),
)
PROMISED, SHARE, STATUS = mark("Promised"), mark("Share achieved"), mark("Status")
TRACED = mark("In the files each row names the files and loads its figures come from.")
WITHHELD_MEANS = mark(
    "They count very few people, or would let such a number be worked out. They are neither missing "
    "nor zero, and no file shows them."
)

FORMAT_NAMES = {
    "workbook": mark("Workbook (Excel)"),
    "document": mark("Document (Word)"),
    "poster": mark("Poster (PDF, A3)"),
    "booklet": mark("Booklet (PDF, A4)"),
    "iati": mark("IATI file (XML)"),
    "logframe": mark("EU logframe (Excel)"),
    "package": mark("Data package (ZIP)"),
}


def summary(report: Report) -> str:
    """How many statements, how many followed in figures, how many go as promised."""
    standings = [each for city in report.cities for each in city.statements()]
    followed = sum(1 for s in standings if s.promises and s.status is not Status.BY_SURVEY)
    well = sum(1 for s in standings if s.status in GOOD)
    return say(
        "{period}: {statements}, {followed} of them followed in figures, {well} as promised.",
        period=words.period(report),
        statements=words.statements(len(standings)),
        followed=number(followed),
        well=number(well),
    )


def done(report: Report) -> str:
    """What the cities did in the period, as far as it was recorded."""
    activities = sum(len(city.activities) for city in report.cities)
    evidence = sum(len(city.evidence) for city in report.cities)
    return say(
        "{activities} began in the report period, and the evidence log has {entries} that serve "
        "the statements.",
        activities=counted(activities, "activity", "activities"),
        entries=counted(evidence, "entry", "entries"),
    )


def withheld(report: Report) -> str | None:
    """How many figures are not shown, and why; None where all are."""
    figures = [a for city in report.cities for a in (*city.figures, *city.in_period)]
    count = sum(1 for actual in figures if actual.is_withheld)
    if not count:
        return None
    told = say_n("{count} figure is withheld.", "{count} figures are withheld.", count)
    return f"{told} {say(WITHHELD_MEANS)}"


def promise_of(row: FrameworkRow) -> str:
    """`10 by the end of 2025`."""
    assert row.promise is not None and row.indicator is not None
    return promised(row.promise.promise, row.indicator)


def baseline_of(row: FrameworkRow) -> str:
    assert row.indicator is not None
    return amount(row.baseline.value, row.indicator) if row.baseline else NO_VALUE


def value_of(actual: Actual | None, row: FrameworkRow, dated: bool = False) -> str:
    """The bare value, withheld or none; of the newest with what it is of."""
    assert row.indicator is not None
    if actual is None or (actual.value is None and not actual.is_withheld):
        return NO_VALUE
    if actual.is_withheld or actual.value is None:
        return say(WITHHELD)
    told = amount(actual.value, row.indicator)
    return f"{told} {when(actual, row.indicator)}" if dated else told
