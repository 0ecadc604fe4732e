"""Reading a saved page: everything it seems to say about one activity."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ingest.activity_pages import names
from ingest.activity_pages.competences import Competences
from ingest.activity_pages.days import days
from ingest.activity_pages.findings import Finding, What, passages
from ingest.activity_pages.saved_page import saved_page

KEPT_DIGITS = 12


@dataclass(frozen=True)
class PageReading:
    """What one page seems to say. Nothing of it counts before a person has loaded it."""

    file: str
    activity_id: str
    """The number in the page's address; else made of its text, so that it stays the same."""
    findings: tuple[Finding, ...]

    def values(self, what: What, guesses: bool = True) -> list[str]:
        """What was found, in the order of the page."""
        return [
            finding.value
            for finding in self.findings
            if finding.what == what and (guesses or finding.sureness != "guess")
        ]

    def first(self, what: What) -> str:
        """The first that was found, else an empty text."""
        return next(iter(self.values(what)), "")


def read_page(path: Path, competences: Competences) -> PageReading:
    """Raises `FileProblems` where the file is no page that can be read."""
    page = saved_page(path)
    read = passages(page)
    findings = (
        *names.activity_name(page, read),
        *names.language(page, read),
        *names.purposes(read),
        *names.objectives(read),
        *names.badges(read),
        *competences.named(read),
        *names.places(read),
        *names.issuers(read),
        *names.organisers(read),
        *days(page, read),
    )
    digest = hashlib.sha256("\n".join(page.lines).encode("utf-8", errors="replace")).hexdigest()
    identifier = page.activity_id or f"page-{digest[:KEPT_DIGITS]}"
    return PageReading(path.name, identifier, findings)
