"""What was loaded lately, newest first: when, how much, of which cities."""

from collections.abc import Mapping, Sequence

from dashboard import addresses
from dashboard.markup import Html, each, element
from dashboard.parts.loads_table import state
from dashboard.wording import about_loads as words
from dashboard.wording import dates
from ingest.loads import LoadEntry

MOST = 6


def lately(entries: Sequence[LoadEntry], place_names: Mapping[str, str]) -> Html:
    items = (_entry(entry, place_names) for entry in entries[:MOST])
    more = element("a", words.ALL_LOADS, href=addresses.loads())
    return element(
        "section",
        element("h2", words.LATELY),
        element("ol", each(items)),
        element("p", more) if len(entries) > MOST else None,
        class_="timeline",
    )


def _entry(entry: LoadEntry, place_names: Mapping[str, str]) -> Html:
    receipt = entry.receipt
    cities = sorted(place_names.get(city, city) for city in receipt.cities)
    return element(
        "li",
        element("span", dates.moment(receipt.loaded_at), class_="when"),
        element("a", words.title(receipt.load), href=addresses.loads(receipt.load)),
        element("span", words.rows_of(receipt.totals().rows_in, cities), class_="what"),
        state(entry),
        class_=None if entry.is_active else "undone",
    )
