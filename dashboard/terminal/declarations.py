"""What `impact check` says to a person."""

from collections.abc import Sequence

from matrices.problems import DeclarationProblem
from metrics.catalogue import Catalogue


def check_lines(catalogue: Catalogue | None, problems: Sequence[DeclarationProblem]) -> list[str]:
    """Every problem with its place, or what was found in order."""
    if problems or catalogue is None:
        many = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        return [*map(str, problems), f"{many} found."]
    statements = [s for matrix in catalogue.matrices.values() for s in matrix.statements()]
    measured = sum(1 for statement in statements if statement.promises)
    return [
        f"{len(catalogue.matrices)} cities with {len(statements)} statements; {measured} of them "
        + f"name an indicator. {len(catalogue.indicators)} indicators, "
        + f"{len(catalogue.frameworks.frameworks)} frameworks, {len(catalogue.mappings)} sources.",
        "Everything is in order.",
    ]
