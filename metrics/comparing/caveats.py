"""What to keep in mind when these cities are put side by side, a sentence each."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from matrices.places import Population
from metrics.comparing.answers import Figure, Question
from metrics.comparing.populations import kind_of_place, way_of_counting
from metrics.counting.tallied import ALL_AGES

LARGER = (
    "A larger city counts more without doing more, so bare counts are not ranked; `per-head` and "
    "`growth` take the size out."
)
SHARED_AGES = "Only the inhabitants are of these ages; who is counted may be of any age."


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
    yield from _differing("are of different kinds of place", counted, kind_of_place)
    yield from _differing("were counted in different ways", counted, way_of_counting)


def _differing(
    what: str,
    counted: Iterable[tuple[str, Population]],
    kind: Callable[[Population], str],
) -> Iterator[str]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for name, population in counted:
        kinds[kind(population)].append(name)
    if len(kinds) > 1:
        yield f"The populations {what}: {_by_kind(kinds)}."


def _of_data(figures: Sequence[Figure]) -> Iterator[str]:
    simulated = [f.place_name for f in figures if f.is_simulated]
    if simulated and len(simulated) < len(figures):
        yield f"Made up for demonstration are the figures of {', '.join(simulated)}."
    origins: dict[str, list[str]] = defaultdict(list)
    for figure in figures:
        if figure.actual:
            origins[figure.actual.origin].append(figure.place_name)
    if len(origins) > 1:
        yield f"Some figures were counted from rows, others handed in ready-made: {_by_kind(origins)}."


def _by_kind(kinds: dict[str, list[str]]) -> str:
    return "; ".join(f"{kind} ({', '.join(names)})" for kind, names in sorted(kinds.items()))
