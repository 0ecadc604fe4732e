"""`impact diff`, `impact what-if` and `impact methods`, as a person at a terminal uses them."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from dashboard.cli import main

OLD = """name: Town
place: vilnius
starts: 2022
target_groups:
  people:
    name: People
    outputs:
      playlists:
        text: Ten playlists
        indicators: {playlists: {target: 10, by: 2026}}
      library: The library joins
"""
VERSIONS = "[{target: 10, by: 2026}, {target: keep at least 12, since: 2025, reason: it was met}]"
NEW = OLD.replace("{target: 10, by: 2026}", VERSIONS).replace("library:", "town_library:")


def impact(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def two_versions(folder: Path) -> tuple[Path, Path]:
    old, new = folder / "town-2024.yaml", folder / "town.yaml"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def test_diff_tells_what_changed_and_why(tmp_path: Path):
    said = impact("diff", *two_versions(tmp_path))
    assert said.exit_code == 0
    assert said.output.splitlines() == [
        "moved     people.outputs.library -> people.outputs.town_library",
        "promise   people.outputs.playlists: playlists",
        "            - 10 by 2026-12-31",
        "            + keep at least 12 since 2025-01-01: it was met",
    ]


def test_diff_as_json_keeps_both_versions_of_a_promise(tmp_path: Path):
    said = json.loads(impact("diff", *two_versions(tmp_path), "--json").output)
    (promise,) = said["promises"]
    assert [version["target"] for version in promise["after"]] == [10, 12]
    assert promise["after"][-1]["reason"] == "it was met"


def test_diff_of_equal_versions_says_so(tmp_path: Path):
    old, _ = two_versions(tmp_path)
    assert impact("diff", old, old).output == (
        "Nothing changed in what is promised, or in what words.\n"
    )


def test_diff_tells_the_problems_of_a_file_that_cannot_be_read(tmp_path: Path):
    old, new = two_versions(tmp_path)
    new.write_text(NEW.replace("outputs:", "output:"), encoding="utf-8")
    said = impact("diff", old, new)
    assert said.exit_code == 1
    assert "town.yaml:7" in said.output
    assert "Did you mean `outputs`?" in said.output


def test_what_if_without_data_says_what_is_needed(tmp_path: Path):
    said = impact("--home", tmp_path / "home", "what-if", "vilnius")
    assert said.exit_code == 0
    assert "vilnius.partners.outputs.playlists" in said.output
    assert "There is no pace yet" in said.output


def test_methods_prints_the_page(tmp_path: Path):
    said = impact("methods")
    assert said.output.startswith("# How progress is judged\n")
    assert "## `cagr`" in said.output
