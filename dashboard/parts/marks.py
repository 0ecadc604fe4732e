"""How a status is shown everywhere: shape and word, and counts of statuses as a bar with legend."""

from dashboard.design import tone_of
from dashboard.language import say
from dashboard.markup import Html, each, element, together
from dashboard.parts.shapes import shape
from dashboard.wording import statuses
from metrics.standing import Status

UNMEASURED = frozenset(
    {Status.BY_EVIDENCE, Status.BY_SURVEY, Status.NOT_MEASURED, Status.CANNOT_BE}
)
"""Drawn light in a bar: the statement names no indicator."""


def mark(status: Status, words: str | None = None) -> Html:
    """The shape and the word of a status; `words` says more than its name where given."""
    return element(
        "span",
        shape(status),
        element("span", words or statuses.name(status)),
        class_=f"status {tone_of(status)}",
    )


def bar(counts: dict[Status, int]) -> Html:
    """Counts of statuses as one stacked bar; its legend is to stand beside it."""
    found = statuses.in_order(counts)
    said = ", ".join(f"{count} {statuses.name(status)}" for status, count in found)
    segments = each(_segment(status, count) for status, count in found)
    return element(
        "div", segments, class_="stack", role="img", aria_label=said or say("no statements")
    )


def scale(counts: dict[Status, int]) -> Html:
    """Names the two halves of the bar below it: followed in figures, and not."""
    unmeasured = sum(count for status, count in counts.items() if status in UNMEASURED)
    measured = sum(counts.values()) - unmeasured
    halves = ((measured, statuses.IN_FIGURES), (unmeasured, statuses.OTHERWISE))
    spans = (
        element("span", element("b", str(count)), f" {name}", style=f"flex-grow:{count}")
        for count, name in halves
        if count
    )
    return element("p", each(spans), class_="scale")


def how_to_read(counts: dict[Status, int]) -> Html:
    """What each status that occurs means; folded."""
    entries = (
        element("div", element("dt", mark(status)), element("dd", statuses.MEANINGS[status]))
        for status, _ in statuses.in_order(counts)
    )
    summary = element("summary", statuses.HOW_TO_READ)
    return element("details", summary, element("dl", each(entries)), class_="meanings")


def legend(counts: dict[Status, int]) -> Html:
    """Counts of statuses as a list: shape, number, word, and the meaning on hover."""
    items = (_legend_item(status, count) for status, count in statuses.in_order(counts))
    return element("ul", each(items), class_="legend")


def _segment(status: Status, count: int) -> Html:
    kind = "unmeasured" if status in UNMEASURED else "measured"
    return element("span", class_=f"{kind} {tone_of(status)} {status}", style=f"flex-grow:{count}")


def _legend_item(status: Status, count: int) -> Html:
    words = together(element("b", str(count)), f" {statuses.name(status)}")
    return element(
        "li",
        element("span", shape(status), element("span", words), class_=f"status {tone_of(status)}"),
        title=statuses.MEANINGS[status],
    )
