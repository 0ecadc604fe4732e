"""A city's own figure: the one place where a view is chosen."""

from collections.abc import Callable
from dataclasses import replace

from matrices.telling import told
from metrics.comparing.answers import Comparability, Figure, Obstacle, Peer, Question, View
from metrics.comparing.growth import grown
from metrics.comparing.intervals import interval_of, scaled
from metrics.comparing.obstacles import FEWEST_CASES, obstacle, value_of
from metrics.comparing.populations import missing, population_of
from metrics.comparing.promised import on_the_way
from metrics.standing import Actual

PER_HEAD = 1000


def own_figure(question: Question, peer: Peer) -> Figure:
    """The figure of one city, or the state that keeps it from being compared."""
    bare = Figure(
        peer.city, peer.place.name, Comparability.COMPARABLE, is_simulated=peer.is_simulated
    )
    actual = value_of(question, peer)
    bare = replace(bare, actual=actual)
    found = _before_any_value(question, peer) or obstacle(question, peer)
    if found or actual is None:
        return _stopped(bare, found)
    return VIEWED[question.view](question, peer, bare, actual)


def _before_any_value(question: Question, peer: Peer) -> Obstacle | None:
    """A city without the population has no rate, whether or not there are data."""
    denominator = question.indicator.denominator
    if question.view == "per-head" and denominator is None:
        return _without_population(peer, question.ages)
    if denominator is not None and denominator.inhabitants:
        return _without_population(peer, denominator.inhabitants)
    return None


def _without_population(peer: Peer, ages: str) -> Obstacle | None:
    if population_of(peer.place, ages):
        return None
    return Obstacle(Comparability.NO_POPULATION, missing(peer.place, ages))


def _as_is(question: Question, peer: Peer, bare: Figure, actual: Actual) -> Figure:
    indicator = question.indicator
    rate = indicator.denominator.inhabitants if indicator.denominator else None
    cases = actual.denominator if indicator.is_share else actual.value
    figure = replace(
        bare,
        value=actual.value,
        cases=actual.numerator if rate else cases,
        interval=interval_of(indicator, actual),
        population=population_of(peer.place, rate) if rate else None,
    )
    if indicator.is_share and actual.denominator is not None and actual.denominator < FEWEST_CASES:
        why = told(
            "It is a share of {cases} only; shares of fewer than {fewest} are not compared.",
            cases=f"{actual.denominator:g}",
            fewest=FEWEST_CASES,
        )
        return _stopped(figure, Obstacle(Comparability.TOO_FEW_CASES, why))
    return figure


def _per_head(question: Question, peer: Peer, bare: Figure, actual: Actual) -> Figure:
    if question.indicator.denominator is not None or actual.value is None:
        why = told("It is a share or a rate already: it is compared as it is.")
        return _stopped(bare, Obstacle(Comparability.NOT_A_COUNT, why))
    population = population_of(peer.place, question.ages)
    assert population is not None  # its absence is told before any value
    by = PER_HEAD / population.persons
    interval = interval_of(question.indicator, actual)
    return replace(
        bare,
        value=actual.value * by,
        cases=actual.value,
        interval=scaled(interval, by) if interval else None,
        population=population,
    )


def _promised(question: Question, peer: Peer, bare: Figure, actual: Actual) -> Figure:
    return _settled(bare, *on_the_way(peer))


def _grown(question: Question, peer: Peer, bare: Figure, actual: Actual) -> Figure:
    return _settled(bare, *grown(question, peer, actual))


def _settled(bare: Figure, parts: dict[str, object], found: Obstacle | None) -> Figure:
    return _stopped(replace(bare, **parts), found)


def _stopped(figure: Figure, found: Obstacle | None) -> Figure:
    return replace(figure, state=found.state, why=found.why) if found else figure


VIEWED: dict[View, Callable[[Question, Peer, Figure, Actual], Figure]] = {
    "as-is": _as_is,
    "per-head": _per_head,
    "promise": _promised,
    "growth": _grown,
}
