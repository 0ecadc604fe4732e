"""What `pip install .` puts on a machine: the wheel holds every data file and works anywhere."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("matrices", "ingest", "metrics", "dashboard")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy of the checkout, unpacked as an installer would."""
    copy, built, unpacked = (tmp_path_factory.mktemp(name) for name in ("copy", "built", "wheel"))
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout.split(b"\0")
    for name in filter(None, names):
        target = copy / name.decode()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name.decode()).read_bytes())
    wheel = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*wheel, "--wheel-dir", str(built), str(copy)], check=True)
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        archive.extractall(unpacked)
    return unpacked


def test_every_file_of_the_rooms_is_in_the_wheel(unpacked: Path):
    in_rooms = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sorted(name for name in in_rooms if not (unpacked / name).is_file()) == []


def test_the_command_works_from_an_empty_folder(unpacked: Path, tmp_path: Path):
    environment = os.environ | {"PYTHONPATH": str(unpacked)}
    environment.pop("IMPACT_HOME", None)
    command = [sys.executable, "-P", "-m", "dashboard.cli", "check"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert "8 cities with 217 statements" in done.stdout
    assert list(tmp_path.iterdir()) == []  # looking writes nothing
