"""What a network decides for itself."""

import pytest

from matrices.declarations import DeclarationProblems
from matrices.home import Home
from matrices.settings import load_settings


def test_a_home_that_says_nothing_shows_five_people_and_more(tmp_path):
    assert load_settings(Home(tmp_path).settings()).fewest_people_shown == 5


def test_a_network_may_ask_for_more(tmp_path):
    (tmp_path / "network.yaml").write_text("fewest_people_shown: 10\n")
    assert load_settings(Home(tmp_path).settings()).fewest_people_shown == 10


def test_a_network_may_guard_participations_like_people(tmp_path):
    assert not load_settings(Home(tmp_path).settings()).guard_participations
    (tmp_path / "network.yaml").write_text("guard_participations: yes\n")
    assert load_settings(Home(tmp_path).settings()).guard_participations


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("fewest_people_shown: 3", "3 is not from 4 to 100"),  # 1 and 2 are too few to hide among
        ("# ours\nfewest_people: 10", "fewest_people_shown"),  # the nearest right key
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_line(tmp_path, written, sentence):
    (tmp_path / "network.yaml").write_text(written + "\n")
    with pytest.raises(DeclarationProblems) as raised:
        load_settings(Home(tmp_path).settings())
    [problem] = raised.value.problems
    assert (problem.file, problem.line) == ("network.yaml", written.count("\n") + 1)
    assert sentence in problem.text
