"""Cities side by side as text, and who could teach whom."""

import textwrap
from collections.abc import Iterator, Sequence

from dashboard.language import mark, say
from dashboard.retelling import retell
from dashboard.wording import about_statement, dates, statuses
from dashboard.wording import comparison as words
from dashboard.wording.about_loads import SIMULATED_FIGURES as SIMULATED
from dashboard.wording.data_words import member
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import counted, number
from metrics.comparing.answers import Comparison, Figure
from metrics.comparing.teachers import Lesson, Teacher
from metrics.comparing.what_was_done import Counted, Done
from metrics.definition import Indicator

WIDTH = 100
NAME_WIDTH = 16
FIGURE_WIDTH = 30
NO_LESSON = mark("This city lags on no indicator that it promises.")
NO_TEACHER = mark("No peer moved it by more than chance would, and further than this city.")
LAG_BY_QUARTILE = mark("below the lower quartile of its peers")


def comparison_lines(comparison: Comparison, indicator: Indicator) -> list[str]:
    """Every peer with its figure, or why it has none to compare, and what lies around them."""
    return [
        _head(comparison, indicator),
        *_simulated(comparison.figures),
        "",
        *(line for figure in comparison.figures for line in _figure(figure, comparison, indicator)),
        "",
        *(line for text in _around(comparison, indicator) for line in textwrap.wrap(text, WIDTH)),
    ]


def lesson_lines(lessons: Sequence[Lesson], indicators: dict[str, Indicator]) -> list[str]:
    """Each indicator on which the city lags, who moved it most, and what they did meanwhile."""
    lines = [line for each in lessons for line in _lesson(each, indicators[each.lag.indicator])]
    return [*_simulated([each.own for each in lessons]), *lines] if lines else [say(NO_LESSON)]


def _head(comparison: Comparison, indicator: Indicator) -> str:
    view = words.view_in_words(comparison)
    return f"{name_of(indicator)} ({indicator.identifier}), {comparison.period.label}, {view}"


def _simulated(figures: Sequence[Figure]) -> Iterator[str]:
    if figures and all(figure.is_simulated for figure in figures):
        yield say(SIMULATED)


def _figure(figure: Figure, comparison: Comparison, indicator: Indicator) -> Iterator[str]:
    view, rank = comparison.view, comparison.ranks.get(figure.city)
    interval = words.interval_in_words(figure, view, indicator)
    sureness = [
        f"95 %: {interval}" if interval else "",
        f"n = {number(figure.cases)}" if figure.cases is not None else "",
        words.rank_in_words(rank) if rank else "",
    ]
    told = words.shown(figure, view, indicator)
    more = "; ".join(filter(None, sureness))
    yield f"  {figure.place_name:<{NAME_WIDTH}}{told:<{FIGURE_WIDTH}}{more}".rstrip()
    yield from _below(words.made_from(figure, view, indicator))
    if not figure.is_compared:
        yield from _below(say("not compared: {why}", why=retell(figure.why or "")))


def _below(text: str) -> list[str]:
    indent = " " * (NAME_WIDTH + 2)
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent)


def _around(comparison: Comparison, indicator: Indicator) -> Iterator[str]:
    yield from words.spread_in_words(comparison.spread, comparison.view, indicator)
    if comparison.ranks:
        yield say(words.RANK_RULE)
    yield from words.caveats_in_words(comparison, indicator)


def _lesson(lesson: Lesson, indicator: Indicator) -> Iterator[str]:
    lag = lesson.lag
    why = statuses.name(lag.status) if lag.why == "status" else say(LAG_BY_QUARTILE)
    yield from ("", f"{name_of(indicator)} ({indicator.identifier}): {why}")
    yield from (f"  {statement}" for statement in lag.statements)
    own = [words.shown(lesson.own, "growth", indicator)]
    own.append(words.made_from(lesson.own, "growth", indicator))
    growth = say("own growth: {growth}", growth=", ".join(filter(None, own)))
    yield f"  {growth}"
    if not lesson.teachers:
        yield f"  {NO_TEACHER}"
    for teacher in lesson.teachers:
        yield from _teacher(teacher, indicator)


def _teacher(teacher: Teacher, indicator: Indicator) -> Iterator[str]:
    figure, done = teacher.figure, teacher.done
    grown = words.shown(figure, "growth", indicator)
    yield f"  {figure.place_name}: {grown}, {words.made_from(figure, 'growth', indicator)}"
    stretch = say("{first} to {last}", first=dates.day(done.first), last=dates.day(done.last))
    kinds = [_kinds(done.by_type), _kinds(done.by_category)]
    activities = counted(done.activities, "activity", "activities")
    yield from _done(f"{stretch}: {'; '.join([activities, *filter(None, kinds)])}")
    yield from _done(_evidence(done))
    for entry in done.evidence:
        yield from _done(
            f"  {dates.day(entry.held_on)}, {about_statement.kind(entry.kind)}: {entry.title}"
        )


def _evidence(done: Done) -> str:
    if not done.evidence:
        return say("no evidence entries")
    entries = counted(done.evidence_entries, "entry", "entries")
    return say("evidence, {entries}, among them:", entries=entries)


def _kinds(found: Sequence[Counted]) -> str:
    return ", ".join(f"{member(each.kind)} {each.activities}" for each in found)


def _done(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 6)
