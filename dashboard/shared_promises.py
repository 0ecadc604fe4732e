"""What several cities promise: how each city's promise on each shared indicator stands."""

from collections.abc import Collection

from dashboard.parts.overview_table import Cells
from metrics.crosswalk import crosswalk
from metrics.progress import worst
from metrics.results import Results
from metrics.standing import PromiseStanding


def shared_promises(results: Results, cities: Collection[str]) -> Cells:
    """Every indicator that at least two cities of the home promise, one of these among them."""
    cells = {
        crossing.indicator: {
            city: _promise(results, [s.identifier for s in found], crossing.indicator)
            for city, found in crossing.statements.items()
        }
        for crossing in crosswalk(results.catalogue)
        if len(crossing.statements) > 1
    }
    return _known(cells, cities)


def _known(cells: Cells, cities: Collection[str]) -> Cells:
    """Rows of which something is known come first; each in the order of how many share them."""
    known = {name: found for name, found in cells.items() if set(found) & set(cities)}
    return dict(sorted(known.items(), key=lambda row: not any(p.years for p in row[1].values())))


def _promise(results: Results, statements: list[str], indicator: str) -> PromiseStanding:
    """Of several statements that promise it, the one that stands worst."""
    promises = [
        promise
        for statement in statements
        for promise in results.statement(statement).promises
        if promise.indicator.identifier == indicator
    ]
    tells = worst(promise.progress.status for promise in promises)
    return next(promise for promise in promises if promise.progress.status is tells)
