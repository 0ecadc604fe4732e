"""The words of a statement's page."""

from dashboard.wording import dates
from dashboard.wording.numbers import counted
from dashboard.wording.promises import figure
from metrics.counting.tallied import TALLIED
from metrics.definition import Indicator
from metrics.standing import Actual, EvidenceEntry, PromiseStanding, SourceRow

TITLE = "Statement"
LONGEST_TITLE = 60
BREADCRUMB = "Where this stands"
NONE_ASKED = "The address names no statement."
TO_THE_CITIES = "To the cities and their matrices"

WORST_TELLS = "It promises several things; the one that stands worst tells for all."
VERSIONS = "How the promise changed"
SINCE = "since"

BY_QUARTER = "Quarter by quarter"
IN_NUMBERS = "In numbers"
BROKEN_DOWN = "Who and what is behind it"

HOW_IT_IS_COUNTED = "How it is counted"
WHY_IT_MATTERS = "Why it matters"
COUNTED_IN = "Counted in"
DATED_BY = "Dated by"
CAVEATS = "Mind"
COMPARABILITY = "Comparable"
VERSION = "Version"
CHECKED_BY = "Checked by"
NEXT_REVIEW = "Next review"
THE_SQL = "The SQL that counts it"

WHERE_IT_COMES_FROM = "Where it comes from"
LOAD, FILE, ROW, WHAT_IT_IS = "Load", "File", "Row", "What it is"

NO_EVIDENCE = "No entries yet. An entry in the evidence log that names this statement shows here."
KINDS = {
    "meeting": "Meeting",
    "training": "Training",
    "publication": "Publication",
    "survey": "Survey",
    "story": "Story",
    "document": "Document",
}


def title(text: str, place: str) -> str:
    """`An increasing number of learners · Vilnius`, short enough for a tab."""
    words = text.strip()
    short = words if len(words) <= LONGEST_TITLE else f"{words[:LONGEST_TITLE].rstrip()}…"
    return f"{short} · {place}"


def dated_by(indicator: Indicator) -> str:
    """The record's own sentence for the day that puts a row into a period."""
    columns = TALLIED[indicator.numerator.record].columns()
    found = (column.sentence for column in columns if column.name == indicator.dated_by)
    return next(found, indicator.dated_by).replace("`", "")


def evidence_title(entries: int) -> str:
    return f"Evidence: {counted(entries, 'entry', 'entries')}" if entries else "Evidence"


def participants(count: int) -> str:
    return counted(count, "participant", "participants")


def place_of(entry: EvidenceEntry) -> str:
    return f"load {entry.load}, {entry.file}, row {entry.row}"


def sources_summary(rows: list[SourceRow], actual: Actual) -> str:
    """`50 of the 2,431 rows behind 2025`."""
    shown, period = len(rows), dates.period(actual.period)
    if shown < actual.rows:
        return f"{shown} of the {actual.rows:,} rows behind {period}"
    return f"The {counted(shown, 'row', 'rows')} behind {period}"


def sources_caption(actual: Actual) -> str:
    return f"Rows of the files behind the figure of {dates.period(actual.period)}"


def no_source_rows(actual: Actual) -> str:
    if actual.is_withheld:
        return "The rows behind a withheld figure are not shown."
    return f"No single rows stand behind the figure of {dates.period(actual.period)}."


def quarters_alt(standing: PromiseStanding) -> str:
    """What the chart of quarters shows, for those who do not see it."""
    newest = [figure(actual, standing.indicator) for actual in standing.quarters[-4:]]
    return f"{standing.indicator.name} quarter by quarter, newest: {'; '.join(newest)}."
