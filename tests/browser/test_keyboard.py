"""What people do in the dashboard, done with the keyboard alone."""

import io
import re

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served
from tests.browser.keyboard import choose, press, type_into, walk_to

pytestmark = pytest.mark.browser

LEARNERS = "breda.providers.short_term_impact.learners"


def test_the_first_stop_leads_past_the_bar_and_is_seen(page: Page):
    page.goto("/")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    walk_to(page, "To the content", most=2)
    expect(page.get_by_role("link", name="To the content")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(heading).to_be_focused()


def test_why_a_promise_of_cluj_napoca_is_behind_is_found_without_a_mouse(page: Page):
    page.goto("/")
    press(page, "Cluj-Napoca")
    expect(page).to_have_url(re.compile("city=cluj_napoca"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    press(page, "Filter, and what changed since a day")
    choose(page, "Status", "behind")
    expect(page).to_have_url(re.compile("status=behind"))
    page.keyboard.press("Escape")  # closes the list
    expect(page.get_by_text("1 of 24 statements fit")).to_be_visible()
    expect(page.get_by_role("combobox", name="Status")).to_be_focused()  # one can go on from there
    behind = page.locator("table.matrix .statement", has=page.get_by_text("behind", exact=True))
    wanted = behind.locator("a.text")
    expect(wanted).to_have_count(1)
    walk_to(page, wanted.inner_text())
    page.keyboard.press("Enter")
    expect(page.locator(".statement-head .lead")).to_contain_text("were due by")


def test_three_cities_are_compared_per_head_without_a_mouse_and_the_link_shows_the_same(
    page: Page, served: Served, chromium: Browser
):
    page.goto("/compare")
    press(page, "Online learning activities")
    side_by_side = page.get_by_role("heading", name="Online learning activities in")
    expect(side_by_side).to_be_focused()  # it stands above the link that was followed
    expect(page.get_by_role("radio", name="Growth")).to_be_visible()
    expect(page.get_by_role("combobox", name="Cities")).to_be_visible()
    walk_to(page, "As it is")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    of_all_ages = re.compile("per 1,000 inhabitants$")  # of younger ones one place alone tells
    expect(page.get_by_role("heading", name=of_all_ages)).to_be_visible()
    walk_to(page, page.get_by_role("combobox", name="Cities"))
    for left in (6, 5, 4, 3):
        page.keyboard.press("Backspace")
        expect(page.locator(".compared tbody tr")).to_have_count(left)
    walk_to(page, "aged 15-29", key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No population aged 15-29 is known of Breda")).to_be_visible()
    walk_to(page, "of all ages", key="ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No population")).to_have_count(0)
    for choice in ("indicator=online_activities", "view=per-head", "ages=all", "cities=blackpool"):
        assert choice in page.url
    other = chromium.new_context(base_url=served.address).new_page()
    other.goto(page.url)
    expect(other.get_by_role("heading", name="per 1,000 inhabitants")).to_be_visible()
    compared = other.locator(".compared tbody tr")
    expect(compared).to_have_count(3)
    expect(other.get_by_test_id("stSkeleton")).to_have_count(0)
    other.evaluate("document.fonts.ready")  # letters that are not there yet are not printed
    printed = pypdf.PdfReader(io.BytesIO(other.pdf(prefer_css_page_size=True, format="A4")))
    first = printed.pages[0]
    assert first.mediabox.width > first.mediabox.height  # charts as wide as at a desk
    assert "Snapshot" in first.extract_text() and "Choose" not in first.extract_text()
    figures = [float(row.locator("td").first.inner_text()) for row in compared.all()]
    assert max(figures) > 0
    other.context.close()


def test_a_target_is_changed_with_a_reason_without_a_mouse_and_the_old_promise_is_kept(
    page: Page, served: Served
):
    page.goto(f"/statement?id={LEARNERS}")
    press(page, "Change this statement or its promise")
    expect(page.get_by_role("radio", name="Its words")).to_be_visible()
    walk_to(page, "Its words")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    type_into(page, "What is promised", "500")
    expect(page.get_by_text("A promise is not overwritten: say why it changes")).to_be_visible()
    type_into(page, "By when", "2027")
    type_into(page, "Why the promise changes", "the library joined")
    expect(page.locator(".changes del").first).to_have_text("Learners: increase")
    expect(page.locator(".changes ins").first).to_contain_text("500 by the end of 2027")
    press(page, "Save")
    told = page.get_by_text("All figures follow the matrix as it is now.")
    expect(told).to_be_visible()
    press(page, "See the statement")
    press(page, "How the promise changed")
    expect(page.locator(".promise li").first).to_have_text("increase")
    expect(page.locator(".promise li.now")).to_contain_text("the library joined")
    assert "the library joined" in (served.home / "cities" / "breda.yaml").read_text("utf-8")


def test_a_question_is_asked_and_its_answer_taken_along_without_a_mouse(page: Page):
    page.goto("/analysts")
    expect(page.get_by_role("textbox", name="SQL")).to_be_visible()
    walk_to(page, "SQL")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("SELECT 6 * 7 AS answer")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page).to_have_url(re.compile("sql=SELECT"))
    walk_to(page, "Ask")
    page.keyboard.press("Enter")
    expect(page.get_by_role("table", name="The answer")).to_contain_text("42")
    expect(page.get_by_role("button", name="Download as CSV")).to_be_enabled()
    walk_to(page, "Download as CSV")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.path().read_text("utf-8") == '"answer"\n42\n'


def test_the_report_for_a_funder_is_taken_along_without_a_mouse(page: Page):
    page.goto("/report?city=breda&as=iati")
    expect(page.get_by_role("heading", name="Achieved against promised")).to_be_visible()
    expect(page.get_by_role("button", name="Download")).to_be_enabled()
    walk_to(page, "Download")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    written = download.value.path().read_text("utf-8")
    assert download.value.suggested_filename.endswith(".xml")
    assert "<iati-activities" in written
    assert "simulated" in written.lower()
