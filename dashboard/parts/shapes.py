"""The shape of each status: drawn so that no two look alike without their colour."""

from dashboard.markup import Html, element
from metrics.standing import Status

RING = '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>'
DASHED = (
    '<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5" '
    'stroke-dasharray="2.6 2.3"/>'
)


def _line(path: str, width: float = 1.6) -> str:
    return (
        f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="{width}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _solid(path: str) -> str:
    return f'<path d="{path}" fill="currentColor"/>'


def _cut(path: str) -> str:
    """A stroke in the colour of what lies behind a solid shape."""
    return (
        f'<path d="{path}" fill="none" stroke="var(--surface)" stroke-width="1.9" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


DISC = _solid("M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z")

DRAWINGS: dict[Status, str] = {
    Status.ACHIEVED: DISC + _cut("M4.8 8.3l2.2 2.2 4.3-4.7"),
    Status.ON_TRACK: RING + _solid("M8 4.1a3.9 3.9 0 1 0 0 7.8 3.9 3.9 0 0 0 0-7.8z"),
    Status.SLIGHTLY_BEHIND: RING + _solid("M8 1.75a6.25 6.25 0 0 0 0 12.5z"),
    Status.BEHIND: RING + _solid("M8 8V14.25A6.25 6.25 0 0 1 1.75 8z"),
    Status.MOVING_AWAY: _solid("M8 .8L15.2 8 8 15.2.8 8z")
    + _cut("M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6"),
    Status.INCREASING: _solid("M8 1.6l6.9 12H1.1z"),
    Status.STEADY: _solid("M1.2 4.1h13.6v3H1.2zM1.2 9.1h13.6v3H1.2z"),
    Status.DECREASING: _solid("M8 14.4l6.9-12H1.1z"),
    Status.TOO_EARLY: RING + _line("M8 4.4V8l2.5 1.6", 1.5),
    Status.NO_BASELINE: _line("M2 13.6h12") + _line("M8 10.6V3M4.9 5.7L8 2.7l3.1 3"),
    Status.NO_TARGET: RING + _line("M5.4 8h5.2"),
    Status.NO_DATA: RING,
    Status.OUT_OF_DATE: _line("M2.4 8a5.6 5.6 0 1 0 1.7-4M4 1.6v2.7h2.8M8 5v3.2l2 1.2", 1.5),
    Status.WITHHELD: _line("M4.9 7V5a3.1 3.1 0 0 1 6.2 0v2") + _solid("M2.9 7h10.2v7.4H2.9z"),
    Status.UNCERTAIN: _line("M5 5.7A3 3 0 1 1 8.9 8.6c-.6.3-.9.7-.9 1.4M8 13v.3", 1.8),
    Status.NOT_COMPARABLE: _line("M2.4 5.8h11.2M2.4 10.2h11.2M10.4 2.4L5.6 13.6", 1.5),
    Status.NOT_MEASURED: DASHED,
    Status.BY_EVIDENCE: _line("M3.6 1.8h6l2.9 2.9v9.5H3.6zM6 8h4M6 10.9h4M6 5.1h1.8", 1.4),
    Status.BY_SURVEY: _line("M1.9 2.7h12.2v8.2H7.6l-3 2.9v-2.9H1.9zM5 6h6M5 8h3.6", 1.4),
    Status.CANNOT_BE: RING + _line("M3.7 12.3l8.6-8.6", 1.5),
}


def shape(status: Status) -> Html:
    """The status' drawing, for the eye only: the word that says it always stands beside it."""
    return element(
        "svg",
        Html(DRAWINGS[status]),
        class_="shape",
        viewBox="0 0 16 16",
        aria_hidden="true",
        focusable="false",
    )
