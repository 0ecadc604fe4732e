"""A promise in words: what was promised, how it stands, and what had to be assumed."""

from dashboard.markup import Html, each, element, together
from dashboard.parts.marks import mark
from dashboard.wording import about_statement as words
from dashboard.wording.explanations import assumptions, explanation
from dashboard.wording.indicator_words import name_of
from matrices.model import Promise
from metrics.definition import Indicator
from metrics.standing import PromiseStanding, StatementStanding


def promise_card(statement: StatementStanding, standing: PromiseStanding) -> Html:
    """The head of a promise's figures; the only promise of a statement was explained above."""
    indicator = standing.indicator
    versions = statement.statement.promises.get(indicator.identifier, ())
    is_one_of_several = len(statement.promises) > 1
    return element(
        "section",
        element("h2", name_of(indicator)),
        _explained(standing) if is_one_of_several else None,
        _earlier(versions, standing.promise, indicator),
        class_="promise",
    )


def in_sentences(standing: PromiseStanding) -> Html:
    """Why the promise stands as it does, and what had to be assumed."""
    return together(
        element("p", explanation(standing), class_="lead"),
        each(element("p", said, class_="aside") for said in assumptions(standing)),
    )


def _explained(standing: PromiseStanding) -> Html:
    told = mark(standing.progress.status)
    return together(element("p", told, class_="standing"), in_sentences(standing))


def _earlier(versions: tuple[Promise, ...], now: Promise, indicator: Indicator) -> Html | None:
    """The versions of the promise; a promise is never overwritten."""
    if len(versions) < 2:
        return None
    items = (
        element("li", words.version(version, indicator), class_="now" if version == now else None)
        for version in versions
    )
    summary = element("summary", words.VERSIONS)
    return element("details", summary, element("ol", each(items)))
