"""City files written by tests, and what is read from them."""

from pathlib import Path

import pytest

from matrices.declarations import DeclarationProblems, load_matrix
from matrices.model import Matrix

HEAD = """name: Vilnius City of Learning
place: vilnius
starts: 2022
target_groups:
  providers:
    name: Providers
    outputs:
"""
"""Seven lines; what a test is about begins on line 8."""


def load(folder: Path, text: str, name: str = "vilnius.yaml") -> Matrix:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return load_matrix(file)


def problems(folder: Path, text: str, name: str = "vilnius.yaml") -> list[str]:
    with pytest.raises(DeclarationProblems) as raised:
        load(folder, text, name)
    return str(raised.value).splitlines()
