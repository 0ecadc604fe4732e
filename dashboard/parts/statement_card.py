"""A statement as it stands in a cell of the matrix, with how it stands and what was counted."""

from dashboard import addresses
from dashboard.design import tone_of
from dashboard.language import foreign
from dashboard.lens import PLAIN, Lens
from dashboard.markup import Html, each, element, together
from dashboard.parts.marks import mark
from dashboard.parts.sparkline import sparkline
from dashboard.wording import about_review, pages
from dashboard.wording.promises import latest, promised, quietly
from matrices.model import Statement
from metrics.since_review import Change, Way
from metrics.standing import PromiseStanding, StatementStanding

SIGNS: dict[Way, str] = {"better": "▲", "worse": "▼", "other": "●"}


def statements(standings: list[StatementStanding], language: str, lens: Lens = PLAIN) -> Html:
    """The statements of one cell: the headline first and unnumbered, the others in order.

    `language` is that of the poster: a screen reader speaks its sentences in it.
    """
    headlines = [s for s in standings if s.statement.headline]
    others = [s for s in standings if not s.statement.headline]
    return together(
        each(element("div", card(s, language, lens), class_="headline") for s in headlines),
        _list(others, language, lens) if others else None,
    )


def card(standing: StatementStanding, language: str, lens: Lens = PLAIN) -> Html:
    """One statement; what nobody measures looks quieter than what somebody does.

    What is not meant by the lens stands back, and what changed says how it was.
    """
    statement = standing.statement
    link = element(
        "a",
        statement.text.strip(),
        href=addresses.statement(statement.identifier),
        class_="text",
        lang=foreign(language),
    )
    kind = "measured" if standing.promises else "unmeasured"
    dim = " dim" if lens.is_dimmed(standing) else ""
    return element(
        "div",
        link,
        _standing(standing),
        _change(lens.change(standing)),
        _note(statement, language),
        class_=f"statement {kind}{dim}",
    )


def _change(change: Change | None) -> Html | None:
    """An arrow for eyes, the words for everybody."""
    if change is None:
        return None
    sign = element("span", SIGNS[change.way], aria_hidden="true")
    return element("p", sign, " ", about_review.change(change), class_=f"change-since {change.way}")


def _list(standings: list[StatementStanding], language: str, lens: Lens) -> Html:
    name = "ol" if len(standings) > 1 else "ul"
    return element(
        name, each(element("li", card(s, language, lens)) for s in standings), class_="statements"
    )


def _standing(standing: StatementStanding) -> Html:
    """One promise: its curve beside the status. Several: each with its own curve and figure."""
    if not standing.promises:
        return element("p", mark(standing.status, words=quietly(standing)), class_="standing")
    is_single = len(standing.promises) == 1
    curve = sparkline(standing.promises[0]) if is_single else None
    return together(
        element("p", mark(standing.status), curve, class_=f"standing {tone_of(standing.status)}"),
        each(_figure(promise, with_curve=not is_single) for promise in standing.promises),
    )


def _figure(standing: PromiseStanding, with_curve: bool) -> Html:
    said = promised(standing.promise, standing.indicator)
    words = element(
        "span",
        element("b", latest(standing)),
        element("span", " · ", class_="unseen"),
        element("span", pages.PROMISED, " ", said, class_="promised"),
        class_="words",
    )
    curve = sparkline(standing) if with_curve else None
    return element("p", words, curve, class_=f"figure {tone_of(standing.progress.status)}")


def _note(statement: Statement, language: str) -> Html | None:
    if not statement.transcription_note:
        return None
    return element(
        "details",
        element("summary", pages.NOTE_ON_THE_TEXT),
        element("p", statement.transcription_note, lang=foreign(language)),
        class_="note",
    )
