"""A report in hand is compared with the data: figures that moved, cells that somebody changed."""

import shutil
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from dashboard.reports.content import Report
from dashboard.reports.embedding import embedded
from dashboard.reports.formats import FORMATS, write_report
from dashboard.reports.gathering import gather
from dashboard.reports.manifest import MARK, manifest_json, scope_data
from dashboard.reports.opening import opened
from dashboard.reports.scope import ReportProblem, ReportScope
from dashboard.reports.verification import scope_from, verify
from dashboard.terminal.verification import verification_lines
from matrices.home import Home
from metrics.results import open_results
from tests.dashboard.reports.town import make_town, take_more

FIRST, LAST = date(2023, 1, 1), date(2024, 12, 31)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("verified")
    made = Home(folder / "home")
    make_town(made, folder)
    return made


@pytest.fixture(scope="module")
def before(home: Home) -> Path:
    """A workbook made before a second load, by which one activity of 2024 became two more."""
    report = gather(open_results(home), ReportScope(("breda",), FIRST, LAST))
    (path,) = write_report(report, [FORMATS["workbook"]], home.path.parent)
    assert verify(home, path).agrees
    return path


@pytest.fixture(scope="module")
def path(home: Home, before: Path) -> Path:
    take_more(home, home.path.parent)
    return before


def saved_by_openpyxl(path: Path, folder: Path, column: str, value: object) -> Path:
    """As somebody would change a number; the manifest is put back, which openpyxl leaves out."""
    book = openpyxl.load_workbook(path)
    sheet = book["Results framework"]
    heads = {cell.value: cell.column for cell in sheet[5]}
    row = next(row for row in range(6, 20) if sheet.cell(row, 1).value == "Sixty activities a year")
    sheet.cell(row, heads[column]).value = value
    target = folder / "changed.xlsx"
    book.save(target)
    book.close()
    with ZipFile(path) as given, ZipFile(target, "a") as taken:
        taken.writestr("customXml/item1.xml", given.read("customXml/item1.xml"))
    return target


def test_new_data_show_where_the_report_no_longer_agrees(home: Home, path: Path):
    found = verify(home, path)
    told = {(d.statement.rpartition(".")[2], d.what): (d.told, d.found) for d in found.outdated}
    assert told["activities", "newest_value"] == (40, 42)
    assert told["activities", "in_period_value"] == (70, 72)
    assert not found.changed_by_hand
    lines = list(verification_lines(found))
    assert (
        "  breda.people.outputs.activities activities, newest value: "
        "the report says 40, the data now give 42."
    ) in lines


def test_a_number_changed_by_hand_is_found_with_its_cell(home: Home, path: Path, tmp_path: Path):
    changed = saved_by_openpyxl(path, tmp_path, "Target", 50)
    (difference,) = (d for d in verify(home, changed).changed_by_hand if d.what == "target")
    assert (difference.told, difference.found) == (60, 50)
    assert difference.cell is not None
    assert difference.cell.endswith("9")  # the fourth row of the table


def test_a_status_changed_by_hand_is_found(home: Home, path: Path, tmp_path: Path):
    changed = saved_by_openpyxl(path, tmp_path, "Status", "wonderful")
    found = [d.found for d in verify(home, changed).changed_by_hand if d.what == "status"]
    assert found == ["wonderful"]


def test_last_years_report_still_agrees_with_the_data_of_then(home: Home, path: Path):
    scope = ReportScope(("breda",), FIRST, LAST, as_of=1)
    with opened(home, 1) as then:
        (again,) = write_report(gather(then, scope), [FORMATS["workbook"]], home.path.parent)
    assert verify(home, again).agrees
    figures = (part.split('"provenance"')[0] for part in map(str, map(embedded, (path, again))))
    assert len(set(figures)) == 1  # the same figures, to the letter


def test_a_statement_that_left_the_matrix_is_named(home: Home, path: Path, tmp_path: Path):
    copied = tmp_path / "home"
    shutil.copytree(home.path, copied)
    matrix = copied / "cities" / "breda.yaml"
    matrix.write_text(matrix.read_text("utf-8").replace("  activities:", "  offers:", 1), "utf-8")
    gone = [d.statement for d in verify(Home(copied), path).outdated if not d.what]
    assert gone == ["breda.people.outputs.activities"]


def test_a_file_without_a_manifest_cannot_be_verified(home: Home, tmp_path: Path):
    book = openpyxl.Workbook()
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(ReportProblem, match="it carries no manifest"):
        verify(home, tmp_path / "other.xlsx")


def test_the_manifest_comes_out_of_any_file_it_was_put_into(town_report: Report, tmp_path: Path):
    told = manifest_json(town_report)
    assert told.isascii()
    assert "--" not in told
    assert told.startswith(MARK)
    xml = tmp_path / "report.xml"
    xml.write_text(f"<iati><!-- {told} --><narrative>}}</narrative></iati>", encoding="utf-8")
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(b"%PDF-1.7\nstream\n" + told.encode() + b"\nendstream\n")
    zipped = tmp_path / "report.zip"
    with ZipFile(zipped, "w") as archive:
        archive.writestr("manifest.json", told)
    assert [embedded(path) for path in (xml, pdf, zipped)] == [told] * 3


def test_a_scope_is_read_back_as_it_was_written():
    scope = ReportScope(("breda",), FIRST, LAST, statements=("a.b",), as_of=3)
    assert scope_from(scope_data(scope)) == scope
