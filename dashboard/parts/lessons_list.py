"""Who could teach a city: where it lags, who moved that most, and what they did meanwhile."""

from collections.abc import Mapping, Sequence

from dashboard import addresses
from dashboard.language import say
from dashboard.markup import Html, each, element, together
from dashboard.parts.marks import mark
from dashboard.parts.table import Column, Row, table
from dashboard.wording import about_comparing as words
from dashboard.wording import about_review, dates
from dashboard.wording import comparison as told
from dashboard.wording.data_words import member
from dashboard.wording.indicator_words import name_of
from metrics.comparing.teachers import Lesson, Teacher
from metrics.comparing.what_was_done import Counted, Done
from metrics.definition import Indicator


def lessons_list(lessons: Sequence[Lesson], indicators: Mapping[str, Indicator]) -> Html:
    if not lessons:
        return element("p", say(words.NO_LESSONS), class_="aside")
    found = [each_lesson for each_lesson in lessons if each_lesson.teachers]
    alone = [each_lesson for each_lesson in lessons if not each_lesson.teachers]
    return element(
        "div",
        each(_lesson(one, indicators[one.lag.indicator]) for one in found),
        _without_teacher(alone, indicators) if alone else None,
        class_="lessons",
    )


def _lesson(lesson: Lesson, indicator: Indicator) -> Html:
    link = element("a", name_of(indicator), href=addresses.statement(lesson.lag.statements[0]))
    return element(
        "section",
        element("h3", link),
        element("p", *_own(lesson, indicator)),
        each(_teacher(teacher, indicator) for teacher in lesson.teachers),
        class_="lesson",
    )


def _own(lesson: Lesson, indicator: Indicator) -> tuple[Html | str, ...]:
    own = told.shown(lesson.own, "growth", indicator)
    return mark(lesson.lag.status), " ", say(words.OWN_GROWTH, growth=own)


def _without_teacher(lessons: Sequence[Lesson], indicators: Mapping[str, Indicator]) -> Html:
    """Where the city lags and nobody can be named, together: there is nothing to unfold."""
    heads = [Column(say(words.INDICATOR)), Column(say(about_review.STATUS))]
    rows = [_alone(lesson, indicators[lesson.lag.indicator]) for lesson in lessons]
    return element(
        "section",
        element("p", say(words.NO_TEACHER), class_="aside"),
        table(say(words.NO_TEACHER), heads, rows, cards=True),
        class_="without-teacher",
    )


def _alone(lesson: Lesson, indicator: Indicator) -> Row:
    link = element("a", name_of(indicator), href=addresses.statement(lesson.lag.statements[0]))
    return Row([link, together(*_own(lesson, indicator))])


def _teacher(teacher: Teacher, indicator: Indicator) -> Html:
    figure, done = teacher.figure, teacher.done
    grown = told.shown(figure, "growth", indicator)
    summary = element(
        "summary",
        element("b", figure.place_name),
        f" {grown}, {told.made_from(figure, 'growth', indicator)}",
    )
    return element("details", summary, _done(done))


def _done(done: Done) -> Html:
    stretch = f"{dates.day(done.first)} – {dates.day(done.last)}"
    kinds = [_kinds(done.by_type), _kinds(done.by_category)]
    counted = "; ".join(filter(None, [words.activities(done.activities), *kinds]))
    entries = each(
        element("li", f"{dates.day(entry.held_on)}: {entry.title}") for entry in done.evidence
    )
    evidence = f"{say(words.EVIDENCE)}: {words.entries(done.evidence_entries)}"
    return element(
        "div",
        element("p", f"{stretch}: {counted}"),
        element("p", evidence) if done.evidence_entries else None,
        element("ul", entries) if done.evidence else None,
    )


def _kinds(found: Sequence[Counted]) -> str:
    return ", ".join(f"{member(each_kind.kind)} {each_kind.activities}" for each_kind in found)
