"""The field in which a city is chosen, by the name of its place; the choice stands in the address."""

from collections.abc import Mapping
from typing import Any

from dashboard import in_address
from dashboard.keeping import kept
from dashboard.language import say
from dashboard.wording import pages
from metrics.results import Results


@kept
def every_city(results: Results) -> dict[str, str]:
    """Identifier to place name."""
    return {city.city: city.place_name for city in results.cities()}


@kept
def cities_with_matrix(results: Results) -> dict[str, str]:
    """The same of those that promised something."""
    return {city.city: city.place_name for city in results.cities() if city.is_published}


def chosen_city(label: str, names: Mapping[str, str], now: str | None, **more: Any) -> str | None:
    """Shows `now`, or asks for a city; the identifier of the one that is chosen."""
    return in_address.choice(
        label,
        "city",
        now,
        options=list(names),
        format_func=names.__getitem__,
        placeholder=say(pages.CHOOSE_A_CITY),
        **more,
    )
