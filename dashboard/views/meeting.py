"""A city's matrix for a projector: large, one target group at a time, with the arrow keys."""

import streamlit

from dashboard import addresses
from dashboard.language import foreign, say
from dashboard.markup import Html, each, element
from dashboard.parts.frame import simulated_tag
from dashboard.parts.matrix_list import target_group
from dashboard.parts.matrix_table import group_name
from dashboard.sheet import sheet
from dashboard.wording import about_review as words
from dashboard.wording import pages
from matrices.model import ALL_TARGET_GROUPS
from metrics.results import Results
from metrics.standing import MatrixStanding

Groups = list[tuple[str, Html]]


def show(results: Results) -> None:
    """City and target group come from the address, which anyone can type."""
    published = {city.city for city in results.cities() if city.is_published}
    city = streamlit.query_params.get("city", "")
    if city not in published:
        sheet(_unknown(city), key="meeting")
        return
    standing = results.matrix(city)
    streamlit.set_page_config(pages.title(standing.place_name))
    sheet(meeting_page(standing, streamlit.query_params.get("group")), key="meeting")


def meeting_page(standing: MatrixStanding, asked: str | None) -> Html:
    groups = _groups(standing)
    keys = [key for key, _ in groups]
    here = keys.index(asked) if asked in keys else 0
    key, name = groups[here]
    shown = target_group(standing, key, name)
    nothing = element("p", words.NOTHING_HERE, class_="lead")
    return element(
        "div",
        _head(standing, keys, here),
        element(
            "section",
            element("h2", pages.MATRIX_TITLE, class_="unseen"),
            shown or nothing,
            class_="meeting-group",
        ),
        element("p", words.ARROWS, class_="aside keys"),
        class_="meeting",
    )


def _groups(standing: MatrixStanding) -> Groups:
    """The columns in poster order, then what runs across all of them."""
    matrix = standing.matrix
    found: Groups = [
        (group.key, group_name(number, group.name, matrix.language))
        for number, group in enumerate(matrix.target_groups, start=1)
    ]
    if matrix.across:
        found.append((ALL_TARGET_GROUPS, element("span", pages.ALL_GROUPS)))
    return found


def _head(standing: MatrixStanding, keys: list[str], here: int) -> Html:
    matrix = standing.matrix
    tag = simulated_tag() if standing.is_simulated else None
    name = element("span", matrix.name, lang=foreign(matrix.language))
    return element(
        "div",
        element("h1", name, " ", tag),
        element("nav", each(_steps(matrix.city, keys, here)), aria_label=words.HOW_TO_GO),
        class_="meeting-head",
    )


def _steps(city: str, keys: list[str], here: int) -> list[Html]:
    """Links that the arrow keys follow as well; at an end there is none."""
    steps = []
    if here > 0:
        steps.append(_step(city, keys[here - 1], f"← {words.BEFORE}", "ArrowLeft"))
    steps.append(element("span", words.position(here + 1, len(keys))))
    if here + 1 < len(keys):
        steps.append(_step(city, keys[here + 1], f"{words.NEXT} →", "ArrowRight"))
    steps.append(element("a", words.LEAVE_THE_MEETING, href=addresses.city(city)))
    return steps


def _step(city: str, group: str, name: str, key: str) -> Html:
    return element("a", name, href=addresses.meeting(city, group), data_key=key)


def _unknown(city: str) -> Html:
    link = element("a", say(pages.CHOOSE_A_CITY), href=addresses.cities())
    told = element("p", pages.unknown(pages.NO_CITY, city), class_="lead") if city else None
    link_below = element("p", link, class_="actions")
    return element("div", element("h1", words.MEETING), told, link_below, class_="opening")
