"""The words of a report: what they mean here, and what a funder calls them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.language import mark, say
from dashboard.wording import statuses
from dashboard.wording.report import METHODS


@dataclass(frozen=True)
class Entry:
    """A word, its meaning, and its name elsewhere."""

    word: str
    meaning: str
    elsewhere: str = ""


@dataclass(frozen=True)
class MethodTold:
    """A method in a sentence, and where the rule comes from."""

    name: str
    rule: str
    source: str


WORDS = (
    (
        mark("strategy matrix"),
        mark("A city's strategy on one poster: target groups across, the results chain down."),
        mark("results framework, logical framework"),
    ),
    (
        mark("statement"),
        mark("One sentence in one cell of the matrix; its identifier never changes."),
        mark("result"),
    ),
    (
        mark("impact"),
        mark("What is to be different in more than five years."),
        mark("IATI: impact; EU: overall objective"),
    ),
    (
        mark("short-term impact"),
        mark("What is to be different in two to four years."),
        mark("IATI: outcome; EU: specific objective"),
    ),
    (mark("outputs"), mark("What is made or done."), mark("IATI and EU: output")),
    (mark("inputs"), mark("What is put in: people, programmes, money."), mark("input")),
    (
        mark("promise"),
        mark("What a statement commits to on one indicator: a direction, or a number with a date."),
        mark("target"),
    ),
    (
        mark("baseline"),
        mark("Where things stood at the start, with its day; assumed where the comment says so."),
        mark("baseline"),
    ),
    (
        mark("numerator, denominator"),
        mark(
            "What a share is made of. Without a denominator there is no value, which is not zero."
        ),
        "",
    ),
    (
        mark("share achieved"),
        mark(
            "Of the way from baseline to target the part that is done: (newest − baseline) / (target − baseline)."
        ),
        mark("achievement rate"),
    ),
    (
        mark("so far"),
        mark("The data do not reach the end of the period yet; never compared with a full one."),
        mark("provisional"),
    ),
    (
        mark("withheld"),
        mark(
            "Not shown because it would point at a person, or let one be worked out; not missing, not zero."
        ),
        mark("confidential, suppressed"),
    ),
    (
        mark("load"),
        mark("One set of files taken in; it can be listed and taken back."),
        mark("data delivery"),
    ),
    (
        mark("snapshot"),
        mark("All figures as they were published at one moment, with a number."),
        mark("data release"),
    ),
)

RULES = {
    "line": (
        mark(
            "What was gained since the baseline, against what the straight line to the target asks by the day judged."
        ),
        mark(
            "Time-to-date progress of Mercy Corps' Tola; thresholds of Open SDG and Statistics Canada."
        ),
    ),
    "milestones": (
        mark("As the straight line, but through the values promised on the way."),
        mark(
            "Time-to-date progress of Mercy Corps' Tola; thresholds of Open SDG and Statistics Canada."
        ),
    ),
    "cagr": (
        mark("The yearly growth so far, against the yearly growth needed to reach the target."),
        mark("Open SDG and Statistics Canada, Global Indicator Framework."),
    ),
    "extrapolation": (
        mark("Where the growth so far would lead by the target's date."),
        mark(
            "Progress Chart of the UN Statistics Division, as two public implementations of it have it."
        ),
    ),
    "keep": (
        mark("The number holds at all times: it is kept, or it is not."),
        mark("The “maintain” promises of results frameworks."),
    ),
    "trend": (
        mark(
            "For a promise without a number: the yearly growth since the baseline; what chance alone would bring is steady."
        ),
        mark("Threshold of 1.5 % a year of Open SDG; Poisson and Newcombe tests for chance."),
    ),
}


def entries() -> Iterator[Entry]:
    """The words, then the statuses."""
    for word, meaning, elsewhere in WORDS:
        yield Entry(say(word), say(meaning), say(elsewhere) if elsewhere else "")
    for status in statuses.ORDER:
        yield Entry(statuses.name(status), say(statuses.MEANINGS[status]), say("status"))


def methods(used: Iterable[str]) -> Iterator[MethodTold]:
    """Those that were used, as far as a sentence can tell them."""
    for name in sorted(used):
        rule, source = RULES[name]
        yield MethodTold(say(METHODS[name]), say(rule), say(source))
