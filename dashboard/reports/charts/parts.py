"""Who and what is behind the figures of a city: one chart an indicator and breakdown."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dashboard.reports.charts.look import Spec
from dashboard.reports.charts.multiples import multiples
from dashboard.reports.content import CityReport
from dashboard.wording import tables
from dashboard.wording.data_words import member, sentence_case
from dashboard.wording.indicator_words import name_of
from dashboard.wording.promises import figure
from metrics.definition import Indicator
from metrics.standing import Actual

MOST_MEMBERS = 12
"""Those with the largest newest value; the workbook has them all."""


@dataclass(frozen=True)
class BrokenDown:
    """A chart of an indicator by one of its breakdowns."""

    title: str
    spec: Spec
    finding: str
    """What it shows, for those who do not see it."""


def broken_down(
    city: CityReport, indicators: dict[str, Indicator], most: int
) -> Iterator[BrokenDown]:
    """By indicator and breakdown, those of people first; at most so many."""
    found = dict.fromkeys((part.indicator, part.disaggregation) for part in city.parts)
    people_first = sorted(found, key=lambda pair: not indicators[pair[0]].is_about_people)
    yield from islice(_charts(city, indicators, people_first), most)


def _charts(
    city: CityReport, indicators: dict[str, Indicator], pairs: list[tuple[str, str]]
) -> Iterator[BrokenDown]:
    for name, breakdown in pairs:
        parts = [p for p in city.parts if (p.indicator, p.disaggregation) == (name, breakdown)]
        found = _chart(parts, indicators[name], breakdown)
        if found:
            yield found


def _chart(parts: list[Actual], indicator: Indicator, breakdown: str) -> BrokenDown | None:
    newest = _newest(parts)
    chosen = sorted(newest, key=lambda name: -(newest[name].value or 0))[:MOST_MEMBERS]
    shown = [part for part in parts if part.member in chosen]
    spec = multiples(shown, indicator, {name: sentence_case(member(name)) for name in chosen})
    if spec is None:
        return None
    told = "; ".join(f"{member(name)}: {figure(newest[name], indicator)}" for name in chosen)
    title = f"{name_of(indicator)} · {tables.by(breakdown)}"
    return BrokenDown(title, spec, f"{title}. {told}.")


def _newest(parts: list[Actual]) -> dict[str, Actual]:
    """Member to its newest figure; of a running year too."""
    return {part.member: part for part in sorted(parts, key=lambda part: part.period.start)}
