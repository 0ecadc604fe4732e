"""Where a figure comes from: the lines of the files that went into it."""

from dashboard import addresses
from dashboard.markup import Html, element
from dashboard.parts.table import Column, Row, table
from dashboard.wording import about_statement as words
from metrics.standing import Actual, SourceRow

COLUMNS = (
    Column(words.WHAT_IT_IS),
    Column(words.FILE),
    Column(words.ROW, is_count=True),
    Column(words.LOAD, is_count=True),
)


def source_table(rows: list[SourceRow], actual: Actual) -> Html:
    """Folded: most people want to know that they could look."""
    title = element("h3", words.WHERE_IT_COMES_FROM)
    if not rows:
        told = element("p", words.no_source_rows(actual))
        return element("section", title, told, class_="sources")
    body = table(words.sources_caption(actual), COLUMNS, map(source_row, rows), cards=True)
    folded = element("details", element("summary", words.sources_summary(rows, actual)), body)
    return element("section", title, folded, class_="sources")


def source_row(row: SourceRow) -> Row:
    """A line of a file: what it is, in its own words, and where it stands."""
    load = element("a", str(row.load), href=addresses.loads(row.load))
    place = f"{row.file}, {row.sheet}" if row.sheet else row.file
    described = element("span", words.described(row), translate="no")
    return Row([described, place, str(row.row), load])
