"""What is wrong with a JSON text, in the words of people; those of Python's reader are for programmers."""

import json

_WORDS = {
    "Extra data": "something follows where the JSON has ended",
    "Expecting value": "a value is missing",
    "Expecting property name enclosed in double quotes": "a name between double quotes is missing",
    "Expecting ',' delimiter": "a comma is missing",
    "Expecting ':' delimiter": "a colon is missing",
    "Unterminated string starting at": "a text begins and never ends",
    "Invalid control character at": "a text runs on over the end of its line",
    "Invalid \\escape": "a backslash stands before a sign that needs none",
    "Invalid \\uXXXX escape": "a backslash with `u` needs four digits behind it",
}


def slip(error: json.JSONDecodeError) -> str:
    """As in `line 4, column 12: a comma is missing`."""
    said = error.msg.removesuffix(": ")
    return f"line {error.lineno}, column {error.colno}: {_WORDS.get(said, said)}"
