"""Changing a promise with a reason, in a real browser: seen before it is saved, the old one kept."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

LEARNERS = "breda.providers.short_term_impact.learners"


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Enter")


def test_a_target_is_changed_with_a_reason_and_the_old_promise_is_kept(page: Page, served: Served):
    page.goto(f"/statement?id={LEARNERS}")
    page.get_by_role("link", name="Change this statement or its promise").click()
    page.get_by_role("radio", name="Its promise").click()
    fill(page, "What is promised", "500")
    expect(page.get_by_text("A promise is not overwritten: say why it changes")).to_be_visible()
    fill(page, "By when", "2027")
    fill(page, "Why the promise changes", "the library joined")
    expect(page.locator(".changes del").first).to_have_text("Learners: increase")
    expect(page.locator(".changes ins").first).to_contain_text("500 by the end of 2027")
    page.get_by_role("button", name="Save", exact=True).click()
    told = page.get_by_text("All figures follow the matrix as it is now.")
    expect(told).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="See the statement").click()
    page.get_by_text("How the promise changed").click()
    expect(page.locator(".promise li").first).to_have_text("increase")
    expect(page.locator(".promise li.now")).to_contain_text("the library joined")
    assert "the library joined" in (served.home / "cities" / "breda.yaml").read_text("utf-8")


def test_what_would_be_wrong_is_said_with_its_line_and_cannot_be_saved(page: Page):
    page.goto(f"/change?city=breda&id={LEARNERS}")
    page.get_by_role("radio", name="Its promise").click()
    fill(page, "Why the promise changes", "a slip")
    fill(page, "What is promised", "lots")
    expect(page.get_by_text("`lots` is not a target.")).to_be_visible()
    expect(page.get_by_role("button", name="Save", exact=True)).to_have_count(0)
