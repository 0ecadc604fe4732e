"""JSON in the one form that is signed: the JSON Canonicalization Scheme, RFC 8785."""

import json
import re
from typing import Any

EXACT_UP_TO = 2**53
"""JavaScript's numbers, on which the scheme rests, tell whole numbers apart up to here."""


class NotCanonical(Exception):
    """It holds a number that has no canonical form."""


def canonical_json(value: Any) -> bytes:
    """Keys in the order of UTF-16, no spaces, numbers as JavaScript writes them."""
    match value:
        case dict():
            keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
            pairs = (_text(key) + b":" + canonical_json(value[key]) for key in keys)
            return b"{" + b",".join(pairs) + b"}"
        case list():
            return b"[" + b",".join(map(canonical_json, value)) + b"]"
        case bool() | None:
            return json.dumps(value).encode()
        case int() | float():
            return _number(value).encode()
        case _:
            return _text(str(value))


def _text(text: str) -> bytes:
    try:
        return json.dumps(text, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise NotCanonical from error


def _number(number: float) -> str:
    if abs(number) > EXACT_UP_TO:
        raise NotCanonical
    if number == int(number):
        return str(int(number))
    if 1e-6 <= abs(number) < 1e-4:  # Python turns to exponents earlier than JavaScript does
        return _plain(number)
    return re.sub(r"e([+-])0*", r"e\1", repr(float(number)))


def _plain(number: float) -> str:
    digits, exponent = repr(float(number)).lstrip("-").split("e-")
    whole = digits.replace(".", "")
    return ("-" if number < 0 else "") + "0." + "0" * (int(exponent) - 1) + whole
