"""Reads the pages of a site: their links, and what a person sees of them."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

ADDRESSES = {"href", "src", "action", "poster", "srcset", "data", "formaction", "xlink:href"}


class Links(HTMLParser):
    """Every address that a page names, and every place in it that can be pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.places: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ADDRESSES]
        self.places |= {value for name, value in attrs if name == "id" and value}


def links_of(page: Path) -> Links:
    found = Links()
    found.feed(page.read_text("utf-8"))
    return found


def pages_of(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def dead_links(site: Path) -> list[str]:
    """`page -> address` for each that leads to no file of the site, or to no place in it."""
    read = {page.resolve(): links_of(page) for page in pages_of(site)}
    dead = []
    for page, links in read.items():
        for address in links.addresses:
            path, _, place = address.partition("#")
            target = (page.parent / unquote(path)).resolve() if path else page
            if not target.is_file() or (place and place not in read[target].places):
                dead.append(f"{page.relative_to(site.resolve())} -> {address}")
    return dead


def text_of(page: Path) -> str:
    """The words on a page, without what stands in its drawings and attributes."""
    written = page.read_text("utf-8").partition("<body")[2]
    words = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", f"<body{written}", flags=re.DOTALL)
    return words.replace("\u00a0", " ")
