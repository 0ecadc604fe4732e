"""SQL under construction: values are bound, names are quoted, nothing else is written into it."""

import re

from duckdb import DuckDBPyConnection

from ingest.letters import without_marks


def quoted(name: str) -> str:
    """A name from our own declarations, as an identifier in SQL."""
    return '"' + name.replace('"', '""') + '"'


class Values:
    """The values bound in the statements about one table."""

    def __init__(self) -> None:
        self._bound: dict[str, object] = {}

    def bind(self, value: object) -> str:
        """The parameter that stands for the value, to be written into the SQL."""
        name = f"v{len(self._bound)}"
        self._bound[name] = value
        return f"${name}"

    def run(self, connection: DuckDBPyConnection, sql: str) -> DuckDBPyConnection:
        """Execute with just those values that the statement asks for."""
        asked = set(re.findall(r"\$(v\d+)\b", sql))
        return connection.execute(sql, {name: self._bound[name] for name in asked})


def any_of(conditions: list[str]) -> str:
    """True where one of the conditions is; a condition that is neither counts as not met."""
    return " OR ".join(f"coalesce({condition}, false)" for condition in conditions) or "false"


def plain(text: str) -> str:
    """In small letters without marks; `without_marks` does the same with words in declarations."""
    return f"strip_accents(lower({text}))"


def word(text: str) -> str:
    """A trimmed word as words are compared: plain; space, hyphen and underscore alike."""
    return f"translate({plain(text)}, ' -', '__')"


def word_key(text: str) -> str:
    """What `word` makes of a text, for the words in declarations."""
    return without_marks(text.strip().lower()).replace(" ", "_").replace("-", "_")


def replaced(text: str, replacements: dict[str, str], values: Values, otherwise: str) -> str:
    """`text` under a new name where it is one of the words to replace."""
    if not replacements:
        return otherwise
    cases = [
        f"WHEN {values.bind(word_key(theirs))} THEN {values.bind(ours)}"
        for theirs, ours in replacements.items()
    ]
    return f"CASE {word(text)} {' '.join(cases)} ELSE {otherwise} END"
