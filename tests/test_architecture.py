"""The rooms import only to their left, and each package is used only in its rooms."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

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


def imports(path: Path) -> Iterator[str]:
    """The first names of everything a file imports, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write whole names instead of relative imports"
            yield (node.module or "").split(".")[0]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_rooms_to_its_left(path: Path):
    room = ROOMS.index(path.relative_to(ROOT).parts[0])
    to_the_right = set(ROOMS[room + 1 :])
    assert not to_the_right & set(imports(path))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_package_is_used_only_in_its_places(path: Path):
    place = path.relative_to(ROOT).as_posix()
    for package in ALLOWED_PLACES.keys() & set(imports(path)):
        assert place.startswith(ALLOWED_PLACES[package]), f"{package} does not belong in {place}"


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
    # these may wait for a report; everything else declared is used
    assert declared - used <= {"openpyxl", "plotly", "lxml"}


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
