"""What to keep in mind when these cities are put side by side, a sentence each."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from matrices.places import Population
from matrices.telling import told
from metrics.comparing.answers import Figure, Question
from metrics.comparing.populations import kind_of_place, way_of_counting
from metrics.counting.tallied import ALL_AGES

LARGER = told(
    "A larger city counts more without doing more, so bare counts are not ranked; rates per "
    "1,000 inhabitants and growth take the size out."
)
SHARED_AGES = told("Only the inhabitants are of these ages; who is counted may be of any age.")
KINDS_DIFFER = told("The populations are of different kinds of place: {kinds}.")
WAYS_DIFFER = told("The populations were counted in different ways: {kinds}.")
ORIGINS_DIFFER = told("Some figures were counted from rows, others handed in ready-made: {kinds}.")


def caveats(question: Question, figures: Sequence[Figure]) -> tuple[str, ...]:
    """The indicator's own sentence first."""
    indicator = question.indicator
    compared = [figure for figure in figures if figure.is_compared]
    found = [" ".join(indicator.comparability.split())] if indicator.comparability else []
    if question.is_of_size:
        found.append(LARGER)
    if question.view == "per-head" and question.ages != ALL_AGES:
        found.append(SHARED_AGES)
    return (*found, *_of_populations(compared), *_of_data(compared))


def _of_populations(figures: Sequence[Figure]) -> Iterator[str]:
    counted = [(f.place_name, f.population) for f in figures if f.population]
    yield from _differing(KINDS_DIFFER, counted, kind_of_place)
    yield from _differing(WAYS_DIFFER, counted, way_of_counting)


def _differing(
    template: str,
    counted: Iterable[tuple[str, Population]],
    kind: Callable[[Population], str],
) -> Iterator[str]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for name, population in counted:
        kinds[kind(population)].append(name)
    if len(kinds) > 1:
        yield template.format(kinds=_by_kind(kinds))


def _of_data(figures: Sequence[Figure]) -> Iterator[str]:
    simulated = [f.place_name for f in figures if f.is_simulated]
    if simulated and len(simulated) < len(figures):
        names = ", ".join(simulated)
        yield told("Made up for demonstration are the figures of {cities}.", cities=names)
    origins: dict[str, list[str]] = defaultdict(list)
    for figure in figures:
        if figure.actual:
            origins[figure.actual.origin].append(figure.place_name)
    if len(origins) > 1:
        yield ORIGINS_DIFFER.format(kinds=_by_kind(origins))


def _by_kind(kinds: dict[str, list[str]]) -> str:
    return "; ".join(f"{kind} ({', '.join(names)})" for kind, names in sorted(kinds.items()))
