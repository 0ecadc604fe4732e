"""What a promise says that its indicator cannot mean."""

from collections.abc import Iterable, Iterator

from matrices.model import BaselinePeriod, Promise
from matrices.telling import told
from metrics.definition import Indicator


def promise_problems(versions: Iterable[Promise], indicator: Indicator) -> Iterator[str]:
    """A sentence for each thing that would have to be guessed."""
    name = indicator.identifier
    for promise in versions:
        if promise.is_bare and indicator.better == "lower":
            number = f"{promise.target:g}"
            text = told(
                "of `{name}` less is better, so `{number}` could mean two things. Write `at most "
                "{number}` or `at least {number}`.",
                name=name,
                number=number,
            )
            yield f"{name}: {text}"
        baseline = promise.baseline
        is_quarter = isinstance(baseline, BaselinePeriod) and "Q" in baseline.label
        if is_quarter and not indicator.is_stock:
            yield (
                f"baseline: `{name}` is judged by whole years, and `{baseline.label}` is a "
                f"quarter. Write a year such as `{baseline.label[:4]}`."
            )
