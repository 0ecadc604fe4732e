"""A site takes the place of an older site, whole or not at all, and of nothing else."""

from pathlib import Path

import pytest

from dashboard.reports.scope import ReportProblem
from dashboard.site.folder import MARKER, replace_site


def a_page(words: str):
    return lambda folder: (folder / "index.html").write_text(words)


def test_a_site_takes_the_place_of_an_older_one(tmp_path: Path):
    folder = tmp_path / "public" / "site"
    replace_site(folder, lambda new: [a_page("old")(new), (new / "gone.html").write_text("x")])
    assert replace_site(folder, a_page("new")) == ["index.html"]
    assert (folder / "index.html").read_text() == "new"
    assert {path.name for path in folder.iterdir()} == {"index.html", MARKER}
    assert list(folder.parent.iterdir()) == [folder]  # nothing is left beside it


def test_an_empty_folder_may_be_filled(tmp_path: Path):
    folder = tmp_path / "site"
    folder.mkdir()
    replace_site(folder, a_page("new"))
    assert (folder / "index.html").exists()


@pytest.mark.parametrize("marker", [None, "{}", "no JSON", '["index.html"]'])
def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, marker: str | None):
    (tmp_path / "thesis.docx").write_text("years of work")
    if marker is not None:
        (tmp_path / MARKER).write_text(marker)
    with pytest.raises(ReportProblem, match="is not a site that `impact site` made"):
        replace_site(tmp_path, a_page("new"))
    assert (tmp_path / "thesis.docx").read_text() == "years of work"


def test_a_file_that_somebody_put_into_a_site_is_not_thrown_away(tmp_path: Path):
    folder = tmp_path / "site"
    replace_site(folder, a_page("old"))
    (folder / "CNAME").write_text("figures.example.org")
    with pytest.raises(ReportProblem, match="holds 1 file that the site did not bring: CNAME"):
        replace_site(folder, a_page("new"))
    assert (folder / "index.html").read_text() == "old"


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path):
    (tmp_path / "site").write_text("a file")
    with pytest.raises(ReportProblem, match="is not a site"):
        replace_site(tmp_path / "site", a_page("new"))


def test_when_writing_fails_the_old_site_stands(tmp_path: Path):
    folder = tmp_path / "site"
    replace_site(folder, a_page("old"))

    def fails(new: Path) -> None:
        (new / "index.html").write_text("half")
        raise RuntimeError("no more paper")

    with pytest.raises(RuntimeError):
        replace_site(folder, fails)
    assert (folder / "index.html").read_text() == "old"
    assert list(tmp_path.iterdir()) == [folder]
