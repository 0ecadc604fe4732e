"""The words of data quality: what to look at, and why. No finding changes a figure."""

from collections.abc import Mapping

from dashboard.language import mark, say
from dashboard.retelling import retell
from dashboard.wording import dates
from dashboard.wording.about_deliveries import sentence as delivery_sentence
from dashboard.wording.data_words import column, record
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import amount, counted, number
from metrics.definition import Indicator
from metrics.finding import Finding, FindingKind, Jump
from metrics.outliers import LEAST_EARLIER, THRESHOLD

TITLE = mark("Data quality")
LEAD = mark(
    "What in the data deserves a second look. Nothing here changes a figure: it is mended in the "
    "files, which are then loaded again."
)
NONE = mark("Nothing stands out.")
CITY = mark("City")
ALL_CITIES = mark("All cities")
ROWS, PLACE, WHAT = mark("The rows"), mark("Where"), mark("What it is")
TO_LOOK_AT = mark("To look at")

HEADS: dict[FindingKind, str] = {
    "double": mark("Doubles"),
    "several_sites": mark("On several city sites"),
    "ahead": mark("Days ahead"),
    "jump": mark("Jumps"),
    "reported": mark("Figures that disagree"),
    "late": mark("Late"),
    "missing": mark("Missing"),
}
EXPLAINED: dict[FindingKind, str] = {
    "double": mark("The same name, day and organisation under two identifiers: each is counted."),
    "several_sites": mark(
        "The same name, day and organisation in several cities: each city counts it as its own."
    ),
    "ahead": mark(
        "Planned activities lie ahead and count only when their day comes; a mistyped year does too."
    ),
    "jump": mark(
        "Values far from those before them: z score or modified z score beyond {threshold}, as in "
        "DHIS2, with at least {periods} earlier complete periods. Growth can be the reason."
    ),
    "reported": mark(
        "Ready-made counts that differ from what the rows give, and rates without a population."
    ),
    "late": mark("Older than the city’s own rhythm of deliveries."),
    "missing": mark("What the city’s promises are counted from and nobody has handed in."),
}


def title(place: str) -> str:
    return f"{TITLE}: {place}"


def explained(kind: FindingKind) -> str:
    """What such a finding is, and by which rule it was found."""
    return say(EXPLAINED[kind], threshold=number(THRESHOLD), periods=number(LEAST_EARLIER))


def sentence(finding: Finding, place: str, indicators: Mapping[str, Indicator]) -> str:
    """One finding in words."""
    if finding.jump and finding.indicator:
        return jump(finding.jump, indicators[finding.indicator])
    if finding.delivery:
        return delivery_sentence(finding.delivery, place)
    if finding.sentence:
        return f"{_name(finding, indicators)}: {retell(finding.sentence)}"
    return ABOUT[finding.kind](finding)


def jump(found: Jump, indicator: Indicator) -> str:
    """`Learners, April to June 2026: 51, far above the 18 to 39 of the 9 periods before …`"""
    value = amount(found.value, indicator)
    return say(
        "{indicator}, {period}: {value}, after {low} to {high} in the {periods} before (z {z}, "
        "modified z {modified}).",
        indicator=name_of(indicator),
        period=dates.period(found.actual.period),
        value=say("grew by {value}", value=value) if found.is_growth else value,
        low=amount(min(found.before), indicator),
        high=amount(max(found.before), indicator),
        periods=counted(len(found.before), "period", "periods"),
        z=_score(found.scores.z),
        modified=_score(found.scores.modified_z),
    )


def rows_summary(finding: Finding) -> str:
    """`2 rows`, or `The first 20 of 45 rows`."""
    shown = len(finding.rows)
    if shown < finding.row_count:
        rows = counted(finding.row_count, "row", "rows")
        return say("The first {shown} of {rows}", shown=number(shown), rows=rows)
    return counted(shown, "row", "rows")


def found(count: int) -> str:
    return counted(count, "thing to look at", "things to look at") if count else say(NONE)


def _score(score: float | None) -> str:
    """Of values that do not spread there is no score."""
    return say("none") if score is None else number(score)


def _name(finding: Finding, indicators: Mapping[str, Indicator]) -> str:
    known = indicators.get(finding.indicator or "")
    return name_of(known) if known else finding.indicator or ""


def _double(finding: Finding) -> str:
    what = record(finding.record or "")
    return say(
        "{subject}: {number} {records}.",
        subject=_subject(finding),
        number=number(finding.row_count),
        records=what,
    )


def _several_sites(finding: Finding) -> str:
    cities = ", ".join(finding.cities)
    return say("{subject}: on the sites of {cities}.", subject=_subject(finding), cities=cities)


def _subject(finding: Finding) -> str:
    if finding.day is None:
        return say("“{name}”", name=finding.subject)
    return say("“{name}” on {day}", name=finding.subject, day=dates.day(finding.day))


def _ahead(finding: Finding) -> str:
    values = {
        "number": number(finding.row_count),
        "records": record(finding.record or ""),
        "column": column(finding.subject or ""),
    }
    if finding.day is None:
        return say("{number} {records} have “{column}” after today.", **values)
    return say(
        "{number} {records} have “{column}” after today, the furthest on {day}.",
        **values,
        day=dates.day(finding.day),
    )


ABOUT = {"double": _double, "several_sites": _several_sites, "ahead": _ahead}
