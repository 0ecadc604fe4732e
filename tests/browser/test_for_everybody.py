"""Every page looked through by axe-core, in a real browser: names, roles, contrast, order."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

LEARNERS = "breda.providers.short_term_impact.learners"
RECOGNISED = "netherlands.all_target_groups.outputs.skills_recognised"
PAGES = (
    "/",
    "/city",
    "/city?city=cluj_napoca&status=behind&since=2025-06-01",  # its filters are open
    "/meeting?city=breda",
    f"/statement?id={RECOGNISED}",  # a share: its table is the widest
    "/compare?indicator=learners&view=growth",  # with every chart there is
    "/loads",
    "/loads?load=1",
    "/quality",
    "/quality?city=breda",
    "/take-in",
    "/evidence",
    f"/change?city=breda&id={LEARNERS}",
    "/change?city=breda&id=new",
    "/analysts",
    "/report?city=breda",
)
DARK_AND_NARROW = PAGES[2:6]
"""A page of each kind: a matrix with fields, the projector, charts with tables, fields with charts."""

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
GRAVE = ("serious", "critical")
ONLY_WHAT_IS_WRONG = {"resultTypes": ["violations"]}
"""What is right is looked at all the same, but not described node by node."""
HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]"
LEVELS = f"{HEADINGS}.filter(each => each.checkVisibility()).map(each => +each.tagName[1])"
OPENED = "document.querySelectorAll('.sheet details').forEach(each => each.open = true)"


def looked_at(page: Page, address: str) -> None:
    """The page as a whole: what Streamlit fetches late is there, what is folded is unfolded."""
    page.goto(address)
    expect(page.locator(".sheet .foot")).to_be_visible()
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    page.evaluate(OPENED)


def grave(page: Page) -> list[str]:
    """What axe-core finds serious or critical, each with where it stands."""
    found = Axe().run(page, options=ONLY_WHAT_IS_WRONG).response["violations"]
    return [
        f"{page.url}: {each['id']} at {node['target']}"
        for each in found
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]


def headings_out_of_order(page: Page) -> list[str]:
    """One h1, and no level is skipped on the way down."""
    levels = page.evaluate(LEVELS)
    steps = pairwise(levels)
    is_right = levels.count(1) == 1 and all(after - before <= 1 for before, after in steps)
    return [] if is_right else [f"{page.url}: headings {levels}"]


def wider_than_a_phone(page: Page) -> list[str]:
    """Whoever reads with a thumb never has to push a page sideways."""
    page.set_viewport_size(PHONE)
    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    page.set_viewport_size(DESK)
    return [] if width <= PHONE["width"] else [f"{page.url}: {width} pixels wide"]


def test_no_page_is_closed_to_anybody(page: Page):
    found = []
    for address in PAGES:
        looked_at(page, address)
        found += [*grave(page), *headings_out_of_order(page), *wider_than_a_phone(page)]
    assert found == []


def test_neither_is_a_dark_page_on_a_phone_in_dutch(chromium: Browser, served: Served):
    context = chromium.new_context(
        viewport=PHONE,
        base_url=served.address,
        color_scheme="dark",
        locale="nl-NL",
    )
    page, found = context.new_page(), []
    for address in DARK_AND_NARROW:
        looked_at(page, address)
        assert page.evaluate("document.documentElement.lang") == "nl"
        found += grave(page)
    context.close()
    assert found == []


def test_a_page_that_hides_what_a_button_is_called_would_be_found(page: Page):
    looked_at(page, "/city")
    page.evaluate("document.querySelector('.sheet').insertAdjacentHTML('beforeend', '<button/>')")
    assert [each.split(": ")[1].split(" at ")[0] for each in grave(page)] == ["button-name"]
