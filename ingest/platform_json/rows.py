"""Objects as rows of the export; the same object on several pages is one row.

What a row says does not hang on the order of the pages, nor on a page that is there twice: of two
texts for a cell the fuller one is taken, of two counters the greater.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ingest.platform_json.fields import FOR_FINDING, WITH_SITE, Kind, fields
from ingest.platform_json.objects import OF_PARENT, Found, Sites
from ingest.platform_json.values import cell


@dataclass(frozen=True)
class Row:
    """A row of the export, and where the object stood."""

    kind: str
    file: int
    """Which of the files, in the order of their names."""
    number: int
    """Which object of its kind in the file, from 1."""
    cells: Mapping[str, str]
    sites: Sites
    is_reference: bool
    copies: tuple[int, ...] = ()
    """The files in which the object stands once more."""
    differing: tuple[str, ...] = ()
    """Headings under which the copies say different things."""

    @property
    def declared(self) -> Kind:
        return fields().kinds[self.kind]

    @property
    def table(self) -> str:
        return self.declared.table or ""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from others; one without an identifier is told by all it says."""
        own = [self.cells.get(heading, "") for heading in self.declared.key]
        if not all(own):
            own += [f"{heading}={text}" for heading, text in sorted(self.cells.items())]
        return (self.kind, *own)


def row(found: Found, file: int, number: int) -> Row:
    """The row of one object."""
    item = dict(found.item) | {"in": dict(found.within)}
    texts = {heading: cell(item, ways) for heading, ways in found.declared.cells.items()}
    cells = {heading: text for heading, text in texts.items() if text is not None}
    return Row(found.kind, file, number, cells, found.sites, found.is_reference)


def merged(rows: Iterable[Row]) -> list[Row]:
    """Every object once, in the order of files and places."""
    by_key: dict[tuple[str, ...], list[Row]] = {}
    for each in rows:
        by_key.setdefault(each.key, []).append(each)
    once = [_one(sorted(copies, key=_place)) for copies in by_key.values()]
    return sorted(once, key=_place)


def _place(each: Row) -> tuple[bool, int, int]:
    """An object itself comes before where it is only spoken of."""
    return each.is_reference, each.file, each.number


def _one(copies: list[Row]) -> Row:
    first = copies[0]
    if len(copies) == 1:
        return first
    headings = dict.fromkeys(heading for each in copies for heading in each.cells)
    told = {h: {each.cells[h] for each in copies if h in each.cells} for h in sorted(headings)}
    whole = [each for each in copies[1:] if not each.is_reference]
    return replace(
        first,
        cells={heading: max(texts, key=_weight) for heading, texts in told.items()},
        sites=frozenset().union(*(each.sites for each in copies)),
        copies=tuple(each.file for each in whole),
        differing=tuple(heading for heading, texts in told.items() if len(texts) > 1),
    )


def _weight(text: str) -> tuple[int, int, str]:
    is_number = text.isdecimal() and text.isascii() and len(text) <= 18
    return (0, int(text), "") if is_number else (1, len(text), text)


def with_site(each: Row) -> Row:
    """An object of several sites belongs to its own, else to the first that names it."""
    best = min(each.sites, default=None)
    if best is None or each.table not in WITH_SITE:
        return each
    return replace(each, cells={**each.cells, "site": best[2]})


def other_sites(each: Row) -> list[str]:
    """The sites it is shown on beside the one it belongs to."""
    best = min(each.sites, default=None)
    if best is None or each.table not in WITH_SITE:
        return []
    shown = {site for rank, _, site in each.sites if rank < OF_PARENT or best[0] == OF_PARENT}
    return sorted(shown - {best[2]})


def complete(rows: Iterable[Row]) -> list[Row]:
    """The rows with what other rows tell of them, without those that were only spoken of."""
    sited = [with_site(each) for each in rows]
    finder = _Finder(sited)
    found = [finder.found(each) for each in sited]
    return [each for each in found if not each.is_reference or _is_whole(each)]


def _is_whole(each: Row) -> bool:
    return all(heading in each.cells for heading in each.declared.needs)


class _Finder:
    """Which badge class belongs to which project, and which award to which badge class."""

    def __init__(self, rows: list[Row]) -> None:
        self._playlists = {
            each.cells.get("playlist_id") for each in rows if each.kind == "playlist"
        }
        self._classes: dict[str, list[Row]] = {}
        for each in rows:
            if each.kind == "badge_class":
                own = ("_project", "activity_id", "playlist_id")
                for project in {each.cells[name] for name in own if name in each.cells}:
                    self._classes.setdefault(project, []).append(each)

    def found(self, each: Row) -> Row:
        cells = dict(each.cells)
        project = cells.get("_project", "")
        if each.kind == "badge_class" and not {"activity_id", "playlist_id"} & cells.keys():
            owner = "playlist_id" if project in self._playlists else "activity_id"
            cells |= {owner: project} if project else {}
        if each.kind == "badge" and "badge_class_id" not in cells:
            cells |= self._class_of(project, cells.get("_name"))
        shown = {name: text for name, text in cells.items() if not name.startswith(FOR_FINDING)}
        return replace(each, cells=shown)

    def _class_of(self, project: str, name: str | None) -> dict[str, str]:
        """The project's only badge class, or the only one of that name."""
        own = self._classes.get(project, [])
        if len(own) > 1:
            own = [each for each in own if each.cells.get("name") == name]
        identifier = own[0].cells.get("badge_class_id") if len(own) == 1 else None
        return {"badge_class_id": identifier} if identifier else {}
