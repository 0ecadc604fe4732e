"""What was done: activities, evidence, and what review meetings decided."""

from dashboard.language import say
from dashboard.reports.content import Report
from dashboard.reports.workbook.cell import Cell, Column, Table
from dashboard.wording import about_statement, data_words
from dashboard.wording.report import origin
from metrics.standing import EvidenceEntry, OfferedActivity


def activities(report: Report) -> Table:
    """Every activity that began in the report period, drafts left out."""
    return Table(
        name="Activities",
        title=say("Activities"),
        lead=say(
            "What began in the report period. How many joined each is not told: often few did."
        ),
        columns=(
            Column("city", say("City"), 14),
            Column("name", say("Activity"), 46),
            Column("day", say("First day"), 12),
            Column("organisation", say("Organisation"), 30),
            Column("type", say("Type"), 15),
            Column("format", say("Format"), 12),
            Column("category", say("Category"), 24),
            Column("skills", say("21st-century skills"), 12),
            Column("abroad", say("International"), 13),
            Column("source", say("Source"), 34),
        ),
        rows=[_activity(city.place_name, a) for city in report.cities for a in city.activities],
        fixed=2,
        is_counted=True,
    )


def evidence(report: Report) -> Table:
    """The entries of the evidence log in the report period that serve a statement."""
    return Table(
        name="Evidence",
        title=say("Evidence"),
        lead=say("Things done in the report period, from the evidence log, with what they serve."),
        columns=(
            Column("city", say("City"), 14),
            Column("title", say("What"), 46),
            Column("day", say("Day"), 12),
            Column("kind", say("Kind"), 14),
            Column("participants", say("Participants"), 12),
            Column("serves", say("Serves the statements"), 60),
            Column("source", say("Source"), 34),
        ),
        rows=[
            _entry(city.place_name, entry, served)
            for city in report.cities
            for entry, served in city.evidence
        ],
        fixed=2,
        is_counted=True,
    )


def decisions(report: Report) -> Table:
    """What review meetings decided since the report period began."""
    return Table(
        name="Decisions",
        title=say("Review decisions"),
        lead=say("What review meetings decided since the report period began, newest first."),
        columns=(
            Column("city", say("City"), 14),
            Column("decision", say("What was decided"), 60),
            Column("day", say("Day"), 12),
            Column("by", say("Which body decided"), 22),
            Column("statement", say("Statement"), 50),
            Column("statement_id", say("Statement identifier"), 34),
        ),
        rows=[
            {
                "city": Cell(city.place_name),
                "decision": Cell(decision.text, "name"),
                "day": Cell(decision.decided_on, "day"),
                "by": Cell(decision.by),
                "statement": Cell(city.text_of(decision.statement), "poster"),
                "statement_id": Cell(decision.statement, "soft"),
            }
            for city in report.cities
            for decision in city.decisions
        ],
        fixed=2,
    )


def _activity(place: str, activity: OfferedActivity) -> dict[str, Cell]:
    return {
        "city": Cell(place),
        "name": Cell(activity.name, "name"),
        "day": Cell(activity.starts_on, "day"),
        "organisation": Cell(activity.organisation),
        "type": Cell(data_words.member(activity.type)),
        "format": Cell(data_words.member(activity.format)),
        "category": Cell(activity.category),
        "skills": Cell(_yes(activity.recognises_skills)),
        "abroad": Cell(_yes(activity.is_international)),
        "source": Cell(origin(activity.load, activity.file, activity.row), "soft"),
    }


def _entry(place: str, entry: EvidenceEntry, served: tuple[str, ...]) -> dict[str, Cell]:
    return {
        "city": Cell(place),
        "title": Cell(entry.title, "name"),
        "day": Cell(entry.held_on, "day"),
        "kind": Cell(about_statement.kind(entry.kind)),
        "participants": Cell(entry.participants, "count"),
        "serves": Cell("\n".join(served), "soft"),
        "source": Cell(origin(entry.load, entry.file, entry.row), "soft"),
    }


def _yes(holds: bool) -> str:
    return say("yes") if holds else say("no")
