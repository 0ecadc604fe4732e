"""The form for surveys: a question, how many answered, and how many agreed."""

from dataclasses import dataclass

from ingest.templates.figures import (
    BROKEN_DOWN_BY,
    CITY,
    GROUP,
    SIMULATED,
    Asked,
    Breakdown,
    KnownFigure,
    breakdown_choices,
    plain,
)
from ingest.templates.form import Cell, Explained, Form, Heading, Ink, Line, with_text

QUESTION = Heading(
    "Question",
    "What was asked. Each question in full stands on the sheet How to fill this in.",
    52,
    choices="questions",
    only_choices=True,
)
HELD_ON = Heading(
    "Held on",
    "The day, as 2024-05-31; it counts in its quarter. Or the period: 2024, 2024-Q2 or 2024-05.",
    14,
)
ANSWERS = Heading("Answers", "How many people answered this question.", 11, written="whole")
AGREE = Heading(
    "Those who agree",
    "How many of those who answered agree; never more than the answers.",
    12,
    written="whole",
    at_most="Answers",
)
NOTE = Heading("How it was asked", "By post, at an event, on line; no names of persons.", 34)
KNOWN_FROM = Heading("Known from", "Where a line that is filled in comes from.", 20, is_locked=True)

HEADINGS = (
    *(CITY, QUESTION, HELD_ON, ANSWERS, AGREE),
    *(BROKEN_DOWN_BY, GROUP, NOTE, KNOWN_FROM),
)

STEPS = (
    "A line for each question that was asked and each time that it was asked.",
    (
        "Answers is how many people answered the question, Those who agree how many of them agreed. "
        "Whoever did not answer is not counted at all."
    ),
    (
        "For a group only, such as women, add a line with Broken down by and Group; the line for "
        "everybody stays."
    ),
    "Two surveys with the same question in the same quarter go on one line, added up.",
    "Where too few people gave an answer the figure is withheld wherever it would be shown.",
    "Save the file as it is, as .xlsx, and hand it in: `impact load FILE`, or in the dashboard.",
)


@dataclass(frozen=True)
class SurveyQuestion:
    """What the form for surveys is to ask of one city."""

    city: str
    city_name: str
    asked: tuple[Asked, ...]
    without_question: tuple[str, ...]
    """The texts of statements that a survey is to show and no indicator asks about yet."""
    breakdowns: tuple[Breakdown, ...]
    known: tuple[KnownFigure, ...]


def survey_form(question: SurveyQuestion) -> Form:
    """The form; what was reported before is in it."""
    labels = {asked.identifier: with_text(asked.identifier, asked.name) for asked in question.asked}
    reported = [known for known in question.known if known.origin == "reported"]
    is_simulated = any(known.is_simulated for known in reported)
    return Form(
        sheet="Survey",
        title=f"{question.city_name}: survey results",
        hint="One line a question. Who agrees is never more than who answered.",
        headings=(*HEADINGS, SIMULATED) if is_simulated else HEADINGS,
        lines=tuple(_line(question.city, labels[known.indicator], known) for known in reported),
        spare=Line({CITY.text: question.city}, {CITY.text: "given"}),
        choices={
            "city": (question.city,),
            "questions": tuple(labels.values()),
            **breakdown_choices(question.breakdowns),
        },
        steps=STEPS,
        explained_by=("Question", "What is asked", "To know", "Shows"),
        explained=(
            *(_explained(asked, labels[asked.identifier]) for asked in question.asked),
            *(
                Explained(("no question yet", "", _NO_QUESTION, t))
                for t in question.without_question
            ),
        ),
    )


_NO_QUESTION = "A survey is to show this; name an indicator for it in the matrix first."


def _line(city: str, label: str, known: KnownFigure) -> Line:
    cells: dict[str, Cell] = {
        CITY.text: city,
        QUESTION.text: label,
        HELD_ON.text: known.period,
        ANSWERS.text: plain(known.denominator),
        AGREE.text: plain(known.numerator),
        BROKEN_DOWN_BY.text: known.disaggregation,
        GROUP.text: known.member,
        NOTE.text: known.note,
        KNOWN_FROM.text: f"reported in load {known.load}",
    }
    if known.is_simulated:
        cells[SIMULATED.text] = "yes"
    inks: dict[str, Ink] = {name: "known" for name, value in cells.items() if value is not None}
    return Line(cells, inks | {CITY.text: "given", KNOWN_FROM.text: "closed"})


def _explained(asked: Asked, label: str) -> Explained:
    return Explained((label, asked.question, asked.caveats, "\n".join(asked.promised_by)))
