"""What is made of the same results is made once, for everybody who looks in the same language."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from dashboard import addresses
from dashboard.language import current
from dashboard.permission import may_write
from metrics.results import Results

Asked = ParamSpec("Asked")
Made = TypeVar("Made")

MOST_KEPT = 256
"""Pieces of each kind: some tens of kilobytes each, and the results they were made of."""


def kept(
    make: Callable[Concatenate[Results, Asked], Made],
) -> Callable[Concatenate[Results, Asked], Made]:
    """Wraps what is made of results, the arguments, the language and nothing else.

    A load, an undo and a changed matrix bring new results, so nothing grows old here. What does
    change between them, as the decisions of meetings do, must not be asked for inside. Threads
    may make a piece at the same time; whoever gets it must not change it.
    """

    @lru_cache(maxsize=MOST_KEPT)
    def remembered(_language: str, _links: str, _may_write: bool, *asked: Any) -> Made:
        return make(*asked)

    @wraps(make)
    def made(results: Results, *asked: Asked.args, **_: Asked.kwargs) -> Made:
        return remembered(current(), addresses.city(""), may_write(), results, *asked)

    return made
