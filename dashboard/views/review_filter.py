"""The fields with which a city's matrix is filtered, and the day since which changes are shown."""

from collections.abc import Mapping
from datetime import date

import streamlit

from dashboard import in_address
from dashboard.keeping import kept
from dashboard.language import current, say
from dashboard.lens import Filter
from dashboard.wording import about_review as words
from dashboard.wording import pages, statuses
from matrices.model import ALL_TARGET_GROUPS, LEVELS
from metrics.alignment import alignments
from metrics.results import Results
from metrics.standing import MatrixStanding

PARAMETERS = ("status", "level", "group", "goal", "since")


def asked_of(results: Results, matrix: MatrixStanding) -> tuple[Filter, date | None]:
    """Shows the fields; each choice stands in the address. Gives them, and the day since which."""
    is_used = any(name in streamlit.query_params for name in PARAMETERS)
    levels = {level: pages.LEVEL_NAMES[level] for level in LEVELS}
    goals = _goals(results, matrix.matrix.city)
    with streamlit.expander(say(words.FILTER), expanded=is_used):
        columns = streamlit.columns(5, gap="medium")
        with columns[0]:
            status = _several(words.STATUS, "status", _statuses(matrix))
        with columns[1]:
            level = _several(words.LEVEL, "level", levels)
        with columns[2]:
            group = _several(words.GROUP, "group", _groups(matrix))
        with columns[3]:
            goal = _several(words.GOAL, "goal", goals)
        with columns[4]:
            since = _since(results)
    return Filter(status, level, group, goal), since


def _several(label: str, parameter: str, names: Mapping[str, str]) -> frozenset[str]:
    now = in_address.words(parameter, list(names))
    chosen = in_address.field(
        streamlit.multiselect,
        say(label),
        parameter,
        now,
        options=list(names),
        format_func=lambda name: say(names[name]),
        placeholder=say(words.ANYTHING),
    )
    return frozenset(chosen)


def _statuses(matrix: MatrixStanding) -> dict[str, str]:
    there = {standing.status for standing in matrix.statements.values()}
    return {status.value: name for status, name in statuses.NAMES.items() if status in there}


def _groups(matrix: MatrixStanding) -> dict[str, str]:
    names = {group.key: group.name for group in matrix.matrix.target_groups}
    return names | ({ALL_TARGET_GROUPS: pages.ALL_GROUPS} if matrix.matrix.across else {})


@kept
def _goals(results: Results, city: str) -> dict[str, str]:
    catalogue, matrix = results.catalogue, results.matrix(city)
    standings, known = matrix.statements.values(), catalogue.frameworks
    found = alignments(standings, catalogue.indicators, known, current())
    return {goal.tag: f"{goal.framework}: {goal.goal}" for goal in found}


def _since(results: Results) -> date | None:
    """A day that cannot be read, or one that is still to come, is as good as none."""
    asked = streamlit.query_params.get("since", "")
    try:
        now = date.fromisoformat(asked)
    except ValueError:
        now = None
    return in_address.field(
        streamlit.date_input,
        say(words.SINCE),
        "since",
        now if now and now < results.today else None,
        value=None,
        max_value=results.today,
        format="DD/MM/YYYY",
    )
