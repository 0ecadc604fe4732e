"""What the forms that a city fills in are to ask of it, and what is known without asking."""

from collections.abc import Iterator
from typing import Any

from ingest.templates.counts import CountsQuestion
from ingest.templates.evidence import Entry, EvidenceQuestion
from ingest.templates.figures import USUAL_BREAKDOWNS, Asked, Breakdown, KnownFigure
from ingest.templates.survey import SurveyQuestion
from matrices.model import Matrix
from metrics.counting.tallied import DECLARED
from metrics.definition import Indicator
from metrics.period import periods_between
from metrics.results import Results
from metrics.standing import Period

YEARS_BEFORE = 3
"""So many years have a line where a matrix does not say when it starts."""
SHORT_YEARS = 2
"""Of so many years the drop-down offers quarters and months too."""

KNOWN = """
    SELECT indicator, disaggregation, member, period_kind, period_start, period_end,
        value, numerator, denominator, origin, is_complete, is_withheld
    FROM actuals
    WHERE city = ? AND (disaggregation = '' OR origin = 'reported')
        AND period_kind IN ('year', 'quarter', 'month')
    ORDER BY ALL
"""
REPORTED = """
    SELECT indicator, period, coalesce(disaggregation, ''), coalesce(member, ''),
        value, numerator, denominator, note, load, is_simulated
    FROM counts JOIN loads USING (load)
    WHERE city = ?
    ORDER BY ALL
"""
LOG = """
    SELECT evidence_id, kind, held_on, title, statements, participants, url, is_simulated
    FROM evidence JOIN loads USING (load)
    WHERE city = ?
    ORDER BY held_on, evidence_id
"""


def counts_question(results: Results, city: str) -> CountsQuestion:
    """What the city promised and what only it can tell; every indicator where it promised nothing.

    Shares of people who were asked are left to the form for surveys. KeyError for an unknown city.
    """
    matrix = results.catalogue.matrices[city]
    known = [figure for figure in _known(results, city) if _has_a_line(figure)]
    chosen = _countable(results, matrix, {k.indicator for k in known if k.origin == "reported"})
    asked = tuple(_asked(matrix, indicator) for indicator in chosen)
    return CountsQuestion(
        city=city,
        city_name=matrix.name,
        asked=asked,
        years=_years(results, matrix),
        periods=_periods(results, matrix),
        breakdowns=_breakdowns(matrix, chosen),
        known=tuple(known),
    )


def survey_question(results: Results, city: str) -> SurveyQuestion:
    """Every question that a survey can answer, the city's own first. KeyError as above."""
    matrix = results.catalogue.matrices[city]
    surveys = [i for i in results.catalogue.indicators.values() if is_survey(i)]
    surveys.sort(key=lambda indicator: not _promising(matrix, indicator))
    names = {indicator.identifier for indicator in surveys}
    return SurveyQuestion(
        city=city,
        city_name=matrix.name,
        asked=tuple(_asked(matrix, indicator) for indicator in surveys),
        without_question=tuple(
            s.text for s in matrix.statements() if s.measured == "by_survey" and not s.promises
        ),
        breakdowns=_breakdowns(matrix, surveys),
        known=tuple(k for k in _known(results, city) if k.indicator in names),
    )


def evidence_question(results: Results, city: str) -> EvidenceQuestion:
    """The city's statements and its log. KeyError as above."""
    matrix = results.catalogue.matrices[city]
    return EvidenceQuestion(
        city=city,
        city_name=matrix.name,
        statements={s.identifier: " ".join(s.text.split()) for s in matrix.statements()},
        known=tuple(_entry(*row) for row in _rows(results, LOG, city)),
    )


def _countable(results: Results, matrix: Matrix, told: set[str]) -> list[Indicator]:
    """Those promised, those told before, those of which only a city can tell; else all."""
    indicators = results.catalogue.indicators.values()
    countable = [i for i in indicators if not i.is_rate and not is_survey(i)]
    countable = [i for i in countable if i.numerator.record not in DECLARED]
    promised = {i.identifier for i in countable if _promising(matrix, i)}
    wanted = promised | told | {i.identifier for i in countable if i.is_reported}
    return [i for i in countable if i.identifier in wanted or not promised]


