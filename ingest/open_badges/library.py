"""The objects of one delivery, found by the addresses that others give for them.

Nothing is fetched: an address is looked for among the identifiers of the objects at hand, then
among the names of their files, as a folder that was copied from a web site has them.
"""

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

from ingest.open_badges.documents import Document
from ingest.open_badges.kinds import Kind
from ingest.open_badges.parts import identifier_of

_FOUND = (Kind.BADGE_CLASS, Kind.ISSUER, Kind.REVOCATIONS, Kind.KEY, Kind.DETAIL)


class Library:
    """Awards are not in it: nothing refers to them."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._by_address: dict[str, Document] = {}
        self._by_name: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            if document.kind in _FOUND and not document.fault:
                self._by_address.setdefault(identifier_of(document.node), document)
                self._by_name[_segments(document.path)[-1]].append(document)

    def find(self, address: str, near: Document) -> Document | None:
        """The object at an address, as far as it is at hand; `near` is the one that names it."""
        if not address:
            return None
        return self._by_address.get(address) or self._find_by_name(address, near)

    def _find_by_name(self, address: str, near: Document) -> Document | None:
        segments = _segments(_path(address))
        likely = [
            (_shared(segments[::-1], _segments(document.path)[::-1]), document)
            for document in self._by_name.get(segments[-1], ())
            if _may_stand_at(document, address)
        ]
        ranked = [
            (names, _shared(_segments(near.path), _segments(document.path)), document)
            for names, document in likely
        ]
        best = max((rank[:2] for rank in ranked), default=None)
        found = [document for *rank, document in ranked if tuple(rank) == best]
        return found[0] if len(found) == 1 else None


def _may_stand_at(document: Document, address: str) -> bool:
    """An object that names its own address stands on that host and no other."""
    own = identifier_of(document.node)
    return not own.startswith("http") or _host(own) == _host(address)


def _segments(path: str) -> list[str]:
    return path.replace("\\", "/").split("/")


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:  # an address with a broken host
        return address


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _shared(one: list[str], other: list[str]) -> int:
    """How many of the first segments are the same."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
