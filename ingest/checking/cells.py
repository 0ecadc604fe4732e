"""The text of every column of a record, as SQL over the cells of a table.

This is the only place that sees what was in the file. What leaves it is trimmed and e-mail
addresses are gone, so that no later step can store them by mistake. Persons alone leave it as they
stand: each is hashed once, when the rows are sorted out, and in the texts of refused rows at once.
"""

from collections.abc import Iterable

from ingest.checking.personal import without_emails
from ingest.checking.sql import Values, quoted, word, word_key
from ingest.kinds import Column
from ingest.pseudonyms import Pseudonyms
from ingest.reading.recognition import Cells, Fit
from ingest.reading.scans import column_name
from ingest.reading.text_file import Spaces

ODD_SPACES = "\u00a0\u202f\ufeff\t\r\n"
"""Spaces that a plain trim leaves standing: no-break spaces, tabs, line ends."""
SPOILED = r"(?i)[+-]?\d(\.\d+)?e\+\d+|#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)"
"""What a spreadsheet leaves where a long identifier, or the formula for one, was."""
SPOILED_PERSON = "#spoiled"


def trimmed(
    positions: Iterable[int], empty_words: tuple[str, ...], spaces: Spaces, values: Values
) -> list[str]:
    """Each cell trimmed, and NULL where it is empty or a word for empty."""
    empty = [values.bind(word) for word in sorted({word_key(word) for word in empty_words})]
    return [
        f"{_trimmed(column_name(position), empty, spaces)} AS {column_name(position)}"
        for position in positions
    ]


def _trimmed(cell: str, empty: list[str], spaces: Spaces) -> str:
    text = f"nullif({cell}, '')" if spaces is Spaces.NONE else f"nullif(trim({cell}), '')"
    if spaces is Spaces.ODD:
        is_odd = " OR ".join(f"contains({cell}, chr({ord(space)}))" for space in ODD_SPACES)
        spaces = " || ".join(f"chr({ord(space)})" for space in " " + ODD_SPACES)
        text = f"nullif(CASE WHEN {is_odd} THEN trim({cell}, {spaces}) ELSE trim({cell}) END, '')"
    return f"CASE WHEN {word(text)} NOT IN ({', '.join(empty)}) THEN {text} END" if empty else text


def is_blank(trimmed: Iterable[int], others: Iterable[int], asked: Iterable[int] = ()) -> str:
    """Whether not a single cell of the row holds anything, read by a record or not; of a form,
    whether none of the cells holds anything that a person is `asked` to fill in."""
    read = [column_name(position) for position in trimmed]
    unread = [f"nullif(trim({column_name(position)}), '')" for position in others]
    cells = [column_name(position) for position in asked] or [*read, *unread]
    return f"coalesce({', '.join(cells)}) IS NULL"


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
        return f"CASE WHEN {spoiled(names[0])} THEN '{SPOILED_PERSON}' ELSE {names[0]} END"
    text = without_emails(names[0]) if names else "NULL"
    return f"coalesce({text}, {_made_of(cells, pseudonyms, values)})" if cells.made_of else text


def _made(names: list[str], pseudonyms: Pseudonyms, values: Values) -> str:
    """Made now from several cells, or made before and read back from its own column."""
    made = pseudonyms.identifier(names, values)
    if len(names) > 1:
        return made
    return f"coalesce({pseudonyms.kept(names[0])}, {made})"


def _made_of(cells: Cells, pseudonyms: Pseudonyms, values: Values) -> str:
    """Of what there is: a cell that is missing is told by its own column."""
    names = [f"coalesce({column_name(position)}, '')" for position in cells.made_of]
    return pseudonyms.identifier(names, values)


def kept_text(column: Column, pseudonyms: Pseudonyms, values: Values) -> str:
    """The text of a column as a refused row may keep it: a person as the keyed hash."""
    text = text_name(column)
    if column.kind.name != "person":
        return text
    hashed = pseudonyms.person(text, values)
    return f"CASE WHEN {text} = '{SPOILED_PERSON}' THEN {text} WHEN {text} IS NOT NULL THEN {hashed} END"


def spoiled(text: str) -> str:
    """SQL: whether a spreadsheet has put something else in the place of an identifier."""
    is_likely = f"(contains({text}, '+') OR starts_with({text}, '#'))"
    return f"({is_likely} AND regexp_full_match({text}, '{SPOILED}'))"
