"""Which cities may be compared on what, in which view, and with what caveat. The front door.

Only figures of the same indicator version and the same complete period stand side by side, and
only those that passed `metrics/disclosure.py`: a withheld value is empty when it comes here, and no
total or mean over cities is made from which it could be worked out. A city's own figure depends on
that city and the question alone, so that choosing other peers never changes it; median, quartiles
and ranks are of the comparable figures of the chosen peers. A country is no peer of its own cities:
beside them its figure is told and not compared.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from matrices.telling import told
from metrics.comparing.answers import Comparability, Comparison, Figure, Peer, Question
from metrics.comparing.caveats import caveats
from metrics.comparing.own_figure import own_figure
from metrics.comparing.spread import ranks, spread


def compare(question: Question, peers: Iterable[Peer]) -> Comparison:
    """The peers side by side; a city that is named twice stands once."""
    once = {peer.city: peer for peer in peers}
    chosen = sorted(once.values(), key=lambda peer: (peer.place.name, peer.city))
    figures = tuple(_beside_members(own_figure(question, peer), peer, once) for peer in chosen)
    return Comparison(
        indicator=question.indicator.identifier,
        view=question.view,
        period=question.period,
        ages=question.ages,
        first_year=question.first_year,
        figures=figures,
        spread=spread(figures),
        ranks={} if question.is_of_size else ranks(figures, question.indicator.better),
        caveats=caveats(question, figures),
    )


def _beside_members(figure: Figure, peer: Peer, chosen: Mapping[str, Peer]) -> Figure:
    """A territory's figure, not compared where a city that it contains stands beside it."""
    inside = [chosen[city].place.name for city in peer.members if city in chosen]
    if not inside or not figure.is_compared:
        return figure
    why = told("It contains the figures of {cities}.", cities=", ".join(sorted(inside)))
    return replace(figure, state=Comparability.CONTAINS_PEERS, why=why)
