"""In which language whoever looks is spoken to, and that every link keeps it."""

import pytest

from dashboard import addresses
from dashboard.language import current, foreign, speaking
from dashboard.parts.language_choice import language_choice, missing_language
from dashboard.visitor import Choice, chosen, spoken_to


@pytest.mark.parametrize(
    ("asked", "browser", "spoken"),
    [
        ("nl", "en-GB", "nl"),  # what the address says goes before what the browser says
        (None, "nl-BE", "nl"),
        (None, "fr-FR", "en"),  # there is no catalogue of it
        (None, "lt-LT", "en"),  # its catalogue is empty yet
        (None, None, "en"),
        ("xx", "nl", "nl"),
        ("en", "nl", "en"),
    ],
)
def test_the_address_decides_then_the_browser_then_english(asked, browser, spoken):
    assert chosen(asked, browser).spoken == spoken


def test_a_language_without_translations_is_english_and_says_so():
    choice = chosen("it", None)
    assert choice == Choice("en", "it")
    assert "Italiano: nothing is translated yet" in missing_language(choice)
    assert missing_language(chosen("nl", None)) is None
    assert missing_language(chosen(None, "it-IT")) is None  # nobody asked for it


def test_every_link_keeps_the_language_that_was_asked_for():
    with spoken_to(chosen("nl", None)):
        assert current() == "nl"
        assert addresses.network() == "/?lang=nl"
        assert addresses.city("breda") == "/city?city=breda&lang=nl"
    with spoken_to(chosen(None, "nl")):
        assert addresses.network() == "/"  # whoever is sent it is shown it in their own language


def test_one_can_change_the_language_of_the_very_view_one_looks_at():
    with speaking("nl"):
        links = language_choice("city", {"city": "breda", "lang": "nl"})
    assert 'href="/city?city=breda&amp;lang=en" lang="en" hreflang="en">English</a>' in links
    assert 'lang="nl" hreflang="nl" aria-current="true">Nederlands</a>' in links
    assert "Italiano" not in links


def test_a_poster_is_marked_with_its_own_language_where_the_page_speaks_another():
    assert foreign("en") is None
    with speaking("nl"):
        assert foreign("en") == "en"
        assert foreign("nl") is None
