"""The same matrix for a narrow screen: target group by target group, top to bottom."""

from dashboard.lens import PLAIN, Lens
from dashboard.markup import Html, each, element, together
from dashboard.parts.matrix_table import cell, group_name, level_name
from dashboard.parts.statement_card import statements
from dashboard.wording import pages
from matrices.model import ALL_TARGET_GROUPS, LEVELS, Level
from metrics.standing import MatrixStanding


def matrix_list(standing: MatrixStanding, lens: Lens = PLAIN) -> Html:
    """Sections with headings in order; only one of table and list is ever shown.

    What the lens does not mean is left out: on a phone it would be a long way past it.
    """
    groups = (
        target_group(
            standing, group.key, group_name(number, group.name, standing.matrix.language), lens
        )
        for number, group in enumerate(standing.matrix.target_groups, start=1)
    )
    across = target_group(standing, ALL_TARGET_GROUPS, element("span", pages.ALL_GROUPS), lens)
    return element("div", each(groups), across, class_="matrix-list")


def target_group(standing: MatrixStanding, key: str, name: Html, lens: Lens = PLAIN) -> Html | None:
    """One column from top to bottom; None where nothing stands in it."""
    levels = [_level(standing, key, level, lens) for level in LEVELS]
    if not any(levels):
        return None
    return element("section", element("h3", name), each(levels))


def _level(standing: MatrixStanding, key: str, level: Level, lens: Lens) -> Html | None:
    found = [s for s in cell(standing, key, level) if not lens.is_dimmed(s)]
    if not found:
        return None
    return together(
        element("h4", level_name(standing.matrix, level)),
        statements(found, standing.matrix.language, lens),
    )
