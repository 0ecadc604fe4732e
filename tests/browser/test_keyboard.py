"""What people do in the dashboard, done with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

NAME_OF_FOCUS = """() => {
    const here = document.activeElement;
    const told = here.getAttribute('aria-label') || here.labels?.[0]?.innerText;
    return told || (here.matches('main') ? '' : here.innerText.trim().split('\\n').at(-1));
}"""


def walk_to(page: Page, name: str, most: int = 40) -> None:
    """Presses Tab until what has the focus is called so, as somebody without a mouse does."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(NAME_OF_FOCUS))
        if passed[-1] == name:
            return
    pytest.fail(f"Tab never came to {name!r}, but to {passed}")


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
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Cluj-Napoca", exact=True)).to_be_visible()
    walk_to(page, "Cluj-Napoca")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("city=cluj_napoca"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    behind = page.locator("table.matrix .statement", has=page.get_by_text("behind", exact=True))
    wanted = behind.locator("a.text")
    expect(wanted).to_have_count(1)
    walk_to(page, wanted.inner_text(), most=80)
    page.keyboard.press("Enter")
    expect(page.locator(".statement-head .lead")).to_contain_text("were due by")


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
