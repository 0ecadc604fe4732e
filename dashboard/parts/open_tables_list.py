"""The data dictionary: every table one may ask about, its columns folded below it."""

from collections.abc import Iterable

from dashboard.catalogues import ENGLISH
from dashboard.language import foreign, say
from dashboard.markup import Html, each, element, with_code
from dashboard.parts.table import Column, Row, table
from dashboard.wording import about_query as words
from metrics.asking.open_tables import OpenTable

TOOLS = (
    ("DuckDB", "duckdb -readonly {0}"),
    (
        "Python",
        """\
import duckdb

warehouse = duckdb.connect("{0}", read_only=True)
warehouse.sql("FROM figures LIMIT 10")""",
    ),
    (
        "R",
        """\
library(duckdb)
warehouse <- dbConnect(duckdb(), "{0}", read_only = TRUE)
dbGetQuery(warehouse, "FROM figures LIMIT 10")""",
    ),
)


def open_tables_list(tables: Iterable[OpenTable]) -> Html:
    return element(
        "section",
        element("h2", say(words.TABLES)),
        element("p", say(words.TABLES_LEAD), class_="aside"),
        each(_table(each_table) for each_table in tables),
        class_="dictionary",
    )


def _table(found: OpenTable) -> Html:
    columns = [Column(say(words.COLUMN)), Column(say(words.KIND)), Column(say(words.MEANING))]
    rows = (
        Row([element("code", column.name), element("code", column.type), _told(column.sentence)])
        for column in found.columns
    )
    summary = element(
        "summary",
        element("code", found.name),
        " ",
        element("span", _told(found.sentence), class_="told"),
        " ",
        element("span", words.columns(len(found.columns)), class_="many"),
    )
    return element(
        "details", summary, table(element("code", found.name), columns, rows, cards=True)
    )


def connections(path: str) -> Html:
    """How other tools open the file; `path` is where it lies in the home."""
    return element(
        "section",
        element("h2", say(words.CONNECT)),
        element("p", with_code(say(words.CONNECT_LEAD)), class_="aside"),
        each(
            element(
                "div",
                element("h3", name),
                element("pre", element("code", code.format(path)), tabindex=0),
            )
            for name, code in TOOLS
        ),
        class_="connect",
    )


def _told(sentence: str) -> Html:
    """The dictionary is written in the warehouse itself, in English; that of an older version may
    have sentences that nobody has translated."""
    said = say(sentence)
    return element("span", with_code(said), lang=foreign(ENGLISH) if said == sentence else None)
