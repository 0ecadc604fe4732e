"""Every view has an address."""

from dashboard import addresses


def test_addresses_name_the_page_and_what_it_shows():
    assert addresses.network() == "/"
    assert addresses.city("cluj_napoca") == "/city?city=cluj_napoca"
    assert addresses.statement("vilnius.partners.outputs.playlists") == (
        "/statement?id=vilnius.partners.outputs.playlists"
    )
    assert addresses.loads(3) == "/loads?load=3"
    assert addresses.loads() == "/loads"


def test_what_goes_into_an_address_is_quoted():
    assert addresses.city("a&city=b") == "/city?city=a%26city%3Db"
