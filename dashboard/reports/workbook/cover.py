"""The cover: whose report it is, what stands in it, and what it was made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from xlsxwriter.worksheet import Worksheet

from dashboard.design import LIGHT
from dashboard.language import say
from dashboard.reports.content import Report
from dashboard.reports.workbook.ink import SERIF
from dashboard.reports.workbook.press import Placed, Press, quoted
from dashboard.wording import dates, statuses
from dashboard.wording import report as words
from dashboard.wording.pages import PRODUCT
from metrics.standing import GOOD, Status

NO_FIGURES = (Status.BY_EVIDENCE, Status.BY_SURVEY, Status.NOT_MEASURED, Status.CANNOT_BE)
BAND_ROWS, COLUMNS = 6, 9
TILE_ROW, GOAL_ROW = 8, 11
LETTERS_ACROSS = 100
"""So many letters of the goal fit across the page."""

BAND = {"bg_color": LIGHT.goal, "font_color": LIGHT.goal_ink}
BIG = {
    "font_size": 26,
    "bold": True,
    "font_name": SERIF,
    "align": "left",
    "font_color": LIGHT.accent,
}
LABEL = {"font_size": 9, "font_color": LIGHT.soft, "text_wrap": True}
HEADING = {"font_size": 12, "bold": True, "bottom": 1, "bottom_color": LIGHT.rule}


@dataclass(frozen=True)
class Tile:
    """A number that tells much, live."""

    label: str
    formula: str
    value: float


def add_cover(press: Press, sheet: Worksheet, framework: Placed, contents: dict[str, str]) -> None:
    """Fills the first sheet; `contents` are the other sheets, with what stands in each."""
    sheet.set_column(0, 0, 3, press.ink.of({}))
    sheet.set_column(1, COLUMNS, 15, press.ink.of({}))
    _write_band(press, sheet)
    if press.report.provenance.is_simulated:
        press.write_banner(sheet, BAND_ROWS, 0, COLUMNS + 1)
    for number, tile in enumerate(tiles(press.report, framework)):
        _write_tile(press, sheet, 1 + 2 * number, tile)
    below = _write_goals(press, sheet)
    below = _write_contents(press, sheet, below + 1, contents)
    lines = _made_from(press)
    _write_lines(press, sheet, below + 1, say("What this report was made from"), lines)
    sheet.print_area(0, 0, below + 1 + len(lines), COLUMNS)
    press.set_up_page(sheet, say("Cover"))
    sheet.fit_to_pages(1, 1)


def tiles(report: Report, framework: Placed) -> list[Tile]:
    """Statements, how many are followed in figures, how many go as promised."""
    rows = [row for city in report.cities for row in city.rows if row.is_first]
    counts, states = framework.range("counts"), framework.range("statement_status")
    quiet, good = _listed(NO_FIGURES), _listed(sorted(GOOD))
    followed = sum(1 for row in rows if row.standing.status not in NO_FIGURES)
    well = sum(1 for row in rows if row.standing.status in GOOD)
    return [
        Tile(say("statements in the strategy"), f"=SUM({counts})", len(rows)),
        Tile(
            say("of them followed in figures"),
            f"=SUM({counts})-SUM(SUMIFS({counts},{states},{{{quiet}}}))",
            followed,
        ),
        Tile(
            say("go as promised"),
            f"=SUM(SUMIFS({counts},{states},{{{good}}}))",
            well,
        ),
    ]


def _listed(found: Iterable[Status]) -> str:
    return ",".join(f'"{statuses.name(status)}"' for status in found)


def _write_band(press: Press, sheet: Worksheet) -> None:
    report = press.report
    for row in range(BAND_ROWS):
        for column in range(COLUMNS + 1):
            sheet.write_blank(row, column, None, press.ink.of(BAND))
    lines = (
        (1, PRODUCT.upper(), {"font_size": 9, "bold": True}, 16),
        (2, words.places(report), {"font_size": 30, "font_name": SERIF, "bold": True}, 42),
        (3, words.subtitle(), {"font_size": 14, "font_name": SERIF}, 22),
        (4, _period_and_names(report), {"font_size": 12}, 20),
    )
    for row, text, look, height in lines:
        sheet.set_row(row, height)
        sheet.write_string(row, 1, text, press.ink.of(BAND | look))


def _period_and_names(report: Report) -> str:
    """With the names of the cities where they are too many for the title."""
    names = words.all_places(report)
    period = words.period(report)
    return period if names == words.places(report) else f"{period} · {names}"


def _write_tile(press: Press, sheet: Worksheet, column: int, tile: Tile) -> None:
    sheet.set_row(TILE_ROW, 36)
    sheet.write_formula(TILE_ROW, column, tile.formula, press.ink.of(BIG), tile.value)
    sheet.write_string(
        TILE_ROW + 1, column, tile.label, press.ink.of({**LABEL, "text_wrap": False})
    )


def _write_goals(press: Press, sheet: Worksheet) -> int:
    """The headline of each matrix; gives the first free row below."""
    row = GOAL_ROW
    for city in press.report.cities:
        goal = " ".join((city.standing.matrix.goal or "").split())
        if goal:
            look = {"font_name": SERIF, "font_size": 12, "italic": True, "text_wrap": True}
            sheet.set_row(row, 18 * ceil(len(goal) / LETTERS_ACROSS) + 4)
            sheet.merge_range(row, 1, row, COLUMNS, goal, press.ink.of(look))
            row += 1
    return row


def _write_contents(press: Press, sheet: Worksheet, row: int, contents: dict[str, str]) -> int:
    """Links within the book; gives the first free row below."""
    _write_heading(press, sheet, row, say("In this workbook"))
    link = press.ink.of({"font_color": LIGHT.accent, "underline": 1})
    for number, (name, told) in enumerate(contents.items(), start=row + 1):
        sheet.set_row(number, 15)
        sheet.write_url(number, 1, f"internal:{quoted(name)}!A1", link, name)
        sheet.write_string(number, 3, told, press.ink.of({"font_color": LIGHT.soft}))
    return row + 1 + len(contents)


def _write_lines(
    press: Press, sheet: Worksheet, row: int, heading: str, lines: Iterable[str]
) -> None:
    _write_heading(press, sheet, row, heading)
    for number, line in enumerate(lines, start=row + 1):
        sheet.write_string(number, 1, line, press.ink.of({"font_size": 9}))


def _write_heading(press: Press, sheet: Worksheet, row: int, heading: str) -> None:
    for column in range(2, COLUMNS + 1):
        sheet.write_blank(row, column, None, press.ink.of(HEADING))
    sheet.write_string(row, 1, heading, press.ink.of(HEADING))


def _made_from(press: Press) -> list[str]:
    """In a few lines; the sheet of sources has the files."""
    report, source = press.report, press.report.provenance
    loads = ", ".join(str(load.load) for load in source.loads)
    return [
        words.made_from(report),
        say(
            "Loads in force: {loads}. Their files, and the matrices as they were used, stand in the "
            "sheet of sources with their fingerprints.",
            loads=loads,
        ),
        say("Statuses hold on {day}.", day=dates.day(report.judged_on)),
        say(
            "`impact verify FILE` tells whether this file still agrees with the data, and where not."
        ),
    ]
