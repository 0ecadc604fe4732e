"""What a person should know about saved answers: missing pages, copies, sites, unread fields."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.platform_json.objects import Page
from ingest.platform_json.rows import Row, other_sites
from matrices.telling import told

_MOST_NAMED = 12


@dataclass(frozen=True)
class Remark:
    """A sentence about one of the files, by its number."""

    file: int
    text: str


def missing_pages(pages: Iterable[tuple[int, str | None, Page]]) -> Iterator[Remark]:
    """Lists of which not every object is there; pages of one list have one total.

    `pages` are the file, the site of the answer, and the page itself.
    """
    found: dict[tuple[str | None, str, int], set[str]] = {}
    files: dict[tuple[str | None, str, int], int] = {}
    for file, site, page in pages:
        listing = (site, page.name, page.total)
        found.setdefault(listing, set()).update(page.brought)
        files[listing] = min(file, files.get(listing, file))
    short = {key: ids for key, ids in found.items() if len(ids) < key[2]}
    by_field: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for (site, name, total), ids in short.items():
        field = (files[site, name, total], name.split(" of ")[0])
        by_field.setdefault(field, []).append((total, len(ids)))
    for (file, name), lists in sorted(by_field.items()):
        yield Remark(file, _missing(name, lists))


def _missing(name: str, lists: Sequence[tuple[int, int]]) -> str:
    total, there = sum(t for t, _ in lists), sum(n for _, n in lists)
    of = f" ({len(lists)} lists)" if len(lists) > 1 else ""
    return told(
        "Pages are missing: of `{name}`{lists} the platform says there are {total}, and the pages "
        "give {there}. Save the other {missing} too, or the figures stay too small.",
        name=name,
        lists=of,
        total=total,
        there=there,
        missing=total - there,
    )


def copies(rows: Iterable[Row]) -> Iterator[Remark]:
    """Objects that stand on several pages, by the file in which they stand again."""
    again: dict[int, int] = {}
    differing: dict[int, dict[str, None]] = {}
    for each in rows:
        for file in each.copies:
            again[file] = again.get(file, 0) + 1
            differing.setdefault(file, {}).update(dict.fromkeys(_shown(each.differing)))
    for file, count in sorted(again.items()):
        yield Remark(file, _copied(count, sorted(differing[file])))


def _shown(headings: Iterable[str]) -> Iterator[str]:
    return (heading for heading in headings if not heading.startswith("_"))


def _copied(count: int, differing: list[str]) -> str:
    objects = (
        told("{count} object", count=1) if count == 1 else told("{count} objects", count=count)
    )
    if not differing:
        return told(
            "Standing on more than one page: {objects}; each was taken once.", objects=objects
        )
    return told(
        "Standing on more than one page: {objects}; each was taken once. Where the pages differ "
        "({fields}), the fuller text and the greater number were taken.",
        objects=objects,
        fields=named(differing),
    )


def sites(rows: Iterable[Row]) -> Iterator[Remark]:
    """Objects on several sites, by their file."""
    by_file: dict[int, list[str]] = {}
    for each in rows:
        others = other_sites(each)
        if others:
            identifier = each.cells.get(each.declared.key[0], "?")
            kept = min(each.sites)[2]
            text = f"{each.kind} `{identifier}` ({kept}; also {', '.join(others)})"
            by_file.setdefault(each.file, []).append(text)
    for file, texts in sorted(by_file.items()):
        told_of = told("On several sites, counted on the first: {things}.", things=_some(texts))
        yield Remark(file, told_of)


def unread(names: Iterable[str]) -> str:
    return told("Fields that no record wants, never stored: {names}.", names=named(sorted(names)))


def named(names: Sequence[str]) -> str:
    return _some([f"`{name}`" for name in names])


def _some(texts: Sequence[str]) -> str:
    first = ", ".join(texts[:_MOST_NAMED])
    if len(texts) <= _MOST_NAMED:
        return first
    return told("{files} and {count} more", files=first, count=len(texts) - _MOST_NAMED)
