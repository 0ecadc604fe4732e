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
from ingest.reading.recognition import INVISIBLE, Cells, Fit
from ingest.reading.scans import column_name
from ingest.reading.text_file import STAND_INS, UNSEEN, Spaces

ODD_SPACES = "\u00a0\u202f\ufeff\t\r\n"
"""Spaces that a plain trim leaves standing: no-break spaces, tabs, line ends."""
ERROR = r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)"
"""What a spreadsheet shows where a formula fails."""
SPOILED = rf"(?i)[+-]?\d(\.\d+)?e\+\d+|{ERROR}"
"""What a spreadsheet leaves where a long identifier, or the formula for one, was."""
NO_IDENTIFIERS = (
    *('"', '""', "''", "“", "”", "„", "″", "〃", "^", "-", "--", "–", "—", "?", ".", "...", "…"),
    *("ditto", "do.", "idem", "id.", "ibid", "ibid.", "zelfde", "stesso", "la fel", "tas pats"),
    *("ομοίως", "null", "(null)", "none", "nan", "na", "n/a", "n.a.", "n.v.t.", "undefined"),
)
"""What a hand puts where the cell above holds, and programs and hands where none does: two rows that
have it in common have nothing in common."""
SPOILED_PERSON = "#spoiled"
WORDS_REMOVED = "[words removed]"
_SEVERAL_WORDS = r"\pL{2,}[^\pL]+\pL{2,}"
_WORDY = {
    "whole": _SEVERAL_WORDS,  # `12 people` may stay
    "number": _SEVERAL_WORDS,
    "yes_no": _SEVERAL_WORDS,
    "day": r"^\D*\p{Lu}\pL+[^\pL\d]+(\pL+[^\pL\d]+)*\p{Lu}\pL+\D*$",  # `some day`, `Monday 3 June` may
}
"""Patterns of texts in which more than a number, a day or a yes is said."""
_MAY_BE_UNSEEN = ("text", "labels")
"""Kinds of column in which signs without a shape join letters; elsewhere they only make two things
of what looks like one."""


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
    text = cell if spaces is Spaces.NONE else f"nullif(trim({cell}), '')"
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


def texts(
    fit: Fit, pseudonyms: Pseudonyms, values: Values, absent: frozenset[str] = frozenset()
) -> list[str]:
    """Every loaded column of the record as safe text, named by `text_name`. `absent` are signs
    that no cell holds."""
    return [
        f"{_text(column, fit.columns.get(column.name), pseudonyms, values, absent)} "
        f"AS {text_name(column)}"
        for column in fit.record.loaded_columns()
    ]


def text_name(column: Column) -> str:
    return quoted(f"text of {column.name}")


def _text(
    column: Column,
    cells: Cells | None,
    pseudonyms: Pseudonyms,
    values: Values,
    absent: frozenset[str],
) -> str:
    if cells is None:
        return "NULL::VARCHAR"
    if cells.constant is not None:
        return f"{values.bind(cells.constant)}::VARCHAR"
    names = [column_name(position) for position in cells.positions]
    if cells.is_made:
        return _made(names, pseudonyms, values)
    if UNSEEN not in absent and column.kind.name not in _MAY_BE_UNSEEN:
        names = [_seen(name) for name in names]
    if column.kind.name == "person":
        is_spoiled = spoiled(names[0], absent)
        return f"CASE WHEN {is_spoiled} THEN '{SPOILED_PERSON}' ELSE {names[0]} END"
    text = names[0] if names else "NULL"
    if names and "@" not in absent:
        text = without_emails(text)
    return f"coalesce({text}, {_made_of(cells, pseudonyms, values)})" if cells.made_of else text


def _seen(text: str) -> str:
    """SQL: the text without signs that have no shape; plain letters have a byte each."""
    seen = f"nullif(regexp_replace({text}, '[{INVISIBLE}]', '', 'g'), '')"
    return f"CASE WHEN strlen({text}) = length({text}) THEN {text} ELSE {seen} END"


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


def without_words(column: Column, text: str) -> str:
    """SQL: the text of a column as a refused row may keep it: no words where none should be, since
    they may well be the names of those who were there."""
    pattern = _WORDY.get(column.kind.name)
    if pattern is None:
        return text
    return f"CASE WHEN regexp_matches({text}, '{pattern}') THEN '{WORDS_REMOVED}' ELSE {text} END"


def kept_text(column: Column, pseudonyms: Pseudonyms, values: Values) -> str:
    """SQL: the text of a column as a row that is not fine keeps it: a person as the keyed hash."""
    text = text_name(column)
    if column.kind.name != "person":
        return text
    hashed = pseudonyms.person(text, values)
    return f"CASE WHEN {text} = '{SPOILED_PERSON}' THEN {text} WHEN {text} IS NOT NULL THEN {hashed} END"


def spoiled(text: str, absent: frozenset[str] = frozenset()) -> str:
    """SQL: whether a spreadsheet or a hand has put something else in the place of an identifier."""
    ways: list[str] = []
    if not absent >= {"+", "#"}:
        is_likely = f"(contains({text}, '+') OR starts_with({text}, '#'))"
        ways.append(f"({is_likely} AND regexp_full_match({text}, '{SPOILED}'))")
    if STAND_INS not in absent:
        words = ", ".join("'" + each.replace("'", "''") + "'" for each in NO_IDENTIFIERS)
        ways.append(f"lower({text}) IN ({words})")
    return f"({' OR '.join(ways)})" if ways else "false"
