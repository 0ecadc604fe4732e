"""The last pages of a document: evidence, data quality, methods, and what it was made from."""

from dashboard.language import say
from dashboard.reports.document.about import About
from dashboard.reports.document.tables import status_mark
from dashboard.reports.document.word import Cell, Word
from dashboard.wording import about_quality, dates, statuses
from dashboard.wording import document_words as words
from dashboard.wording.about_decisions import when
from dashboard.wording.about_statement import kind, participants
from dashboard.wording.indicator_words import name_of, question_of
from dashboard.wording.numbers import number
from dashboard.wording.report import made_from

MOST_FINDINGS = 12


def evidence(word: Word, about: About) -> None:
    """Entries of the evidence log in the report period, with the statements they serve."""
    if not about.city.evidence:
        word.paragraph(say(words.NO_EVIDENCE))
        return
    texts = {key: found.statement.text for key, found in about.city.standing.statements.items()}
    rows: list[list[Cell]] = []
    for entry, served in about.city.evidence:
        count = f" ({participants(entry.participants)})" if entry.participants else ""
        statements = "; ".join(" ".join(texts[key].split()) for key in served if key in texts)
        day = dates.day(entry.held_on)
        rows.append([day, kind(entry.kind), f"{entry.title}{count}", statements])
    heads = (words.DAY, words.KIND, words.ENTRY, words.SERVED)
    word.table([say(head) for head in heads], rows, say(words.EVIDENCE_NOTE), (17, 18, 33, 32))
    word.note(say(words.EVIDENCE_NOTE))


def decisions(word: Word, about: About) -> None:
    """What review meetings decided on the statements of the report."""
    if not about.city.decisions:
        word.paragraph(say(words.NO_DECISIONS))
        return
    texts = {key: found.statement.text for key, found in about.city.standing.statements.items()}
    rows = [
        [when(decision), decision.text, " ".join(texts.get(decision.statement, "").split())]
        for decision in about.city.decisions
    ]
    heads = (words.DAY, words.DECIDED, words.SERVED)
    word.table([say(head) for head in heads], rows, say(words.DECIDED), (22, 43, 35))


def quality(word: Word, about: About) -> None:
    """What in the data deserves a second look."""
    found = about.city.findings
    if not found:
        word.paragraph(say(words.NO_FINDINGS))
        return
    known, place = about.report.catalogue.indicators, about.city.place_name
    word.paragraph(say(words.QUALITY_NOTE))
    word.bullets([about_quality.sentence(each, place, known) for each in found[:MOST_FINDINGS]])
    if len(found) > MOST_FINDINGS:
        shown = {"shown": number(MOST_FINDINGS), "all": number(len(found))}
        word.note(say(words.MOST_FINDINGS, **shown))


def methods(word: Word, about: About) -> None:
    """The words for how things stand, and the question that each indicator answers."""
    word.heading(say(words.METHODS), 2)
    used = [s for s in statuses.ORDER if s in {row.status for row in about.city.rows}]
    meanings: list[list[Cell]] = [[status_mark(s), say(statuses.MEANINGS[s])] for s in used]
    word.table([say(words.STATUS), say(words.MEANING)], meanings, say(words.MEANING), (22, 78))
    named = {row.indicator.identifier: row.indicator for row in about.city.rows if row.indicator}
    questions = [[name_of(i), " ".join(question_of(i).split())] for i in named.values()]
    if questions:
        heads = [say(words.INDICATOR), say(words.MEANING)]
        word.table(heads, questions, say(words.METHODS), (35, 65))


def provenance(word: Word, about: About) -> None:
    """The loads whose rows were counted."""
    word.heading(say(words.SOURCES), 2)
    rows = [
        [
            str(load.load),
            ", ".join(file.name for file in load.files),
            dates.day(load.loaded_at.date()),
            number(load.rows),
        ]
        for load in about.report.provenance.loads
    ]
    heads = (words.LOAD, words.FILES, words.TAKEN_IN, words.ROWS)
    word.table([say(head) for head in heads], rows, say(words.SOURCES), (10, 52, 22, 16))
    word.note(made_from(about.report))
