"""What needs attention as a list of sentences, each a link to the statement or the city."""

from collections.abc import Mapping

from dashboard import addresses
from dashboard.design import tone_of
from dashboard.markup import Html, each, element
from dashboard.parts.shapes import shape
from dashboard.wording.attention import SIGNS, sentence
from metrics.definition import Indicator
from metrics.standing import Attention


def attention_list(entries: list[Attention], indicators: Mapping[str, Indicator]) -> Html:
    """In the order given: the most urgent first."""
    items = (_item(entry, indicators.get(entry.indicator or "")) for entry in entries)
    return element("ul", each(items), class_="attention-list")


def _item(entry: Attention, indicator: Indicator | None) -> Html:
    sign = SIGNS[entry.kind]
    link = element("a", sentence(entry, indicator), href=_address(entry))
    mark = element("span", shape(sign), class_=f"status {tone_of(sign)}")
    return element("li", mark, link)


def _address(entry: Attention) -> str:
    if entry.statement:
        return addresses.statement(entry.statement)
    return addresses.city(entry.city)
