"""Numbers, days, periods and cities as people write them, read by SQL; NULL where in doubt."""

from collections.abc import Sequence
from datetime import date

from ingest.checking.sql import Values, plain
from ingest.letters import without_marks
from ingest.source_mapping import ISO_DATES

_ISO = (
    r"(19|20)\d{2}-\d{2}-\d{2}"
    r"([T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?( ?(Z|UTC|[+-]\d{2}(:?\d{2})?))?)?"
)
_PERIOD = r"(19|20)\d{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?"
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
"""Days outside of these are slips of the hand."""

_SPACE = "[ \u00a0\u2009\u202f\u2019'']"
"""Between thousands: spaces of every width, and the apostrophe, for SQL."""
_PLAIN = r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?"
_GROUPED_BY_SPACE = rf"[+-]?\d{{1,3}}({_SPACE}\d{{3}})+([.,]\d+)?"
_DECIMAL_COMMA = r"[+-]?(\d+,\d{1,2}|\d+,\d{4,}|0,\d+|\d{4,},\d+)"
"""`1,5` and `1234,567`; not `1,234`, which some read as 1.234 and others as 1234."""
_GROUPED_BY_COMMA = r"[+-]?\d{1,3}((,\d{3}){2,}|(,\d{3})+\.\d+)"
_GROUPED_BY_POINT = r"[+-]?\d{1,3}((\.\d{3}){2,}|(\.\d{3})+,\d+)"


Months = tuple[tuple[str, ...], ...]


def day(text: str, dates: tuple[str, ...], values: Values, months: Months = ()) -> str:
    """The day as it is written: of a moment with a time zone, the day that stands there."""
    read = f"TRY_CAST({text} AS DATE)"  # most are plain: what reads back as it was written
    iso = f"""CASE WHEN {read}::VARCHAR = {text} AND {_is_likely(read)} THEN {read}
        WHEN regexp_full_match({text}, '{_ISO}') THEN TRY_CAST(left({text}, 10) AS DATE) END"""
    others = [written for written in dates if written not in ISO_DATES]
    if not others:
        return iso
    text = _without_time(text)
    other = f"CAST(try_strptime({text}, {values.bind(others)}) AS DATE)"
    in_digits = [written.replace("%B", "%m") for written in others if "%B" in written]
    if months and in_digits:
        named = _month_in_digits(text, months, values)
        other = f"coalesce({other}, CAST(try_strptime({named}, {values.bind(in_digits)}) AS DATE))"
    is_likely = _is_likely(other)
    is_likely += rf" AND regexp_matches({text}, '\d')"  # the words epoch and infinity are no days
    return f"coalesce({iso}, CASE WHEN {is_likely} THEN {other} END)"


def _without_time(text: str) -> str:
    """SQL: the day of a moment, as in `31-05-2024 9:30`; few texts have a colon to look at."""
    day = rf"regexp_replace({text}, '[ ,]+\d{{1,2}}:\d{{2}}(:\d{{2}})?( ?[AaPp][Mm])?$', '')"
    return f"CASE WHEN contains({text}, ':') THEN {day} ELSE {text} END"


def days_as_written(dates: Sequence[str], months: Months = ()) -> list[str]:
    """31 May 2024 in each of the ways in which a source mapping lets days be written."""
    may = months[4][0] if months else "May"
    return [date(2024, 5, 31).strftime(way.replace("%B", may)) for way in dates]


def excel_day(text: str) -> str:
    """SQL: the day of a number of days, as Excel counts them; 1927 to 2099."""
    days = f"TRY_CAST(split_part({text}, '.', 1) AS INTEGER)"
    is_one = f"regexp_full_match({text}, '[1-7]\\d{{4}}(\\.\\d+)?')"
    is_likely = f"{days} BETWEEN 10000 AND 73050"
    return f"CASE WHEN {is_one} AND {is_likely} THEN DATE '1899-12-30' + {days} END"


