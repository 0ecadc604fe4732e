"""The words that every report shares, whatever its format."""

from typing import TYPE_CHECKING

from dashboard.language import mark, say, say_n
from dashboard.wording import dates
from dashboard.wording.data_words import record
from dashboard.wording.explanations import assumptions, explanation, unmeasured
from dashboard.wording.promises import quietly
from metrics.source_files import SourceOfRows
from metrics.standing import Actual, PromiseStanding

if TYPE_CHECKING:
    from dashboard.reports.content import FrameworkRow, Report

MOST_NAMED = 3
"""So many cities stand in a title by name."""

METHODS = {
    "line": mark("straight line"),
    "milestones": mark("milestones"),
    "cagr": mark("compound growth"),
    "extrapolation": mark("extrapolation"),
    "keep": mark("number to keep"),
    "trend": mark("direction"),
}
"""How a promise is judged, in a word or two; docs/methods.md tells each."""


def title(report: "Report") -> str:
    """`Breda: what was promised, and what has become of it`."""
    return say("{places}: what was promised, and what has become of it", places=places(report))


def subtitle() -> str:
    return say("What was promised, and what has become of it")


def places(report: "Report") -> str:
    """`Breda, Turin and Vilnius`; of more than three cities how many."""
    if len(report.cities) > MOST_NAMED:
        return say_n("{count} city", "{count} cities", len(report.cities))
    return all_places(report)


def all_places(report: "Report") -> str:
    """The names of all cities."""
    *firsts, last = [city.place_name for city in report.cities]
    return say("{some} and {last}", some=", ".join(firsts), last=last) if firsts else last


def period(report: "Report") -> str:
    """`1 January 2024 to 30 June 2026`."""
    first, last = dates.day(report.scope.first), dates.day(report.scope.last)
    return say("{first} to {last}", first=first, last=last)


def footer(report: "Report") -> str:
    """Who, which period, and which figures: at the foot of every page."""
    told = say(
        "{places}, {period} · snapshot {number} of {day}",
        places=places(report),
        period=period(report),
        number=report.provenance.snapshot,
        day=dates.day(report.judged_on),
    )
    return f"{say('SIMULATED DATA')} · {told}" if report.provenance.is_simulated else told


def simulated_note(report: "Report") -> str:
    """What is to be said wherever made-up figures are shown."""
    made_up = [c.place_name for c in report.cities if c.city in report.provenance.simulated_cities]
    if len(made_up) == len(report.cities):
        return say("Simulated data: all figures are made up. They say nothing about a real city.")
    return say(
        "Simulated data: the figures of {places} are made up. They say nothing about a real city.",
        places=", ".join(made_up),
    )


def in_words(row: "FrameworkRow") -> str:
    """Why the row has its status: one or two sentences made of its figures."""
    if row.promise is None:
        return unmeasured(row.standing)
    return explanation(row.promise)


def comment(row: "FrameworkRow") -> str:
    """Everything to know before relying on the row: what was assumed, withheld, or is uncertain."""
    told = [*_about_promise(row.promise), *_about_period(row.in_period)]
    if row.promise is None and row.standing.evidence:
        told.append(f"{quietly(row.standing).capitalize()}.")
    if row.statement.transcription_note:
        told.append(row.statement.transcription_note.strip())
    return " ".join(told)


def method(row: "FrameworkRow") -> str:
    """How the row was judged, in a word or two."""
    return say(METHODS[row.promise.progress.method]) if row.promise else ""


def sources(found: tuple[SourceOfRows, ...]) -> str:
    """`activities: activities.csv (load 1), counts.xlsx (load 3)`."""
    if not found:
        return ""
    files = ", ".join(
        say("{file} (load {load})", file=source.file, load=source.load) for source in found
    )
    return f"{record(found[0].record)}: {files}"


def statements(count: int) -> str:
    return say_n("{count} statement", "{count} statements", count)


def _about_promise(promise: PromiseStanding | None) -> list[str]:
    if promise is None:
        return []
    newest = promise.progress.actual
    reported = [say("The figure was handed in ready-made.")]
    return [*assumptions(promise), *(reported if newest and newest.origin == "reported" else [])]


def _about_period(actual: Actual | None) -> list[str]:
    if actual is None:
        return []
    if actual.is_withheld:
        return [say("The figure of the report period is withheld: so few people.")]
    return [] if actual.is_complete else [say("The report period is not over in the data: so far.")]


def origin(load: int, file: str, row: int) -> str:
    """`activities.csv, row 433 (load 1)`."""
    return say("{file}, row {row} (load {load})", file=file, row=row, load=load)


def made_from(report: "Report") -> str:
    """`Snapshot 12, published 26 November 2026, 12:47; code version 0.1.0; data up to …`"""
    source = report.provenance
    through = dates.day(source.data_through) if source.data_through else say("no day")
    return say(
        "Snapshot {number}, published {moment} (UTC), made by version {version}; data up to {day}.",
        number=source.snapshot,
        moment=dates.moment(source.published_at),
        version=source.code_version,
        day=through,
    )


def course_told(name: str, values: dict[int, str]) -> str:
    """`Learners: 45 in 2022, 108 in 2025`, for those who do not see the chart."""
    told = (say("{value} in {year}", value=value, year=year) for year, value in values.items())
    return f"{name}: {', '.join(told)}"
