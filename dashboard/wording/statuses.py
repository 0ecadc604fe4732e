"""The states of a promise or statement: their names, and what each means."""

from metrics.standing import Status

IN_FIGURES, OTHERWISE = "followed in figures", "in other ways, or not yet"
HOW_TO_READ = "What the words mean"

NAMES: dict[Status, str] = {
    Status.ACHIEVED: "achieved",
    Status.ON_TRACK: "on track",
    Status.INCREASING: "increasing",
    Status.SLIGHTLY_BEHIND: "slightly behind",
    Status.STEADY: "steady",
    Status.BEHIND: "behind",
    Status.MOVING_AWAY: "moving away",
    Status.DECREASING: "decreasing",
    Status.TOO_EARLY: "too early to say",
    Status.NO_BASELINE: "no baseline",
    Status.NO_TARGET: "no target date",
    Status.NO_DATA: "no data",
    Status.OUT_OF_DATE: "out of date",
    Status.WITHHELD: "withheld",
    Status.UNCERTAIN: "uncertain",
    Status.NOT_COMPARABLE: "not comparable",
    Status.BY_EVIDENCE: "by evidence",
    Status.BY_SURVEY: "by survey",
    Status.NOT_MEASURED: "not measured yet",
    Status.CANNOT_BE: "cannot be measured",
}
"""In the order in which they stand side by side: good news, mixed, bad, then what is unknown."""

MEANINGS: dict[Status, str] = {
    Status.ACHIEVED: "The number that was promised has been reached.",
    Status.ON_TRACK: "At least 95 % of what the straight line to the target asks by now.",
    Status.INCREASING: "Up by at least 1.5 % a year since the baseline.",
    Status.SLIGHTLY_BEHIND: "Between 60 % and 95 % of what the straight line asks by now.",
    Status.STEADY: "Up by less than 1.5 % a year, or changed by no more than chance would.",
    Status.BEHIND: "Less than 60 % of what the straight line to the target asks by now.",
    Status.MOVING_AWAY: "Further from the target than at the start.",
    Status.DECREASING: "Down since the baseline.",
    Status.TOO_EARLY: "There is no full year after the baseline yet.",
    Status.NO_BASELINE: "Nothing is known about where things stood at the start.",
    Status.NO_TARGET: "Neither the promise nor the poster says by when.",
    Status.NO_DATA: "No data have been loaded for this yet; that is not a zero.",
    Status.OUT_OF_DATE: "The data end more than a year ago.",
    Status.WITHHELD: "Fewer than five people, so the figure is not shown.",
    Status.UNCERTAIN: "There are too few cases to tell one status from another.",
    Status.NOT_COMPARABLE: "The way of counting changed in between.",
    Status.BY_EVIDENCE: "Something done: shown by entries in the evidence log.",
    Status.BY_SURVEY: "People have to be asked.",
    Status.NOT_MEASURED: "No indicator has been named for it yet.",
    Status.CANNOT_BE: "There is no way to measure it; the statement says why.",
}

ORDER = tuple(NAMES)


def name(status: Status) -> str:
    return NAMES[status]


def in_order(counts: dict[Status, int]) -> list[tuple[Status, int]]:
    """The states that occur, good news first."""
    return [(status, counts[status]) for status in ORDER if counts.get(status)]
