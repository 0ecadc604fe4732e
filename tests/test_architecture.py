"""The rooms import only to their left, and each package is used only in its rooms."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("matrices", "ingest", "metrics", "dashboard")
"""In the order in which data walks through them."""

ALLOWED_PLACES = {
    "streamlit": ("dashboard/",),
    "plotly": ("dashboard/",),
    "openpyxl": ("ingest/", "dashboard/reports/"),
    "xlsxwriter": ("dashboard/reports/",),
    "docx": ("dashboard/reports/",),
    "typst": ("dashboard/reports/",),
    "vl_convert": ("dashboard/reports/",),
    "pandas": ("metrics/results.py", "dashboard/"),
}

MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> frozenset[str]:
    """The first names of everything a file imports, wherever in the file it does so."""
    return frozenset(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write whole names instead of relative imports"
            yield (node.module or "").split(".")[0]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported_at_once(path: Path) -> Iterator[str]:
    """The whole names of all that importing a file imports too; a name in a file counts as one too."""
    for node in tree(path).body:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (node.module, *(f"{node.module}.{name.name}" for name in node.names))


def test_a_room_imports_only_rooms_to_its_left():
    to_the_right = {room: set(ROOMS[at + 1 :]) for at, room in enumerate(ROOMS)}
    wrong = {
        path: to_the_right[path.relative_to(ROOT).parts[0]] & imports(path) for path in MODULES
    }
    assert {str(path.relative_to(ROOT)): rooms for path, rooms in wrong.items() if rooms} == {}


def test_a_package_is_used_only_in_its_places():
    places = ((path, path.relative_to(ROOT).as_posix()) for path in MODULES)
    wrong = [
        f"{package} does not belong in {place}"
        for path, place in places
        for package in sorted(ALLOWED_PLACES.keys() & imports(path))
        if not place.startswith(ALLOWED_PLACES[package])
    ]
    assert wrong == []


def test_the_command_starts_without_what_only_the_screen_needs():
    """Streamlit takes as long to import as all the rest together."""
    files, waiting, seen = {module(path): path for path in MODULES}, ["dashboard.cli"], set()
    while waiting:
        if (name := waiting.pop()) not in seen:
            seen.add(name)
            waiting += imported_at_once(files[name]) if name in files else []
    assert "dashboard.site.writing" in seen  # the pages of the site are made of the same parts
    assert not {name.split(".")[0] for name in seen} & {"streamlit", "pandas"}


def test_every_package_that_is_imported_is_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {
        "pyyaml": "yaml",
        "python-calamine": "python_calamine",
        "python-docx": "docx",
        "vl-convert-python": "vl_convert",
    }
    bare = {line.split(">=")[0] for line in project["dependencies"]}
    declared = {names.get(name, name) for name in bare}
    used = {name for path in MODULES for name in imports(path)}
    assert used - set(sys.stdlib_module_names) - set(ROOMS) <= declared
    # DuckDB makes the frames of analysts with it; everything else declared is imported
    assert declared - used == {"pandas"}


def test_functions_are_small():
    lengths = sorted(length for path in MODULES for _, length in functions(path))
    assert lengths[len(lengths) // 2] <= 10, "the median function has about ten lines"
    assert lengths[int(len(lengths) * 0.9)] <= 30, "nine in ten functions have at most thirty"


def test_files_hold_one_idea():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}
