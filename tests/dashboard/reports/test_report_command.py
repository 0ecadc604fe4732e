"""`impact report` and `impact verify`, as a person or a scheduler uses them."""

import re
from pathlib import Path

import pytest
from click.testing import Result

from dashboard.catalogues import languages
from dashboard.cli import main
from dashboard.reports.formats import FORMATS
from matrices.home import Home
from tests.dashboard.test_cli import impact

ROOT = Path(__file__).parents[3]
PERIOD = ("--from", "2023-01", "--to", "2024-12")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


def report(home: Home, *arguments: str) -> Result:
    return impact(home.path, "report", *arguments)


def saved(home: Home, name: str, text: str) -> Path:
    path = home.path / "reports" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_city_is_reported_and_the_file_verified(town_home: Home, out: Path):
    done = report(town_home, "breda", *PERIOD, "--out", str(out))
    path = out / "breda_2023-01_2024-12_workbook_en.xlsx"
    assert done.output == f"wrote {path}\n"
    assert [file.name for file in out.iterdir()] == [path.name]  # nothing half-done beside it
    verified = impact(town_home.path, "verify", str(path))
    assert verified.exit_code == 0
    assert "It agrees with the data: 4 promises compared." in verified.output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Name a city or a saved report, or write `--all` for every city."),
        (("brada",), "`brada` is not a city of this home. Did you mean `breda`?"),
        (("breda", "--from", "2024-13"), "`2024-13` is not a period."),
        (("breda", "--as", "workbok"), "`workbok` is not a format. Did you mean `workbook`?"),
        (
            ("breda", "--sections", "sumary", "--compare", "viln"),  # both at once
            "`sumary` is not a section. Did you mean `summary`?\n`viln` is not a city of this home.",
        ),
        (("breda", "--from", "2024", "--to", "2023"), "The report would begin on 2024-01-01"),
        (("breda", "--as-of", "9"), "There is no publication with a load 9."),
    ],
)
def test_what_cannot_be_reported_is_told_in_a_sentence(
    town_home: Home, arguments: tuple[str, ...], sentence: str
):
    done = report(town_home, *arguments)
    assert done.exit_code == 1
    assert f"Error: {sentence}" in done.output


def test_a_choice_is_saved_listed_and_made_again_by_its_name(town_home: Home, out: Path):
    asked = ("breda", *PERIOD, "--sections", "summary,framework", "--save", "erasmus-final")
    first = report(town_home, *asked, "--out", str(out / "one"))
    path = town_home.path / "reports" / "erasmus-final.yaml"
    try:
        assert f"saved {path}" in first.output
        assert path.read_text("utf-8").splitlines() == [
            "cities: [breda]",
            "from: '2023-01-01'",
            "to: '2024-12-31'",
            "sections: [summary, framework]",
        ]
        listed = report(town_home, "--list").output
        assert "erasmus-final\n  breda; 2023-01-01 to 2024-12-31; workbook; en" in listed
        again = report(town_home, "erasmus-final", "--out", str(out / "two"))
        (made,) = (out / "one").iterdir()
        assert made.name == "erasmus-final_2023-01_2024-12_workbook_en.xlsx"
        assert again.exit_code == 0
        assert (out / "two" / made.name).read_bytes() == made.read_bytes()
        taken = report(town_home, *asked)
        assert "is there already; change it there, or choose another name" in taken.output
    finally:
        path.unlink(missing_ok=True)


def test_every_slip_of_a_saved_choice_is_told_with_its_line(town_home: Home):
    path = saved(
        town_home,
        "slips",
        "cities: [breda, brenda]\n"
        "from: 2024-06\n"
        "to: 2024-01\n"
        "formats: [workbook, pdf]\n"
        "language: english\n"
        "statements:\n"
        "  - breda.people.outputs.activity\n",
    )
    try:
        done = report(town_home, "slips")
        assert done.exit_code == 1
        spoken = f"There are: {', '.join(languages())}."
        last = "Did you mean `breda.people.outputs.activities`?"
        assert done.output.replace("Error: ", "").splitlines() == [
            "slips.yaml:1: cities: `brenda` is not a city of this home. Did you mean `breda`?",
            "slips.yaml:3: to: 2024-01-31 lies before `from`.",
            f"slips.yaml:4: formats: `pdf` is not a format. There are: {', '.join(FORMATS)}.",
            f"slips.yaml:5: language: `english` is not a language of the reports. {spoken}",
            f"slips.yaml:7: statements: `breda.people.outputs.activity` is not a statement. {last}",
        ]
        assert "slips.yaml:4" in impact(town_home.path, "check").output
    finally:
        path.unlink()


def test_a_heading_or_period_that_there_is_not_is_told_with_its_line(town_home: Home):
    path = saved(town_home, "slips", "citys: [breda]\nfrom: last year\n")
    try:
        told = report(town_home, "slips").output
        assert "slips.yaml:1: `citys` is not a heading of this file. Did you mean `cities`?" in told
        assert "slips.yaml:2: from: `last year` is not a period." in told
    finally:
        path.unlink()


def test_what_is_asked_beside_a_saved_choice_stands_before_it(town_home: Home, out: Path):
    path = saved(town_home, "usual", "cities: [breda]\nfrom: 2023\nto: 2024\n")
    try:
        done = report(town_home, "usual", "--to", "2023", "--out", str(out))
        assert "usual_2023-01_2023-12_workbook_en.xlsx" in done.output
    finally:
        path.unlink()


def test_a_folder_that_cannot_be_written_is_told(town_home: Home, tmp_path: Path):
    (tmp_path / "taken").write_text("a file stands where the folder should be", encoding="utf-8")
    done = report(town_home, "breda", "--out", str(tmp_path / "taken" / "new"))
    assert done.exit_code == 1
    assert "cannot be written" in done.output


def test_the_saved_choice_of_the_readme_is_one(town_home: Home):
    readme = (ROOT / "dashboard" / "reports" / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```yaml\n(.*?)```", readme, flags=re.DOTALL)
    path = saved(town_home, "readme", block.replace("to: 2026-06 ", "to: 2024-12 "))
    try:
        assert "readme: Final report to the agency" in report(town_home, "--list").output
    finally:
        path.unlink()


def test_every_command_of_the_readme_has_these_options():
    readme = (ROOT / "dashboard" / "reports" / "README.md").read_text(encoding="utf-8")
    used = set(
        re.findall(r"(--[a-z-]+)", "".join(re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)))
    )
    known = {option for each in main.commands["report"].params for option in each.opts}
    assert used <= known
