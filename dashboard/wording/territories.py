"""What is to be known of figures that several cities make together."""

from collections.abc import Sequence

from dashboard.language import current, mark, say
from metrics.catalogue import Catalogue
from metrics.standing import MatrixStanding, PromiseStanding
from metrics.territories import NETWORK

NOT_IN_IT = mark("Not, or not wholly, in it: {cities}.")


def counted_together(standing: MatrixStanding) -> str | None:
    """Whose rows count beside the territory's own; None for a city."""
    if not standing.members:
        return None
    return say(
        "Its figures are those of {cities} and of its own site together; people are counted once.",
        cities=listed(standing.members),
    )


def without(standing: PromiseStanding) -> str | None:
    """Who is not, or not wholly, in the figure; None where all are."""
    if not standing.absent:
        return None
    return say(NOT_IN_IT, cities=listed(standing.absent))


def name_of_territory(catalogue: Catalogue, city: str) -> str:
    """The place's name, or what all cities together are called."""
    if city == NETWORK:
        return say("All cities together")
    if city in catalogue.matrices:
        return catalogue.place(city).name
    return catalogue.places[city].in_language(current()).name


def listed(places: Sequence[str]) -> str:
    """`Breda, Turin and Vilnius`."""
    *firsts, last = places
    return say("{places} and {last}", places=", ".join(firsts), last=last) if firsts else last
