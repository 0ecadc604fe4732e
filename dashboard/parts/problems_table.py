"""Why rows are refused: reason, how many, an example, and what to do about it."""

from collections.abc import Sequence

from dashboard.markup import Html, with_code
from dashboard.parts.table import Column, Row, table
from dashboard.retelling import retell
from dashboard.wording import about_loads as words
from dashboard.wording.about_taking_in import WHAT_TO_DO
from dashboard.wording.data_words import record
from dashboard.wording.numbers import number
from ingest.problems import PROBLEMS
from ingest.receipt import RefusedCount

COLUMNS = (
    Column(words.REASON),
    Column(words.RECORD),
    Column(words.ROWS, is_count=True),
    Column(words.EXAMPLE),
    Column(WHAT_TO_DO),
)


def problems_table(refused: Sequence[RefusedCount]) -> Html:
    rows = (
        Row(
            [
                retell(each.title),
                record(each.record),
                number(each.rows),
                with_code(retell(each.example)),
                _advice(each.code),
            ]
        )
        for each in refused
    )
    return table(words.REFUSED_WHY, COLUMNS, rows, cards=True)


def _advice(code: str) -> Html | None:
    """A receipt may be older than the catalogue of problems."""
    return with_code(retell(PROBLEMS[code].advice)) if code in PROBLEMS else None
