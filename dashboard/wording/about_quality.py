"""The words of data quality: what to look at, and why. No finding changes a figure."""

from collections.abc import Mapping

from dashboard.wording import dates
from dashboard.wording.about_deliveries import sentence as delivery_sentence
from dashboard.wording.about_loads import record
from dashboard.wording.numbers import amount, counted, number
from metrics.definition import Indicator
from metrics.finding import Finding, FindingKind, Jump
from metrics.outliers import LEAST_EARLIER, THRESHOLD

TITLE = "Data quality"
LEAD = (
    "What in the data deserves a second look. Nothing here changes a figure: it is mended in the "
    "files, which are then loaded again."
)
NONE = "Nothing stands out."
CITY = "City"
ALL_CITIES = "All cities"
ROWS, PLACE, WHAT = "The rows", "Where", "What it is"
TO_LOOK_AT = "To look at"

HEADS: dict[FindingKind, str] = {
    "double": "Doubles",
    "several_sites": "On several city sites",
    "ahead": "Days ahead",
    "jump": "Jumps",
    "reported": "Figures that disagree",
    "late": "Late",
    "missing": "Missing",
}
EXPLAINED: dict[FindingKind, str] = {
    "double": "The same name, day and organisation under two identifiers: each is counted.",
    "several_sites": (
        "The same name, day and organisation in several cities: each city counts it as its own."
    ),
    "ahead": "Planned activities lie ahead and count only when their day comes; a mistyped year does too.",
    "jump": (
        f"Values far from those before them: z score or modified z score beyond {THRESHOLD:g}, as in "
        f"DHIS2, with at least {LEAST_EARLIER} earlier complete periods. Growth can be the reason."
    ),
    "reported": "Ready-made counts that differ from what the rows give, and rates without a population.",
    "late": "Older than the city’s own rhythm of deliveries.",
    "missing": "What the city’s promises are counted from and nobody has handed in.",
}


def title(place: str) -> str:
    return f"{TITLE}: {place}"


def sentence(finding: Finding, place: str, indicators: Mapping[str, Indicator]) -> str:
    """One finding in words."""
    if finding.jump and finding.indicator:
        return jump(finding.jump, indicators[finding.indicator])
    if finding.delivery:
        return delivery_sentence(finding.delivery, place)
    if finding.sentence:
        return f"{_name(finding, indicators)}: {finding.sentence}"
    return ABOUT[finding.kind](finding)


def jump(found: Jump, indicator: Indicator) -> str:
    """`Learners, April to June 2026: 51, far above the 18 to 39 of the 9 periods before …`"""
    low, high = min(found.before), max(found.before)
    grew = "grew by " if found.is_growth else ""
    return (
        f"{indicator.name}, {dates.period(found.actual.period)}: {grew}"
        f"{amount(found.value, indicator)}, after {amount(low, indicator)} to "
        f"{amount(high, indicator)} in the {counted(len(found.before), 'period', 'periods')} before "
        f"(z {_score(found.scores.z)}, modified z {_score(found.scores.modified_z)})."
    )


def rows_summary(finding: Finding) -> str:
    """`2 rows`, or `The first 20 of 45 rows`."""
    shown = len(finding.rows)
    if shown < finding.row_count:
        return f"The first {number(shown)} of {counted(finding.row_count, 'row', 'rows')}"
    return counted(shown, "row", "rows")


def found(count: int) -> str:
    return counted(count, "thing to look at", "things to look at") if count else NONE


def _score(score: float | None) -> str:
    """Of values that do not spread there is no score."""
    return "none" if score is None else number(score)


def _name(finding: Finding, indicators: Mapping[str, Indicator]) -> str:
    known = indicators.get(finding.indicator or "")
    return known.name if known else finding.indicator or ""


def _double(finding: Finding) -> str:
    on = f" on {dates.day(finding.day)}" if finding.day else ""
    what = record(finding.record or "")
    return f"“{finding.subject}”{on}: {number(finding.row_count)} {what}."


def _several_sites(finding: Finding) -> str:
    on = f" on {dates.day(finding.day)}" if finding.day else ""
    return f"“{finding.subject}”{on}: on the sites of {', '.join(finding.cities)}."


def _ahead(finding: Finding) -> str:
    what = record(finding.record or "")
    column = record(finding.subject or "")
    furthest = f", the furthest on {dates.day(finding.day)}" if finding.day else ""
    return f"{number(finding.row_count)} {what} have “{column}” after today{furthest}."


ABOUT = {"double": _double, "several_sites": _several_sites, "ahead": _ahead}
