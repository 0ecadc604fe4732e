"""From what was asked for to a scope: saved choices, options, and what follows where nothing is said."""

from collections.abc import Sequence
from datetime import date

from dashboard.reports.choices import ALL, ReportChoice
from dashboard.reports.scope import ReportProblem, ReportScope, month_end
from metrics.results import Results


def scope_of(results: Results, choice: ReportChoice, as_of: int | None = None) -> ReportScope:
    """The scope of a choice with the data as they are; `ReportProblem` where it is none."""
    cities = _cities(results, choice)
    first, last = choice.first or _start(results, cities), choice.last or _end(results)
    if first > last:
        raise ReportProblem([f"The report would begin on {first} and end before, on {last}."])
    return ReportScope(
        cities=cities,
        first=first,
        last=last,
        language=choice.language,
        statements=choice.statements,
        sections=choice.sections,
        peers=choice.compare_with,
        as_of=as_of,
        action=choice.action,
        name=choice.name or ("network" if ALL in choice.cities else None),
    )


def _cities(results: Results, choice: ReportChoice) -> tuple[str, ...]:
    """`all` are those that have a matrix."""
    matrices = results.catalogue.matrices
    if ALL in choice.cities:
        return tuple(city for city, matrix in matrices.items() if matrix.is_published)
    return tuple(dict.fromkeys(choice.cities))


def _start(results: Results, cities: Sequence[str]) -> date:
    """The start of the oldest matrix, else of the year in which the data end."""
    starts = [results.catalogue.matrices[city].starts for city in cities]
    return min((day for day in starts if day), default=date(_end(results).year, 1, 1))


def _end(results: Results) -> date:
    through = results.publication.data_through if results.publication else None
    return month_end(through or results.today)
