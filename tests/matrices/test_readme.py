"""What the room's README shows works: every block loads, and the slips it quotes are real."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from matrices.declarations import DeclarationProblems, load_matrix
from matrices.frameworks import load_frameworks
from matrices.home import packaged
from matrices.periods import load_calendar
from matrices.places import load_places

README = (packaged("matrices") / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


def loader(block: str) -> tuple[str, Callable[[Path], object]]:
    """The file a block belongs in, named in its first line, and what reads it."""
    name = re.match(r"# (\S+\.yaml)\n", block)
    if name is None:
        return "vilnius.yaml", load_matrix
    if name[1] == "places.yaml":
        return name[1], load_places
    if name[1] == "periods.yaml":
        return name[1], load_calendar
    return Path(name[1]).name, lambda path: load_frameworks(sorted(path.parent.glob("*.yaml")))


def test_every_block_of_the_readme_loads(tmp_path):
    assert len(blocks("yaml")) == 9
    for block in blocks("yaml"):
        name, load = loader(block)
        # a part of a city's file is shown without its first two lines
        head = "" if re.search("^name:", block, re.MULTILINE) else "name: x\nplace: y\n"
        (tmp_path / name).write_text(block if "#" in block[:1] else head + block, encoding="utf-8")
        assert load(tmp_path / name)
        if load in (load_matrix, load_places, load_calendar):
            (tmp_path / name).unlink()


def test_the_slips_of_the_example_are_told_as_the_readme_says(tmp_path):
    written, told = blocks("text")
    file = tmp_path / "vilnius.yaml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(DeclarationProblems) as raised:
        load_matrix(file)
    assert str(raised.value) == told.strip()


def test_every_file_the_readme_names_exists():
    named = re.findall(r"^\| `([a-z0-9_/]+\.yaml)` \|", README, flags=re.MULTILINE)
    assert len(named) == 4
    for name in named:
        assert (packaged("matrices") / name).exists(), name