def _month_in_digits(text: str, months: Months, values: Values) -> str:
    """SQL: `31 05 2024` for `31 mei 2024`; NULL where no word is a month."""
    number = {
        without_marks(name): f"{month:02}"
        for month, names in enumerate(months, 1)
        for name in names
    }
    names, digits = (f"{values.bind(list(each))}::VARCHAR[]" for each in (number, number.values()))
    words = rf"regexp_extract_all({plain(text)}, '\pL+')"
    found = f"list_filter({words}, lambda word: list_contains({names}, word))[1]"
    return f"replace({plain(text)}, {found}, ({digits})[list_position({names}, {found})])"


def _is_likely(day: str) -> str:
    return f"{day} BETWEEN DATE '{_FIRST_YEAR}-01-01' AND DATE '{_LAST_YEAR}-12-31'"


def number(text: str) -> str:
    return f"TRY_CAST({_digits(text)} AS DOUBLE)"


def whole(text: str) -> str:
    """A number without decimals; `3.0`, as some tools write whole numbers, is one."""
    digits = _digits(text)
    is_whole = rf"regexp_full_match({digits}, '[+-]?\d+(\.0+)?')"
    read = f"TRY_CAST({text} AS BIGINT)"  # most are plain: what reads back as it was written
    return f"""CASE WHEN strlen({text}) = 1 OR {read}::VARCHAR = {text} THEN {read}
        WHEN {is_whole} THEN TRY_CAST(split_part({digits}, '.', 1) AS BIGINT) END"""


def _digits(text: str) -> str:
    """The number with a point before its decimals and nothing between its thousands."""
    to_point = f"replace({text}, ',', '.')"
    return f"""CASE
        WHEN regexp_full_match({text}, '{_PLAIN}') THEN {text}
        WHEN regexp_full_match({text}, '{_GROUPED_BY_SPACE}')
            THEN regexp_replace({to_point}, '{_SPACE}', '', 'g')
        WHEN regexp_full_match({text}, '{_DECIMAL_COMMA}') THEN {to_point}
        WHEN regexp_full_match({text}, '{_GROUPED_BY_COMMA}') THEN replace({text}, ',', '')
        WHEN regexp_full_match({text}, '{_GROUPED_BY_POINT}')
            THEN replace(replace({text}, '.', ''), ',', '.') END"""


def period(text: str) -> str:
    """`2024`, `2024-Q3` or `2024-05`."""
    return f"CASE WHEN regexp_full_match(upper({text}), '{_PERIOD}') THEN upper({text}) END"


def quarter_of(day: str) -> str:
    """The quarter that a day lies in, as `2024-Q3`."""
    return f"strftime({day}, '%Y') || '-Q' || quarter({day})"


def period_start(text: str) -> str:
    """The first day of a period."""
    year, rest = f"left({text}, 4)::INTEGER", f"substr({text}, 6)"
    month = f"""CASE WHEN {rest} = '' THEN 1
        WHEN {rest}[1] = 'Q' THEN TRY_CAST({rest}[2] AS INTEGER) * 3 - 2
        ELSE TRY_CAST({rest} AS INTEGER) END"""
    return f"make_date({year}, {month}, 1)"


def period_end(text: str) -> str:
    """The last day of a period."""
    rest = f"substr({text}, 6)"
    months = f"CASE WHEN {rest} = '' THEN 11 WHEN {rest}[1] = 'Q' THEN 2 ELSE 0 END"
    return f"last_day({period_start(text)} + to_months({months}))"


def host_city(text: str, domains: tuple[str, ...], values: Values) -> str:
    """`breda` for `breda.example.eu` and `https://breda.example.eu/en`; other texts as they are."""
    if not domains:
        return text
    host = f"lower(split_part(regexp_replace({text}, '^[A-Za-z]+://', ''), '/', 1))"
    endings = (f"ends_with({host}, {values.bind(f'.{domain}'.lower())})" for domain in domains)
    return f"CASE WHEN {' OR '.join(endings)} THEN split_part({host}, '.', 1) ELSE {text} END"


def city_of_host(name: str, domains: tuple[str, ...]) -> str:
    """What `host_city` makes of a name that stands in a mapping."""
    host = name.split("://")[-1].split("/")[0].lower()
    is_host = any(host.endswith(f".{domain}".lower()) for domain in domains)
    return host.split(".")[0] if is_host else name
