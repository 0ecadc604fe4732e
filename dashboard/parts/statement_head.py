"""The head of a statement's page: where it stands in the matrix, its words, its status."""

from dashboard import addresses
from dashboard.language import foreign, say
from dashboard.markup import Html, each, element, together
from dashboard.parts.frame import simulated_tag
from dashboard.parts.marks import mark
from dashboard.parts.promise_card import in_sentences
from dashboard.permission import may_write
from dashboard.wording import about_statement as words
from dashboard.wording import pages
from dashboard.wording.explanations import unmeasured
from dashboard.wording.promises import quietly
from matrices.model import ALL_TARGET_GROUPS, Statement
from metrics.standing import MatrixStanding, StatementStanding


def statement_head(matrix: MatrixStanding, standing: StatementStanding) -> Html:
    """Breadcrumb, the city's own words, and the status with its meaning."""
    statement = standing.statement
    return element(
        "div",
        _breadcrumb(matrix, statement),
        element(
            "h1", statement.text.strip(), class_="own-words", lang=foreign(matrix.matrix.language)
        ),
        _status(standing),
        _note(statement, matrix.matrix.language),
        _change(statement),
        class_="statement-head",
    )


def group_of(matrix: MatrixStanding, statement: Statement) -> str:
    """`01 Learning providers`, or all target groups."""
    if statement.target_group == ALL_TARGET_GROUPS:
        return say(pages.ALL_GROUPS)
    groups = matrix.matrix.target_groups
    return next(
        f"{number:02} {group.name}"
        for number, group in enumerate(groups, start=1)
        if group.key == statement.target_group
    )


def _language_of_group(matrix: MatrixStanding, statement: Statement) -> str | None:
    """None where the group's name is a word of ours."""
    if statement.target_group == ALL_TARGET_GROUPS:
        return None
    return foreign(matrix.matrix.language)


def _breadcrumb(matrix: MatrixStanding, statement: Statement) -> Html:
    steps = (
        element("a", pages.NETWORK, href=addresses.network()),
        element(
            "a",
            matrix.matrix.name,
            href=addresses.city(statement.city),
            lang=foreign(matrix.matrix.language),
        ),
        element("span", group_of(matrix, statement), lang=_language_of_group(matrix, statement)),
        element("span", pages.LEVEL_NAMES[statement.level]),
    )
    items = each(element("li", step) for step in steps)
    tag = element("li", simulated_tag()) if matrix.is_simulated else None
    steps_and_tag = element("ol", items, tag)
    return element("nav", steps_and_tag, class_="breadcrumb", aria_label=words.BREADCRUMB)


def _status(standing: StatementStanding) -> Html:
    """One promise is explained here; several are explained each with its own figures."""
    if len(standing.promises) == 1:
        return together(
            element("p", mark(standing.status), class_="standing large"),
            in_sentences(standing.promises[0]),
        )
    if standing.promises:
        told = element("p", words.WORST_TELLS, class_="lead")
        return together(element("p", mark(standing.status), class_="standing large"), told)
    told = mark(standing.status, words=quietly(standing).partition(":")[0])
    return together(
        element("p", told, class_="standing large"),
        element("p", words.newest_entry(standing.evidence[0]), class_="lead")
        if standing.evidence
        else None,
        element("p", unmeasured(standing), class_="aside" if standing.evidence else "lead"),
    )


def _change(statement: Statement) -> Html | None:
    if not may_write():
        return None
    address = addresses.edit(statement.city, statement.identifier)
    link = element("a", say(pages.CHANGE_THE_STATEMENT), href=address)
    return element("p", link, class_="change")


def _note(statement: Statement, language: str) -> Html | None:
    if not statement.transcription_note:
        return None
    return element(
        "p",
        element("b", f"{pages.NOTE_ON_THE_TEXT}: "),
        element("span", statement.transcription_note, lang=foreign(language)),
        class_="aside",
    )
