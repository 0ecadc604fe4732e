"""The words that only the public site needs."""

from datetime import date

from dashboard.language import mark, say, say_n
from dashboard.wording import dates
from metrics.standing import Publication

COMPARE, METHODS, DOWNLOADS = mark("Compare"), mark("Methods"), mark("Downloads")

METHODS_TITLE = mark("How the figures are made")
METHODS_LEAD = mark(
    "Every figure is counted from rows that the cities’ platforms handed over, by a definition that "
    "stands beside it. How a promise stands follows from a rule, never from a guess."
)
RULES = mark("How a promise is judged")
RULE, SOURCE = mark("Rule"), mark("Source")
STATUSES = mark("The words for how things stand")
WORDS = mark("The words of a matrix")
WORD, MEANING, ELSEWHERE = mark("Word"), mark("Meaning"), mark("Elsewhere called")
SMALL_NUMBERS = mark("Small numbers")
SMALL_NUMBERS_RULE = mark(
    "A number of people below {fewest} is withheld, and so is any figure from which one could be "
    "worked out. It is withheld on every page and in every file alike; it is neither missing nor zero."
)
IN_FULL = mark("The whole account, with formulas and worked examples (in English)")
INDICATORS = mark("What is counted")

DOWNLOADS_LEAD = mark(
    "The same figures as on these pages, as files: each names the loads, definitions and version it "
    "was made from."
)
CITY, PERIOD = mark("City"), mark("Period")
TO_THE_FILES = mark("The figures of this city as files")

ON_ANOTHER_SITE = mark("Show this statement on another site")
HOW_TO_EMBED = mark("Put the address of this site before the name of the page:")
TO_THE_PAGE = mark("The whole page, with figures and definition")
BESIDE_OTHERS = mark("Beside the other cities that promise it")
FEWER_THAN_TWO = mark("Fewer than two figures can be put side by side here.")
WHY = mark("City by city, why")
NOT_SHARED = mark("No indicator is promised by two of these cities.")


def stretch(first: date, last: date) -> str:
    """`1 January 2022 to 30 June 2026`."""
    return say("{first} to {last}", first=dates.day(first), last=dates.day(last))


def size(of_file: int) -> str:
    """In kilobytes, rounded up: `48 KB`."""
    return f"{-(-of_file // 1024)} KB"


def small_numbers(fewest: int) -> str:
    return say(SMALL_NUMBERS_RULE, fewest=fewest)


def provenance(judged: date, publication: Publication | None, version: str) -> str:
    """For the foot of every page: on which day it was judged, from how many loads, by what."""
    loads = len(publication.loads) if publication else 0
    return say_n(
        "How things stand is judged on {day}, from {count} load, by Impact Matrix {version}.",
        "How things stand is judged on {day}, from {count} loads, by Impact Matrix {version}.",
        loads,
        day=dates.day(judged),
        version=version,
    )
