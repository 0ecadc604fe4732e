"""Words that only posters and booklets need."""

from datetime import date

from dashboard.language import mark, say
from dashboard.wording import dates

SUBTITLE = mark("What was promised, and what has become of it")
PROMISED_NUMBERS = mark("The promised numbers: how much of each has been reached")
CONTENTS = mark("Contents")
HOW_TO_READ = mark("How to read this booklet")
STATUSES = mark("The words for how things stand")
READING = (
    mark(
        "What the city wrote stands in this type with feet; what was counted stands in the plain one. "
        "Every statement keeps the words of the poster."
    ),
    mark(
        "Below a statement stands how it stands: a shape, a word and a colour that always go "
        "together. The sentences beside it say which figures led to it."
    ),
    mark(
        "In a chart a solid column is a whole year. A hollow one with a broken edge is still "
        "running and may grow. The broken line is the promised way: it begins in an open circle at the "
        "baseline and ends in a solid diamond at what was promised. Where only a direction was promised, "
        "it is level and shows where things stood at the start. A short thick stroke is what is due by now."
    ),
    mark(
        "A running total, such as playlists made so far, is a line. A thin upright stroke on a share of few cases "
        "shows where the true share lies with 95 %."
    ),
    mark(
        "Withheld is neither missing nor zero: it counts too few people, or would let such a number be worked "
        "out. It is withheld in every output alike; in small charts a cross marks it. A figure that changed by too few people since it was "
        "published stands as it was then, with its day."
    ),
)
BEHIND = mark("Who and what is behind the figures")
EVIDENCE = mark("What was done: evidence of the report period")
NO_EVIDENCE = mark("The evidence log has no entry of this period.")
METHODS = mark("How it was counted")
INDICATOR, QUESTION, VERSION, MIND = (
    mark("Indicator"),
    mark("Question"),
    mark("Version"),
    mark("Mind"),
)
SOURCES = mark("What it was made from")
LOAD, FILES, TAKEN_IN, ROWS = mark("Load"), mark("Files"), mark("Taken in"), mark("Rows")
DAY, ENTRY, STATEMENTS = mark("Day"), mark("Entry"), mark("Statements it serves")


def poster_title(name: str) -> str:
    """What a reader of the PDF shows as its title."""
    return say("{name}: the strategy matrix and how it stands", name=name)


def title(name: str) -> str:
    """The same of a booklet."""
    return say("{name}: what was promised, and what has become of it", name=name)


def under_poster(footer: str, data_through: date | None) -> str:
    """The line under everything: which figures these are, and up to when data reach."""
    if data_through is None:
        return say("{footer} · no data yet", footer=footer)
    return say("{footer} · data up to {day}", footer=footer, day=dates.day(data_through))


def made_from(snapshot: int, version: str, digest: str) -> str:
    """Below the loads: what to name when one asks about a figure."""
    return say(
        "Snapshot {snapshot}, matrix {digest}, Impact Matrix {version}.",
        snapshot=snapshot,
        digest=digest,
        version=version,
    )
