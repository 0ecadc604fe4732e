"""All badge files of one load together: what is taken, what is refused, what is said about it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.open_badges.assertions import assertion_faults, award_of_assertion
from ingest.open_badges.award import Award
from ingest.open_badges.badge_class import BadgeClass, badge_class, class_faults
from ingest.open_badges.credentials import award_of_credential, credential_faults
from ingest.open_badges.documents import Document
from ingest.open_badges.faults import Fault
from ingest.open_badges.keys import Keys
from ingest.open_badges.kinds import Kind
from ingest.open_badges.library import Library
from ingest.open_badges.parts import identifier_of
from ingest.open_badges.revocations import lacks_list, list_faults
from ingest.open_badges.structure import context_faults, type_faults
from ingest.open_badges.verification import NOT_VERIFIED, VERIFIED, keys_beside, verified
from ingest.problems import BROKEN_SIGNATURE, MISSING_BADGE_PART
from matrices.telling import told

MOST_NAMES = 10
AWARDS = (Kind.ASSERTION, Kind.CREDENTIAL)


@dataclass(frozen=True)
class Verdict:
    """What became of one object of a badge file: an award or a class, faults, or only its kind."""

    document: Document
    faults: tuple[Fault, ...] = ()
    award: Award | None = None
    badge: BadgeClass | None = None
    verification: str = ""
    lacks_list: bool = False
    """Whether it says that a list tells if it was revoked, and the list is not at hand."""

    @property
    def is_award(self) -> bool:
        """Whether it belongs among the awards; what is no badge class is counted there too."""
        return self.document.kind is not Kind.BADGE_CLASS


@dataclass
class Delivery:
    """The objects of all badge files, judged in the light of each other."""

    documents: list[Document]
    given: Keys = field(default_factory=Keys)

    def __post_init__(self) -> None:
        self._keys = keys_beside(self.documents, self.given)
        self._library = Library(filter(self._can_be_trusted, self.documents))
        self._addresses = dict(self._referred())

    def _can_be_trusted(self, document: Document) -> bool:
        """Of a list of revoked badges that is signed wrongly, or cannot be unpacked, nothing holds."""
        if document.kind is not Kind.REVOCATIONS:
            return True
        return not self._is_forged(document) and not any(list_faults(document.node))

    def _is_forged(self, document: Document) -> bool:
        return verified(document, Library(()), self._keys) is False

    def verdicts(self) -> Iterator[Verdict]:
        """One for each object, in the order of the files."""
        for document in self.documents:
            yield self._verdict(document)

    def _verdict(self, document: Document) -> Verdict:
        faults = tuple(self._faults(document))
        if faults:
            return Verdict(document, faults)
        if document.kind in AWARDS:
            return self._award(document)
        if document.kind is Kind.REVOCATIONS and self._is_forged(document):
            return Verdict(document, (Fault(BROKEN_SIGNATURE),))
        if document.kind is Kind.BADGE_CLASS:
            address = self._addresses.get(id(document.node), "")
            badge = badge_class(document.node, address, document, self._library)
            return Verdict(document, badge=badge)
        return Verdict(document)

    def _faults(self, document: Document) -> Iterator[Fault]:
        if document.fault:
            yield document.fault
            return
        yield from context_faults(document.node, document.kind)
        yield from type_faults(document.node, document.kind)
        if document.kind is Kind.ASSERTION:
            yield from assertion_faults(document, self._library)
        elif document.kind is Kind.CREDENTIAL:
            yield from credential_faults(document)
        elif document.kind is Kind.BADGE_CLASS:
            yield from class_faults(document.node, document, self._library)
        elif document.kind is Kind.REVOCATIONS:
            yield from list_faults(document.node)

    def _award(self, document: Document) -> Verdict:
        is_right = verified(document, self._library, self._keys)
        if is_right is False:
            return Verdict(document, (Fault(BROKEN_SIGNATURE),))
        of_kind = award_of_credential if document.kind is Kind.CREDENTIAL else award_of_assertion
        award = of_kind(document, self._library)
        if not award.badge_identity:
            right = told("it cannot be told which badge was given")
            return Verdict(document, (Fault(MISSING_BADGE_PART, "badge", right=right),))
        verification = VERIFIED if is_right else NOT_VERIFIED
        lacks = document.kind is Kind.CREDENTIAL and lacks_list(document, self._library)
        return Verdict(document, (), award, award.badge, verification, lacks)

    def _referred(self) -> Iterator[tuple[int, str]]:
        """By which address awards refer to a class that does not name its own, as in 1.0."""
        for document in self.documents:
            address = identifier_of(document.node.get("badge"))
            if document.kind is Kind.ASSERTION and address:
                found = self._library.find(address, document)
                if found and found.kind is Kind.BADGE_CLASS:
                    yield id(found.node), address


def different_classes(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Each badge class once: from its own file if there is one, else from its fullest award."""
    best: dict[str, Verdict] = {}
    for verdict in verdicts:
        if verdict.badge:
            known = best.get(verdict.badge.identity)
            if known is None or _fullness(verdict) > _fullness(known):
                best[verdict.badge.identity] = verdict
    return list(best.values())


def _fullness(verdict: Verdict) -> tuple[bool, int]:
    badge = verdict.badge
    texts = (badge.issuer, badge.issuer_url, badge.skills, badge.achievement_type) if badge else ()
    return not verdict.award, sum(map(bool, texts))


def notes_on(verdicts: Sequence[Verdict]) -> list[str]:
    """What was read and is no row of its own, by kind: nothing is left out without a word."""
    beside: dict[Kind, list[str]] = {}
    for verdict in verdicts:
        if not (verdict.faults or verdict.award or verdict.badge):
            beside.setdefault(verdict.document.kind, []).append(verdict.document.file)
    return [
        *(
            _BESIDE.format(kind=kind, count=len(files), files=_some(files))
            for kind, files in sorted(beside.items())
        ),
        *_without_list(verdicts),
    ]


_BESIDE = told("Read beside the badges, and no row of its own: {kind} ({count}): {files}.")


def _without_list(verdicts: Iterable[Verdict]) -> Iterator[str]:
    files = [verdict.document.file for verdict in verdicts if verdict.lacks_list]
    if files:
        yield told(
            "Whether these were revoked stands in lists of their issuers ({count}); they are taken "
            "as not revoked. Load the lists together with them: {files}.",
            count=len(files),
            files=_some(files),
        )


def _some(files: list[str]) -> str:
    named = ", ".join(f"`{file}`" for file in files[:MOST_NAMES])
    if len(files) <= MOST_NAMES:
        return named
    return told("{files} and {count} more", files=named, count=len(files) - MOST_NAMES)
