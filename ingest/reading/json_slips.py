"""What is wrong with a JSON text, in the words of people; those of Python's reader are for programmers."""

import json

from matrices.telling import told

_WORDS = {
    "Extra data": told("something follows where the JSON has ended"),
    "Expecting value": told("a value is missing"),
    "Expecting property name enclosed in double quotes": told(
        "a name between double quotes is missing"
    ),
    "Expecting ',' delimiter": told("a comma is missing"),
    "Expecting ':' delimiter": told("a colon is missing"),
    "Unterminated string starting at": told("a text begins and never ends"),
    "Invalid control character at": told("a text runs on over the end of its line"),
    "Invalid \\escape": told("a backslash stands before a sign that needs none"),
    "Invalid \\uXXXX escape": told("a backslash with `u` needs four digits behind it"),
}


def slip(error: json.JSONDecodeError) -> str:
    """As in `line 4, column 12: a comma is missing`."""
    said = error.msg.removesuffix(": ")
    return told(
        "line {line}, column {column}: {slip}",
        line=error.lineno,
        column=error.colno,
        slip=_WORDS.get(said, said),
    )
