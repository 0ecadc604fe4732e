"""The form for the evidence log: things done, dated, each with the statements that it serves."""

from dataclasses import dataclass
from datetime import date

from ingest.records import RECORDS
from ingest.templates.figures import CITY, SIMULATED
from ingest.templates.form import Cell, Explained, Form, Heading, Ink, Line, with_text

KIND = Heading("Kind", "What it was.", 13, choices="kinds", only_choices=True)
HELD_ON = Heading(
    "Held on", "The day it happened or was published, not before it did.", 12, written="day"
)
TITLE = Heading("Title", "What it was about, without names of persons.", 44)
STATEMENTS = Heading(
    "Statements",
    "The statement of the matrix that it serves. Of several, choose one, then type ; and the "
    "identifier of the next. The sheet How to fill this in has them all.",
    52,
    choices="statements",
)
PARTICIPANTS = Heading(
    "Participants", "How many people took part; empty where not known.", 13, written="whole"
)
URL = Heading("URL", "The address where it can be read or seen.", 30)
IDENTIFIER = Heading(
    "Evidence id",
    "Made when the file is loaded. It stays, so that a line can be corrected later.",
    14,
    is_locked=True,
)

HEADINGS = (CITY, KIND, HELD_ON, TITLE, STATEMENTS, PARTICIPANTS, URL, IDENTIFIER)

STEPS = (
    "A line for each thing done: a meeting, a training, a publication, a survey, a story, a document.",
    "Choose the statement that it serves; of several, type a semicolon and the next identifier.",
    "No names of persons, neither in the title nor in the address.",
    "Entries that are in the log already are filled in; correct them where they are wrong.",
    "Save the file as it is, as .xlsx, and hand it in: `impact load FILE`, or in the dashboard.",
)


@dataclass(frozen=True)
class Entry:
    """A line of the log that is there already."""

    evidence_id: str
    kind: str
    held_on: date
    title: str
    statements: tuple[str, ...]
    participants: int | None
    url: str | None
    is_simulated: bool = False


@dataclass(frozen=True)
class EvidenceQuestion:
    """What the form for the evidence log is to ask of one city."""

    city: str
    city_name: str
    statements: dict[str, str]
    """Identifier to text."""
    known: tuple[Entry, ...]


def kinds() -> tuple[str, ...]:
    """What an entry of the log can be."""
    columns = {column.name: column for column in RECORDS["evidence"].loaded_columns()}
    return columns["kind"].kind.choices


def evidence_form(question: EvidenceQuestion) -> Form:
    """The form; the entries of the log are in it."""
    is_simulated = any(entry.is_simulated for entry in question.known)
    return Form(
        sheet="Evidence",
        title=f"{question.city_name}: evidence log",
        hint="One line a thing done. Grey lines are in the log already and can be corrected.",
        headings=(*HEADINGS, SIMULATED) if is_simulated else HEADINGS,
        lines=tuple(_line(question.city, entry) for entry in question.known),
        spare=Line({CITY.text: question.city}, {CITY.text: "given"}),
        choices={
            "city": (question.city,),
            "kinds": kinds(),
            "statements": tuple(with_text(*each) for each in question.statements.items()),
        },
        steps=STEPS,
        explained_by=("Statement", "Its text on the poster"),
        explained=tuple(Explained(each) for each in question.statements.items()),
    )


def _line(city: str, entry: Entry) -> Line:
    cells: dict[str, Cell] = {
        CITY.text: city,
        KIND.text: entry.kind,
        HELD_ON.text: entry.held_on.isoformat(),
        TITLE.text: entry.title,
        STATEMENTS.text: "; ".join(entry.statements) or None,
        PARTICIPANTS.text: entry.participants,
        URL.text: entry.url,
        IDENTIFIER.text: entry.evidence_id,
    }
    if entry.is_simulated:
        cells[SIMULATED.text] = "yes"
    inks: dict[str, Ink] = {name: "known" for name, value in cells.items() if value is not None}
    return Line(cells, inks | {CITY.text: "given", IDENTIFIER.text: "closed"})
