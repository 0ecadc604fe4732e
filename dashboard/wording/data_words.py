"""What tables, columns and groups of the data are called where people read them."""

from dashboard.language import mark, say

RECORDS = (
    mark("organisations"),
    mark("activities"),
    mark("activity skills"),
    mark("playlists"),
    mark("playlist activities"),
    mark("badge classes"),
    mark("badge skills"),
    mark("awards"),
    mark("participations"),
    mark("activity counters"),
    mark("counts"),
    mark("evidence"),
)
COLUMNS = (
    mark("format"),
    mark("type"),
    mark("category"),
    mark("organisation category"),
    mark("framework"),
    mark("kind"),
    mark("method"),
    mark("starts on"),
    mark("ends on"),
    mark("joined on"),
    mark("issued on"),
    mark("held on"),
    mark("created on"),
    mark("age"),
)
MEMBERS = (
    mark("event"),
    mark("internship"),
    mark("volunteering"),
    mark("online"),
    mark("in person"),
    mark("youth project"),
    mark("open space"),
    mark("course"),
    mark("workshop"),
    mark("email"),
    mark("code"),
    mark("import"),
    mark("meeting"),
    mark("training"),
    mark("publication"),
    mark("survey"),
    mark("story"),
    mark("document"),
)
"""What is not in these lists came with a file, and is said in the file's own words."""


def record(name: str) -> str:
    """A table's name in words: `playlist activities`."""
    return say(_plain(name))


def column(name: str) -> str:
    """A column's name in words: `organisation category`."""
    return say(_plain(name.removeprefix("is_")))


def member(name: str) -> str:
    """A group's name in words: `in person`."""
    return say(_plain(name)) if name else say("not known")


def sentence_case(words: str) -> str:
    """With a capital at the beginning; what follows stays as it is."""
    return words[:1].upper() + words[1:]


def _plain(name: str) -> str:
    return name.replace("_", " ")
