"""Which questions a final report of each action asks, and what of a report answers them.

The order rests on memory of the forms, not on the forms themselves, and every document says so: compare
it with the form of the call.
"""

from dataclasses import dataclass

from dashboard.language import mark
from dashboard.reports.scope import ActionCode


@dataclass(frozen=True)
class Question:
    """One section of a final report."""

    title: str
    blocks: tuple[str, ...]
    """Names of the pieces in `blocks.py` that answer it; none where no data speak of it."""


@dataclass(frozen=True)
class Action:
    """One action of Erasmus+."""

    code: ActionCode
    name: str
    questions: tuple[Question, ...]


CONTEXT = Question(mark("Context"), ("context",))
SUMMARY = Question(mark("Summary"), ("summary",))
PRIORITIES = Question(mark("Priorities"), ("priorities",))
FEWER = Question(mark("Participants with fewer opportunities"), ("fewer_opportunities",))
BUDGET = Question(mark("Budget"), ())
DECLARATION = Question(mark("Annexes and declaration"), ("methods", "provenance"))

OF_YOUTH = (
    CONTEXT,
    SUMMARY,
    Question(mark("Needs and objectives"), ("needs", "standing")),
    Question(mark("Organisations and cooperation"), ("organisations",)),
    Question(mark("Participants"), ("participants",)),
    FEWER,
    Question(mark("Preparation, activities and follow-up"), ("activities", "lower_levels")),
    Question(mark("Learning outcomes and recognition"), ("outcomes",)),
    PRIORITIES,
    Question(mark("Impact on participants, organisations and the city"), ("impact",)),
    Question(mark("Dissemination and evidence"), ("evidence", "decisions")),
    Question(mark("Safety and protection"), ()),
    BUDGET,
    DECLARATION,
)
OF_PARTNERSHIPS = (
    CONTEXT,
    SUMMARY,
    Question(mark("Relevance: needs, and objectives reached"), ("needs", "standing")),
    Question(
        mark("Work packages: activities, results and indicators"), ("lower_levels", "activities")
    ),
    Question(mark("Target groups and numbers"), ("target_groups", "participants")),
    FEWER,
    Question(mark("Partnership"), ("organisations",)),
    Question(mark("Management, quality and evaluation"), ("quality", "decisions")),
    Question(mark("Impact"), ("impact", "outcomes")),
    Question(mark("Sharing and sustainability"), ("evidence",)),
    PRIORITIES,
    Question(mark("Costs"), ()),
    DECLARATION,
)

ACTIONS: dict[ActionCode, Action] = {
    action.code: action
    for action in (
        Action("KA152", mark("Youth exchanges"), OF_YOUTH),
        Action("KA153", mark("Mobility of youth workers"), OF_YOUTH),
        Action("KA154", mark("Youth participation activities"), OF_YOUTH),
        Action("KA210", mark("Small-scale partnerships"), OF_PARTNERSHIPS),
        Action("KA220", mark("Cooperation partnerships"), OF_PARTNERSHIPS),
    )
}
