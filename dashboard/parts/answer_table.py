"""The rows of an answer, a page of them."""

import pyarrow

from dashboard.language import say
from dashboard.markup import Html
from dashboard.parts.table import Column, Row, table
from dashboard.wording import about_query as words


def answer_table(rows: pyarrow.Table) -> Html:
    columns = [Column(field.name, is_count=_is_number(field.type)) for field in rows.schema]
    values = rows.to_pydict().values()
    cells = zip(*([words.cell(value) for value in column] for column in values), strict=True)
    return table(say(words.ANSWER), columns, [Row(row) for row in cells])


def _is_number(kind: pyarrow.DataType) -> bool:
    return (
        pyarrow.types.is_integer(kind)
        or pyarrow.types.is_floating(kind)
        or pyarrow.types.is_decimal(kind)
    )
