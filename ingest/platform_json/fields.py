"""The model of `fields.yaml`: which objects there are, and where their cells come from."""

import re
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from matrices.declarations import read_declaration
from matrices.home import packaged
from matrices.model import Declared

FOR_FINDING = "_"
"""A heading that starts so is no column of the export."""
_WAY = re.compile(r"(?:(?P<reading>[a-z]+)\()?(?P<path>[A-Za-z_.]+)\)?")


class Way(Declared):
    """One way to a cell: the path of a field, and how what stands there is read."""

    path: tuple[str, ...]
    reading: str = "plain"


def _way(written: str) -> Way:
    match = _WAY.fullmatch(written)
    if match is None:
        raise ValueError(f"`{written}` is no path such as `stats.joinCount` or `moment(created)`")
    return Way(path=tuple(match["path"].split(".")), reading=match["reading"] or "plain")


def _ways(written: Any) -> Any:
    """A single way is written without a list around it."""
    return tuple(_way(each) for each in ([written] if isinstance(written, str) else written))


class Kind(Declared):
    """One kind of object in the platform's answers."""

    table: str | None = None
    """The record it is a row of; none where it only holds others."""
    key: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    contains: dict[str, str] = Field(default_factory=dict)
    cells: dict[str, Annotated[tuple[Way, ...], BeforeValidator(_ways)]] = Field(
        default_factory=dict
    )

    def fields(self) -> frozenset[str]:
        """The names of the fields that are read."""
        return frozenset(self.contains) | {
            way.path[0] for ways in self.cells.values() for way in ways
        }

    def headings(self) -> tuple[str, ...]:
        """As the export has them; its site is found by other rules than a cell."""
        own = (heading for heading in self.cells if not heading.startswith(FOR_FINDING))
        return (*own, *(["site"] if self.table in WITH_SITE else []))


WITH_SITE = ("organisations", "activities", "playlists", "badge_classes")


class Fields(Declared):
    """The whole file."""

    roots: dict[str, str]
    kinds: dict[str, Kind]


@cache
def fields() -> Fields:
    return read_declaration(packaged("ingest") / "platform_json" / "fields.yaml", Fields)
