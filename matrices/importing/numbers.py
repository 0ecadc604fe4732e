"""Numbers as other people's files write them -> numbers as a matrix file writes them."""

import re
from decimal import Decimal

from matrices.model import Comparison

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d{1,2})?")


def plain_number(text: str) -> str | None:
    """`10` for `10.0`; None for what is no number, or one that no matrix can promise."""
    if not _NUMBER.fullmatch(text.strip()):
        return None
    number = Decimal(text.strip())
    if number < 0:
        return None
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def digits_of(target: str) -> str:
    """The bare number of a target in words: `10` for `at least 10`; empty for `increase`."""
    return "".join(sign for sign in target if sign.isdigit() or sign == ".")


def target_words(number: str, comparison: Comparison | None, is_share: bool) -> str | None:
    """`at least 10`, `50 %`; None for a share of more than the whole."""
    if is_share and Decimal(number) > 100:
        return None
    bound = f"{comparison.replace('_', ' ')} " if comparison else ""
    return f"{bound}{number}{' %' if is_share else ''}"
