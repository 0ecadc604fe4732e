"""The words of the page on which a matrix is changed."""

from dashboard.language import mark, say, say_n
from dashboard.wording import dates
from dashboard.wording.indicator_words import name_of
from dashboard.wording.promises import promised
from matrices.diff import MatrixDiff, place
from matrices.editing.history import BY_HAND, Saved
from matrices.model import Measured, Promise
from metrics.definition import Indicator

TITLE = mark("Change a matrix")
LEAD = mark(
    "Everything is checked before it is saved, the version before is kept, and what somebody "
    "else changes meanwhile stays."
)
READ_ONLY = mark("Matrices cannot be changed here: this dashboard only shows.")
WHICH = mark("Which statement")
A_NEW_ONE = mark("A new statement")
CHOOSE = mark("Choose a statement")
WHAT = mark("What to change")
WORDS, PROMISE, MEASURED = mark("Its words"), mark("Its promise"), mark("How it is followed")
SENTENCE = mark("The sentence")
INDICATOR, CHOOSE_AN_INDICATOR = mark("Indicator"), mark("Choose an indicator")
TARGET = mark("What is promised")
TARGET_HELP = mark(
    "`increase` or `decrease`, a number such as `10`, `at least 10` or `at most 5`, a share such "
    "as `50 %`, or a number to hold: `keep at least 20`."
)
BY, BY_HELP = mark("By when"), mark("A year, a month or a day: `2027`, `2027-06`, `2027-06-30`.")
SINCE = mark("In force since")
REASON = mark("Why the promise changes")
REASON_HELP = mark("It stands beside the promise from now on; the promise before is kept.")
GROUP, LEVEL = mark("Target group"), mark("Level")
HOW = mark("How it is followed")
WHY_NOT = mark("Why it cannot be measured")
WAYS = {
    "not yet": mark("not measured yet"),
    "by evidence": mark("by evidence"),
    "by survey": mark("by survey"),
    "cannot be": mark("cannot be measured"),
}
WHAT_WOULD_CHANGE = mark("What would change")
NOTHING_YET = mark("Nothing yet: change something above.")
WRONG = mark("This cannot be saved yet")
IN_THE_FILE = mark("The lines of the file")
WHY = mark("A word for the history, if it needs one")
SAVE = mark("Save")
SAVING = (mark("Saving, and working the figures out anew"),)
SAVED = mark("Saved. All figures follow the matrix as it is now.")
LOOK = mark("See the statement")
START_AGAIN = mark("Look at it as it is now")
HISTORY = mark("Earlier versions")
NO_HISTORY = mark("Nothing has been changed here yet.")
AS_IT_BEGAN = mark("as it began")
BY_SOMEBODY = mark("changed in the file by hand")
ADDED, REMOVED = mark("New"), mark("Taken out")
REWORDED, MOVED = mark("Other words"), mark("Moved")
FOLLOWED = mark("Followed otherwise")
LINKED, UNLINKED = mark("Counted from now on"), mark("No longer counted")
PROMISED = mark("Promised otherwise")
HISTORY_COLUMNS = (mark("Version"), mark("When"), mark("What for"))

_MEASURED: dict[Measured, str] = {
    "by_indicator": mark("in figures"),
    "by_evidence": mark("by evidence"),
    "by_survey": mark("by survey"),
    "not_yet": mark("not measured yet"),
    "cannot_be": mark("cannot be measured"),
}


def promised_now(promise: Promise, indicator: Indicator) -> str:
    """What the new promise takes the place of."""
    return say("Promised now: {promise}.", promise=promised(promise, indicator))


def title(place_name: str) -> str:
    return say("Change the matrix of {city}", city=place_name)


def change_count(count: int) -> str:
    return say_n("{count} change", "{count} changes", count)


def version_note(saved: Saved) -> str:
    """What a version was for, in the words of who saved it."""
    if saved.version == 0:
        return say(AS_IT_BEGAN)
    if saved.by == BY_HAND:
        return say(BY_SOMEBODY)
    return saved.why or "–"


def put_back(saved: Saved) -> str:
    return say("Put version {version} back", version=saved.version)


def was_put_back(version: int) -> str:
    """The word for the history."""
    return say("version {version} put back", version=version)


def when(saved: Saved) -> str:
    return dates.moment(saved.at)


Told = tuple[str, str, str | None, str | None]
"""What kind of change, of which statement, and the words before and after."""


def changes(diff: MatrixDiff, indicators: dict[str, Indicator]) -> list[Told]:
    """Every change in words, for people who never see the file."""
    return [*_statements(diff), *_followed(diff), *_promises(diff, indicators)]


def _statements(diff: MatrixDiff) -> list[Told]:
    added: list[Told] = [(ADDED, place(s), None, s.text.strip()) for s in diff.added]
    removed: list[Told] = [(REMOVED, place(s), s.text.strip(), None) for s in diff.removed]
    moved: list[Told] = [(MOVED, each.after, each.before, each.after) for each in diff.moved]
    reworded: list[Told] = [
        (REWORDED, each.statement, each.before.strip(), each.after.strip())
        for each in diff.reworded
    ]
    return [*added, *removed, *moved, *reworded]


def _followed(diff: MatrixDiff) -> list[Told]:
    return [
        (FOLLOWED, each.statement, say(_MEASURED[each.before]), say(_MEASURED[each.after]))
        for each in diff.measured
    ]


def _promises(diff: MatrixDiff, indicators: dict[str, Indicator]) -> list[Told]:
    def told(name: str, promise: Promise) -> str:
        indicator = indicators[name]
        why = f" ({promise.reason.strip()})" if promise.reason else ""
        return f"{name_of(indicator)}: {promised(promise, indicator)}{why}"

    linked: list[Told] = [
        (LINKED, each.statement, None, told(each.indicator, each.promise)) for each in diff.linked
    ]
    unlinked: list[Told] = [
        (UNLINKED, each.statement, told(each.indicator, each.promise), None)
        for each in diff.unlinked
    ]
    changed: list[Told] = [
        (
            PROMISED,
            each.statement,
            told(each.indicator, each.before[-1]),
            told(each.indicator, each.after[-1]),
        )
        for each in diff.promises
    ]
    return [*linked, *unlinked, *changed]
