"""The words of the page for analysts."""

from dashboard.language import mark, say, say_n
from dashboard.wording.numbers import number
from metrics.asking.question import MOST_ROWS

TITLE = mark("For analysts")
LEAD = mark(
    "Ask in SQL over everything that may be seen, or take the figures with you. Rows about persons "
    "are not here, and withheld numbers stay withheld."
)
READY = mark("A question to begin with")
CHOOSE = mark("Choose a question")
READY_NAMES = (
    mark("Learners by city and year"),
    mark("Promises that are behind, the furthest first"),
    mark("How much of each strategy figures can show"),
    mark("Activities by category and format"),
    mark("The skills that activities name most often"),
    mark("Growth of activities from quarter to quarter"),
    mark("How far the data reach"),
)
"""What the questions in `metrics/asking/ready_queries.py` are called, for the catalogues."""
SQL = mark("SQL")
ASK = mark("Ask")
ASKING = mark("Asking …")
ANSWER = mark("The answer")
NO_ROWS = mark("No row answers this question.")
PAGE = mark("Page")
AS_CSV, AS_PARQUET = mark("Download as CSV"), mark("Download as Parquet")
LIMITS = mark(
    "One SELECT at a time, at most {rows} rows, ten seconds of a processor and half a gigabyte of "
    "memory. Nothing can be changed, and no file or address can be read."
)
TABLES = mark("What there is to ask about")
TABLES_LEAD = mark("Three views answer most questions; the tables behind them follow.")
COLUMN, KIND, MEANING = mark("Column"), mark("Type"), mark("What it says")
CONNECT = mark("With your own tools")
CONNECT_LEAD = mark(
    "Who works on the network's machine can open the whole warehouse, read-only, while the "
    "dashboard runs. It holds one line a person under a keyed hash: hand out `actuals`, not the "
    "file."
)
NOTHING = mark("Nothing has been loaded yet, so there is nothing to ask about.")
TRUE, FALSE = mark("yes"), mark("no")


def limits() -> str:
    return say(LIMITS, rows=number(MOST_ROWS))


def rows_found(rows: int, is_cut: bool) -> str:
    """`1,204 rows`, or that there are more."""
    if is_cut:
        return say("The first {rows} rows; there are more.", rows=number(rows))
    return say_n("{count} row", "{count} rows", rows)


def columns(count: int) -> str:
    return say_n("{count} column", "{count} columns", count)


def cell(value: object) -> str:
    """Numbers and days stay as SQL has them, so that they can be used in the next question."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return say(TRUE if value else FALSE)
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)
