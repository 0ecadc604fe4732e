"""What a city team starts from loads as it is, and nothing of theirs is ever overwritten."""

import pytest

from matrices.declarations import load_matrix
from matrices.home import Home
from matrices.periods import load_calendar
from matrices.places import load_places
from matrices.starter import StarterProblem, make_home


def test_a_new_home_loads_as_it_is(tmp_path):
    folder = tmp_path / "new" / "network"
    assert make_home(folder) == [
        folder / "README.md",
        folder / "cities" / "example.yaml",
        folder / "network.yaml",
        folder / "periods.yaml",
        folder / "places.yaml",
    ]
    home = Home(folder)
    [matrix] = map(load_matrix, home.cities())
    assert matrix.place in load_places(home.places())
    [periods] = home.periods()
    [project] = load_calendar(periods).projects
    assert project.cities == (matrix.city,)


def test_the_example_shows_every_way_to_measure_a_statement(tmp_path):
    make_home(tmp_path)
    statements = load_matrix(tmp_path / "cities" / "example.yaml").statements()
    assert {statement.measured for statement in statements} == {
        "by_indicator",
        "by_evidence",
        "by_survey",
        "cannot_be",
        "not_yet",
    }


def test_a_home_can_be_made_in_an_empty_folder_beside_its_data(tmp_path):
    (tmp_path / "cities").mkdir()
    (tmp_path / "data").mkdir()
    assert len(make_home(tmp_path)) == 5


def test_what_exists_is_never_overwritten(tmp_path):
    (tmp_path / "cities").mkdir()
    (tmp_path / "cities" / "breda.yaml").write_text("ours")
    (tmp_path / "places.yaml").write_text("ours too")
    with pytest.raises(StarterProblem) as raised:
        make_home(tmp_path)
    assert str(raised.value).splitlines() == [
        (
            f"{tmp_path / 'cities'} holds something already. Nothing was changed; choose another "
            "folder."
        ),
        f"{tmp_path / 'places.yaml'} exists already. Nothing was changed; choose another folder.",
    ]
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == ["breda.yaml", "places.yaml"]
    assert (tmp_path / "places.yaml").read_text() == "ours too"


def test_a_file_cannot_become_a_home(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("ours")
    with pytest.raises(StarterProblem, match=r"notes.txt is a file. Name a folder that is empty"):
        make_home(file)


def test_a_place_that_cannot_be_written_to_is_a_sentence(tmp_path):
    (tmp_path / "notes.txt").write_text("ours")
    with pytest.raises(StarterProblem, match=r"cannot be written to: Not a directory\."):
        make_home(tmp_path / "notes.txt" / "home")
