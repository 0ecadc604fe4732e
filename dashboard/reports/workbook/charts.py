"""Native charts of the workbook; their data are cells, so that they follow the formulas."""

from xlsxwriter.chart import Chart

from dashboard.design import LIGHT, Tone, tone_of
from dashboard.language import say
from dashboard.reports.workbook.ink import SANS
from dashboard.reports.workbook.press import Placed, Press
from metrics.standing import Status

ROWS = 17
"""So many rows of a sheet a chart covers, with an empty one below."""
WIDTH, HEIGHT = 860, 300
SMALL_WIDTH, SMALL_HEIGHT = 430, 220
SMALL_ROWS = 12

FADE = 0.3
"""How far each further status of a tone fades towards white."""
QUIET_FADE = 0.55
"""What is not followed in figures is drawn light, as on screen."""


def statuses(press: Press, sheet: str, head: int, found: list[Status], columns: int) -> Chart:
    """A bar for each city or level, stacked by status."""
    chart = press.book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    for number, status in enumerate(found, start=head + 1):
        chart.add_series(
            {
                "name": [sheet, number, 0],
                "categories": [sheet, head, 1, head, columns],
                "values": [sheet, number, 1, number, columns],
                "fill": {"color": colour_of(status, found)},
                "border": {"color": LIGHT.surface, "width": 0.75},
                "gap": 45,
            }
        )
    _dress(chart, say("How the statements stand"))
    chart.set_y_axis(_axis(reverse=True))
    chart.set_x_axis(_axis(num_format="0%"))
    chart.set_legend({"position": "bottom", "font": _font(9)})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
    return chart


def achieved(press: Press, sheet: str, first: int, many: int) -> Chart:
    """A bar for each promise with a number: the share of the way that is done."""
    chart = press.book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": say("Share achieved"),
            "categories": [sheet, first, 0, first + many - 1, 0],
            "values": [sheet, first, 5, first + many - 1, 5],
            "fill": {"color": LIGHT.accent},
            "gap": 60,
            "data_labels": {"value": True, "num_format": "0%", "font": _font(9)},
        }
    )
    _dress(chart, say("Share achieved of what was promised"))
    chart.set_y_axis(_axis(reverse=True))
    chart.set_x_axis(_axis(num_format="0%", min=0))
    chart.set_legend({"none": True})
    chart.set_size({"width": WIDTH, "height": max(160, 90 + 34 * many)})
    return chart


def course(press: Press, placed: Placed, row: int, first: str, last: str) -> Chart:
    """The yearly values of a row as a line."""
    cells = placed.table.rows[row]
    title = str(cells["indicator"].value)
    is_share = any(cell.look == "percent" for cell in cells.values())
    chart = press.book.add_chart({"type": "line"})
    chart.add_series(
        {
            "name": title,
            "categories": f"={placed.head_range(first, last)}",
            "values": f"={placed.row_range(row, first, last)}",
            "line": {"color": LIGHT.accent, "width": 2.25},
            "marker": {
                "type": "circle",
                "size": 6,
                "fill": {"color": LIGHT.surface},
                "border": {"color": LIGHT.accent},
            },
        }
    )
    _dress(chart, title)
    chart.set_legend({"none": True})
    chart.set_y_axis(_axis(min=0, num_format="0%" if is_share else "#,##0"))
    chart.set_x_axis(_axis())
    chart.set_size({"width": SMALL_WIDTH, "height": SMALL_HEIGHT})
    return chart


def colour_of(status: Status, found: list[Status]) -> str:
    """The tone of the status; a second and third of the same tone are lighter."""
    tone: Tone = tone_of(status)
    before = [other for other in found if tone_of(other) == tone]
    start, step = (QUIET_FADE, FADE / 2) if tone == "quiet" else (0.0, FADE)
    return _faded(getattr(LIGHT, tone), min(0.9, start + step * before.index(status)))


def _faded(colour: str, by: float) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * by):02x}" for part in parts)


def _dress(chart: Chart, title: str) -> None:
    chart.set_title({"name": title, "name_font": {**_font(11), "bold": True}, "overlay": False})
    chart.set_chartarea({"border": {"none": True}, "fill": {"color": LIGHT.surface}})
    chart.set_plotarea({"fill": {"none": True}})


def _axis(**more: object) -> dict[str, object]:
    return {
        "num_font": _font(9),
        "line": {"color": LIGHT.rule},
        "major_gridlines": {
            "visible": "num_format" in more or "min" in more,
            "line": {"color": LIGHT.rule},
        },
        "major_tick_mark": "none",
        **more,
    }


def _font(size: int) -> dict[str, object]:
    return {"name": SANS, "size": size, "color": LIGHT.ink}
