"""What a test reads back from a PDF."""

from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader


class Pdf:
    """A PDF, read with a library that had no part in making it."""

    def __init__(self, content: bytes | Path) -> None:
        made = content.read_bytes() if isinstance(content, Path) else content
        self.reader = PdfReader(BytesIO(made))
        self.root: Any = self.reader.trailer["/Root"]

    @property
    def pages(self) -> int:
        return len(self.reader.pages)

    @cached_property
    def words(self) -> str:
        """All its text without white space: where a line breaks is no matter of the words."""
        return squeezed(" ".join(page.extract_text() for page in self.reader.pages))

    @property
    def bookmarks(self) -> list[str]:
        return [str(entry.title) for entry in _flat(self.reader.outline)]

    @property
    def fonts_without_file(self) -> list[str]:
        """The fonts a reader would have to have; none where all are inside."""
        found = [font for page in self.reader.pages for font in _fonts(page)]
        return [font["/BaseFont"] for font in found if not _is_embedded(font)]

    def smallest_letters(self, page: int = 0) -> float:
        """The size in points of the smallest letters on a page."""
        sizes: list[float] = []

        def see(text: str, whole: Any, line: Any, font: Any, size: float) -> None:
            if text.strip():
                sizes.append(abs(size * line[3] * whole[3]))

        self.reader.pages[page].extract_text(visitor_text=see)
        return min(sizes)

    def kinds_of_tags(self) -> set[str]:
        """`/H1`, `/Table`, `/TH` ...: what a screen reader is told."""
        return {str(tag["/S"]) for tag in _tags(self.root["/StructTreeRoot"])}

    def alternative_texts(self) -> list[str]:
        return [str(tag["/Alt"]) for tag in _tags(self.root["/StructTreeRoot"]) if "/Alt" in tag]


def squeezed(text: str) -> str:
    return "".join(text.split())


def _flat(entries: Any) -> list[Any]:
    return [e for entry in entries for e in (_flat(entry) if isinstance(entry, list) else [entry])]


def _fonts(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"].get("/Font", {}).values()]


def _is_embedded(font: Any) -> bool:
    inner = font.get("/DescendantFonts", [font])[0].get_object()
    return any(key.startswith("/FontFile") for key in inner["/FontDescriptor"])


def _tags(node: Any) -> list[Any]:
    found = node.get_object()
    if isinstance(found, list):
        return [tag for child in found for tag in _tags(child)]
    if not isinstance(found, dict):
        return []
    children = _tags(found["/K"]) if "/K" in found else []
    return [found, *children] if "/S" in found else children
