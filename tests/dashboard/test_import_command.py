"""`impact import`: a city file that `impact check` accepts, or every problem and no file."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.cli import main
from matrices.declarations import load_matrix

IATI = """<iati-activities version="2.03"><iati-activity>
<iati-identifier>NL-1</iati-identifier><title><narrative>Breda learns</narrative></title>
<result type="1"><title><narrative>More to learn: for all</narrative></title>
<indicator measure="1" ascending="1"><title><narrative>Number of learning playlists</narrative></title>
<period><period-start iso-date="2022-01-01"/><period-end iso-date="2026-12-31"/>
<target value="10"/></period></indicator>
<indicator measure="1" ascending="1"><title><narrative>Wells dug</narrative></title></indicator>
</result></iati-activity></iati-activities>"""


def impact(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.xml"
    path.write_text(IATI, encoding="utf-8")
    return path


def test_the_file_written_is_accepted_by_check_and_linked_where_that_is_clear(
    tmp_path: Path, file: Path
):
    target = tmp_path / "cities" / "breda.yaml"
    said = impact("--home", tmp_path, "import", file, "--to", target)
    assert said.exit_code == 0, said.output
    assert said.output.splitlines() == [
        f"wrote {target}",
        "  1 statement, 0 target groups, 1 indicator linked",
        "  1 indicator is not linked and is kept in a comment, with the reason:",
        "    7: Wells dug. No indicator of this home has that title.",
        "Look through it, then: impact check",
    ]
    [statement] = load_matrix(target).statements()
    assert statement.text == "More to learn: for all"
    assert statement.promises["playlists"][0].target == 10
    assert impact("--home", tmp_path, "check").exit_code == 0


def test_a_file_that_exists_is_never_written_over(tmp_path: Path, file: Path):
    target = tmp_path / "breda.yaml"
    target.write_text("mine")
    said = impact("--home", tmp_path, "import", file, "--to", target)
    assert (said.exit_code, target.read_text()) == (1, "mine")
    assert "exists already" in said.output


def test_a_city_without_a_place_is_asked_for_it(tmp_path: Path, file: Path):
    target = tmp_path / "gotham.yaml"
    said = impact("--home", tmp_path, "import", file, "--to", target)
    assert said.exit_code == 1 and not target.exists()
    assert said.output == (
        "Error: theirs.xml: the file does not say which place of places.yaml it is about. "
        "Name it with --place.\n"
    )
    said = impact("--home", tmp_path, "import", file, "--to", target, "--place", "bredda")
    assert "`bredda` is not a place in places.yaml. Did you mean `breda`?" in said.output


def test_what_is_no_results_framework_at_all_says_what_is(tmp_path: Path):
    path = tmp_path / "theirs.pdf"
    path.write_text("")
    said = impact("--home", tmp_path, "import", path, "--to", tmp_path / "breda.yaml")
    assert said.output.startswith(
        "Error: theirs.pdf: `.pdf` is no kind of file that can be imported."
    )
