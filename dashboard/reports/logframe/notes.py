"""What to know before handing the logframe in: where its layout comes from, what each column says."""

from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from dashboard.language import say
from dashboard.reports.content import CityReport, Report
from dashboard.reports.workbook.ink import HEAD, LEAD, TITLE, Ink
from dashboard.wording import dates

WIDTH = 96
LINE_HEIGHT = 14.0


def add_notes(book: Workbook, ink: Ink, report: Report, city: CityReport) -> None:
    """Adds the sheet: a subject, and a paragraph about it."""
    sheet = book.add_worksheet(say("Notes"))
    sheet.set_column(0, 0, 30, ink.of({}))
    sheet.set_column(1, 1, WIDTH, ink.of({}))
    sheet.write_string(0, 0, say("Notes"), ink.of(TITLE))
    sheet.set_row(0, 28)
    sheet.write_string(1, 0, say("What to know before this is handed in."), ink.of(LEAD))
    sheet.write_string(3, 0, say("Subject"), ink.of(HEAD))
    sheet.write_string(3, 1, say("Note"), ink.of(HEAD))
    for number, (subject, note) in enumerate(_notes(report, city), 4):
        sheet.write_string(number, 0, subject, ink.look("name"))
        sheet.write_string(number, 1, note, ink.look("text"))
        sheet.set_row(number, 6 + LINE_HEIGHT * (1 + len(note) // WIDTH))
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _notes(report: Report, city: CityReport) -> Iterator[tuple[str, str]]:
    yield from _about_the_form()
    yield from _about_the_columns()
    source = report.provenance
    loads = ", ".join(str(load.load) for load in source.loads)
    yield (
        say("Made from"),
        say(
            "Snapshot {snapshot}, published on {day}, from loads {loads}; matrix {digest}; code {code}.",
            snapshot=source.snapshot,
            day=dates.moment(source.published_at),
            loads=loads,
            digest=next((m.digest for m in source.matrices if m.name == city.city), "-"),
            code=source.code_version,
        ),
    )


def _about_the_form() -> Iterator[tuple[str, str]]:
    yield (
        say("Layout"),
        say(
            "Annexes to Commission decisions C(2023)8515 and C(2024)8370 ask for three levels of "
            "results with indicators, sources of data and assumptions, without activities; baselines "
            "and targets by the first progress report, current values in each of them, and allow "
            "further columns for milestones."
        ),
    )
    yield (
        say("From memory"),
        say(
            "The exact headings of the columns (values and years) were written from memory, not from "
            "the form itself. Compare them with the form of your call."
        ),
    )
    yield (
        say("Levels"),
        say(
            "Impact is read as the overall objective, short-term impact as a specific objective, "
            "outputs as outputs. That is our reading, not the Commission's. Activities and inputs "
            "stand last; leave them out where the form has no place for them."
        ),
    )


def _about_the_columns() -> Iterator[tuple[str, str]]:
    yield (
        say("Target"),
        say(
            "A number alone means at least so much. A promise without a number says its direction. "
            "Where a promise names no year, that of the poster's horizon stands there, and the "
            "comment says so."
        ),
    )
    yield (
        say("Current value"),
        say(
            "The value that was judged: of what happens in a year the newest complete year, of a "
            "running total the newest. `Withheld` means so few people that the number could point at "
            "one of them; it is neither missing nor zero."
        ),
    )
    yield (
        say("Assumptions"),
        say("A strategy matrix names none, so the column is empty: it is for the city to fill in."),
    )
    yield (
        say("Reference"),
        say(
            "Statement and indicator. `impact import` reads this workbook back; the sheet `Matrix "
            "file` keeps what a logframe has no place for. Who changes results or targets here "
            "deletes that sheet first."
        ),
    )
