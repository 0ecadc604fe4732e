"""What review meetings decided on a statement, the newest first."""

from collections.abc import Sequence

from dashboard.language import say
from dashboard.markup import Html, each, element
from dashboard.wording import about_decisions as words
from ingest.decisions import Decision


def decisions_list(decisions: Sequence[Decision]) -> Html:
    title = element("h2", say(words.TITLE))
    if not decisions:
        none = element("p", say(words.NONE), class_="lead")
        return element("section", title, none, class_="decisions")
    items = (
        element(
            "li",
            element("span", words.when(decision), class_="when"),
            element("span", decision.text, class_="what"),
        )
        for decision in decisions
    )
    return element("section", title, element("ul", each(items)), class_="decisions")
