"""Every view has an address; what is not one of ours leads nowhere."""

import pytest

from dashboard import addresses


def test_addresses_name_the_page_and_what_it_shows():
    assert addresses.network() == "/"
    assert addresses.city("cluj_napoca") == "/city?city=cluj_napoca"
    assert addresses.statement("vilnius.partners.outputs.playlists") == (
        "/statement?id=vilnius.partners.outputs.playlists"
    )
    assert addresses.loads(3) == "/loads?load=3"
    assert addresses.loads() == "/loads"


def test_an_address_comes_apart_again():
    assert addresses.parts("/city?city=vilnius") == ("city", {"city": "vilnius"})
    assert addresses.parts("/") == ("", {})


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/city",  # another site
        "//example.org/city",  # another site without saying how
        "javascript:alert(1)",
        "/admin",  # not a page
        "/city/../admin",
    ],
)
def test_what_is_not_ours_is_refused(address: str):
    assert addresses.parts(address) is None


def test_what_goes_into_an_address_is_quoted():
    assert addresses.city("a&city=b") == "/city?city=a%26city%3Db"
