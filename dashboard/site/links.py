"""Where each page of the site lies, and how one page leads to another: by relative addresses only."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard import addresses

START = "index.html"
COMPARE = "compare.html"
METHODS = "methods.html"
DOWNLOADS = "downloads.html"
STYLE = "assets/site.css"
ICON = "assets/icon.svg"
ACCOUNT = "assets/methods.md.txt"
"""Ends so that every server and browser shows it as text."""
FILES = "files"


def city(identifier: str) -> str:
    return f"city/{identifier}.html"


def statement(identifier: str) -> str:
    return f"statement/{identifier}.html"


def embedded(identifier: str) -> str:
    return f"embed/{identifier}.html"


def compared(indicator: str) -> str:
    return f"compare/{indicator}.html"


@dataclass(frozen=True)
class Links:
    """Leads from one page of one language to the others.

    The first language lies at the top of the folder, every other in a folder of its own.
    """

    here: str
    """The page, without its language's folder."""
    language: str
    languages: tuple[str, ...]
    cities: frozenset[str]
    """Those that have a page."""
    indicators: frozenset[str]
    """Those on which cities are compared."""

    @property
    def place(self) -> str:
        """Where the page lies in the folder."""
        return self._placed(self.here, self.language)

    def to(self, page: str) -> str:
        """To a page of the same language."""
        return self._relative(self._placed(page, self.language))

    def to_shared(self, file: str) -> str:
        """To a file that all languages share."""
        return self._relative(file)

    def in_language(self, language: str) -> str:
        """To this very page in another language."""
        return self._relative(self._placed(self.here, language))

    def written(self, page: str, parameters: Mapping[str, str]) -> str | None:
        """What `addresses` asks for; None for what the site has no page for."""
        if page in (addresses.NETWORK, addresses.REPORT):
            return self.to(START if page == addresses.NETWORK else DOWNLOADS)
        if page == addresses.STATEMENT:
            return self._if_shown(parameters["id"].split(".")[0], statement(parameters["id"]))
        if page == addresses.CITY:
            asked = parameters.get("city")
            return self._if_shown(asked, city(asked)) if asked else self.to(START)
        if page == addresses.COMPARE:
            return self._compared(parameters.get("indicator"))
        return None

    def _compared(self, indicator: str | None) -> str | None:
        if indicator is None:
            return self.to(COMPARE)
        return self.to(compared(indicator)) if indicator in self.indicators else None

    def _if_shown(self, identifier: str, page: str) -> str | None:
        return self.to(page) if identifier in self.cities else None

    def _placed(self, page: str, language: str) -> str:
        return page if language == self.languages[0] else f"{language}/{page}"

    def _relative(self, place: str) -> str:
        return posixpath.relpath(place, posixpath.dirname(self.place) or ".")
