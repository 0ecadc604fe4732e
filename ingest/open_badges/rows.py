"""Awards and badge classes as rows of text under the headings of `sources/open_badges.yaml`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.checking.sql import Values, word_key
from ingest.open_badges.award import Award
from ingest.open_badges.badge_class import BadgeClass
from ingest.open_badges.documents import Document
from ingest.open_badges.faults import Fault
from ingest.reading.csv_reader import Line
from ingest.reading.recognition import Head, recognise
from ingest.reading.scans import Member, Scan, careful_scan
from ingest.source_mapping import Mappings, SourceMapping

AWARD = (
    "credential",
    "achievement",
    "city",
    "recipient",
    "issued",
    "expires",
    "revoked",
    "verification",
)
BADGE_CLASS = (
    "achievement",
    "city",
    "achievement name",
    "issuer name",
    "issuer address",
    "achievement type",
    "has criteria",
    "aligned to",
)


@dataclass(frozen=True)
class Cities:
    """To which city an issuer's badges belong."""

    filed: Mapping[str, str]
    """Name or address of an issuer, as words are compared, to the city."""
    otherwise: str = ""

    def of(self, badge: BadgeClass) -> str:
        names = (badge.issuer_url, badge.issuer_url.rstrip("/"), badge.issuer)
        found = (self.filed.get(word_key(name)) for name in names if name)
        return next(filter(None, found), self.otherwise)


@dataclass
class BadgeTable:
    """The awards, or the badge classes, of all the badge files of one delivery."""

    file: str
    head: Head
    lines: list[Line] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    sheet: None = None
    sample: list[list[str]] = field(default_factory=list)

    def scans(self, values: Values) -> Iterator[Scan]:
        yield careful_scan(self.lines, 1, len(self.head.headings), tuple(self.members))

    def take(self, document: Document, cells: Sequence[str]) -> None:
        self._add(Line(len(self.lines) + 1, 1, list(map(_clean, cells))), document)

    def refuse(self, document: Document, faults: Sequence[Fault]) -> None:
        place = f"{document.file}, badge {document.row}" if document.row > 1 else document.file
        sentence = f"{place}: {' '.join(map(str, faults))}"
        code = faults[0].problem.code
        self._add(Line(len(self.lines) + 1, 1, [], _clean(sentence)), document, code)

    def _add(self, line: Line, document: Document, code: str = "") -> None:
        self.lines.append(line)
        self.members.append(Member(document.file, document.row, code))


def badge_table(headings: Sequence[str], name: str, mapping: SourceMapping) -> BadgeTable:
    fit = recognise(headings, Mappings((), (mapping,)))
    return BadgeTable(name, Head(1, tuple(headings), fit))


def award_cells(award: Award, city: str, verification: str) -> list[str]:
    """The award's own city is said only where its badge class is not at hand to say it."""
    return [
        award.identity,
        award.badge_identity,
        "" if award.badge else city,
        award.recipient,
        award.issued,
        award.expires,
        award.is_revoked,
        verification,
    ]


def class_cells(badge: BadgeClass, city: str) -> list[str]:
    return [
        badge.identity,
        city,
        badge.name,
        badge.issuer,
        badge.issuer_url,
        badge.achievement_type,
        badge.has_criteria,
        badge.skills,
    ]


def _clean(text: str) -> str:
    """Without what no text in a table can hold: NULs and halves of letters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
