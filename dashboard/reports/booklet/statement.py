"""One statement of the booklet: its words, how it stands, why, and its charts."""

from collections.abc import Iterator
from typing import Any

from dashboard.language import say
from dashboard.parts.marks import UNMEASURED
from dashboard.reports.booklet.pictures import picture
from dashboard.reports.charts.quarters import quarters
from dashboard.reports.charts.trajectory import trajectory
from dashboard.reports.content import CityReport, Report
from dashboard.reports.poster import content as poster
from dashboard.wording import dates
from dashboard.wording.about_decisions import when
from dashboard.wording.about_statement import BY_QUARTER, kind, participants, quarters_alt
from dashboard.wording.explanations import assumptions, explanation, finding, unmeasured
from dashboard.wording.indicator_words import name_of
from metrics.standing import EvidenceEntry, PromiseStanding, StatementStanding

Data = dict[str, Any]

WIDTH, HEIGHT, LOW = 205, 66, 26
"""Of the field of a chart beside the words, and of its quarters below it, in points."""
MOST_ENTRIES = 6
"""So many entries of evidence stand with a statement; all of them stand in the list at the end."""


def statement(standing: StatementStanding, report: Report, city: CityReport) -> Data:
    """The statement as on the poster, with sentences, charts and evidence."""
    told = poster.statement(standing)
    return {
        "text": told["text"],
        "headline": told["headline"],
        "tone": told["tone"],
        "shape": told["shape"],
        "word": told["word"],
        "quiet": standing.status in UNMEASURED and not standing.promises,
        "why": "" if standing.promises else unmeasured(standing),
        "promises": [_promise(each) for each in standing.promises],
        "evidence": [entry_words(entry) for entry in _shown(standing, report)],
        "decided": list(_decided(standing, city)),
        "note": poster.flowing(standing.statement.transcription_note or ""),
    }


def _promise(standing: PromiseStanding) -> Data:
    return {
        "name": name_of(standing.indicator),
        "why": explanation(standing),
        "asides": assumptions(standing),
        "chart": picture(trajectory(standing, WIDTH, HEIGHT), finding(standing)),
        "quarters": picture(quarters(standing, WIDTH, LOW), quarters_alt(standing)),
        "by_quarter": say(BY_QUARTER),
    }


def _shown(standing: StatementStanding, report: Report) -> list[EvidenceEntry]:
    """The newest of the report period."""
    scope = report.scope
    within = [e for e in standing.evidence if scope.first <= e.held_on <= scope.last]
    return within[:MOST_ENTRIES]


def _decided(standing: StatementStanding, city: CityReport) -> Iterator[Data]:
    """What review meetings decided on it."""
    for decision in city.decisions:
        if decision.statement == standing.statement.identifier:
            yield {"day": when(decision), "words": decision.text}


def entry_words(entry: EvidenceEntry) -> Data:
    count = f", {participants(entry.participants)}" if entry.participants else ""
    words = f"{kind(entry.kind)}: {entry.title}{count}"
    return {"day": dates.day(entry.held_on), "words": words}
