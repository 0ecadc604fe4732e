"""The days that a page names, with months in any of the platform's languages."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from ingest.activity_pages.findings import Finding, Passage, Sureness
from ingest.activity_pages.languages import languages
from ingest.activity_pages.saved_page import SavedPage

_DASH = r"\s*(?:-|–|—|to|til|tot|al|până la|iki|έως)\s*"
_ISO = re.compile(r"(?<!\d)(20\d{2})-(\d{2})-(\d{2})(?!\d)")
_BY_NUMBERS = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})[./](20\d{2})(?!\d)")


def days(page: SavedPage, passages: Sequence[Passage]) -> list[Finding]:
    """First and last day: those the page marks, else those of the surest sentence."""
    marked = [day for text in page.days if (day := _day(*text.split("-")))]
    if marked:
        return _first_and_last(sorted(marked), "marked as a day in the page", "sure")
    found = [
        (sureness, sentence, read)
        for passage in passages
        for sentence in passage.sentences()
        if (read := sorted(_days(sentence)))
        for sureness in [_sureness(passage, sentence)]
    ]
    if not found:
        return []
    order: list[Sureness] = ["sure", "likely", "guess"]
    sureness, sentence, read = min(found, key=lambda each: order.index(each[0]))
    return _first_and_last(read, sentence, sureness)


def _first_and_last(read: list[date], sentence: str, sureness: Sureness) -> list[Finding]:
    findings = [Finding("starts", read[0].isoformat(), sentence, sureness)]
    if read[-1] != read[0]:
        findings.append(Finding("ends", read[-1].isoformat(), sentence, sureness))
    return findings


def _sureness(passage: Passage, sentence: str) -> Sureness:
    """`03/04/2025` may be April or March; under a heading for the date it is the date."""
    numbers = _BY_NUMBERS.search(sentence)
    if numbers and int(numbers[1]) <= 12 and "/" in numbers[0]:
        return "guess"
    return "sure" if passage.section == "date" else "likely"


def _days(sentence: str) -> Iterator[date]:
    for match in _ISO.finditer(sentence):
        yield from _known(match[1], match[2], match[3])
    for match in _BY_NUMBERS.finditer(sentence):
        yield from _known(match[3], match[2], match[1])
    folded = sentence.casefold()
    for match in _day_first().finditer(folded):
        for day in filter(None, (match["first"], match["last"])):
            yield from _known(match["year"], str(_months()[match["month"]]), day)
    for match in (*_month_first().finditer(folded), *_year_first().finditer(folded)):
        yield from _known(match["year"], str(_months()[match["month"]]), match["first"])


def _known(year: str, month: str, day: str) -> Iterator[date]:
    found = _day(year, month, day)
    if found:
        yield found


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Every form of a month's name to its number; no form stands for two months."""
    return {
        form.casefold(): number
        for language in languages().values()
        for number, forms in enumerate(language.months, start=1)
        for form in forms
    }


@cache
def _month_words() -> str:
    return "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))


@cache
def _day_first() -> re.Pattern[str]:
    """`12 May 2025`, `12.-14. mai 2025`, `12 to 14 May 2025`."""
    number = r"(\d{1,2})(?:st|nd|rd|th|\.)?"
    first = number.replace("(", "(?P<first>", 1)
    last = number.replace("(", "(?P<last>", 1)
    return re.compile(
        rf"(?<!\d){first}(?:{_DASH}{last})?\s+(?:of |de )?(?P<month>{_month_words()})\.?,?\s+"
        r"(?P<year>20\d{2})(?!\d)"
    )


@cache
def _month_first() -> re.Pattern[str]:
    """`May 12, 2025`."""
    return re.compile(
        rf"(?<!\w)(?P<month>{_month_words()})\.? (?P<first>\d{{1,2}})(?:st|nd|rd|th)?,? "
        r"(?P<year>20\d{2})(?!\d)"
    )


@cache
def _year_first() -> re.Pattern[str]:
    """`2025 m. gegužės 12 d.`, as Lithuanian has it."""
    return re.compile(
        rf"(?<!\d)(?P<year>20\d{{2}}) (?:m\. )?(?P<month>{_month_words()}) "
        r"(?P<first>\d{1,2})(?!\d)"
    )
