"""Heads, captions and marks of the tables of figures."""

from dashboard.language import mark, say
from dashboard.wording import data_words, dates
from dashboard.wording.data_words import sentence_case
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import many
from metrics.definition import Indicator
from metrics.standing import Actual

PERIOD = mark("Period")
BY_QUARTER = mark("Quarter by quarter")
OTHER_PERIODS = mark("School years, projects, to date")
NUMERATOR, DENOMINATOR = mark("Numerator"), mark("Denominator")
WITHHELD = mark("withheld")
NO_VALUE = "–"
REPORTED = mark("reported")
SO_FAR = mark("so far")


def value_head(indicator: Indicator) -> str:
    """What the column of values counts: `Learners`, `Share`."""
    return say("Share") if indicator.unit == "percent" else sentence_case(many(indicator))


def numbers_caption(indicator: Indicator) -> str:
    return say("{indicator}, period by period, newest first", indicator=name_of(indicator))


def breakdown_caption(column: str) -> str:
    return say("The same figures by {column}", column=data_words.column(column))


def by(column: str) -> str:
    return say("By {column}", column=data_words.column(column))


def column(name: str) -> str:
    return sentence_case(data_words.column(name))


def marks(actual: Actual) -> str:
    """What is to be known of a value beside it: `so far, reported`."""
    found = [say(SO_FAR)] if not actual.is_complete else []
    found += [say(REPORTED)] if actual.origin == "reported" else []
    if actual.published_on:
        found += [say("as of {day}", day=dates.day(actual.published_on))]
    return ", ".join(found)
