"""What `impact check` says to a person."""

from collections.abc import Sequence

from dashboard.language import say, say_n
from matrices.problems import DeclarationProblem
from metrics.catalogue import Catalogue


def check_lines(catalogue: Catalogue | None, problems: Sequence[DeclarationProblem]) -> list[str]:
    """Every problem with its place, or what was found in order."""
    if problems or catalogue is None:
        found = say_n("{count} problem found.", "{count} problems found.", len(problems))
        return [*map(str, problems), found]
    statements = [s for matrix in catalogue.matrices.values() for s in matrix.statements()]
    measured = sum(1 for statement in statements if statement.promises)
    return [
        say(
            "{cities} cities with {statements} statements; {measured} of them name an indicator. "
            "{indicators} indicators, {frameworks} frameworks, {sources} sources.",
            cities=len(catalogue.matrices),
            statements=len(statements),
            measured=measured,
            indicators=len(catalogue.indicators),
            frameworks=len(catalogue.frameworks.frameworks),
            sources=len(catalogue.mappings),
        ),
        say("Everything is in order."),
    ]
