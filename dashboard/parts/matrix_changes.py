"""What a change to a matrix would do: in words, and line by line as the file would have it."""

from collections.abc import Iterable
from difflib import unified_diff

from dashboard.language import say
from dashboard.markup import Html, each, element
from dashboard.retelling import retell
from dashboard.wording import about_editing as words
from dashboard.wording.about_editing import Told
from matrices.problems import DeclarationProblems

KINDS = {"+": "ins", "-": "del"}


def changes_card(told: list[Told], before: str, after: str) -> Html:
    """Nothing to save is said as well."""
    title = element("h2", say(words.WHAT_WOULD_CHANGE))
    if before == after:
        none = element("p", say(words.NOTHING_YET), class_="aside")
        return element("section", title, none, class_="changes")
    items = element("ul", each(_change(*change) for change in told))
    return element("section", title, items, file_lines(before, after), class_="changes")


def wrong_card(problems: DeclarationProblems) -> Html:
    """Every problem by line, as `impact check` tells it."""
    lines = (
        element("li", f"{each.file}:{each.line}: {retell(each.text)}") for each in problems.problems
    )
    title = element("h2", say(words.WRONG))
    return element("section", title, element("ul", each(lines), class_="problem"), role="alert")


def file_lines(before: str, after: str) -> Html:
    """Only the lines that differ, with one around them."""
    compared = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1)
    lines = list(compared)[2:]  # the first two would name files
    code = element("pre", element("code", each(_lines(lines))), tabindex=0)
    return element("details", element("summary", say(words.IN_THE_FILE)), code)


def _change(kind: str, where: str, before: str | None, after: str | None) -> Html:
    return element(
        "li",
        element("span", say(kind), class_="kind"),
        element("code", where),
        element("del", before) if before else None,
        element("ins", after) if after else None,
    )


def _lines(lines: Iterable[str]) -> Iterable[Html]:
    for line in lines:
        kind = KINDS.get(line[:1], "span")
        yield element(kind, f"{line}\n")
