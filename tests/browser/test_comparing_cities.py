"""Comparing three cities per head in a real browser, and sending the link."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser


def test_online_activities_of_three_cities_per_head_as_a_link(
    page: Page, served: Served, chromium: Browser
):
    page.goto("/compare?cities=blackpool,breda,vilnius")
    page.get_by_role("link", name="Online learning activities").click()
    page.get_by_role("radio", name="Per 1,000 inhabitants").click()
    expect(page.get_by_role("heading", name="per 1,000 inhabitants aged 15-29")).to_be_visible()
    page.get_by_role("link", name="Blackpool").first.wait_for()
    link = page.url
    for choice in ("indicator=online_activities", "view=per-head", "cities=blackpool%2Cbreda"):
        assert choice in link
    other = chromium.new_context(base_url=served.address).new_page()
    other.goto(link)
    expect(other.get_by_role("heading", name="per 1,000 inhabitants aged 15-29")).to_be_visible()
    compared = other.locator(".compared tbody tr")
    expect(compared.first).to_be_visible()
    assert compared.count() == 3
    assert "no population" in other.locator(".compared").inner_text()  # only Blackpool has one
    other.context.close()
