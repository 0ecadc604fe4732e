"""What must hold of every comparison, whoever is compared."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as some

from metrics.comparing.answers import VIEWS, Comparison, Peer
from metrics.comparing.own_figure import own_figure
from metrics.comparison import compare
from tests.metrics.peers import asked, counted, pledged, young
from tests.metrics.promises import number, year

NAMES = ("alder", "birch", "cedar", "elm", "fir", "holly", "larch")
COUNTS = some.integers(min_value=0, max_value=900)


def grove(name: str, before: int, now: int, inhabitants: int, is_withheld: bool) -> Peer:
    if is_withheld:
        city = counted(name, now, before, populations=[young(inhabitants)])
        hidden = year(2025, None, is_withheld=True)
        return replace(city, history=replace(city.history, years=(year(2022, before), hidden)))
    return pledged(counted(name, now, before, populations=[young(inhabitants)]), number(500))


@some.composite
def groves(draw) -> list[Peer]:
    names = draw(some.lists(some.sampled_from(NAMES), unique=True, min_size=1))
    people = some.integers(min_value=1000, max_value=90000)
    drawn = some.tuples(COUNTS, COUNTS, people, some.booleans())
    return [grove(name, *draw(drawn)) for name in names]


VIEW = some.sampled_from(VIEWS)
law = settings(max_examples=40, deadline=None)


def figures(found: Comparison) -> dict[str, object]:
    return {figure.city: figure for figure in found.figures}


@law
@given(groves(), VIEW, some.randoms())
def test_the_order_of_the_peers_changes_nothing(peers: list[Peer], view, chance):
    shuffled = list(peers)
    chance.shuffle(shuffled)
    assert compare(asked(view), shuffled) == compare(asked(view), peers)


@law
@given(groves(), VIEW)
def test_another_peer_never_changes_a_city_s_own_figure(peers: list[Peer], view):
    question = asked(view)
    more = [*peers, counted("zelkova", 444, populations=[young(777)])]
    alone, together = figures(compare(question, peers)), figures(compare(question, more))
    assert {city: together[city] for city in alone} == alone


@law
@given(groves())
def test_one_city_is_above_another_exactly_where_the_other_is_below(peers: list[Peer]):
    ranks = compare(asked("per-head"), peers).ranks
    for one, its in ranks.items():
        for other, theirs in ranks.items():
            if one != other and its.worst < theirs.best:
                assert theirs.best > its.worst >= its.best
                assert theirs.worst >= theirs.best > its.best


@law
@given(groves())
def test_turning_what_is_better_turns_the_ranks(peers: list[Peer]):
    up = asked("per-head")
    down = replace(up, indicator=up.indicator.model_copy(update={"better": "lower"}))
    for city, rank in compare(up, peers).ranks.items():
        turned = compare(down, peers).ranks[city]
        assert (turned.best, turned.worst) == (rank.of + 1 - rank.worst, rank.of + 1 - rank.best)


@law
@given(COUNTS, some.integers(min_value=1000, max_value=90000), some.integers(2, 50))
def test_a_city_as_often_as_large_has_the_same_rate(now: int, people: int, times: int):
    question = asked("per-head")
    once = own_figure(question, counted("elm", now, populations=[young(people)]))
    grown = counted("elm", now * times, populations=[young(people * times)])
    many = own_figure(question, grown)
    assert once.value is not None
    assert many.value is not None
    assert abs(many.value - once.value) <= 1e-12 * max(1, once.value)


@law
@given(groves(), VIEW)
def test_quartiles_lie_in_order_between_the_least_and_the_most(peers: list[Peer], view):
    found = compare(asked(view), peers).spread
    if found and found.lower_quartile is not None and found.upper_quartile is not None:
        assert found.least <= found.lower_quartile <= found.median
        assert found.median <= found.upper_quartile <= found.most
    if found:
        assert (found.lower_quartile is None) == (found.figures < 4)


@law
@given(groves(), VIEW)
def test_intervals_hold_their_figure_and_ranks_their_number(peers: list[Peer], view):
    found = compare(asked(view), peers)
    for figure in found.figures:
        if figure.interval and figure.value is not None:
            assert figure.interval.low <= figure.value + 1e-9
            assert figure.value <= figure.interval.high + 1e-9
    assert all(1 <= r.best <= r.worst <= r.of for r in found.ranks.values())


@law
@given(groves(), VIEW)
def test_nothing_that_is_shown_depends_on_a_withheld_figure(peers: list[Peer], view):
    """With and without the withheld cities median, quartiles and ranks are the same, so that
    nobody can work them out by choosing other peers."""
    question = asked(view)
    found = compare(question, peers)
    hidden = {f.city for f in found.figures if f.actual and f.actual.is_withheld}
    without = compare(question, [peer for peer in peers if peer.city not in hidden])
    assert (found.spread, found.ranks) == (without.spread, without.ranks)
    for figure in found.figures:
        if figure.city in hidden:
            assert (figure.value, figure.cases, figure.interval) == (None, None, None)
