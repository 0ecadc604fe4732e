"""A review meeting in a real browser: arrow keys, and what changed since the last one."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_the_arrow_keys_lead_from_one_target_group_to_the_next_and_back(page: Page):
    page.goto("/city?city=breda")
    page.get_by_role("link", name="For the meeting").click()
    expect(page.get_by_text("1 of 4")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name="Social organizations and NGOs")).to_be_visible()
    expect(page).to_have_url(re.compile("group=social"))
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("1 of 4")).to_be_visible()
    page.set_viewport_size({"width": 3840, "height": 2160})  # what a projector may have
    words = page.locator(".meeting-group section").first.bounding_box()
    assert words and words["width"] > 3840 * 0.85


def test_which_promises_of_cluj_napoca_are_behind_and_why(page: Page):
    page.goto("/city?city=cluj_napoca&status=behind")
    fits = page.locator("table.matrix .statement:not(.dim)")
    expect(fits).to_have_count(1)
    fits.locator("a.text").click()
    expect(page.locator(".statement-head")).to_contain_text("behind")
    expect(page.locator(".statement-head .lead")).to_contain_text("10 were due by")
