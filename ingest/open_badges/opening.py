"""Badge files -> tables of awards and badge classes, all files of a load together."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.checking.sql import word_key
from ingest.open_badges.delivery import Delivery, Verdict, different_classes, notes_on
from ingest.open_badges.documents import Document
from ingest.open_badges.faults import UnreadableBadge, file_shown, shown
from ingest.open_badges.files import read_badges
from ingest.open_badges.keys import given_keys
from ingest.open_badges.rows import (
    AWARD,
    BADGE_CLASS,
    BadgeTable,
    Cities,
    award_cells,
    badge_table,
    class_cells,
)
from ingest.open_badges.settings import BadgeSettings
from ingest.problems import UNREADABLE_BADGE
from ingest.reading.file_problems import FileProblem, FileProblems
from ingest.reading.opened_file import OpenedFile
from ingest.reading.recognition import Unrecognised
from ingest.receipt import SourceFile
from ingest.source_mapping import Mappings, SourceMapping
from matrices.telling import told

MAPPING = "open_badges"
BATCH = "badges"
"""What notes on the tables call the files together."""
MOST_ISSUERS = 5
MOST_FILES = 20
"""So many badge files are named one by one in a receipt."""


def open_badges(
    files: Sequence[tuple[Path, str]], mappings: Mappings, settings: BadgeSettings
) -> list[OpenedFile]:
    """Each file, or one line for all of them; the tables, which they share, stand with the last.

    `files` are paths and the names by which they are shown. Raises `FileProblems` where a ZIP
    cannot be trusted, where a key file holds none, and where not one badge can be read.
    """
    if not files:
        return []
    documents = _documents(files)
    verdicts = list(Delivery(documents, given_keys(settings.keys)).verdicts())
    _refuse_where_nothing_is(verdicts)
    mapping = _mapping(mappings)
    cities = _cities(mapping, settings.city)
    try:
        tables = _tables(verdicts, mapping, cities)
    except Unrecognised as error:
        raise FileProblems([FileProblem(f"sources/{MAPPING}.yaml", str(error))]) from error
    notes = (*notes_on(verdicts), *_without_city(verdicts, cities))
    *others, last = _sources(files)
    return [*(OpenedFile(each, ()) for each in others), OpenedFile(last, tables, notes)]


def _documents(files: Sequence[tuple[Path, str]]) -> list[Document]:
    documents: list[Document] = []
    problems: list[FileProblem] = []
    for path, name in files:
        try:
            documents.extend(read_badges(path, name))
        except UnreadableBadge as error:
            problems.append(FileProblem(file_shown(name), str(error)))
    if problems:
        raise FileProblems(problems)
    return documents


def _refuse_where_nothing_is(verdicts: Sequence[Verdict]) -> None:
    """One unreadable file among badges is a refused row; where there is nothing else, the load
    cannot be what was meant."""
    judged = [verdict for verdict in verdicts if verdict.faults or verdict.award or verdict.badge]
    unreadable = [
        each for each in judged if each.faults and each.faults[0].problem is UNREADABLE_BADGE
    ]
    if len(unreadable) == len(judged):
        problems = [FileProblem(each.document.file, str(each.faults[0])) for each in unreadable]
        beside = [each.document for each in verdicts if not each.faults]
        problems += [FileProblem(each.file, _NO_BADGE.format(kind=each.kind)) for each in beside]
        raise FileProblems(
            problems or [FileProblem("badges", told("There is no badge in these files."))]
        )


_NO_BADGE = told("It holds {kind}, and no badge. Load it together with the badges it belongs to.")


def _mapping(mappings: Mappings) -> SourceMapping:
    """That of the home, which may file issuers, else the package's."""
    mapping = next(each for each in mappings if each.identifier == MAPPING)
    missing = {"awards", "badge_classes"} - mapping.records.keys()
    if missing:
        text = told(
            "It needs the records `awards` and `badge_classes`; copy {name}.yaml anew.",
            name=MAPPING,
        )
        raise FileProblems([FileProblem(f"sources/{MAPPING}.yaml", text)])
    return mapping


def _cities(mapping: SourceMapping, otherwise: str) -> Cities:
    filed = mapping.records["badge_classes"].values.get("city", {})
    return Cities({word_key(issuer): city for issuer, city in filed.items()}, otherwise)


def _tables(
    verdicts: Sequence[Verdict], mapping: SourceMapping, cities: Cities
) -> tuple[BadgeTable, ...]:
    name = BATCH
    awards, classes = badge_table(AWARD, name, mapping), badge_table(BADGE_CLASS, name, mapping)
    for verdict in verdicts:
        if verdict.faults:
            (awards if verdict.is_award else classes).refuse(verdict.document, verdict.faults)
        elif verdict.award:
            cells = award_cells(verdict.award, cities.otherwise, verdict.verification)
            awards.take(verdict.document, cells)
    for verdict in different_classes(verdicts):
        if verdict.badge:
            classes.take(verdict.document, class_cells(verdict.badge, cities.of(verdict.badge)))
    return tuple(table for table in (classes, awards) if table.lines)


def _without_city(verdicts: Sequence[Verdict], cities: Cities) -> Iterator[str]:
    issuers = Counter(
        each.badge.issuer or each.badge.issuer_url
        for each in different_classes(verdicts)
        if each.badge and not cities.of(each.badge)
    )
    if issuers:
        some = ", ".join(f"`{shown(name)}`" for name, _ in issuers.most_common(MOST_ISSUERS))
        yield told(
            "Badge classes without a city: {count}. Their awards count nowhere until `--city` says "
            "whose they are, or `sources/{mapping}.yaml` files the issuer: {issuers}.",
            count=issuers.total(),
            mapping=MAPPING,
            issuers=some,
        )


def _sources(files: Sequence[tuple[Path, str]]) -> list[SourceFile]:
    """Each file; of more than a receipt can show, one line that stands for all of them."""
    every = [_source(path, name) for path, name in files]
    if len(every) <= MOST_FILES:
        return every
    size = sum(each.size_bytes for each in every)
    together = "".join(f"{each.sha256} {each.name}\n" for each in every)
    sha256 = hashlib.sha256(together.encode()).hexdigest()
    name = f"{every[0].name} (+ {len(every) - 1})"  # in every language
    return [SourceFile(name, size, sha256, MAPPING, "Open Badges")]


def _source(path: Path, name: str) -> SourceFile:
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return SourceFile(file_shown(name), path.stat().st_size, sha256, MAPPING, "Open Badges")
