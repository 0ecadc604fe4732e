"""Opens the figures that a report is about: those of now, or those after a load."""

from collections.abc import Iterator
from contextlib import contextmanager

from matrices.home import Home
from metrics.publications import results_after
from metrics.results import Results, open_results


@contextmanager
def opened(home: Home, as_of: int | None) -> Iterator[Results]:
    """`as_of` is a load, or None for now; `LoadProblem` where there is no such load."""
    if as_of is None:
        yield open_results(home)
        return
    with results_after(home, as_of) as results:
        yield results
