"""What is to be known of figures that several cities make together."""

from collections.abc import Sequence

from dashboard.language import say
from metrics.standing import MatrixStanding, PromiseStanding


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
    return say("Not, or not wholly, in this figure: {cities}.", cities=listed(standing.absent))


def listed(places: Sequence[str]) -> str:
    """`Breda, Turin and Vilnius`."""
    *firsts, last = places
    return say("{places} and {last}", places=", ".join(firsts), last=last) if firsts else last
