"""The words of taking files in, of undoing a load, and of typing evidence in."""

from dashboard.wording import dates
from dashboard.wording.numbers import counted, number
from dashboard.wording.pages import ALL_GROUPS, LEVEL_NAMES
from ingest.loading.undoing import UndoEffect
from ingest.receipt import Receipt
from matrices.model import Level

TITLE = "Take in files"
LEAD = (
    "Exports of the platform, spreadsheets, badges, filled-in forms. "
    "Nothing is written before you have seen what it would do."
)
READ_ONLY = (
    "This dashboard only shows. Files are taken in by those who look after the data, on a dashboard "
    "that may write or with `impact load`."
)
STEPS = ("Choose the files", "See what they would do", "Load")
STEPS_NAME = "Steps"

FILES = "Drop files here, or choose them"
LARGEST_MEGABYTES = 200
LIMIT = "Several at once are fine. Larger files go in faster on the machine that serves this page:"
COMMAND = "impact load FILES"
AS_OF = "The files tell what happened up to"
AS_OF_HELP = (
    "The last day the files speak of. Left empty, it is the newest day in their rows that is not "
    "in the future."
)
BY = "Loaded by"
BY_HELP = "A name or role that stands in the receipt for as long as the load is kept."
BY_DEFAULT = "dashboard"
CHECK = "Check the files"
CHECKING = ("Reading and checking every row …",)
LOADING = (
    "Step 1 of 2: reading and checking every row …",
    "Step 2 of 2: working the figures out anew …",
)
DO_NOT_WAIT = "You may leave this page: the load goes on, and it counts wholly or not at all."

PREVIEW = "What the load would do"
BY_RECORD = "By record and city"
CITY = "City"
NO_CITY = "not known yet"
REFUSED_ROWS = "refused rows"
NOTHING_CHANGES = (
    "All that can be taken is in already, just so. A load would only say how far the data reach."
)
NOTHING_TAKEN = "No row could be taken. A load would keep the refused rows, to be mended."
WHAT_TO_DO = "What to do"
DOWNLOAD_XLSX = "Download the refused rows (XLSX)"
LOAD_NOW = "Load"
PUT_AWAY = "Put the files away"
NOT_READ = "The files cannot be taken in as they are"
NOTHING_WRITTEN = "Nothing was written. What has to be mended:"
START_AGAIN = "Choose other files"
TO_THE_RECEIPT = "The receipt, with undo"
TO_THE_QUALITY = "What to look at in the data now"
MORE = "Take in more files"
TYPE_IN = "Type in one entry of the evidence log"

UNDO = "Undo this load …"
UNDO_TITLE = "What undoing would change"
UNDO_LEAD = (
    "The figures become as if the load had never been. Its files stay and can be loaded again."
)
GONE, BACK, STAYS = "Gone", "As before", "Stays"
WHY = "Why is it undone?"
WHY_HELP = "It stands with the load for good."
WHY_MISSING = "Say in a few words why, then undo."
KEEP = "Keep the load"
UNDOING = ("Working the figures out without it …",)

EVIDENCE_TITLE = "Type in evidence"
EVIDENCE_LEAD = (
    "A meeting, a training, a publication: something done, on a day, for statements of a city. "
    "It becomes a load of one row, with a receipt and an undo."
)
KIND, DAY, WHAT, STATEMENTS, PARTICIPANTS, ADDRESS = (
    "What it was",
    "When",
    "Title, without names of persons",
    "Statements it serves",
    "How many took part, if known",
    "Where it can be read or seen, if anywhere",
)
WRITE = "Write it into the log"
WRITING = ("Writing it down and counting …",)
TITLE_MISSING = "Give it a title."
LONGEST = 110
CITY_FIRST = "Choose a city first; its statements are then listed."


def preview_of(names: tuple[str, ...]) -> str:
    """`activities.csv and 2 more`."""
    more = len(names) - 1
    return f"{names[0]} and {number(more)} more" if more else names[0]


def load_rows(receipt: Receipt) -> str:
    """The words on the button."""
    return f"{LOAD_NOW} {counted(receipt.totals().taken, 'row', 'rows')}"


def reach(receipt: Receipt) -> str | None:
    if receipt.as_of is None:
        return None
    return f"The files tell what happened up to {dates.day(receipt.as_of)}."


def is_in(receipt: Receipt) -> str:
    """`Load 4 is in.`"""
    return f"Load {receipt.load} is in."


def undo(load: int) -> str:
    return f"Undo load {load}"


def effect(effects: list[UndoEffect]) -> str:
    """One sentence for all records."""
    gone, back, stays = (
        sum(each.gone for each in effects),
        sum(each.back for each in effects),
        sum(each.stays for each in effects),
    )
    return (
        f"{counted(gone, 'row', 'rows')} would be gone, {number(back)} would say again what an "
        f"earlier load says, and {number(stays)} would stay, for other loads say them too."
    )


def statement(group: str | None, level: Level, text: str) -> str:
    """`Partners, outputs: Learning playlists …`, short enough for a list to choose from."""
    said = " ".join(text.split())
    short = said if len(said) <= LONGEST else f"{said[:LONGEST].rstrip()}…"
    return f"{group or ALL_GROUPS}, {LEVEL_NAMES[level].lower()}: {short}"
