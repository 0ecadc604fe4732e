"""How deep brackets are nested, asked before anything walks through them."""

from typing import Any

MOST_DEPTH = 64
"""Data has a handful of brackets within brackets; whoever nests more means harm."""
MOST_VALUES = 2_000_000
"""Of values in one badge."""


def is_too_much(value: Any, most_values: float = MOST_VALUES) -> bool:
    """Looked at level by level, so that no depth can exhaust anything."""
    level, seen = [value], 0
    for _ in range(MOST_DEPTH):
        seen += len(level)
        if not level or seen > most_values:
            break
        level = [inner for outer in level for inner in _inside(outer)]
    return bool(level)


def _inside(value: Any) -> Any:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
