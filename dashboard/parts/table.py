"""Tables of text and figures: a caption for those who hear it, row heads, labels for phones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.markup import Child, Html, each, element


@dataclass(frozen=True)
class Column:
    """A head, and whether what stands below it are counts, which line up at the right."""

    name: str
    is_count: bool = False


@dataclass(frozen=True)
class Row:
    """The first cell heads the row; `kind` is a class such as `total`."""

    cells: Sequence[Child]
    kind: str | None = None


def table(
    caption: Child, columns: Sequence[Column], rows: Iterable[Row], cards: bool = False
) -> Html:
    """`cards`: on a phone each row becomes a small card instead of scrolling sideways."""
    heads = (element("th", column.name, scope="col", class_=_look(column)) for column in columns)
    return element(
        "table",
        element("caption", caption, class_="unseen"),
        element("thead", element("tr", each(heads))),
        element("tbody", each(_row(row, columns) for row in rows)),
        class_="numbers cards" if cards else "numbers",
    )


def _row(row: Row, columns: Sequence[Column]) -> Html:
    head = element("th", row.cells[0], scope="row")
    cells = (
        element("td", cell, class_=_look(column), data_label=column.name)
        for cell, column in zip(row.cells[1:], columns[1:], strict=True)
    )
    return element("tr", head, each(cells), class_=row.kind)


def _look(column: Column) -> str | None:
    return "count" if column.is_count else None
