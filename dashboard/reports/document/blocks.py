"""The pieces that answer the questions of a final report; each writes itself into the document."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from dashboard.language import current, say
from dashboard.reports.charts.drawing import png, svg, width_of
from dashboard.reports.charts.promised_numbers import promised_numbers, promised_numbers_told
from dashboard.reports.charts.trajectory import trajectory
from dashboard.reports.content import FrameworkRow
from dashboard.reports.document import texts
from dashboard.reports.document.about import About
from dashboard.reports.document.closing import decisions, evidence, methods, provenance, quality
from dashboard.reports.document.fields import form_limits
from dashboard.reports.document.people import fewer_opportunities, organisations, participants
from dashboard.reports.document.tables import indicator_table, standing_table, status_counts
from dashboard.reports.document.word import Word
from dashboard.reports.scope import Section
from dashboard.wording import document_words as words
from dashboard.wording import explanations, pages
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import number
from dashboard.wording.report import made_from, period, simulated_note
from matrices.model import Level
from metrics.alignment import alignments
from metrics.definition import Indicator

WIDE, HIGH = 330, 84
"""Of the field of a chart, in points."""
MOST_CHARTS = 4
"""So many charts stand with one row of the matrix; the booklet has them all."""
OUTCOMES = frozenset({"awards", "badge_skills", "badge_classes", "activity_skills"})
"""The records of badges and skills."""

Block = Callable[[Word, About], None]


def context(word: Word, about: About) -> None:
    standing = about.city.standing
    rows = [
        [say(words.CITY), f"{about.city.place_name} ({standing.matrix.name})"],
        [say(words.PERIOD), period(about.report)],
        [say(words.FIGURES), made_from(about.report)],
    ]
    if standing.is_simulated:
        rows.append([say(words.SIMULATED), simulated_note(about.report)])
    word.table([say(words.WHAT), say(words.VALUE)], rows, say(words.PERIOD), (25, 75))


def summary(word: Word, about: About) -> None:
    found = texts.summary(about.report, about.city)
    texts.write_field(word, words.FIELD_SUMMARY, found, form_limits().summary)


def needs(word: Word, about: About) -> None:
    found = texts.needs(about.report, about.city)
    texts.write_field(word, words.FIELD_NEEDS, found, form_limits().needs)


def impact(word: Word, about: About) -> None:
    found = texts.impact(about.report, about.city)
    texts.write_field(word, words.FIELD_IMPACT, found, form_limits().impact)
    _level(word, about, "impact")
    _level(word, about, "short_term_impact")


def standing(word: Word, about: About) -> None:
    """The whole matrix at a glance, and the promised numbers."""
    found = about.city.standing
    counts = Counter(each.status for each in found.statements.values())
    word.paragraph(pages.city_summary(found, counts))
    standing_table(word, about.city.statements(), say(words.ALL_STANDING))
    chart = promised_numbers(found)
    if chart:
        word.picture(png(chart), width_of(svg(chart)), promised_numbers_told(found))


def lower_levels(word: Word, about: About) -> None:
    for level in ("outputs", "activities", "inputs"):
        _level(word, about, level)


def outcomes(word: Word, about: About) -> None:
    """Badges, and what names skills."""
    rows = [row for row in about.city.rows if row.indicator and _is_outcome(row.indicator)]
    if rows:
        indicator_table(word, rows, say("Indicators of skills and badges"))
    else:
        word.paragraph(say(words.NO_FIGURES))


def _level(word: Word, about: About, level: Level) -> None:
    """The indicator table of one row of the matrix, and a chart for each figure that has a course."""
    rows = about.rows(level)
    if not rows:
        return
    horizon = about.city.standing.matrix.horizons.get(level)
    name = say(pages.LEVEL_NAMES[level])
    title = say(words.BY_LEVEL, level=name, horizon=horizon) if horizon else name
    word.heading(title, 2)
    indicator_table(word, rows, title)
    for row in _with_course(rows):
        _chart(word, row)


def _with_course(rows: list[FrameworkRow]) -> Iterator[FrameworkRow]:
    """Rows of which a figure is known over time; the same indicator once."""
    known = {row.indicator.identifier: row for row in rows if row.indicator and row.promise}
    drawn = (row for row in known.values() if row.promise and trajectory(row.promise))
    yield from islice(drawn, MOST_CHARTS)


def _chart(word: Word, row: FrameworkRow) -> None:
    assert row.promise
    spec = trajectory(row.promise, WIDE, HIGH)
    if spec:
        word.caption(name_of(row.promise.indicator))
        word.picture(png(spec), width_of(svg(spec)), explanations.finding(row.promise))


def _is_outcome(indicator: Indicator) -> bool:
    return indicator.unit == "skills" or indicator.numerator.record in OUTCOMES


def target_groups(word: Word, about: About) -> None:
    """The columns of the matrix with how their statements stand."""
    rows = []
    for group in about.city.standing.matrix.target_groups:
        found = [s for s in about.city.statements() if s.statement.target_group == group.key]
        rows.append(
            [group.name, number(len(found)), status_counts(Counter(s.status for s in found))]
        )
    head = [say(words.GROUP), say(words.HOW_MANY), say(words.STANDING)]
    word.table(head, rows, say(words.STATEMENTS_OF_GROUPS), (38, 17, 45))


def priorities(word: Word, about: About) -> None:
    """Goals of policy frameworks that the statements serve, and how these stand."""
    catalogue = about.report.catalogue
    standings, known = about.city.statements(), catalogue.frameworks
    found = alignments(standings, catalogue.indicators, known, current())
    if not found:
        word.paragraph(say(words.NO_PRIORITIES))
        return
    rows = [
        [
            goal.framework,
            goal.goal,
            number(len(goal.statements)),
            status_counts(Counter(goal.statuses)),
        ]
        for goal in found
    ]
    heads = (words.FRAMEWORK, words.SERVES, words.HOW_MANY, words.STANDING)
    word.table([say(head) for head in heads], rows, say(words.SERVES), (20, 35, 17, 28))
    word.note(say(words.PRIORITIES_NOTE))


def activities(word: Word, about: About) -> None:
    word.paragraph(words.activities(len(about.city.activities)))


BLOCKS: dict[str, Block] = {
    block.__name__: block
    for block in (
        context,
        summary,
        needs,
        standing,
        organisations,
        participants,
        fewer_opportunities,
        activities,
        lower_levels,
        outcomes,
        priorities,
        impact,
        target_groups,
        evidence,
        quality,
        decisions,
        methods,
        provenance,
    )
}
"""By the names that `layout.py` uses."""

SECTIONS_OF: dict[str, Section] = {
    "summary": "summary",
    "standing": "summary",
    "lower_levels": "framework",
    "impact": "framework",
    "outcomes": "framework",
    "participants": "participants",
    "fewer_opportunities": "participants",
    "organisations": "disaggregations",
    "activities": "activities",
    "evidence": "evidence",
    "decisions": "decisions",
    "quality": "quality",
    "methods": "methods",
}
"""The section of a report to which a block belongs; the others are in every document."""
