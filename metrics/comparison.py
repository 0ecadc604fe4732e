"""Which cities may be compared on what, in which view, and with what caveat. The front door.

Only figures of the same indicator version and the same complete period stand side by side, and
only those that passed `metrics/disclosure.py`: a withheld value is empty when it comes here, and no
total or mean over cities is made from which it could be worked out. A city's own figure depends on
that city and the question alone, so that choosing other peers never changes it; median, quartiles
and ranks are of the comparable figures of the chosen peers.
"""

from collections.abc import Iterable

from metrics.comparing.answers import Comparison, Peer, Question
from metrics.comparing.caveats import caveats
from metrics.comparing.own_figure import own_figure
from metrics.comparing.spread import ranks, spread


def compare(question: Question, peers: Iterable[Peer]) -> Comparison:
    """The peers side by side; a city that is named twice stands once."""
    once = {peer.city: peer for peer in peers}
    chosen = sorted(once.values(), key=lambda peer: (peer.place.name, peer.city))
    figures = tuple(own_figure(question, peer) for peer in chosen)
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
