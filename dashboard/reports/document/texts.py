"""The texts for the fields of the form, made from the findings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from dashboard.language import say
from dashboard.reports.content import CityReport, Report
from dashboard.reports.document.fields import (
    FieldLimit,
    FieldText,
    Sentence,
    characters,
    field_text,
    form_limits,
)
from dashboard.reports.document.word import Word
from dashboard.wording import document_words as words
from dashboard.wording import findings, pages
from dashboard.wording.numbers import number
from dashboard.wording.report import simulated_note
from matrices.model import Level
from metrics.standing import PromiseStanding, StatementStanding, Status

FIRST, NUMBERS, FIGURES, DONE, LAST = range(5)
"""Ranks: what must stand there, promised numbers, other figures, things done, what is not known yet."""


def summary(report: Report, city: CityReport) -> FieldText:
    """Standing of the whole, then every promise that has a figure, then what was done."""
    told = [*_first(report, city), *_promises(city.statements()), *_done(city.statements())]
    return field_text(told, form_limits().summary.limit)


def needs(report: Report, city: CityReport) -> FieldText:
    """The goal, whom it turns to, and where things stood at the start."""
    matrix = city.standing.matrix
    told = [*_simulated(report, city)]
    if matrix.goal:
        told.append(Sentence(say(words.GOAL, goal=" ".join(matrix.goal.split())), FIRST))
    if matrix.target_groups:
        groups = "; ".join(group.name for group in matrix.target_groups)
        told.append(Sentence(say(words.WHOM, groups=groups), FIRST))
    starts = dict.fromkeys(filter(None, (findings.start(p) for p in _all_promises(city))))
    if starts:
        told.append(Sentence(say(words.AT_START), FIGURES))
    told += [Sentence(start, FIGURES) for start in starts]
    return field_text(told, form_limits().needs.limit)


def impact(report: Report, city: CityReport) -> FieldText:
    """What the two rows of impact promise, statement by statement."""
    levels: tuple[Level, ...] = ("impact", "short_term_impact")
    chosen = [found for found in city.statements() if found.statement.level in levels]
    told = [*_simulated(report, city), *_promises(chosen), *_done(chosen)]
    return field_text(told, form_limits().impact.limit)


def write_field(word: Word, name: str, found: FieldText, limit: FieldLimit) -> None:
    """The text with its count, and where it is too long a shorter one with its own."""
    word.heading(say(words.FIELD, field=say(name)), 2)
    word.form_text(found.whole)
    shown = {"count": number(characters(found.whole)), "limit": number(found.limit)}
    word.note(say(words.TOO_LONG if found.shorter is not None else words.FITS, **shown))
    if found.shorter is not None:
        word.heading(say(words.SHORTER), 3)
        word.form_text(found.shorter)
        count = {**shown, "count": number(characters(found.shorter))}
        word.note(f"{say(words.FITS, **count)} {words.left_out(found.left_out)}")
    word.note(say(words.HOW_COUNTED, source=" ".join(limit.source.split())))


def _first(report: Report, city: CityReport) -> Iterator[Sentence]:
    yield from _simulated(report, city)
    counts = Counter(found.status for found in city.standing.statements.values())
    yield Sentence(pages.city_summary(city.standing, counts), FIRST)


def _simulated(report: Report, city: CityReport) -> Iterator[Sentence]:
    """Said in every text: it may be copied out of the document that says it."""
    if city.standing.is_simulated:
        yield Sentence(simulated_note(report), FIRST)


def _promises(statements: Iterable[StatementStanding]) -> Iterator[Sentence]:
    """Each finding once, although several statements may promise the same thing."""
    promises = list(chain.from_iterable(found.promises for found in statements))
    empty = [promise for promise in promises if promise.progress.status is Status.NO_DATA]
    told = {
        findings.finding(promise): _rank(promise) for promise in promises if promise not in empty
    }
    yield from (Sentence(text, rank) for text, rank in told.items())
    if empty:
        yield Sentence(findings.without_data(empty), LAST)


def _rank(promise: PromiseStanding) -> int:
    return NUMBERS if promise.promise.target is not None else FIGURES


def _done(statements: Iterable[StatementStanding]) -> Iterator[Sentence]:
    """What was done, then what is followed in other ways or not yet."""
    others = [found for found in statements if not found.promises]
    done = [found for found in others if found.evidence]
    yield from (Sentence(text, DONE) for text in findings.without_figures(done))
    rest = [found for found in others if not found.evidence]
    yield from (Sentence(text, LAST) for text in findings.without_figures(rest))


def _all_promises(city: CityReport) -> Iterator[PromiseStanding]:
    return chain.from_iterable(found.promises for found in city.statements())
