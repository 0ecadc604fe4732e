"""Taking data in from the dashboard, in a real browser: mistakes, mending, loading, undoing.

What can go wrong is done by the keyboard alone.
"""

from pathlib import Path

import duckdb
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served
from tests.browser.keyboard import press, type_into, walk_to

pytestmark = pytest.mark.browser

HEADINGS = ("playlist_id", "site", "name", "status", "created")
SITE = "thessaloniki.cityoflearning.eu"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Forty playlists, two of them with mistakes."""
    book = openpyxl.Workbook()
    book.active.append(HEADINGS)
    for number in range(38):
        book.active.append(
            (f"pl-{number}", SITE, f"Port skills {number}", "published", "2025-03-01")
        )
    book.active.append(("pl-38", SITE, "Port skills 38", "published", "31/02/2025"))
    book.active.append(
        ("pl-39", "thesaloniki.cityoflearning.eu", "Port skills 39", "published", "2025-03-01")
    )
    path = tmp_path / "playlists.xlsx"
    book.save(path)
    return path


def check(page: Page, file: Path) -> None:
    """Chooses the file in the system's own window, and goes on to what it would do."""
    page.goto("/take-in")
    button = page.get_by_role("button", name="Choose files")
    expect(button).to_be_visible()
    with page.expect_file_chooser() as window:
        walk_to(page, button)
        page.keyboard.press("Enter")
    window.value.set_files(file)
    expect(page.get_by_text(file.name).first).to_be_visible()
    expect(page.get_by_role("button", name="Check the files")).to_be_enabled()
    press(page, "Check the files")
    expect(page.get_by_role("heading", name="What the load would do")).to_be_visible()


def load(page: Page, rows: str) -> None:
    press(page, f"Load {rows}")
    expect(page.get_by_text("The receipt, with undo")).to_be_visible()


def mended(refused: Path) -> Path:
    """As a person would mend it: the day and the city, nothing else."""
    book = openpyxl.load_workbook(refused)
    sheet = book["playlists"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    assert "what to mend" in columns
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, columns["created"]).value == "31/02/2025":
            sheet.cell(row, columns["created"]).value = "2025-02-28"
        sheet.cell(row, columns["site"]).value = SITE
    book.save(refused)
    return refused


def playlists(served: Served) -> int:
    """How many playlists of Thessaloniki count, as an analyst reads them."""
    with duckdb.connect(str(served.home / "data" / "warehouse.duckdb"), read_only=True) as opened:
        counted = opened.execute("SELECT count(*) FROM playlists WHERE city = 'thessaloniki'")
        return counted.fetchone()[0]


def test_mistakes_are_mended_loaded_and_undone_without_a_mouse(
    page: Page, served: Served, workbook: Path, tmp_path: Path
):
    before = playlists(served)
    check(page, workbook)
    expect(
        page.get_by_text("40 rows in = 38 added + 0 replaced + 0 unchanged + 2 refused")
    ).to_be_visible()
    problems = page.get_by_role("table", name="Refused, and why")
    expect(problems.get_by_text("which is no day")).to_be_visible()
    expect(problems.get_by_text("Did you mean")).to_be_visible()
    assert playlists(served) == before  # only looked at

    with page.expect_download() as download:
        press(page, "Download the refused rows (XLSX)")
    refused = tmp_path / "refused.xlsx"
    download.value.save_as(refused)
    load(page, "38 rows")
    assert playlists(served) == before + 38

    check(page, mended(refused))
    expect(
        page.get_by_text("2 rows in = 2 added + 0 replaced + 0 unchanged + 0 refused")
    ).to_be_visible()
    load(page, "2 rows")
    assert playlists(served) == before + 40

    press(page, "The receipt, with undo")
    undo(page, "the wrong playlists")
    assert playlists(served) == before + 38


def undo(page: Page, why: str) -> None:
    press(page, "Undo this load …")
    expect(page.get_by_text("2 rows would be gone")).to_be_visible()
    question = page.get_by_role("button", name="Undo load")
    walk_to(page, question)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Say in a few words why")).to_be_visible()
    type_into(page, "Why is it undone?", why)
    walk_to(page, question)
    page.keyboard.press("Enter")
    expect(page.get_by_text(f": {why}")).to_be_visible()


def test_a_file_that_nobody_knows_is_answered_in_a_sentence(page: Page, tmp_path: Path):
    file = tmp_path / "holiday.csv"
    file.write_text("colour,shape\nred,round\n", encoding="utf-8")
    page.goto("/take-in")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Check the files").click()
    expect(page.get_by_text("holiday.csv: None of the headings is known")).to_be_visible()
    page.get_by_role("button", name="Choose other files").click()
    expect(page.get_by_role("button", name="Check the files")).to_be_disabled()


def test_a_meeting_that_is_typed_in_shows_under_its_statement(page: Page):
    page.goto("/evidence")
    page.get_by_role("combobox", name="City").click()
    page.get_by_role("option", name="Blackpool").click()
    page.get_by_role("textbox", name="Title").fill("Round table on the promenade")
    statements = page.get_by_role("combobox", name="Statements it serves")
    statements.click()
    page.get_by_role("option").first.click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Write it into the log").click()
    page.get_by_role("link", name="The receipt, with undo").click()
    expect(page.get_by_text("1 row in = 1 added")).to_be_visible()


def test_on_a_phone_files_are_taken_in_without_scrolling_sideways(page: Page, workbook: Path):
    page.set_viewport_size({"width": 390, "height": 844})
    check(page, workbook)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Put the files away").click()
    expect(page.get_by_role("button", name="Check the files")).to_be_disabled()
