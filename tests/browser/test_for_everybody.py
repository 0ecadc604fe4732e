"""Every page looked through in a real browser, in Dutch: by axe-core for names, roles, contrast and
order, and for words that are English still."""

import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.catalogues import LOCALE, catalog
from ingest.records import RECORDS
from matrices.home import Home
from metrics.catalogue import load_catalogue
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

DESK, TABLET, PHONE = (
    {"width": width, "height": height} for width, height in ((1440, 900), (768, 1024), (390, 844))
)
SAID = """() => {
  const others = "script, style, noscript, code, pre, textarea, [lang]:not([lang=nl]), " +
    "[translate=no], [data-testid=stIconMaterial]";
  const ours = (element) => !element.closest(others);
  const said = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) if (ours(texts.currentNode.parentElement)) said.push(texts.currentNode.nodeValue);
  for (const name of ["alt", "aria-label", "aria-valuetext", "placeholder", "title"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      if (ours(element)) said.push(element.getAttribute(name));
    }
  }
  return said.map((text) => text.trim()).filter((text) => text);
}"""
"""Every text and every name that is not in another language, code, or words of a file."""
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


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text.casefold()))


NAMES = re.compile(r"City of Learning|\S+\.(csv|yaml)")
"""What is called the same in every language."""


def of_files() -> set[str]:
    """What files are asked to say, such as `youth_project`, is told as it is to be written."""
    columns = (column for record in RECORDS.values() for column in record.columns())
    return words_of("yes no true false " + " ".join(w for c in columns for w in c.kind.choices))


def only_english(home: Home) -> set[str]:
    """The words of our English sentences and of Streamlit's that no Dutch sentence has."""
    indicators = load_catalogue(home).indicators.values()
    english, dutch = set(), words_of(" ".join(str(each.translations["nl"]) for each in indicators))
    for message in catalog(LOCALE / "nl.po"):
        for texts, words in ((message.id, english), (message.string, dutch)):
            for text in (texts,) if isinstance(texts, str) else texts:
                words |= words_of(re.sub(r"`[^`]*`|\{\w+\}", " ", text))
    return english - dutch


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


def wider_than_what_it_is_read_on(page: Page) -> list[str]:
    """Whoever reads with a thumb never has to push a page sideways."""
    found = []
    for device in (TABLET, PHONE):
        page.set_viewport_size(device)
        width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
        found += [f"{page.url}: {width} of {device['width']}"] if width > device["width"] else []
    page.set_viewport_size(DESK)
    return found


def still_english(page: Page, english: set[str]) -> list[str]:
    """Ours or Streamlit's; code, quotes and what came with a file say what they are."""
    said = page.evaluate(SAID)
    return [f"{page.url}: {text}" for text in said if english & words_of(NAMES.sub(" ", text))]


def in_dutch(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang=nl"


def test_no_page_is_closed_to_anybody_and_none_is_half_in_dutch(page: Page, served: Served):
    english, found = only_english(Home(served.home)) - of_files(), []
    for address in PAGES:
        looked_at(page, in_dutch(address))
        assert page.evaluate("document.documentElement.lang") == "nl"
        found += [*grave(page), *headings_out_of_order(page), *still_english(page, english)]
        found += wider_than_what_it_is_read_on(page)
    assert found == []


def test_neither_is_a_dark_page_on_a_phone_closed(chromium: Browser, served: Served):
    context = chromium.new_context(viewport=PHONE, base_url=served.address, color_scheme="dark")
    page, found = context.new_page(), []
    for address in DARK_AND_NARROW:
        looked_at(page, address)
        found += grave(page)
    context.close()
    assert found == []


def test_a_button_without_a_name_and_an_english_word_would_be_found(page: Page):
    looked_at(page, in_dutch("/city"))
    wrong = "'<button></button><p>Learners</p>'"
    page.evaluate(f"document.querySelector('.sheet').insertAdjacentHTML('beforeend', {wrong})")
    assert [each.split(": ")[1].split(" at ")[0] for each in grave(page)] == ["button-name"]
    assert still_english(page, {"learners"}) == [f"{page.url}: Learners"]
