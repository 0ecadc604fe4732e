"""`impact page`: what a saved page seems to say, and the table to check before it is loaded."""

from pathlib import Path

from click.testing import CliRunner, Result

from dashboard.cli import main

PAGE = 'Night walk\nLocation\nReigerstraat 16, Breda\nYou earn the "Owl" badge.\n'


def impact(folder: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, ["--home", str(folder / "home"), *map(str, arguments)])


def page(folder: Path) -> Path:
    path = folder / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_each_finding_is_shown_with_the_pages_words(tmp_path: Path):
    shown = impact(tmp_path, "page", page(tmp_path))
    assert shown.exit_code == 0
    lines = [" ".join(line.split()) for line in shown.output.splitlines()]
    assert "name likely Night walk" in lines
    assert "place sure Reigerstraat 16, Breda" in lines
    assert lines[lines.index("badge likely Owl") + 1] == 'page: You earn the "Owl" badge.'
    assert not (tmp_path / "home").exists()  # nothing was loaded


def test_the_table_is_written_to_be_checked_and_loaded(tmp_path: Path):
    target = tmp_path / "activities.csv"
    done = impact(
        tmp_path,
        "page",
        page(tmp_path),
        "--city",
        "antwerp",
        "--starts",
        "2025-05-12",
        "--to",
        target,
    )
    assert "1 activity written to" in done.output
    assert "Nothing is loaded yet." in done.output
    assert ",antwerp,,,Night walk,event,published,,2025-05-12,,no," in target.read_text("utf-8-sig")
    loaded = impact(tmp_path, "load", "--dry-run", target)
    assert loaded.exit_code == 0, loaded.output


def test_a_city_nobody_knows_is_named_with_the_nearest(tmp_path: Path):
    done = impact(
        tmp_path, "page", page(tmp_path), "--city", "antwerpen", "--to", tmp_path / "a.csv"
    )
    assert done.exit_code == 1
    assert "Did you mean `antwerp`?" in done.output
    assert not (tmp_path / "a.csv").exists()


def test_a_page_that_is_none_is_refused_in_a_sentence(tmp_path: Path):
    done = impact(tmp_path, "page", tmp_path / "no.html")
    assert (done.exit_code, done.output) == (1, "Error: no.html: There is no such file.\n")
