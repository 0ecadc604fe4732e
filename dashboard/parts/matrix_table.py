"""A matrix as it hangs on the wall: target groups across, the results chain down."""

from dashboard.language import foreign
from dashboard.lens import PLAIN, Lens
from dashboard.markup import Html, each, element, together
from dashboard.parts.statement_card import statements
from dashboard.wording import pages
from matrices.model import ALL_TARGET_GROUPS, LEVELS, Level, Matrix
from metrics.standing import MatrixStanding, StatementStanding


def matrix_table(standing: MatrixStanding, lens: Lens = PLAIN) -> Html:
    """A real table: a caption, target groups as column heads, levels as row heads."""
    matrix = standing.matrix
    return element(
        "table",
        element("caption", pages.matrix_caption(matrix.name), class_="unseen"),
        _widths(matrix),
        _head(matrix),
        element("tbody", each(_rows(standing, level, lens) for level in LEVELS)),
        class_="matrix",
    )


def cell(standing: MatrixStanding, group: str, level: Level) -> list[StatementStanding]:
    """How the statements of one cell stand, in poster order."""
    found = standing.matrix.cell(group, level)
    return [standing.statements[statement.identifier] for statement in found]


def level_name(matrix: Matrix, level: Level) -> Html:
    """`Short-term impact`, and the horizon that the poster prints beside it."""
    horizon = matrix.horizons.get(level)
    small = (
        element("span", horizon, class_="horizon", lang=foreign(matrix.language))
        if horizon
        else None
    )
    return together(element("span", pages.LEVEL_NAMES[level], class_="level"), small)


def group_name(number: int, name: str, language: str) -> Html:
    """The poster's own number and the name of a target group, in the poster's language."""
    return together(
        element("span", f"{number:02}", class_="number"),
        element("span", name, lang=foreign(language)),
    )


def _widths(matrix: Matrix) -> Html:
    """A column with much to say is wider, up to half as wide again as the narrowest."""
    weights = [max(1.0, len(group.statements)) ** 0.5 for group in matrix.target_groups]
    narrowest = min(weights, default=1.0)
    shares = [min(weight / narrowest, 1.5) for weight in weights]
    columns = (element("col", style=f"width:{100 * s / sum(shares):.1f}%") for s in shares)
    return element("colgroup", element("col", class_="heads"), each(columns))


def _head(matrix: Matrix) -> Html:
    columns = (
        element("th", group_name(number, group.name, matrix.language), scope="col")
        for number, group in enumerate(matrix.target_groups, start=1)
    )
    corner = element("th", pages.TARGET_GROUPS, scope="col", class_="corner")
    return element("thead", element("tr", corner, each(columns)))


def _rows(standing: MatrixStanding, level: Level, lens: Lens) -> Html:
    """The row of a level, and below it the statements that belong to no single column."""
    return together(_row(standing, level, lens), _row_across(standing, level, lens))


def _row(standing: MatrixStanding, level: Level, lens: Lens) -> Html | None:
    matrix = standing.matrix
    cells = [cell(standing, group.key, level) for group in matrix.target_groups]
    if not any(cells):
        return None
    head = element("th", level_name(matrix, level), scope="row")
    return element(
        "tr", head, each(element("td", statements(found, matrix.language, lens)) for found in cells)
    )


def _row_across(standing: MatrixStanding, level: Level, lens: Lens) -> Html | None:
    matrix = standing.matrix
    found = cell(standing, ALL_TARGET_GROUPS, level)
    if not found:
        return None
    head = element(
        "th",
        level_name(matrix, level),
        element("span", pages.ALL_GROUPS, class_="horizon"),
        scope="row",
    )
    columns = element(
        "td", statements(found, matrix.language, lens), colspan=len(matrix.target_groups) or 1
    )
    return element("tr", head, columns, class_="across")
