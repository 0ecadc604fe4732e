"""What the command says when it is asked for what there is not."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from metrics.results import Results


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            ["--cities", "breda,vilnus"],
            "`vilnus` is not a city of this home. Did you mean `vilnius`?",
        ),
        (["--language", "en,xx"], "`xx` is not a language of the pages. Languages: en, nl."),
        (["--language", ","], "Name a language: en, nl."),
    ],
)
def test_what_there_is_not_is_told_and_nothing_is_written(
    results: Results, tmp_path: Path, asked: list[str], said: str
):
    folder = tmp_path / "site"
    command = ["--home", str(results.home.path), "site", str(folder), *asked]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 1
    assert said in done.output
    assert not folder.exists()


def test_a_home_without_data_has_no_site(tmp_path: Path):
    done = CliRunner().invoke(main, ["--home", str(tmp_path / "home"), "site", str(tmp_path / "s")])
    assert done.exit_code == 1
    assert "Nothing has been loaded yet" in done.output
