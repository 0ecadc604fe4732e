"""What a load has to say of its files, before it is done and after: why rows were refused, and notes."""

from dashboard.markup import Html, each, element, with_code
from dashboard.parts.problems_table import problems_table
from dashboard.retelling import retell
from dashboard.wording import about_loads as words
from ingest.receipt import Receipt


def refusals(receipt: Receipt) -> Html:
    title = element("h2", words.REFUSED_WHY)
    if not receipt.refused:
        return element("section", title, element("p", words.NOTHING_REFUSED))
    return element("section", title, problems_table(receipt.refused))


def notes(receipt: Receipt) -> Html | None:
    """None where there is nothing to note."""
    if not receipt.notes:
        return None
    items = (
        element("li", element("b", note.file), ": ", with_code(retell(note.text)))
        for note in receipt.notes
    )
    return element("section", element("h2", words.NOTES), element("ul", each(items)))
