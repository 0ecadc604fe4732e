"""What `impact quality` says: things to look at, kind by kind, with the first of their rows."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import TypeAdapter

from dashboard.language import say
from dashboard.wording import about_quality as words
from dashboard.wording.about_statement import described
from dashboard.wording.numbers import counted
from metrics.finding import Finding
from metrics.results import Results

MOST_ROWS = 3
"""So many rows of a finding are told; the dashboard names more."""


def quality_of(results: Results, city: str | None) -> dict[str, list[Finding]]:
    """City to its findings; of one, or of all."""
    chosen = [city] if city else list(results.catalogue.matrices)
    return {each: results.quality(each) for each in chosen}


def quality_json(found: Mapping[str, Sequence[Finding]]) -> str:
    """The same for machines."""
    return TypeAdapter(dict[str, list[Finding]]).dump_json(dict(found), indent=1).decode()


def quality_lines(results: Results, found: Mapping[str, Sequence[Finding]]) -> list[str]:
    """Every city with its kinds of findings, each with its rows."""
    places = {city.city: city.place_name for city in results.cities()}
    return [line for city, ours in found.items() for line in _city(results, places[city], ours)]


def _city(results: Results, place: str, findings: Sequence[Finding]) -> Iterator[str]:
    yield f"{place}: {words.found(len(findings))}"
    for kind, head in words.HEADS.items():
        ours = [finding for finding in findings if finding.kind == kind]
        if ours:
            yield f"  {head}"
        for finding in ours:
            yield f"    {words.sentence(finding, place, results.catalogue.indicators)}"
            yield from _rows(finding)


def _rows(finding: Finding) -> Iterator[str]:
    for row in finding.rows[:MOST_ROWS]:
        place = f"{row.file}, {row.sheet}" if row.sheet else row.file
        told = say("load {load}, {file}, row {row}", load=row.load, file=place, row=row.row)
        yield f"      {told}: {described(row)}"
    if finding.row_count > MOST_ROWS:
        rows = counted(finding.row_count, "row", "rows")
        yield f"      {say('{rows} in all', rows=rows)}"
