"""What stands on a poster, as plain data with every word made: the template only places it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from dashboard.design import tone_of
from dashboard.language import current, say
from dashboard.parts.marks import UNMEASURED
from dashboard.parts.matrix_table import cell
from dashboard.reports.content import CityReport, Report
from dashboard.reports.drawings import curve_on_paper, shape_on_paper
from dashboard.reports.poster.columns import shares
from dashboard.wording import pages, paper, statuses
from dashboard.wording.promises import latest, newest, promised, quietly
from dashboard.wording.report import footer, simulated_note
from matrices.model import ALL_TARGET_GROUPS, LEVELS, Level, Matrix
from metrics.standing import MatrixStanding, PromiseStanding, StatementStanding

Data = dict[str, Any]

ROOM_OF_A_FIGURE = 60
"""So many letters of a statement need as much room as its status and a figure."""


def poster(report: Report, city: CityReport) -> Data:
    """The matrix of a city with the standing of every statement."""
    standing = city.standing
    matrix = standing.matrix
    return {
        "language": current(),
        "own_language": matrix.language,
        "name": matrix.name,
        "title": paper.poster_title(matrix.name),
        "about": pages.matrix_caption(matrix.name),
        "goal": flowing(matrix.goal or ""),
        "summary": pages.city_summary(standing, Counter(s.status for s in city_statements(city))),
        "empty": "" if matrix.is_published else pages.without_matrix(standing),
        "simulated": simulated_note(report) if standing.is_simulated else "",
        "corner": say(pages.TARGET_GROUPS),
        "columns": _columns(standing),
        "rows": list(_rows(standing)),
        "legend": list(legend(standing)),
        "provenance": paper.under_poster(footer(report), standing.data_through),
    }


def city_statements(city: CityReport) -> Iterator[StatementStanding]:
    """Every statement of the matrix: a poster never leaves one out."""
    yield from city.standing.statements.values()


def statement(standing: StatementStanding, number: int | None = None) -> Data:
    """One statement with its status in shape, word and colour, and its figures."""
    has_figures = bool(standing.promises)
    return {
        "text": flowing(standing.statement.text),
        "headline": standing.statement.headline,
        "number": str(number) if number else "",
        "tone": tone_of(standing.status),
        "shape": shape_on_paper(standing.status),
        "word": statuses.name(standing.status) if has_figures else quietly(standing),
        "figures": [_figure(promise) for promise in standing.promises],
    }


def legend(standing: MatrixStanding) -> Iterator[Data]:
    """What each status means that occurs, with how many statements have it."""
    counts = Counter(found.status for found in standing.statements.values())
    for status, count in statuses.in_order(counts):
        yield {
            "shape": shape_on_paper(status),
            "tone": tone_of(status),
            "measured": status not in UNMEASURED,
            "count": str(count),
            "word": statuses.name(status),
            "meaning": say(statuses.MEANINGS[status]),
        }


def _figure(promise: PromiseStanding) -> Data:
    said = promised(promise.promise, promise.indicator)
    actual = newest(promise)
    return {
        "known": actual is not None and actual.value is not None,
        "shape": shape_on_paper(promise.progress.status),
        "now": latest(promise),
        "promised": f"{say(pages.PROMISED)} {said}",
        "curve": curve_on_paper(promise),
    }


def _columns(standing: MatrixStanding) -> list[Data]:
    matrix = standing.matrix
    rooms = [_rooms(standing, level) for level in LEVELS]
    widths = shares([row for row in rooms if any(row)])
    return [
        {"number": f"{number:02}", "name": group.name, "share": share}
        for number, (group, share) in enumerate(
            zip(matrix.target_groups, widths, strict=True), start=1
        )
    ]


def _rooms(standing: MatrixStanding, level: Level) -> list[float]:
    """How much room each cell of a level needs, in letters."""
    return [
        sum(_room(found) for found in cell(standing, group.key, level))
        for group in standing.matrix.target_groups
    ]


def _room(standing: StatementStanding) -> float:
    return len(standing.statement.text) + ROOM_OF_A_FIGURE * (1 + len(standing.promises))


def _rows(standing: MatrixStanding) -> Iterator[Data]:
    """The levels that have statements; below each what belongs to no single column."""
    matrix = standing.matrix
    for level in LEVELS:
        cells = [cell(standing, group.key, level) for group in matrix.target_groups]
        if any(cells):
            yield _row(matrix, level, cells)
        across = cell(standing, ALL_TARGET_GROUPS, level)
        if across:
            yield {**_row(matrix, level, [across]), "groups": say(pages.ALL_GROUPS)}


def _row(matrix: Matrix, level: Level, cells: list[list[StatementStanding]]) -> Data:
    return {
        "level": say(pages.LEVEL_NAMES[level]),
        "horizon": matrix.horizons.get(level, ""),
        "groups": "",
        "cells": [list(_cell(found)) for found in cells],
    }


def _cell(found: list[StatementStanding]) -> Iterator[Data]:
    """The headline first; the others are numbered where there are several, as on the wall."""
    yield from (statement(each) for each in found if each.statement.headline)
    others = [each for each in found if not each.statement.headline]
    for number, each in enumerate(others, start=1):
        yield statement(each, number if len(others) > 1 else None)


def flowing(text: str) -> str:
    """The poster's words; where a line ends in the file is no matter of theirs."""
    return " ".join(text.split())
