"""The addresses of the pages: every view can be sent as a link, and links are built only here."""

from urllib.parse import urlencode

NETWORK = ""
"""The path of the page on which one arrives; paths have no slash."""
CITY = "city"
STATEMENT = "statement"
LOADS = "loads"
TAKE_IN = "take-in"
EVIDENCE = "evidence"
QUALITY = "quality"
EDIT = "change"


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


def take_in() -> str:
    return f"/{TAKE_IN}"


def evidence() -> str:
    """The page on which an entry of the evidence log is typed in."""
    return f"/{EVIDENCE}"


def edit(city: str, statement: str | None = None) -> str:
    """The page on which a city's matrix is changed, at one of its statements where one is named."""
    more = {} if statement is None else {"id": statement}
    return _with(EDIT, city=city, **more)


def quality(city: str | None = None) -> str:
    return f"/{QUALITY}" if city is None else _with(QUALITY, city=city)


def _with(page: str, **parameters: str) -> str:
    return f"/{page}?{urlencode(parameters)}"
