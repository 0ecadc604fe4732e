"""Pages to be read in tests: written to a file, read with the package's frameworks."""

from functools import cache
from pathlib import Path

import pytest

from ingest.activity_pages.competences import Competences
from ingest.activity_pages.reading import PageReading, read_page
from matrices.frameworks import load_frameworks
from matrices.home import Home

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


@cache
def competences() -> Competences:
    return Competences(load_frameworks(Home(Path("a-home-without-files")).frameworks()))


def read(folder: Path, text: str, name: str = "page.txt") -> PageReading:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_page(path, competences())


def seed(name: str) -> PageReading:
    """One of the real pages; they lie beside the project and are no part of it."""
    path = SEEDS / name
    if not path.exists():
        pytest.skip(f"the real page {name} is not beside the project")
    return read_page(path, competences())


def found(reading: PageReading, what: str) -> list[tuple[str, str]]:
    """Value and sureness of what was found."""
    return [(each.value, each.sureness) for each in reading.findings if each.what == what]
