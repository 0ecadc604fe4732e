"""The addresses of the pages: every view can be sent as a link, and links are built only here."""

from urllib.parse import parse_qsl, urlencode, urlsplit

NETWORK = ""
CITY = "city"
STATEMENT = "statement"
LOADS = "loads"
PAGES = (NETWORK, CITY, STATEMENT, LOADS)
"""The paths of the pages, without a slash; the network is where one arrives."""


def network() -> str:
    return f"/{NETWORK}"


def city(identifier: str) -> str:
    return _with(CITY, city=identifier)


def cities() -> str:
    """The page on which a city can be chosen."""
    return f"/{CITY}"


def statement(identifier: str) -> str:
    return _with(STATEMENT, id=identifier)


def loads(load: int | None = None) -> str:
    return f"/{LOADS}" if load is None else _with(LOADS, load=str(load))


def parts(address: str) -> tuple[str, dict[str, str]] | None:
    """The page and its parameters; None for an address that is not one of ours."""
    split = urlsplit(address)
    page = split.path.strip("/")
    if split.scheme or split.netloc or page not in PAGES:
        return None
    return page, dict(parse_qsl(split.query))


def _with(page: str, **parameters: str) -> str:
    return f"/{page}?{urlencode(parameters)}"
