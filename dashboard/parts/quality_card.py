"""What to look at in the data of a city, kind by kind, with the rows it comes from."""

from collections.abc import Mapping, Sequence

from dashboard import addresses
from dashboard.markup import Html, each, element
from dashboard.parts.source_table import source_row
from dashboard.parts.table import Column, Row, table
from dashboard.wording import about_loads
from dashboard.wording import about_quality as words
from dashboard.wording.numbers import number
from metrics.definition import Indicator
from metrics.finding import Finding, FindingKind

ROW_COLUMNS = (
    Column(words.WHAT),
    Column(about_loads.FILE),
    Column(about_loads.ROW, is_count=True),
    Column(about_loads.LOAD, is_count=True),
)


NOTHING = element("span", "–", class_="nothing")


def quality_table(found: Mapping[str, Sequence[Finding]], places: Mapping[str, str]) -> Html:
    """City to its findings: how many there are of each kind."""
    columns = (Column(words.CITY), *(Column(head, is_count=True) for head in words.HEADS.values()))
    rows = (_city(city, places.get(city, city), findings) for city, findings in found.items())
    return table(words.TO_LOOK_AT, columns, rows, cards=True)


def _city(city: str, place: str, findings: Sequence[Finding]) -> Row:
    name = element("a", place, href=addresses.quality(city))
    counts = [sum(finding.kind == kind for finding in findings) for kind in words.HEADS]
    return Row([name, *(number(count) if count else NOTHING for count in counts)])


def quality_card(
    findings: Sequence[Finding], place: str, indicators: Mapping[str, Indicator]
) -> Html:
    """Each kind that occurs is a section of its own."""
    sections = (_kind(kind, findings, place, indicators) for kind in words.HEADS)
    return element("div", each(section for section in sections if section))


def _kind(
    kind: FindingKind, findings: Sequence[Finding], place: str, indicators: Mapping[str, Indicator]
) -> Html | None:
    ours = [finding for finding in findings if finding.kind == kind]
    if not ours:
        return None
    items = (_finding(finding, place, indicators) for finding in ours)
    return element(
        "section",
        element("h2", f"{words.HEADS[kind]} ", element("span", number(len(ours)), class_="many")),
        element("p", words.explained(kind), class_="aside"),
        element("ul", each(items), class_="findings"),
    )


def _finding(finding: Finding, place: str, indicators: Mapping[str, Indicator]) -> Html:
    said = element("p", words.sentence(finding, place, indicators))
    if not finding.rows:
        return element("li", said)
    rows = table(words.ROWS, ROW_COLUMNS, map(source_row, finding.rows), cards=True)
    summary = element("summary", words.rows_summary(finding))
    return element("li", said, element("details", summary, rows))
