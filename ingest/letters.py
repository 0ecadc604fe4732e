"""Letters without their marks, as words are compared.

Romanian in a Windows code page has ş where Unicode has ș; Greek capitals are written without their
accents, and many people type none at all. DuckDB's `strip_accents` does the same in SQL.
"""

import unicodedata


def without_marks(text: str) -> str:
    """`oras` of `oraș` and of `oraş`, `πολη` of `πόλη`."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
