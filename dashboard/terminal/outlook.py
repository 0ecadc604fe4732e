"""What if: for each promise with a number when it would be met, and the pace that would meet it."""

from collections.abc import Iterator

from dashboard.language import mark, say
from dashboard.terminal.matrix import WIDTH
from dashboard.wording.what_if import in_sentences
from metrics.results import Results
from metrics.standing import StatementStanding

NONE = mark("No statement of this matrix promises a number to reach.")


def outlook_lines(results: Results, city: str) -> list[str]:
    """Every promise with a number to reach, in poster order."""
    standings = results.matrix(city).statements.values()
    lines = [line for standing in standings for line in _statement(results, standing)]
    return lines or [say(NONE)]


def _statement(results: Results, standing: StatementStanding) -> Iterator[str]:
    identifier = standing.statement.identifier
    ways = results.what_if(identifier)
    numbered = [
        p for p in standing.promises if p.promise.target is not None and not p.promise.is_kept
    ]
    if numbered:
        yield from (identifier, f"  {' '.join(standing.statement.text.split())[:WIDTH]}")
    for promise in numbered:
        way = ways.get(promise.indicator.identifier)
        yield from (f"    {sentence}" for sentence in in_sentences(promise, way))
