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
    expect(page.get_by_text("No population aged 15-29 is known of Breda")).to_be_visible()
    page.get_by_role("radio", name="of all ages").click()
    expect(page.get_by_text("No population")).to_have_count(0)
    link = page.url
    for choice in (
        "indicator=online_activities",
        "view=per-head",
        "ages=all",
        "cities=blackpool%2Cbreda",
    ):
        assert choice in link
    other = chromium.new_context(base_url=served.address).new_page()
    other.goto(link)
    expect(other.get_by_role("heading", name="per 1,000 inhabitants")).to_be_visible()
    compared = other.locator(".compared tbody tr")
    expect(compared.first).to_be_visible()
    assert compared.count() == 3
    figures = [row.locator("td").nth(0).inner_text() for row in compared.all()]
    assert all(float(figure) > 0 for figure in figures)
    other.context.close()
