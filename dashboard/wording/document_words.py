"""The words of the document that follows a final report's questions."""

from dashboard.language import mark, say, say_n
from dashboard.wording.numbers import number

CONTENTS = mark("Contents")
NOTHING_HERE = mark("No data of Impact Matrix speak of this; it is to be written by hand.")
LAYOUT = mark(
    "The order of the questions was written down from memory of the final report of {action} ({name}), not "
    "from the form itself. Compare it with the form of your call before anything is handed in."
)
DRAFT = mark(
    "Every sentence was made from the figures; none says more than they do. What nobody counted has to "
    "be told by people."
)
FIELD = mark("Text for the field: {field}")
FITS = mark("{count} of {limit} characters.")
TOO_LONG = mark("{count} characters, and the field takes {limit}. A shorter version follows.")
SHORTER = mark("Shorter version")
HOW_COUNTED = mark("Spaces count, and a line break counts as two. Source of the limit: {source}.")
FIELD_SUMMARY, FIELD_NEEDS, FIELD_IMPACT = (
    mark("summary"),
    mark("needs analysis"),
    mark("impact"),
)

GOAL = mark("The goal of the strategy: {goal}")
WHOM = mark("It turns to these target groups: {groups}.")
AT_START = mark("Where things stood at the start:")
BY_LEVEL = mark("{level} ({horizon})")

WHAT, VALUE = mark("What"), mark("Value")
CITY, PERIOD, FIGURES, MATRIX = mark("City"), mark("Report period"), mark("Figures"), mark("Matrix")
SIMULATED = mark("Simulated")

STATEMENT, BASELINE, PROMISED, NEWEST = (
    mark("Statement and indicator"),
    mark("Baseline"),
    mark("Promised"),
    mark("Newest figure"),
)
STATUS, SOURCE = mark("Status"), mark("Source of verification")
HOW_MANY = mark("Statements")
GROUP, STANDING = mark("Target group"), mark("How they stand")
STATEMENTS_OF_GROUPS = mark("Target groups with the standing of their statements")
ALL_STANDING = mark("How many statements stand where")
MEANING = mark("What it means")

INDICATOR, OF_THEM = mark("What is counted"), mark("Of them")
PEOPLE_NOTE = mark(
    "People are counted once in each year and group, so years and groups do not add up. Participations count "
    "each time somebody takes part. Withheld: too few people, or a number from which such a one could be worked "
    "out. `As of` a day: what was published then, because too few people were added since."
)
NO_PEOPLE = mark("No figures on participants have been loaded.")
NO_FEWER = mark(
    "No counts of people with fewer opportunities have been loaded. They come as counts of groups (`impact template "
    "counts`), never person by person."
)
NO_FIGURES = mark("No figures for this have been loaded.")
NO_PRIORITIES = mark("No statement is aligned to a priority or goal of a framework.")
PRIORITIES_NOTE = mark(
    "A statement may serve several goals and counts for each: they do not add up."
)
FRAMEWORK, SERVES = mark("Framework"), mark("Priority or goal")

EVIDENCE_NOTE = mark("From the evidence log, in the report period.")
DAY, KIND, ENTRY, SERVED = mark("Day"), mark("Kind"), mark("What"), mark("Statements it serves")
NO_EVIDENCE = mark("The evidence log has no entry of this period.")
DECIDED = mark("What was decided")
NO_DECISIONS = mark("No review meeting has decided anything on these statements.")
NO_FINDINGS = mark("Nothing in the data stood out.")
QUALITY_NOTE = mark("What in the data deserves a second look. Nothing of it changes a figure.")
MOST_FINDINGS = mark("The first {shown} of {all} are listed; the workbook has them all.")

METHODS = mark("How it was judged and counted")
SOURCES = mark("What it was made from")
LOAD, FILES, TAKEN_IN, ROWS = mark("Load"), mark("Files"), mark("Taken in"), mark("Rows")
SHARE = mark("{part} of {whole}")


def title(name: str) -> str:
    return say("{name}: final report, draft from the figures", name=name)


def lead(action: str, name: str) -> str:
    """`KA220 · Cooperation partnerships`."""
    return f"{action} · {name}"


def activities(count: int) -> str:
    return say_n(
        "{count} activity began in the report period; the workbook lists it.",
        "{count} activities began in the report period; the workbook lists them.",
        count,
    )


def left_out(count: int) -> str:
    return say_n(
        "{count} sentence was left out; it stands in the long version.",
        "{count} sentences were left out; they stand in the long version.",
        count,
    )


def share(part: float | None, whole: float | None) -> str:
    """`12 of 48`, what a share is made of; empty where it is not shown."""
    if part is None or not whole:
        return ""
    return say(SHARE, part=number(part), whole=number(whole))
