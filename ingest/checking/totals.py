"""Lines of totals below a table: they add up its rows and are none."""

from collections.abc import Iterable

from ingest.checking.cells import text_name
from ingest.checking.sql import Values, word, word_key
from ingest.kinds import Column

_WORDS = (
    *("total", "totals", "grand total", "subtotal", "sum"),
    *("totaal", "eindtotaal", "subtotaal", "som"),
    *("totale", "totali", "totale generale", "subtotale", "somma"),
    *("total general", "totaluri", "suma"),
    *("iš viso", "viso", "bendra suma", "suma iš viso"),
    *("σύνολο", "σύνολα", "γενικό σύνολο", "μερικό σύνολο", "άθροισμα"),
)
"""What a line of totals is called in English, Dutch, Italian, Romanian, Lithuanian and Greek."""


def called_total(columns: Iterable[Column], cells: Iterable[str], values: Values) -> str:
    """SQL: the cell that calls a row a total. Where everything that a row needs is there, it is a
    row all the same: an organisation may be called Total."""
    lacks = " OR ".join(f"{text_name(column)} IS NULL" for column in columns if column.is_required)
    words = values.bind(list(dict.fromkeys(map(word_key, _WORDS))))
    said = word("trim(cell, ' :')")
    called = f"list_contains({words}::VARCHAR[], {said})"
    return f"CASE WHEN {lacks} THEN list_filter([{', '.join(cells)}], lambda cell: {called})[1] END"
