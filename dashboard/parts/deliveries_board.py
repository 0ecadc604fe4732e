"""Who has delivered what for which period: cities down, records across; what is late in words."""

from collections.abc import Mapping, Sequence

from dashboard import addresses
from dashboard.design import Tone
from dashboard.markup import Html, each, element
from dashboard.parts.table import Column, Row, table
from dashboard.wording import about_deliveries as words
from dashboard.wording.data_words import record, sentence_case
from ingest.tables.columns import base_records
from metrics.deliveries import Delivery


def deliveries_board(deliveries: Sequence[Delivery], places: Mapping[str, str]) -> Html:
    """`places` are the names of all cities of the home, in their order."""
    found = {(each.city, each.record): each for each in deliveries}
    records = [name for name in base_records() if any(name == each.record for each in deliveries)]
    columns = (Column(words.CITY), *(Column(_head(name)) for name in records))
    rows = (_row(city, place, records, found) for city, place in places.items())
    return element(
        "section",
        element("h2", words.TITLE),
        _late([each for each in deliveries if each.is_late or each.is_missing], places),
        table(words.TITLE, columns, rows, cards=True),
        element("p", words.rule(), class_="aside"),
        class_="deliveries",
    )


def _head(name: str) -> str:
    return sentence_case(record(name))


def _row(
    city: str, place: str, records: Sequence[str], found: Mapping[tuple[str, str], Delivery]
) -> Row:
    name = element("a", place, href=addresses.quality(city))
    return Row([name, *(_cell(found.get((city, each)), place) for each in records)])


def _cell(delivery: Delivery | None, place: str) -> Html:
    if delivery is None:
        return element("span", words.NOTHING, class_="nothing")
    sign, tone = _sign(delivery)
    since = words.since(delivery)
    return element(
        "span",
        element("span", element("span", sign, aria_hidden="true"), " ", words.reaches(delivery)),
        element("span", since, class_="mark") if since else None,
        class_=f"delivery {tone}",
        title=words.sentence(delivery, place),
    )


def _sign(delivery: Delivery) -> tuple[str, Tone]:
    if delivery.is_missing:
        return "○", "mixed"
    return ("▲", "poor") if delivery.is_late else ("●", "good")


def _late(deliveries: Sequence[Delivery], places: Mapping[str, str]) -> Html:
    if not deliveries:
        return element("p", words.ALL_IN_TIME)
    items = (
        element("li", words.sentence(delivery, places.get(delivery.city, delivery.city)))
        for delivery in deliveries
    )
    summary = element("summary", words.late_or_missing(len(deliveries)))
    return element("details", summary, element("ul", each(items)))
