"""Who took part: organisations and participants by group, as counts of groups only."""

from collections.abc import Callable, Iterable

from dashboard.language import say
from dashboard.reports.document.about import About
from dashboard.reports.document.tables import years_table
from dashboard.reports.document.word import Word
from dashboard.wording import document_words as words
from metrics.standing import Actual

FEWER = frozenset({"fewer opportunities", "fewer_opportunities"})
"""The breakdown under which the forms for counts ask for it."""
INCLUSION = "erasmus_priorities:INC"
"""Indicators that serve this priority count people with fewer opportunities."""


def organisations(word: Word, about: About) -> None:
    """Figures that count organisations, by year, whole and broken down."""
    units = {name: found.unit for name, found in about.report.catalogue.indicators.items()}
    counted = (*about.city.figures, *about.city.parts)
    chosen = [
        a for a in counted if a.period.kind == "year" and units[a.indicator] == "organisations"
    ]
    _figures(word, about, chosen, words.NO_FIGURES)


def participants(word: Word, about: About) -> None:
    """Everybody, and the groups other than people with fewer opportunities."""
    _figures(word, about, _of(about, lambda fewer: not fewer), words.NO_PEOPLE)
    word.note(say(words.PEOPLE_NOTE))


def fewer_opportunities(word: Word, about: About) -> None:
    """Counts of groups; what is withheld says so."""
    _figures(word, about, _of(about, lambda fewer: fewer), words.NO_FEWER)


def _figures(word: Word, about: About, chosen: list[Actual], nothing: str) -> None:
    if chosen:
        years_table(word, chosen, about.report.catalogue.indicators, say(words.INDICATOR))
    else:
        word.paragraph(say(nothing))


def _of(about: About, wanted: Callable[[bool], bool]) -> list[Actual]:
    return [actual for actual in _of_people(about) if wanted(_is_of_fewer(about, actual))]


def _of_people(about: About) -> Iterable[Actual]:
    return (actual for actual in about.city.participants if actual.period.kind == "year")


def _is_of_fewer(about: About, actual: Actual) -> bool:
    indicator = about.report.catalogue.indicators[actual.indicator]
    return INCLUSION in indicator.aligned_to or actual.disaggregation in FEWER
