"""The addresses of the pages: every view can be sent as a link, and links are built only here."""

from urllib.parse import urlencode

NETWORK = ""
"""The path of the page on which one arrives; paths have no slash."""
CITY = "city"
STATEMENT = "statement"
LOADS = "loads"


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


def _with(page: str, **parameters: str) -> str:
    return f"/{page}?{urlencode(parameters)}"
