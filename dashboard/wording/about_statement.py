"""The words of a statement's page."""

import re

from dashboard.language import mark, say
from dashboard.wording import data_words, dates
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import counted, number
from dashboard.wording.promises import figure, promised
from matrices.model import Promise
from metrics.counting.tallied import TALLIED
from metrics.definition import Indicator
from metrics.standing import Actual, EvidenceEntry, PromiseStanding, SourceRow

TITLE = mark("Statement")
LONGEST_TITLE = 60
BREADCRUMB = mark("Where this stands")
NONE_ASKED = mark("The address names no statement.")
TO_THE_CITIES = mark("To the cities and their matrices")

WORST_TELLS = mark("It promises several things; the one that stands worst tells for all.")
VERSIONS = mark("How the promise changed")

BY_QUARTER = mark("Quarter by quarter")
WAY_AHEAD = mark("If it goes on like this")
IN_NUMBERS = mark("In numbers")
BROKEN_DOWN = mark("Who and what is behind it")

HOW_IT_IS_COUNTED = mark("How it is counted")
WHY_IT_MATTERS = mark("Why it matters")
COUNTED_IN = mark("Counted in")
DATED_BY = mark("Dated by")
CAVEATS = mark("Mind")
COMPARABILITY = mark("Comparable")
VERSION = mark("Version")
CHECKED_BY = mark("Checked by")
NOBODY_YET = mark("nobody yet")
"""What the files of the product say there."""
NEXT_REVIEW = mark("Next review")
THE_SQL = mark("The SQL that counts it")

WHERE_IT_COMES_FROM = mark("Where it comes from")
LOAD, FILE, ROW, WHAT_IT_IS = mark("Load"), mark("File"), mark("Row"), mark("What it is")

NO_EVIDENCE = mark(
    "No entries yet. An entry in the evidence log that names this statement shows here."
)
KINDS = {
    "meeting": mark("Meeting"),
    "training": mark("Training"),
    "publication": mark("Publication"),
    "survey": mark("Survey"),
    "story": mark("Story"),
    "document": mark("Document"),
}
_KIND = re.compile(rf"(?<!\S)({'|'.join(KINDS)})(?=: )")
"""Of an entry in the evidence log, before its title."""


def checked_by(indicator: Indicator) -> str | None:
    """A name; that nobody has checked it yet is said in the language of the page."""
    return say(indicator.review.checked_by) if indicator.review else None


def title(text: str, place: str) -> str:
    """`An increasing number of learners · Vilnius`, short enough for a tab."""
    words = text.strip()
    short = words if len(words) <= LONGEST_TITLE else f"{words[:LONGEST_TITLE].rstrip()}…"
    return f"{short} · {place}"


def dated_by(indicator: Indicator) -> str:
    """The record's own sentence for the day that puts a row into a period."""
    columns = TALLIED[indicator.numerator.record].stored_columns()
    found = (column.sentence for column in columns if column.name == indicator.dated_by)
    return say(next(found, indicator.dated_by)).replace("`", "")


def evidence_title(entries: int) -> str:
    if not entries:
        return say("Evidence")
    return say("Evidence: {entries}", entries=counted(entries, "entry", "entries"))


def newest_entry(entry: EvidenceEntry) -> str:
    return say("Newest: {title}, {day}.", title=entry.title, day=dates.day(entry.held_on))


def participants(count: int) -> str:
    return counted(count, "participant", "participants")


def place_of(entry: EvidenceEntry) -> str:
    return say(
        "load {load}, {file}, row {row}", load=entry.load, file=entry.file, row=number(entry.row)
    )


def sources_summary(rows: list[SourceRow], actual: Actual) -> str:
    """`50 of the 2,431 rows behind 2025`."""
    shown, period = len(rows), dates.period(actual.period)
    if shown < actual.rows:
        return say(
            "{shown} of the {all} rows behind {period}",
            shown=number(shown),
            all=number(actual.rows),
            period=period,
        )
    return say("The {rows} behind {period}", rows=counted(shown, "row", "rows"), period=period)


def sources_caption(actual: Actual) -> str:
    period = dates.period(actual.period)
    return say("Rows of the files behind the figure of {period}", period=period)


def described(row: SourceRow) -> str:
    """What a row is; of a row about people only of which table. An entry of the evidence log begins
    with what it was, which is a word of ours."""
    if row.record == "evidence":
        return _KIND.sub(lambda found: data_words.member(found[0]), row.description, count=1)
    return row.description or data_words.record(row.record)


def no_source_rows(actual: Actual) -> str:
    if actual.is_withheld:
        return say("The rows behind a withheld figure are not shown.")
    if actual.is_held:
        return say("The rows behind a figure that waits for more people are not shown.")
    period = dates.period(actual.period)
    return say("No single rows stand behind the figure of {period}.", period=period)


def quarters_alt(standing: PromiseStanding) -> str:
    """What the chart of quarters shows, for those who do not see it."""
    newest = [figure(actual, standing.indicator) for actual in standing.quarters[-4:]]
    return say(
        "{indicator} quarter by quarter, newest: {figures}.",
        indicator=name_of(standing.indicator),
        figures="; ".join(newest),
    )


def kind(name: str) -> str:
    """What an entry of the evidence log is: `Meeting`."""
    return say(KINDS.get(name, name))


def version(promise: Promise, indicator: Indicator) -> str:
    """`650 by the end of 2027 since 1 June 2025: the library joined`."""
    told = promised(promise, indicator)
    if promise.since:
        told = say("{promise} since {day}", promise=told, day=dates.day(promise.since))
    return f"{told}: {promise.reason}" if promise.reason else told
