"""What a person does in the dashboard, in a real browser."""

import csv
import re
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser


def test_the_network_page_names_every_city_and_says_that_data_are_simulated(page: Page):
    page.goto("/")
    for city in ("Antwerp", "Blackpool", "Breda", "Cluj-Napoca", "Thessaloniki", "Turin"):
        expect(page.get_by_role("link", name=city, exact=True)).to_be_visible()
    expect(page.get_by_text("No published matrix yet")).to_be_visible()
    expect(page.get_by_text("All figures are simulated")).to_be_visible()


def test_a_city_is_opened_from_the_network_and_its_statement_from_the_matrix(page: Page):
    page.goto("/")
    page.get_by_role("link", name="Vilnius", exact=True).click()
    expect(page).to_have_url(re.compile(r"city\?city=vilnius"))
    matrix = page.get_by_role("table").first
    expect(matrix.get_by_text("Development of approx. 10 playlist")).to_be_visible()
    matrix.get_by_text("An increasing number of learners using the platform").click()
    expect(page).to_have_url(re.compile(r"id=vilnius\.providers\.short_term_impact\.learners"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("An increasing number of learners")
    expect(page.get_by_text("Promised: increase.").first).to_be_visible()


def test_an_address_can_be_sent_and_the_back_button_works(page: Page):
    page.goto("/city?city=turin")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Turin")
    page.goto("/statement?id=turin.young_people.outputs.playlists")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Learning playlists")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Turin")


def test_an_unknown_address_is_answered_in_words(page: Page):
    page.goto("/statement?id=turin.nobody.knows.this")
    expect(page.get_by_text("turin.nobody.knows.this")).to_be_visible()
    expect(page.get_by_text("Traceback")).to_have_count(0)


def test_a_phone_shows_the_matrix_without_scrolling_sideways(page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/city?city=breda")
    promise = page.get_by_text("Increased number of learners").locator("visible=true")
    expect(promise.first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_loads_page_shows_what_was_refused_and_why(page: Page):
    page.goto("/loads?load=1")
    expect(page.get_by_text("Not a day").first).to_be_visible()
    expect(page.get_by_text("31/02/2023").first).to_be_visible()


def test_a_load_from_the_command_line_shows_on_the_next_look(
    page: Page, served: Served, tmp_path: Path
):
    """The dashboard serves and an analyst reads, each in a process of its own, all the while."""
    page.goto("/statement?id=blackpool.partners.outputs.playlists")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    analyst = duckdb.connect(str(served.home / "data" / "warehouse.duckdb"), read_only=True)
    before = playlists_of_blackpool(analyst)

    file = tmp_path / "playlists.csv"
    with file.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.writer(opened)
        writer.writerow(["playlist_id", "site", "name", "status", "created"])
        for number in range(30):
            place = ("blackpool.cityoflearning.eu", f"Seaside skills {number}", "published")
            writer.writerow([f"new-{number}", *place, "2024-05-01"])
    printed = served.impact("load", str(file), "--as-of", "2026-11-01")
    assert "30" in printed

    assert playlists_of_blackpool(analyst) == before  # what is open stays as it was
    analyst.close()
    with duckdb.connect(str(served.home / "data" / "warehouse.duckdb"), read_only=True) as again:
        assert playlists_of_blackpool(again) == before + 30
    page.reload()
    expect(page.get_by_text("The promise is met.").first).to_be_visible()

    number = re.search(r"Load (\d+) by", printed)
    served.impact("undo", number[1], "--why", "a test")
    page.reload()
    expect(page.get_by_text("The promise is met.")).to_have_count(0)


def playlists_of_blackpool(connection: duckdb.DuckDBPyConnection) -> int:
    counted = connection.execute("SELECT count(*) FROM playlists WHERE city = 'blackpool'")
    return counted.fetchone()[0]
