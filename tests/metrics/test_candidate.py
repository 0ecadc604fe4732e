"""A changed matrix is checked against everything else the home declares, before it is saved."""

from pathlib import Path

import pytest

from matrices.editing.edits import SetPromise
from matrices.editing.saving import edited, read_city
from matrices.home import Home
from matrices.problems import DeclarationProblems
from metrics.candidate import candidate, check_candidate

PARTNERS = ("target_groups", "providers", "outputs", "partners")


def text_with(home: Home, indicator: str, target: str) -> str:
    return edited(read_city(home, "breda"), SetPromise(PARTNERS, indicator, target))


def test_a_right_change_gives_the_catalogue_as_it_would_be(tmp_path: Path):
    home = Home(tmp_path)
    catalogue = candidate(home, "breda", text_with(home, "meetings", "10"))
    statements = catalogue.matrices["breda"].statements()
    (found,) = [s for s in statements if s.key == "partners" and "meetings" in s.promises]
    assert found.promises["meetings"][0].target == 10
    assert list(tmp_path.iterdir()) == []  # nothing was written into the home


@pytest.mark.parametrize(
    ("indicator", "target", "problem"),
    [
        ("meetngs", "10", r"breda.yaml:\d+: `meetngs` is not an indicator. Did you mean"),
        ("meetings", "50 %", "a percentage is promised, but `meetings` is counted in events"),
        ("meetings", "lots", "`lots` is not a target"),
    ],
)
def test_a_wrong_change_is_told_with_its_line(
    tmp_path: Path, indicator: str, target: str, problem: str
):
    home = Home(tmp_path)
    with pytest.raises(DeclarationProblems, match=problem):
        check_candidate(home, "breda", text_with(home, indicator, target))
