"""Saving a changed matrix: checked, in one step, with its history, nobody's change lost."""

from datetime import date
from pathlib import Path

import pytest

from matrices.declarations import load_matrix
from matrices.editing.edits import EditProblem, Reword, SetPromise
from matrices.editing.history import history, text_of
from matrices.editing.saving import city_file, read_city, restore, save
from matrices.home import Home
from matrices.problems import DeclarationProblems

GROUP = ("target_groups", "providers", "outputs")
PARTNERS, IMPORTS = (*GROUP, "partners"), (*GROUP, "imports")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def unchecked(home: Home, city: str, text: str) -> None:
    """Whether the matrix is right is asked elsewhere."""


def sentence(home: Home, key: str) -> str:
    matrix = load_matrix(city_file(home, "breda"))
    return next(s.text for s in matrix.statements() if s.key == key)


def test_the_first_change_gives_the_home_its_own_files_and_leaves_the_package_alone(home: Home):
    packaged = city_file(home, "breda")
    save(home, "breda", Reword(PARTNERS, "Find partners"), read_city(home, "breda"), unchecked)
    assert sentence(home, "partners") == "Find partners"
    assert city_file(home, "breda") == home.path / "cities" / "breda.yaml"
    assert "Find partners" not in packaged.read_text("utf-8")
    assert {path.stem for path in home.cities()} >= {"breda", "vilnius", "antwerp"}


def test_what_somebody_else_changed_meanwhile_stays(home: Home):
    seen = read_city(home, "breda")
    save(home, "breda", Reword(IMPORTS, "Import ten courses"), seen, unchecked, "Ben")
    save(home, "breda", Reword(PARTNERS, "Find partners"), seen, unchecked, "Ada")
    assert sentence(home, "imports") == "Import ten courses"
    assert sentence(home, "partners") == "Find partners"


def test_two_who_change_the_same_statement_do_not_write_over_each_other(home: Home):
    seen = read_city(home, "breda")
    save(home, "breda", Reword(PARTNERS, "Find partners"), seen, unchecked, "Ben")
    with pytest.raises(EditProblem, match=r"Somebody else changed this statement(.|\n)*Find partn"):
        save(home, "breda", Reword(PARTNERS, "Seek partners"), seen, unchecked, "Ada")
    assert sentence(home, "partners") == "Find partners"


def test_a_matrix_that_would_be_wrong_is_not_saved(home: Home):
    def refusing(home: Home, city: str, text: str) -> None:
        raise DeclarationProblems(())

    with pytest.raises(DeclarationProblems):
        save(home, "breda", Reword(PARTNERS, "X y"), read_city(home, "breda"), refusing)
    assert not (home.path / "cities").exists()
    assert history(home, "breda") == []


def test_every_version_is_kept_with_who_when_and_why(home: Home):
    original = read_city(home, "breda")
    save(home, "breda", Reword(PARTNERS, "Find partners"), original, unchecked, "Ada", "shorter")
    newest, first = history(home, "breda")
    assert (newest.version, newest.by, newest.why) == (1, "Ada", "shorter")
    assert text_of(home, "breda", first.version) == original
    assert text_of(home, "breda", 1) == read_city(home, "breda")


def test_a_change_made_by_hand_in_between_is_kept_as_a_version_of_its_own(home: Home):
    save(home, "breda", Reword(PARTNERS, "Find partners"), read_city(home, "breda"), unchecked)
    path = city_file(home, "breda")
    path.write_text(path.read_text("utf-8").replace("Find partners", "Meet partners"), "utf-8")
    save(home, "breda", Reword(IMPORTS, "Import ten"), read_city(home, "breda"), unchecked)
    assert [each.by for each in history(home, "breda")] == ["", "by hand", "", ""]
    assert "Meet partners" in text_of(home, "breda", 2)
    assert sentence(home, "partners") == "Meet partners"


def test_an_earlier_version_can_be_put_back(home: Home):
    original = read_city(home, "breda")
    save(home, "breda", Reword(PARTNERS, "Find partners"), original, unchecked)
    now = read_city(home, "breda")
    restore(home, "breda", text_of(home, "breda", 0), now, unchecked, "Ada", "a mistake")
    assert read_city(home, "breda") == original
    assert [each.version for each in history(home, "breda")] == [2, 1, 0]  # nothing is forgotten


def test_a_version_is_put_back_only_over_what_was_seen(home: Home):
    original = read_city(home, "breda")
    save(home, "breda", Reword(PARTNERS, "Find partners"), original, unchecked)
    with pytest.raises(EditProblem, match="Somebody changed the matrix meanwhile"):
        restore(home, "breda", original, original, unchecked)


def test_an_old_promise_stays_in_the_file_when_a_new_one_is_set(home: Home):
    seen = read_city(home, "breda")
    learners = ("target_groups", "providers", "short_term_impact", "learners")
    edit = SetPromise(learners, "learners", "500", "2027", date(2026, 1, 1), "the library joined")
    save(home, "breda", edit, seen, unchecked)
    matrix = load_matrix(city_file(home, "breda"))
    (found,) = [s for s in matrix.statements() if s.identifier.endswith("impact.learners")]
    assert [p.direction or p.target for p in found.promises["learners"]] == ["increase", 500]
