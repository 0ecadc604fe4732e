"""What stands in a booklet, as plain data with every word made: the template only places it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from dashboard.language import current, say
from dashboard.parts.matrix_table import cell
from dashboard.reports.booklet import sources
from dashboard.reports.booklet.pictures import picture
from dashboard.reports.booklet.statement import statement
from dashboard.reports.charts.parts import broken_down
from dashboard.reports.charts.promised_numbers import promised_numbers, promised_numbers_told
from dashboard.reports.content import CityReport, Report
from dashboard.reports.poster.content import flowing, legend
from dashboard.wording import pages
from dashboard.wording import paper as words
from dashboard.wording.report import footer, period, simulated_note
from matrices.model import ALL_TARGET_GROUPS, LEVELS, Level
from metrics.standing import MatrixStanding

Data = dict[str, Any]

MOST_BREAKDOWNS = 8
"""Two pages of them; the workbook has them all."""


def booklet(report: Report, city: CityReport) -> Data:
    """Cover, how to read, a page for each target group, who is behind it, evidence, methods."""
    return {
        "language": current(),
        "own_language": city.standing.matrix.language,
        "cover": _cover(report, city),
        "footer": footer(report),
        "simulated": say(pages.SIMULATED) if city.standing.is_simulated else "",
        "contents": say(words.CONTENTS),
        "reading": _reading(city),
        "groups": list(_groups(report, city)),
        "behind": {"title": say(words.BEHIND), "charts": list(_behind(report, city))},
        "evidence": sources.evidence(city) if report.scope.has("evidence") else None,
        "methods": sources.methods(report) if report.scope.has("methods") else None,
        "provenance": sources.provenance(report),
    }


def _cover(report: Report, city: CityReport) -> Data:
    standing = city.standing
    return {
        "name": standing.matrix.name,
        "title": words.title(standing.matrix.name),
        "subtitle": say(words.SUBTITLE),
        "goal": flowing(standing.matrix.goal or ""),
        "period": period(report),
        "summary": _summary(standing),
        "simulated": simulated_note(report) if standing.is_simulated else "",
        "numbers": picture(promised_numbers(standing), promised_numbers_told(standing)),
        "numbers_title": say(words.PROMISED_NUMBERS),
    }


def _summary(standing: MatrixStanding) -> str:
    if not standing.matrix.is_published:
        return pages.without_matrix(standing)
    counts = Counter(found.status for found in standing.statements.values())
    return pages.city_summary(standing, counts)


def _reading(city: CityReport) -> Data:
    """The page that tells a stranger what the marks mean."""
    return {
        "title": say(words.HOW_TO_READ),
        "paragraphs": [say(paragraph) for paragraph in words.READING],
        "legend_title": say(words.STATUSES),
        "legend": list(legend(city.standing)),
    }


def _groups(report: Report, city: CityReport) -> Iterator[Data]:
    """The target groups in poster order, then what belongs to no single one."""
    for number, group in enumerate(city.standing.matrix.target_groups, start=1):
        yield _group(report, city, group.key, f"{number:02}", group.name)
    if city.standing.matrix.across:
        yield _group(report, city, ALL_TARGET_GROUPS, "", say(pages.ALL_GROUPS))


def _group(report: Report, city: CityReport, key: str, number: str, name: str) -> Data:
    levels = (_level(report, city, key, level) for level in LEVELS)
    return {"number": number, "name": name, "levels": [found for found in levels if found]}


def _level(report: Report, city: CityReport, group: str, level: Level) -> Data | None:
    chosen = {row.statement.identifier for row in city.rows}
    found = [s for s in cell(city.standing, group, level) if s.statement.identifier in chosen]
    if not found:
        return None
    return {
        "name": say(pages.LEVEL_NAMES[level]),
        "horizon": city.standing.matrix.horizons.get(level, ""),
        "statements": [statement(standing, report, city) for standing in found],
    }


def _behind(report: Report, city: CityReport) -> Iterator[Data]:
    """Some of the indicators of the matrix that are broken down, once each."""
    if not report.scope.has("disaggregations"):
        return
    for chart in broken_down(city, report.indicators, MOST_BREAKDOWNS):
        yield {"title": chart.title, "chart": picture(chart.spec, chart.finding)}
