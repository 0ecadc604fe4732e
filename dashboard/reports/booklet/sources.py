"""The last pages of a booklet: evidence, how it was counted, and what it was made from."""

from typing import Any

from dashboard.language import say
from dashboard.reports.booklet.statement import entry_words
from dashboard.reports.content import CityReport, Report
from dashboard.reports.provenance import LoadUsed
from dashboard.wording import dates
from dashboard.wording import paper as words
from dashboard.wording.indicator_words import caveats_of, name_of, question_of
from dashboard.wording.numbers import number
from metrics.definition import Indicator

Data = dict[str, Any]


def evidence(city: CityReport) -> Data:
    """Every entry of the report period with the statements it serves."""
    texts = {key: found.statement.text for key, found in city.standing.statements.items()}
    rows = [
        [
            dates.day(entry.held_on),
            entry_words(entry)["words"],
            "; ".join(" ".join(texts[key].split()) for key in served if key in texts),
        ]
        for entry, served in city.evidence
    ]
    return {
        "title": say(words.EVIDENCE),
        "empty": "" if rows else say(words.NO_EVIDENCE),
        "head": [say(words.DAY), say(words.ENTRY), say(words.STATEMENTS)],
        "rows": rows,
    }


def methods(report: Report) -> Data:
    """The indicators that the matrix promises something on, each with its question."""
    promised = {
        row.indicator.identifier for city in report.cities for row in city.rows if row.indicator
    }
    shown = [found for name, found in report.indicators.items() if name in promised]
    return {
        "title": say(words.METHODS),
        "head": [say(words.INDICATOR), say(words.QUESTION), say(words.MIND)],
        "rows": [_indicator(found) for found in shown],
    }


def _indicator(found: Indicator) -> list[str]:
    name = f"{name_of(found)} ({say(words.VERSION).lower()} {found.version})"
    return [name, _flowing(question_of(found)), _flowing(caveats_of(found) or "")]


def provenance(report: Report) -> Data:
    """The loads whose rows were counted, and the versions of everything else."""
    made = report.provenance
    digest = ", ".join(matrix.digest for matrix in made.matrices)
    return {
        "title": say(words.SOURCES),
        "head": [say(words.LOAD), say(words.FILES), say(words.TAKEN_IN), say(words.ROWS)],
        "rows": [_load(load) for load in made.loads],
        "versions": words.made_from(made.snapshot, made.code_version, digest),
    }


def _load(load: LoadUsed) -> list[str]:
    files = ", ".join(file.name for file in load.files)
    return [str(load.load), files, dates.day(load.loaded_at.date()), number(load.rows)]


def _flowing(text: str) -> str:
    return " ".join(text.split())
