"""A statement in small, for a frame on another site."""

from dashboard.language import foreign
from dashboard.markup import Html, element, together
from dashboard.parts.frame import simulated_tag
from dashboard.parts.marks import mark
from dashboard.site import links as places
from dashboard.site.content import Site
from dashboard.site.drawings import trajectory_alone
from dashboard.site.links import Links
from dashboard.site.page import Shown
from dashboard.wording import about_site
from dashboard.wording import about_statement as words
from dashboard.wording.explanations import explanation, unmeasured
from dashboard.wording.promises import quietly
from metrics.standing import StatementStanding


def embedded_page(site: Site, links: Links, identifier: str) -> Shown:
    standing = site.results.statement(identifier)
    matrix = site.results.matrix(standing.statement.city)
    text = standing.statement.text.strip()
    tag = simulated_tag() if matrix.is_simulated else None
    body = together(
        element("p", matrix.place_name, " ", tag, class_="aside"),
        element("h1", text, class_="own-words", lang=foreign(matrix.matrix.language)),
        _standing(standing),
        _to_the_page(links, identifier),
    )
    return Shown(words.title(text, matrix.place_name), body)


def _standing(standing: StatementStanding) -> Html:
    """Of several promises the one that stands worst, which tells for all."""
    tells = next((p for p in standing.promises if p.progress.status is standing.status), None)
    if tells is None:
        told = mark(standing.status, words=quietly(standing).partition(":")[0])
        return together(
            element("p", told, class_="standing large"), element("p", unmeasured(standing))
        )
    drawn = trajectory_alone(tells)
    return together(
        element("p", mark(standing.status), class_="standing large"),
        element("p", explanation(tells)),
        element("figure", drawn) if drawn else None,
    )


def _to_the_page(links: Links, identifier: str) -> Html:
    """In a window of its own: the frame is too small for it."""
    address = links.to(places.statement(identifier))
    return element(
        "p",
        element("a", about_site.TO_THE_PAGE, href=address, target="_blank", rel="noopener"),
        class_="actions",
    )
