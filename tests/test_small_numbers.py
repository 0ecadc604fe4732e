"""A small number leaves by no door: every command, report, form, table and page is looked through.

So that it cannot be mistaken for another, the network of this test calls fewer than 100 people few,
and 73 came to Breda.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import openpyxl
import pypdf
import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from dashboard.cli import main
from ingest.warehouse import open_snapshot
from matrices.home import Home
from metrics.asking.open_tables import OPEN
from metrics.results import open_results
from tests.dashboard.page import html
from tests.metrics.small_network import activities, take, two_towns

FEW = 73
SEEN = re.compile(rf"(?<![\w.,:-]){FEW}([.,]0+)?(?![\w,:-]|\.\d)")
"""The number by itself, not a piece of another, of a day, of a version or of a fingerprint."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """73 learners in Breda in 2024 and 200 a year before; 500 in Vilnius."""
    folder = tmp_path_factory.mktemp("few")
    home = Home(folder / "home")
    two_towns(home)
    (home.path / "network.yaml").write_text(
        "fewest_people_shown: 100\nguard_participations: yes\n"  # each joined once: as telling
    )
    took = {("breda", 2023): 200, ("breda", 2024): FEW, ("vilnius", 2023): 500}
    participations = [
        f"{city}{number}@example.org,{city}-{year}-0,user,{year}-02-01"
        for (city, year), many in took.items()
        for number in range(many)
    ]
    take(
        home,
        folder,
        activities=activities(breda={2023: 9, 2024: 12}, vilnius={2023: 8, 2024: 9}),
        participations=["person_key,activity_id,type,joined_on", *participations],
        counts=["indicator,city,period,value", f"young_learners,breda,2024,{FEW}"],
    )
    return home


def test_the_number_is_there_to_be_told(home: Home):
    """Else this file would prove nothing: the rows have it, and the looking finds it."""
    connection = open_snapshot(home).cursor()
    counted = connection.execute(
        "SELECT count(DISTINCT learner) FROM participations "
        "WHERE city = 'breda' AND year(joined_on) = 2024"
    ).fetchone()
    assert counted == (FEW,)
    assert SEEN.search(f"{counted[0]} people") and not SEEN.search("1.73, 2073 and 73.5")


COMMANDS = (
    "progress breda",
    "progress breda --json",
    "compare learners",
    "compare participations",
    "compare learners --view growth",
    "teachers breda",
    "teachers vilnius",
    "quality",
    "quality --json",
    "what-if breda",
    "indicator learners",
    "crosswalk",
    "alignment",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_tells_it(home: Home, command: str):
    said = CliRunner().invoke(main, ["--home", str(home.path), *command.split()])
    assert said.exit_code == 0, said.output
    assert not SEEN.search(said.output)


@pytest.mark.parametrize("form", ["counts", "survey", "evidence"])
def test_no_form_has_it_filled_in(home: Home, form: str, tmp_path: Path):
    """What the city itself handed in, and is withheld, is not told again either."""
    file = tmp_path / f"{form}.xlsx"
    asked = ["--home", str(home.path), "template", form, "breda", "--to", str(file)]
    assert CliRunner().invoke(main, asked).exit_code == 0
    assert found_in(file) == []


def test_no_report_tells_it(home: Home, tmp_path: Path):
    formats = "workbook,poster,booklet,iati,logframe,package"
    asked = ["--home", str(home.path), "report", "breda", "--as", formats, "--out", str(tmp_path)]
    said = CliRunner().invoke(main, asked)
    assert said.exit_code == 0, said.output
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 6
    assert [place for file in files for place in found_in(file)] == []


def test_no_page_or_file_of_the_site_tells_it(home: Home, tmp_path: Path):
    asked = ["--home", str(home.path), "site", str(tmp_path / "site"), "--language", "en"]
    said = CliRunner().invoke(main, asked)
    assert said.exit_code == 0, said.output
    pages = list((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        text = page.read_text("utf-8")
        told = " ".join(re.findall(r'aria-label="([^"]*)"', text))  # what a chart says in words
        assert not SEEN.search(re.sub(r"<[^>]+>", " ", text)), page
        assert not SEEN.search(told), page
    files = list((tmp_path / "site" / "files").iterdir())
    assert [place for file in files for place in found_in(file)] == []


def test_no_open_table_or_view_of_the_snapshot_has_it(home: Home):
    connection = open_snapshot(home).cursor()
    views = connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal")
    names = [
        *(OPEN.keys() - {"periods", "calendar"}),
        *(name for (name,) in views.fetchall()),
        "told",
        "not_told",
    ]
    for name in names:
        hidden = OPEN.get(name, frozenset())
        rows = connection.execute(
            f"SELECT * EXCLUDE (row) FROM {name}" if _has_row(connection, name) else f"FROM {name}"
        )
        columns = [column[0] for column in rows.description]
        for row in rows.fetchall():
            told = {c: v for c, v in zip(columns, row, strict=True) if c not in hidden}
            assert FEW not in told.values(), (name, told)


def test_no_row_behind_it_is_listed_and_no_stretch_around_it_tells_it(home: Home):
    results = open_results(home, date(2025, 1, 10))
    for actual in results.matrix("breda").statements.values():
        for promise in actual.promises:
            for year in (y for y in promise.years if y.is_withheld):
                assert results.source_rows(promise.indicator.identifier, "breda", year.period) == []
    for first, last in (
        (date(2024, 1, 1), date(2024, 11, 30)),
        (date(2023, 1, 1), date(2024, 6, 30)),
    ):
        whole = results.over("learners", "breda", first, last)
        assert whole is None or whole.is_withheld or whole.value >= 100


PAGES = ("network", "city", "statement", "quality", "loads")


@pytest.mark.parametrize("view", PAGES)
def test_no_page_shows_it(home: Home, view: str):
    def page(view: str, path: str) -> None:
        from datetime import date
        from importlib import import_module
        from pathlib import Path

        from matrices.home import Home
        from metrics.results import open_results

        results = open_results(Home(Path(path)), date(2025, 1, 10))
        import_module(f"dashboard.views.{view}").show(results)

    app = AppTest.from_function(page, args=(view, str(home.path)), default_timeout=120)
    app.query_params["city"] = "breda"
    app.query_params["id"] = "breda.people.outputs.activities"
    app.run()
    assert not app.exception
    text = re.sub(
        r"<style.*?</style>|<svg.*?</svg>|\b[\w-]+=\"[^\"]*\"", "", html(app), flags=re.DOTALL
    )
    assert "Town" in text or "Breda" in text
    assert not SEEN.search(text)


def found_in(file: Path) -> list[str]:
    """Where in a file a person would read the number: a cell, a text or a value."""
    return [place for place, text in texts(file) if SEEN.search(text)]


def texts(file: Path) -> Iterator[tuple[str, str]]:
    if file.suffix == ".xlsx":
        for sheet in openpyxl.load_workbook(file, data_only=True):
            for row in sheet.iter_rows():
                yield from ((f"{sheet.title}!{cell.coordinate}", str(cell.value)) for cell in row)
    elif file.suffix == ".zip":
        with zipfile.ZipFile(file) as parts:
            tables = [name for name in parts.namelist() if name.endswith((".csv", ".md"))]
            yield from ((name, parts.read(name).decode("utf-8")) for name in tables)
    elif file.suffix == ".pdf":
        text = "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
        yield file.name, text
    else:
        yield file.name, file.read_text("utf-8")


def _has_row(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    return "row" in [column[0] for column in connection.table(table).description]
