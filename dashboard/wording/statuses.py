"""The states of a promise or statement: their names, and what each means."""

from dashboard.language import mark, say
from metrics.standing import Status

IN_FIGURES, OTHERWISE = mark("followed in figures"), mark("in other ways, or not yet")
HOW_TO_READ = mark("What the words mean")

NAMES: dict[Status, str] = {
    Status.ACHIEVED: mark("achieved"),
    Status.ON_TRACK: mark("on track"),
    Status.INCREASING: mark("increasing"),
    Status.SLIGHTLY_BEHIND: mark("slightly behind"),
    Status.STEADY: mark("steady"),
    Status.BEHIND: mark("behind"),
    Status.MOVING_AWAY: mark("moving away"),
    Status.DECREASING: mark("decreasing"),
    Status.TOO_EARLY: mark("too early to say"),
    Status.NO_BASELINE: mark("no baseline"),
    Status.NO_TARGET: mark("no target date"),
    Status.NO_DATA: mark("no data"),
    Status.OUT_OF_DATE: mark("out of date"),
    Status.WITHHELD: mark("withheld"),
    Status.UNCERTAIN: mark("uncertain"),
    Status.NOT_COMPARABLE: mark("not comparable"),
    Status.BY_EVIDENCE: mark("by evidence"),
    Status.BY_SURVEY: mark("by survey"),
    Status.NOT_MEASURED: mark("not measured yet"),
    Status.CANNOT_BE: mark("cannot be measured"),
}
"""In the order in which they stand side by side: good news, mixed, bad, then what is unknown."""

MEANINGS: dict[Status, str] = {
    Status.ACHIEVED: mark("The number that was promised has been reached."),
    Status.ON_TRACK: mark("At least 95 % of what the straight line to the target asks by now."),
    Status.INCREASING: mark("Up by at least 1.5 % a year since the baseline."),
    Status.SLIGHTLY_BEHIND: mark("Between 60 % and 95 % of what the straight line asks by now."),
    Status.STEADY: mark("Up by less than 1.5 % a year, or changed by no more than chance would."),
    Status.BEHIND: mark("Less than 60 % of what the straight line to the target asks by now."),
    Status.MOVING_AWAY: mark("Further from the target than at the start."),
    Status.DECREASING: mark("Down since the baseline."),
    Status.TOO_EARLY: mark("There is no full year after the baseline yet."),
    Status.NO_BASELINE: mark("Nothing is known about where things stood at the start."),
    Status.NO_TARGET: mark("Neither the promise nor the poster says by when."),
    Status.NO_DATA: mark("No data have been loaded for this yet; that is not a zero."),
    Status.OUT_OF_DATE: mark("The data end more than a year ago."),
    Status.WITHHELD: mark("Fewer than five people, so the figure is not shown."),
    Status.UNCERTAIN: mark("There are too few cases to tell one status from another."),
    Status.NOT_COMPARABLE: mark("The way of counting changed in between."),
    Status.BY_EVIDENCE: mark("Something done: shown by entries in the evidence log."),
    Status.BY_SURVEY: mark("People have to be asked."),
    Status.NOT_MEASURED: mark("No indicator has been named for it yet."),
    Status.CANNOT_BE: mark("There is no way to measure it; the statement says why."),
}

ORDER = tuple(NAMES)


def name(status: Status) -> str:
    return say(NAMES[status])


def in_order(counts: dict[Status, int]) -> list[tuple[Status, int]]:
    """The states that occur, good news first."""
    return [(status, counts[status]) for status in ORDER if counts.get(status)]
