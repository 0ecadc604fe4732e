"""How wide the columns of a poster are: so that the whole is as low as can be."""

from collections.abc import Sequence

STEP = 0.01
NARROWEST = 0.6
"""No column is narrower than this part of an equal share: a word must fit into a line."""


def shares(rows: Sequence[Sequence[float]]) -> list[float]:
    """The columns' parts of the width, adding up to 1.

    `rows` says of every cell how much room its words need, rows first. A row is as high as its
    fullest cell, so width is moved from column to column while that lowers the sum of the rows.
    """
    count = len(rows[0]) if rows else 0
    widths = [1 / max(count, 1)] * count
    while (better := _better(rows, widths)) is not None:
        widths = better
    return widths


def height(rows: Sequence[Sequence[float]], widths: Sequence[float]) -> float:
    """The sum of the rows' heights."""
    return sum(max(room / width for room, width in zip(row, widths, strict=True)) for row in rows)


def _better(rows: Sequence[Sequence[float]], widths: list[float]) -> list[float] | None:
    """The best of all moves of one step that lower the whole; None where no move does."""
    moved = list(_moved(widths))
    best = min(moved, key=lambda found: height(rows, found), default=widths)
    return best if height(rows, best) < height(rows, widths) - 1e-9 else None


def _moved(widths: list[float]) -> list[list[float]]:
    count = len(widths)
    lowest = NARROWEST / max(count, 1)
    return [
        [w + STEP * ((index == wider) - (index == narrower)) for index, w in enumerate(widths)]
        for narrower in range(count)
        for wider in range(count)
        if narrower != wider and widths[narrower] - STEP >= lowest
    ]
