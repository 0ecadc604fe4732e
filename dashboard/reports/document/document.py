"""The report of a city as a Word document, in the order of a final report's questions."""

from pathlib import Path

from dashboard.language import say
from dashboard.reports.content import Report
from dashboard.reports.document.about import About
from dashboard.reports.document.blocks import BLOCKS, SECTIONS_OF
from dashboard.reports.document.layout import ACTIONS, Action, Question
from dashboard.reports.document.word import Word
from dashboard.reports.embedding import embed
from dashboard.reports.manifest import manifest_json
from dashboard.reports.scope import ReportScope
from dashboard.wording import document_words as words
from dashboard.wording.report import footer, simulated_note


def write(report: Report, path: Path) -> None:
    """A DOCX about the report's city."""
    about, action = About(report, report.cities[0]), ACTIONS[report.scope.action]
    name = about.city.standing.matrix.name
    word = Word(words.title(name), footer(report), report.scope.language)
    _front(word, about, action)
    for question in action.questions:
        _answer(word, about, question)
    path.write_bytes(word.finish())
    embed(path, manifest_json(report))


def _front(word: Word, about: About, action: Action) -> None:
    name = about.city.standing.matrix.name
    word.title(words.title(name), words.lead(action.code, say(action.name)))
    if about.city.standing.is_simulated:
        word.warning(simulated_note(about.report))
    word.paragraph(say(words.DRAFT))
    word.note(say(words.LAYOUT, action=action.code, name=say(action.name)))
    word.contents(say(words.CONTENTS))
    word.new_page()


def _answer(word: Word, about: About, question: Question) -> None:
    """A question is left out where the scope leaves out all that answers it."""
    wanted = [block for block in question.blocks if _is_wanted(block, about.report.scope)]
    if question.blocks and not wanted:
        return
    word.heading(say(question.title))
    for block in wanted:
        BLOCKS[block](word, about)
    if not question.blocks:
        word.note(say(words.NOTHING_HERE))


def _is_wanted(block: str, scope: ReportScope) -> bool:
    section = SECTIONS_OF.get(block)
    return section is None or scope.has(section)
