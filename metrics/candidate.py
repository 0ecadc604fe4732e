"""Whether a home would still be right with another text of one of its cities."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from matrices.home import Home
from metrics.catalogue import Catalogue, load_catalogue

DECLARATIONS = ("places.yaml", "frameworks", "sources", "indicators", "periods.yaml")


def candidate(home: Home, city: str, text: str) -> Catalogue:
    """Everything the home would declare; raises `DeclarationProblems` like `load_catalogue`."""
    with TemporaryDirectory(prefix="impact-") as folder:
        return load_catalogue(_beside(home, city, text, Path(folder)))


def check_candidate(home: Home, city: str, text: str) -> None:
    """Raises `DeclarationProblems` with every problem, by file and line."""
    candidate(home, city, text)


def _beside(home: Home, city: str, text: str, folder: Path) -> Home:
    """The same declarations in a folder of their own, the city's text changed."""
    (folder / "cities").mkdir()
    for path in home.cities():
        shutil.copyfile(path, folder / "cities" / path.name)
    (folder / "cities" / f"{city}.yaml").write_text(text, encoding="utf-8")
    for name in DECLARATIONS:
        if (home.path / name).exists():
            (folder / name).symlink_to(home.path / name)
    return Home(folder)
