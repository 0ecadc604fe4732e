"""The words around what review meetings decide."""

from dashboard.language import mark, say
from dashboard.wording import dates
from ingest.decisions import Decision

TITLE = mark("What the review decided")
NONE = mark("No review meeting has decided anything on this statement yet.")
WRITE_DOWN = mark("Write a decision down")
WHAT, WHEN, WHO = mark("What was decided"), mark("On which day"), mark("Which body decided")
WHO_FOR_EXAMPLE = mark("such as: steering group")
HINT = mark("No names of persons: it is kept with its day and stands in the reports.")
KEEP = mark("Keep it")
TAKE_BACK = mark("Take back")
KEPT = mark("The decision is kept.")
TAKEN_BACK = mark("The decision was taken back.")


def when(decision: Decision) -> str:
    """`5 March 2026, steering group`."""
    day = dates.day(decision.decided_on)
    return say("{day}, {body}", day=day, body=decision.by) if decision.by else day


def taking_back(decision: Decision) -> str:
    """For who hears the button without seeing beside what it stands."""
    return say("Take back the decision of {day}", day=dates.day(decision.decided_on))
