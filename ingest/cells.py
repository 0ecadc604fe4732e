"""The text of every column of a record, as SQL over the cells of a table.

This is the only place that sees what was in the file. What leaves it is trimmed, persons are
keyed hashes and e-mail addresses are gone, so that no later step can store them by mistake.
"""

from collections.abc import Iterable

from ingest.kinds import Column
from ingest.personal import without_emails
from ingest.pseudonyms import Pseudonyms
from ingest.recognition import Cells, Fit
from ingest.scans import column_name
from ingest.sql import Values, quoted, word, word_key

ODD_SPACES = "\u00a0\u202f\ufeff\t\r\n"
"""Spaces that a plain trim leaves standing: no-break spaces, tabs, line ends."""
SPOILED = r"(?i)[+-]?\d(\.\d+)?e\+\d+|#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)"
"""What a spreadsheet leaves where a long identifier, or the formula for one, was."""
SPOILED_PERSON = "#spoiled"


def trimmed(
    positions: Iterable[int], empty_words: tuple[str, ...], has_odd_spaces: bool, values: Values
) -> list[str]:
    """Each cell trimmed, and NULL where it is empty or a word for empty."""
    empty = [values.bind(word) for word in sorted({word_key(word) for word in empty_words})]
    return [
        f"{_trimmed(column_name(position), empty, has_odd_spaces)} AS {column_name(position)}"
        for position in positions
    ]


def _trimmed(cell: str, empty: list[str], has_odd_spaces: bool) -> str:
    text = f"nullif(trim({cell}), '')"
    if has_odd_spaces:
        is_odd = " OR ".join(f"contains({cell}, chr({ord(space)}))" for space in ODD_SPACES)
        spaces = " || ".join(f"chr({ord(space)})" for space in " " + ODD_SPACES)
        text = f"nullif(CASE WHEN {is_odd} THEN trim({cell}, {spaces}) ELSE trim({cell}) END, '')"
    return f"CASE WHEN {word(text)} NOT IN ({', '.join(empty)}) THEN {text} END" if empty else text


def is_blank(trimmed: Iterable[int], others: Iterable[int]) -> str:
    """Whether not a single cell of the row holds anything, read by a record or not."""
    read = [column_name(position) for position in trimmed]
    unread = [f"nullif(trim({column_name(position)}), '')" for position in others]
    return f"coalesce({', '.join([*read, *unread])}) IS NULL"


def texts(fit: Fit, pseudonyms: Pseudonyms, values: Values) -> list[str]:
    """Every loaded column of the record as safe text, named by `text_name`."""
    return [
        f"{_text(column, fit.columns.get(column.name), pseudonyms, values)} AS {text_name(column)}"
        for column in fit.record.loaded_columns()
    ]


def text_name(column: Column) -> str:
    return quoted(f"text of {column.name}")


def _text(column: Column, cells: Cells | None, pseudonyms: Pseudonyms, values: Values) -> str:
    if cells is None:
        return "NULL::VARCHAR"
    if cells.constant is not None:
        return f"{values.bind(cells.constant)}::VARCHAR"
    names = [column_name(position) for position in cells.positions]
    if cells.is_made:
        return _made(names, pseudonyms, values)
    if column.kind.name == "person":
        return _person(names[0], pseudonyms, values)
    return without_emails(names[0])


def _made(names: list[str], pseudonyms: Pseudonyms, values: Values) -> str:
    """Made now from several cells, or made before and read back from its own column."""
    made = pseudonyms.identifier(names, values)
    if len(names) > 1:
        return made
    return f"coalesce({pseudonyms.kept(names[0])}, {made})"


def _person(name: str, pseudonyms: Pseudonyms, values: Values) -> str:
    hashed = pseudonyms.person(name, values)
    return f"CASE WHEN {spoiled(name)} THEN '{SPOILED_PERSON}' WHEN {name} IS NOT NULL THEN {hashed} END"


def spoiled(text: str) -> str:
    """SQL: whether a spreadsheet has put something else in the place of an identifier."""
    is_likely = f"(contains({text}, '+') OR starts_with({text}, '#'))"
    return f"({is_likely} AND regexp_full_match({text}, '{SPOILED}'))"
