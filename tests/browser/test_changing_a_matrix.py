"""Changing a promise wrongly, in a real browser; that it goes well is shown by the keyboard."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

LEARNERS = "breda.providers.short_term_impact.learners"


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Enter")


def test_what_would_be_wrong_is_said_with_its_line_and_cannot_be_saved(page: Page):
    page.goto(f"/change?city=breda&id={LEARNERS}")
    page.get_by_role("radio", name="Its promise").click()
    fill(page, "Why the promise changes", "a slip")
    fill(page, "What is promised", "lots")
    expect(page.get_by_text("`lots` is not a target.")).to_be_visible()
    expect(page.get_by_role("button", name="Save", exact=True)).to_have_count(0)
