"""The words with which a city reviews its matrix: filters, changes since a day, the meeting."""

from datetime import date

from dashboard.language import mark, say, say_n
from dashboard.wording import dates, statuses
from dashboard.wording.numbers import number
from metrics.since_review import Change

FILTER = mark("Filter, and what changed since a day")
STATUS, LEVEL = mark("Status"), mark("Level")
GROUP, GOAL = mark("Target group"), mark("Goal it serves")
SINCE = mark("Changed since")
ANYTHING = mark("all")
MEETING = mark("For the meeting")
LEAVE_THE_MEETING = mark("Back to the whole matrix")
BEFORE, NEXT = mark("Before"), mark("Next")
ARROWS = mark("The arrow keys go from one target group to the next.")
HOW_TO_GO = mark("Target groups")
NOTHING_HERE = mark("Nothing stands in this column.")


def matching(found: int, all_: int) -> str:
    """`5 of 34 statements fit; the others stand back.`"""
    return say(
        "{found} of {all} statements fit; the others stand back.",
        found=number(found),
        all=number(all_),
    )


def changed(changes: int, better: int, worse: int, day: date) -> str:
    """`Since 1 March 2026: 7 statements changed, 4 for the better and 1 for the worse.`"""
    said = say_n("{count} statement changed", "{count} statements changed", changes)
    return say(
        "Since {day}: {changed}, {better} for the better and {worse} for the worse.",
        day=dates.day(day),
        changed=said,
        better=number(better),
        worse=number(worse),
    )


def change(found: Change) -> str:
    """`was steady; 2 new entries of evidence`."""
    told = []
    if found.before != found.after:
        told.append(say("was {status}", status=statuses.name(found.before)))
    if found.new_evidence:
        told.append(say_n("{count} new entry", "{count} new entries", found.new_evidence))
    return "; ".join(told)


def position(number_: int, all_: int) -> str:
    return say("{number} of {all}", number=number_, all=all_)
