"""The words of taking files in, of undoing a load, and of typing evidence in."""

from dashboard.language import mark, say, say_n
from dashboard.wording import dates
from dashboard.wording.about_loads import some
from dashboard.wording.numbers import counted, number
from dashboard.wording.pages import ALL_GROUPS, LEVEL_NAMES
from ingest.loading.undoing import UndoEffect
from ingest.receipt import Receipt
from matrices.model import Level

TITLE = mark("Take in files")
LEAD = mark(
    "Exports of the platform, spreadsheets, badges, filled-in forms. "
    "Nothing is written before you have seen what it would do."
)
READ_ONLY = mark(
    "This dashboard only shows. Files are taken in by those who look after the data, on a dashboard "
    "that may write or with `impact load`."
)
STEPS = (mark("Choose the files"), mark("See what they would do"), mark("Load them"))
STEPS_NAME = mark("Steps")

FILES = mark("Drop files here, or choose them")
CHOOSE_FILES = mark("Choose files")
LARGEST_MEGABYTES = 200
LIMIT = mark(
    "Several at once are fine, each up to {megabytes} MB. Larger files go in faster on the machine "
    "that serves this page:"
)
COMMAND = mark("impact load FILES")
AS_OF = mark("The files tell what happened up to")
AS_OF_HELP = mark(
    "The last day the files speak of. Left empty, it is the newest day in their rows that is not "
    "in the future."
)
BY = mark("Loaded by")
BY_HELP = mark("A name or role that stands in the receipt for as long as the load is kept.")
BY_DEFAULT = mark("dashboard")
CHECK = mark("Check the files")
CHECKING = (mark("Reading and checking every row …"),)
LOADING = (
    mark("Step 1 of 2: reading and checking every row …"),
    mark("Step 2 of 2: working the figures out anew …"),
)
DO_NOT_WAIT = mark("You may leave this page: the load goes on, and it counts wholly or not at all.")

PREVIEW = mark("What the load would do")
BY_RECORD = mark("By record and city")
CITY = mark("City")
NO_CITY = mark("not known yet")
REFUSED_ROWS = mark("refused rows")
NOTHING_CHANGES = (
    "All that can be taken is in already, just so. A load would only say how far the data reach."
)
NOTHING_TAKEN = mark("No row could be taken. A load would keep the refused rows, to be mended.")
WHAT_TO_DO = mark("What to do")
DOWNLOAD_XLSX = mark("Download the refused rows (XLSX)")
PUT_AWAY = mark("Put the files away")
NOT_READ = mark("The files cannot be taken in as they are")
NOTHING_WRITTEN = mark("Nothing was written. What has to be mended:")
START_AGAIN = mark("Choose other files")
TO_THE_RECEIPT = mark("The receipt, with undo")
TO_THE_QUALITY = mark("What to look at in the data now")
MORE = mark("Take in more files")
TYPE_IN = mark("Type in one entry of the evidence log")

UNDO = mark("Undo this load …")
UNDO_TITLE = mark("What undoing would change")
UNDO_LEAD = mark(
    "The figures become as if the load had never been. Its files stay and can be loaded again."
)
GONE, BACK, STAYS = mark("Gone"), mark("As before"), mark("Stays")
WHY = mark("Why is it undone?")
WHY_HELP = mark("It stands with the load for good.")
WHY_MISSING = mark("Say in a few words why, then undo.")
KEEP = mark("Keep the load")
UNDOING = (mark("Working the figures out without it …"),)

EVIDENCE_TITLE = mark("Type in evidence")
EVIDENCE_LEAD = mark(
    "A meeting, a training, a publication: something done, on a day, for statements of a city. "
    "It becomes a load of one row, with a receipt and an undo."
)
KIND, DAY, WHAT, STATEMENTS, PARTICIPANTS, ADDRESS = (
    mark("What it was"),
    mark("When"),
    mark("Title, without names of persons"),
    mark("Statements it serves"),
    mark("How many took part, if known"),
    mark("Where it can be read or seen, if anywhere"),
)
WRITE = mark("Write it into the log")
WRITING = (mark("Writing it down and counting …"),)
TITLE_MISSING = mark("Give it a title.")
LONGEST = 110
CITY_FIRST = mark("Choose a city first; its statements are then listed.")


def limit() -> str:
    return say(LIMIT, megabytes=number(LARGEST_MEGABYTES))


def preview_of(names: tuple[str, ...]) -> str:
    """`activities.csv and 2 more`."""
    return some(names, 1)


def load_rows(receipt: Receipt) -> str:
    """The words on the button."""
    return say_n("Load {count} row", "Load {count} rows", receipt.totals().taken)


def reach(receipt: Receipt) -> str | None:
    if receipt.as_of is None:
        return None
    return say("The files tell what happened up to {day}.", day=dates.day(receipt.as_of))


def is_in(receipt: Receipt) -> str:
    """`Load 4 is in.`"""
    return say("Load {number} is in.", number=receipt.load)


def undo(load: int) -> str:
    return say("Undo load {number}", number=load)


def effect(effects: list[UndoEffect]) -> str:
    """One sentence for all records."""
    gone, back, stays = (
        sum(each.gone for each in effects),
        sum(each.back for each in effects),
        sum(each.stays for each in effects),
    )
    return say(
        "{gone} would be gone, {back} would say again what an earlier load says, and {stays} would "
        "stay, for other loads say them too.",
        gone=counted(gone, "row", "rows"),
        back=number(back),
        stays=number(stays),
    )


def statement(group: str | None, level: Level, text: str) -> str:
    """`Partners, outputs: Learning playlists …`, short enough for a list to choose from."""
    said = " ".join(text.split())
    short = said if len(said) <= LONGEST else f"{said[:LONGEST].rstrip()}…"
    return f"{group or ALL_GROUPS}, {say(LEVEL_NAMES[level]).lower()}: {short}"