def is_survey(indicator: Indicator) -> bool:
    """Whether it is a share of those who were asked, of which only a survey can tell."""
    return indicator.is_reported and indicator.is_sample


def _promising(matrix: Matrix, indicator: Indicator) -> tuple[str, ...]:
    """The texts of the statements that promise something on it."""
    named = (s for s in matrix.statements() if indicator.identifier in s.promises)
    return tuple(" ".join(statement.text.split()) for statement in named)


def _asked(matrix: Matrix, indicator: Indicator) -> Asked:
    parts = [tally.reported for tally in indicator.tallies.values() if tally.reported]
    return Asked(
        identifier=indicator.identifier,
        name=indicator.name,
        question=" ".join(indicator.question.split()),
        unit=indicator.unit,
        is_share=indicator.is_share,
        caveats=" ".join((indicator.caveats or "").split()),
        parts=tuple(parts) if indicator.is_share else (),
        promised_by=_promising(matrix, indicator),
    )


def _years(results: Results, matrix: Matrix) -> tuple[str, ...]:
    """From the year in which the matrix starts to this one."""
    this = results.today.year
    first = matrix.starts.year if matrix.starts else this - YEARS_BEFORE
    return tuple(str(year) for year in range(min(first, this), this + 1))


def _periods(results: Results, matrix: Matrix) -> tuple[str, ...]:
    """The years, then the quarters and months of the last ones, that have begun."""
    recent = results.today.replace(year=results.today.year - SHORT_YEARS + 1, month=1, day=1)
    short = [
        p for kind in ("quarter", "month") for p in periods_between(kind, recent, results.today)
    ]
    return (*_years(results, matrix), *(period.label for period in short))


def _breakdowns(matrix: Matrix, indicators: list[Indicator]) -> tuple[Breakdown, ...]:
    """The usual ones, the city's own target groups, and what the indicators are shown by."""
    own = Breakdown("target group", tuple(group.name for group in matrix.target_groups))
    names = dict.fromkeys(name for i in indicators for name in i.disaggregate_by)
    return (*USUAL_BREAKDOWNS, own, *(Breakdown(name, ()) for name in names))


def _has_a_line(known: KnownFigure) -> bool:
    """Counted figures have one for whole years only; what was reported always has."""
    return known.origin == "reported" or (known.period.isdigit() and not known.disaggregation)


def _known(results: Results, city: str) -> Iterator[KnownFigure]:
    """What `actuals` shows, and what was reported in the very words in which it was.

    A reported figure that is withheld, or that no shown figure stands for, is not told again.
    """
    reported = {tuple(row[:4]): row[4:] for row in _rows(results, REPORTED, city)}
    for row in _rows(results, KNOWN, city):
        indicator, disaggregation, member, *days, value, numerator, denominator = row[:9]
        origin, is_complete, is_withheld = row[9:]
        period = Period(*days).label
        key = (indicator, period, disaggregation, member)
        place = (indicator, period, "withheld" if is_withheld else "computed")
        group = (disaggregation or None, member or None)
        if origin == "reported" and key not in reported:
            continue
        if origin == "reported" and not is_withheld:
            yield _said(key, *reported[key])
        elif not disaggregation:
            figure = (value, numerator, denominator if _is_divided(results, indicator) else None)
            yield KnownFigure(*place, *figure, *group, is_complete=is_complete)


def _is_divided(results: Results, indicator: str) -> bool:
    return results.catalogue.indicators[indicator].is_share


def _said(key: tuple[str, str, str, str], *said: Any) -> KnownFigure:
    """A reported figure as it was reported: a value, or the parts of a share."""
    indicator, period, disaggregation, member = key
    value, numerator, denominator, note, load, is_simulated = said
    figure = (value, numerator, denominator)
    group = (disaggregation or None, member or None)
    about = (indicator, period, "reported", *figure, *group, note, load)
    return KnownFigure(*about, is_simulated=is_simulated)


def _entry(*row: Any) -> Entry:
    evidence_id, kind, held_on, title, statements, *rest = row
    return Entry(evidence_id, kind, held_on, title, tuple(statements or ()), *rest)


def _rows(results: Results, sql: str, city: str) -> list[tuple[Any, ...]]:
    """None while nothing has been loaded."""
    return results.cursor().execute(sql, [city]).fetchall() if results.cursor else []
