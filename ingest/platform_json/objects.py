"""Walking through an answer: every object in it, with what it stands in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ingest.platform_json.fields import Kind, fields
from ingest.platform_json.values import listed, plain

DEEPEST = 12
"""Objects inside objects are followed so far; real answers need four or five levels."""

Sites = frozenset[tuple[int, int, str]]
"""Sites on which an object was seen, the best first: how sure it is, place in a list, name."""
OWN, LISTED, OF_ANSWER, OF_PARENT = range(4)


@dataclass(frozen=True)
class Found:
    """An object of the platform."""

    kind: str
    item: Mapping[str, object]
    within: Mapping[str, str] = field(default_factory=dict)
    """The identifier of the object it stands in, by that one's kind; and its `position` there."""
    sites: Sites = frozenset()
    is_reference: bool = False
    """Whether it only stands inside another object, likely in part."""

    @property
    def declared(self) -> Kind:
        return fields().kinds[self.kind]


@dataclass(frozen=True)
class Page:
    """A page of a list: what there is in all, and what this page brings of it."""

    name: str
    """The field, and the object it belongs to."""
    total: int
    brought: tuple[str, ...]
    """What is on the page, by identifier or else by its place in the list."""


@dataclass
class Seen:
    """What is noticed on the way."""

    pages: list[Page] = field(default_factory=list)
    unread: dict[str, None] = field(default_factory=dict)
    """Names of fields that nobody reads, each once."""


def objects(name: str, value: object, seen: Seen) -> Iterator[Found]:
    """Every object under a root of an answer; unknown roots are put among the unread."""
    kind = fields().roots.get(name)
    if kind is None:
        _notice(seen, name)
        return
    yield from _inside(value, kind, name, Found("site", {}), seen, DEEPEST)


def site_name(site: object) -> str | None:
    """The host of a site, else its title or identifier."""
    if isinstance(site, dict):
        ways = (plain(site.get(name)) for name in ("siteUrl", "url", "title", "id"))
        text = next(filter(None, ways), None)
    else:
        text = plain(site)
    return re.sub(r"^\w+://", "", text).split("/")[0].lower() if text else None


def _inside(
    value: object, kind: str, name: str, parent: Found, seen: Seen, depth: int
) -> Iterator[Found]:
    """The objects of a field, and all that stand in them."""
    items = [item for item in listed(value) if isinstance(item, dict)] if depth else []
    if not items and isinstance(value, dict) and "list" not in value and kind in ("site", "viewer"):
        items = [value]
    _notice_page(value, items, name, seen)
    for place, item in enumerate(items):
        found = _found(item, kind, parent, place + 1 + _offset(value))
        _notice_unread(found, seen)
        yield found
        for inner, inner_kind in found.declared.contains.items():
            owner = f"{inner} of {plain(item.get('id'))}"
            yield from _inside(item.get(inner), inner_kind, owner, found, seen, depth - 1)


def _found(item: Mapping[str, object], kind: str, parent: Found, position: int) -> Found:
    if kind == "project":
        kind = _kind_of_project(item)
    is_inside = parent.declared.table is not None
    is_reference = is_inside and kind in ("activity", "playlist", "organisation", "badge_class")
    within = {"position": str(position)}
    identifier = plain(parent.item.get("id"))
    if identifier:
        within[parent.kind] = identifier
    if kind == "site":
        return Found(kind, item, {}, _sites(item, {"site": item}, OF_ANSWER))
    return Found(kind, item, within, _sites_of(item, parent, is_inside), is_reference)


def _kind_of_project(item: Mapping[str, object]) -> str:
    is_playlist = item.get("context") == "playlist" or (
        "context" not in item and "playlistActivities" in item
    )
    return "playlist" if is_playlist else "activity"


def _sites_of(item: Mapping[str, object], parent: Found, is_inside: bool) -> Sites:
    own = _sites(item, item, OWN)
    if not is_inside:
        return own | parent.sites
    best = sorted(parent.sites)[:1]
    return own | {(OF_PARENT, 0, site) for _, _, site in best}


def _sites(item: Mapping[str, object], with_site: Mapping[str, object], rank: int) -> Sites:
    own = site_name(with_site.get("site"))
    others = (site_name(site) for site in listed(item.get("sites")))
    found = {(LISTED, place, site) for place, site in enumerate(others) if site}
    return frozenset(found | ({(rank, 0, own)} if own else set()))


def _offset(value: object) -> int:
    offset = value.get("offset") if isinstance(value, dict) else None
    return offset if isinstance(offset, int) and 0 <= offset < 10**9 else 0


def _notice_page(value: object, items: list[dict[str, object]], name: str, seen: Seen) -> None:
    total = value.get("total") if isinstance(value, dict) and "list" in value else None
    if isinstance(total, int):
        first = _offset(value)
        brought = (_identifier(item) or f"no. {first + at}" for at, item in enumerate(items))
        seen.pages.append(Page(name, total, tuple(brought)))


def _identifier(item: Mapping[str, object]) -> str | None:
    """Its own, or that of the user it is about."""
    user = item.get("user")
    return plain(item.get("id")) or plain(user.get("id") if isinstance(user, dict) else user)


_STRUCTURE = frozenset({"__typename", "context", "id", "list", "site", "sites", "stats", "tz"})
_IS_NAME = re.compile(r"[A-Za-z_]\w{0,39}")
_MOST_UNREAD = 60


def _notice_unread(found: Found, seen: Seen) -> None:
    """Of objects that are rows; those that only hold others bring nothing themselves."""
    if found.declared.table is None:
        return
    for name in found.item.keys() - found.declared.fields() - _STRUCTURE:
        _notice(seen, f"{found.kind}.{name}")


def _notice(seen: Seen, name: str) -> None:
    if len(seen.unread) < _MOST_UNREAD and all(map(_IS_NAME.fullmatch, name.split("."))):
        seen.unread[name] = None
