"""The head of a city's page: its name, how fresh its data are, and how its matrix stands."""

from collections import Counter
from datetime import date

from dashboard.language import foreign
from dashboard.markup import Html, element
from dashboard.parts.frame import simulated_tag
from dashboard.parts.marks import bar, how_to_read, legend
from dashboard.wording import pages
from dashboard.wording.territories import counted_together
from metrics.standing import MatrixStanding


def city_opening(standing: MatrixStanding, today: date | None) -> Html:
    """Without a `today` nothing is said of how long ago the data end."""
    tag = simulated_tag() if standing.is_simulated else None
    fresh = pages.freshness(standing.data_through, today)
    together = counted_together(standing)
    return element(
        "section",
        element(
            "h1",
            element("span", standing.matrix.name, lang=foreign(standing.matrix.language)),
            " ",
            tag,
        ),
        element("p", pages.data_is(fresh), class_="fresh"),
        element("p", together, class_="aside") if together else None,
        _how_it_stands(standing),
        class_="opening",
    )


def _how_it_stands(standing: MatrixStanding) -> Html:
    if not standing.matrix.is_published:
        return element("p", pages.without_matrix(standing), class_="lead")
    counts = dict(Counter(s.status for s in standing.statements.values()))
    words = pages.city_summary(standing, counts)
    return element(
        "div", element("p", words, class_="lead"), bar(counts), legend(counts), how_to_read(counts)
    )
