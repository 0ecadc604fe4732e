"""A saved page, text or HTML, as its lines: scripts and styles left out, sizes bounded."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from ingest.reading.file_problems import FileProblem, FileProblems
from ingest.reading.text_file import examine

MOST_BYTES = 2_000_000
"""A page of more bytes is none that a person wrote; saved pages have some hundred thousand."""
MOST_LINES = 20_000
BULLET = "- "
_IGNORED = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object"})
_LINE_BREAKS = frozenset(
    {"address", "article", "br", "dd", "div", "dl", "dt", "footer", "form", "header", "hr"}
    | {"li", "main", "nav", "ol", "p", "section", "table", "td", "th", "tr", "ul"}
    | {f"h{level}" for level in range(1, 7)}
)
_IS_HTML = re.compile(
    r"<!doctype html|<(html|head|body|main|article|section|div|h1|p)[\s>]", re.IGNORECASE
)
_ACTIVITY = re.compile(r"/activities/(\d+)")
_MARKUP_AT_MOST = 50_000
"""So many declarations and comments; a page with more is made to keep a reader busy."""


@dataclass(frozen=True)
class SavedPage:
    """The text of a page."""

    lines: tuple[str, ...]
    """Without empty ones; an item of a list begins with `- `."""
    title: str | None = None
    """The page's main heading, else its title."""
    days: tuple[str, ...] = ()
    """Days that the page itself marks as such, as ISO 8601 writes them."""
    activity_id: str | None = None
    """The number in the page's own address."""


def saved_page(path: Path) -> SavedPage:
    """Raises `FileProblems` where it is no text of a reasonable size."""
    text = _text(path)
    if path.suffix.lower() in (".html", ".htm", ".xhtml") or _IS_HTML.search(text[:2_000]):
        return _html_page(text)
    return SavedPage(_lines(text), activity_id=_activity_id(text))


def _text(path: Path) -> str:
    if not path.is_file():
        raise _problem(path, "There is no such file.")
    size = path.stat().st_size
    if not 0 < size <= MOST_BYTES:
        raise _problem(path, f"It has {size:,} bytes; a saved page has 1 to {MOST_BYTES:,}.")
    file = examine(path)
    text = path.read_bytes().decode(file.codec, errors="replace")
    if "\0" in text or text.startswith(("%PDF", "PK\x03\x04")):
        raise _problem(path, "It is no text. Save the page as text or as HTML.")
    if text.count("<!") + text.count("<?") > _MARKUP_AT_MOST:
        raise _problem(path, "It holds more declarations than a page has. Save it as text.")
    return text


def _problem(path: Path, text: str) -> FileProblems:
    return FileProblems([FileProblem(path.name, text)])


def _lines(text: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in text.splitlines()[:MOST_LINES])
    return tuple(re.sub(r"^[•*–]\s", BULLET, line) for line in lines if line)


def _activity_id(text: str) -> str | None:
    found = set(_ACTIVITY.findall(text))
    return found.pop() if len(found) == 1 else None


def _html_page(text: str) -> SavedPage:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    title = (reader.heading or reader.title).split("|")[0]
    return SavedPage(
        lines=_lines(re.sub(rf"\n{BULLET}\s+", f"\n{BULLET}", "".join(reader.text))),
        title=" ".join(title.split()) or None,
        days=tuple(dict.fromkeys(reader.days)),
        activity_id=reader.activity_id,
    )


class _Reader(HTMLParser):
    """Keeps what a person would read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.title = self.heading = ""
        self.days: list[str] = []
        self.activity_id: str | None = None
        self._ignored: list[str] = []
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _IGNORED:
            self._ignored.append(tag)
        if tag in _LINE_BREAKS:
            self.text.append(f"\n{BULLET}" if tag == "li" else "\n")
        if tag in ("title", "h1") and not getattr(self, _KEEPS[tag]):
            self._within = tag
        if tag == "time" and re.match(r"\d{4}-\d{2}-\d{2}", given.get("datetime", "")):
            self.days.append(given["datetime"][:10])
        self._note_address(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._ignored:
            del self._ignored[self._ignored.index(tag) :]
        if tag in _LINE_BREAKS:
            self.text.append("\n")
        if tag == self._within:
            self._within = ""

    def handle_data(self, data: str) -> None:
        if self._ignored:
            return
        if self._within:
            name = _KEEPS[self._within]
            setattr(self, name, getattr(self, name) + data)
        if self._within != "title":
            self.text.append(data)

    def _note_address(self, tag: str, given: dict[str, str]) -> None:
        """The page's own address, where it says it."""
        is_own = (tag == "link" and given.get("rel") == "canonical") or (
            tag == "meta" and given.get("property") == "og:url"
        )
        match = _ACTIVITY.search(given.get("href", "") or given.get("content", ""))
        if is_own and match:
            self.activity_id = match[1]


_KEEPS = {"title": "title", "h1": "heading"}
"""Where the text of an element is kept."""
