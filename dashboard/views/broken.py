"""Shown instead of the pages when a declaration or the ledger cannot be read."""

from dashboard.markup import Html, each, element
from dashboard.sheet import sheet
from dashboard.wording import pages


def show(problem: Exception) -> None:
    sheet(broken_page(problem), key="broken")


def broken_page(problem: Exception) -> Html:
    """The problems as the command line says them, one a line: file, line, what would be right."""
    lines = (element("li", line) for line in str(problem).splitlines())
    return element(
        "div",
        element("h1", pages.BROKEN_TITLE),
        element("p", pages.BROKEN_LEAD, class_="lead"),
        element("ul", each(lines), class_="problems"),
        class_="broken",
    )
