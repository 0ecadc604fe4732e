"""What was understood of saved activity pages, for a person to confirm."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.activity_pages.findings import Finding
from ingest.activity_pages.reading import PageReading

_WIDTH = 100


def page_lines(reading: PageReading) -> Iterator[str]:
    """Each finding, how sure it is, and the page's own words below it."""
    yield f"{_plain(reading.file)} (activity_id {reading.activity_id})"
    if not reading.findings:
        yield "  Nothing was understood; is it an activity's page?"
    for finding in reading.findings:
        yield f"  {finding.what:<11} {finding.sureness:<7} {_shown(finding.value)}"
        if finding.sentence != finding.value:
            yield f"  {'':<19} page: {_shown(_around(finding))}"
    yield ""


def written_lines(target: Path, rows: int, to_fill: Sequence[str]) -> Iterator[str]:
    """What to do with the file that was written."""
    yield f"{rows} activit{'y' if rows == 1 else 'ies'} written to {target}. Nothing is loaded yet."
    if to_fill:
        yield f"Fill in what the page does not say: {', '.join(to_fill)}."
    yield f"Check the file, then: impact load {target}"


def _around(finding: Finding) -> str:
    """The sentence from shortly before the finding, where it is long."""
    at = finding.sentence.casefold().find(finding.value.casefold())
    start = max(0, at - _WIDTH // 2) if len(finding.sentence) > _WIDTH else 0
    return ("… " if start else "") + finding.sentence[start:]


def _shown(text: str) -> str:
    plain = _plain(text)
    return plain if len(plain) <= _WIDTH else f"{plain[:_WIDTH].rsplit(' ', 1)[0]} …"


def _plain(text: str) -> str:
    """Without signs by which a page could write on somebody's terminal."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", text)
