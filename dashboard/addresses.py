"""The addresses of the pages: every view can be sent as a link, and links are built only here."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from urllib.parse import urlencode

NETWORK = ""
"""The path of the page on which one arrives; paths have no slash."""
CITY = "city"
STATEMENT = "statement"
LOADS = "loads"
TAKE_IN = "take-in"
EVIDENCE = "evidence"
QUALITY = "quality"
REPORT = "report"
EDIT = "change"
QUERY = "analysts"
COMPARE = "compare"
MEETING = "meeting"
LANGUAGE = "lang"
"""The parameter that names the language in which a view is shown."""

Address = str | None
"""None where there is no such page: what would be a link is then plain text."""
Writer = Callable[[str, Mapping[str, str]], Address]
"""Makes an address of a page's path and its parameters."""

_kept: ContextVar[Mapping[str, str]] = ContextVar("kept", default=MappingProxyType({}))
_writer: ContextVar[Writer | None] = ContextVar("writer", default=None)


@contextmanager
def keeping(parameters: Mapping[str, str]) -> Iterator[None]:
    """Within it every link carries these on."""
    token = _kept.set(parameters)
    try:
        yield
    finally:
        _kept.reset(token)


@contextmanager
def written_by(writer: Writer) -> Iterator[None]:
    """Within it links lead where `writer` says instead of to the pages of a server."""
    token = _writer.set(writer)
    try:
        yield
    finally:
        _writer.reset(token)


def network() -> Address:
    return _with(NETWORK)


def city(identifier: str) -> Address:
    return _with(CITY, city=identifier)


def cities() -> Address:
    """The page on which a city can be chosen."""
    return _with(CITY)


def statement(identifier: str) -> Address:
    return _with(STATEMENT, id=identifier)


def loads(load: int | None = None) -> Address:
    return _with(LOADS) if load is None else _with(LOADS, load=str(load))


def take_in() -> Address:
    return _with(TAKE_IN)


def evidence() -> Address:
    """The page on which an entry of the evidence log is typed in."""
    return _with(EVIDENCE)


def edit(city: str, statement: str | None = None) -> Address:
    """The page on which a city's matrix is changed, at one of its statements where one is named."""
    more = {} if statement is None else {"id": statement}
    return _with(EDIT, city=city, **more)


def meeting(city: str, group: str | None = None) -> Address:
    """A city's matrix for a projector, at one of its target groups where one is named."""
    more = {} if group is None else {"group": group}
    return _with(MEETING, city=city, **more)


def compare(indicator: str | None = None, **more: str) -> Address:
    """Cities side by side, on one indicator where one is named; `more` are other choices."""
    return (
        _with(COMPARE, **more) if indicator is None else _with(COMPARE, indicator=indicator, **more)
    )


def query(sql: str | None = None) -> Address:
    """The page for analysts, with a question where one is given."""
    return _with(QUERY) if sql is None else _with(QUERY, sql=sql)


def quality(city: str | None = None) -> Address:
    return _with(QUALITY) if city is None else _with(QUALITY, city=city)


def report(city: str | None = None) -> Address:
    """The report of a city, or the page on which one can be chosen."""
    return _with(REPORT) if city is None else _with(REPORT, city=city)


def in_language(page: str, parameters: Mapping[str, str], language: str) -> Address:
    """The view one looks at, as another visitor would be shown it."""
    return _written(page, {**parameters, LANGUAGE: language})


def _with(page: str, **parameters: str) -> Address:
    return _written(page, {**parameters, **_kept.get()})


def _written(page: str, parameters: Mapping[str, str]) -> Address:
    writer = _writer.get() or _served
    return writer(page, parameters)


def _served(page: str, parameters: Mapping[str, str]) -> str:
    return f"/{page}?{urlencode(parameters)}" if parameters else f"/{page}"
