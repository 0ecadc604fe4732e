"""The form for counts: a line for each promised indicator and year, and empty ones below."""

from collections.abc import Iterator
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

INDICATOR = Heading(
    "What is counted",
    "The indicator. What it means stands on the sheet How to fill this in.",
    42,
    choices="indicators",
    only_choices=True,
)
PERIOD = Heading(
    "Period",
    "A year, a quarter or a month: 2024, 2024-Q3 or 2024-05. Choose one or type another.",
    11,
    choices="periods",
)
FIGURE = Heading(
    "Figure",
    "How many there were in the period, digits only. Leave it empty where nothing is known: empty "
    "is not zero. For a share leave it empty and fill in the next two.",
    12,
    written="number",
)
NUMERATOR = Heading("How many", "Of a share: how many of them.", 12, written="number")
DENOMINATOR = Heading(
    "Out of how many", "Of a share: how many there were in all.", 14, written="number"
)
NOTE = Heading("How it was counted", "Where the figure comes from; no names of persons.", 34)
KNOWN = Heading(
    "Already known",
    "What is known without this form; nothing to be filled in, and never read back.",
    18,
    is_locked=True,
)
KNOWN_FROM = Heading("Known from", "Where that figure comes from.", 24, is_locked=True)

HEADINGS = (
    *(CITY, INDICATOR, PERIOD, FIGURE, NUMERATOR, DENOMINATOR),
    *(BROKEN_DOWN_BY, GROUP, NOTE, KNOWN, KNOWN_FROM),
)

STEPS = (
    "Fill in the white cells of the sheet Counts. Grey cells are known already or not needed.",
    (
        "A figure that counts something goes under Figure. Of a share fill in How many and Out of how "
        "many; the share itself is worked out."
    ),
    "Leave what you do not know empty: an empty line is skipped, and empty is not zero.",
    (
        "A figure for a group only, such as people of 15 to 29, goes on a line of its own at the end, "
        "with Broken down by and Group."
    ),
    (
        "Figures counted from the platform's own rows stand under Already known and are never read "
        "back. What was reported before is filled in; change it where it was wrong."
    ),
    "Save the file as it is, as .xlsx, and hand it in: `impact load FILE`, or in the dashboard.",
)


@dataclass(frozen=True)
class CountsQuestion:
    """What the form for counts is to ask of one city."""

    city: str
    city_name: str
    asked: tuple[Asked, ...]
    years: tuple[str, ...]
    """The periods that have a line of their own, of every indicator that is promised."""
    periods: tuple[str, ...]
    """The periods of the drop-down."""
    breakdowns: tuple[Breakdown, ...]
    known: tuple[KnownFigure, ...]


def counts_form(question: CountsQuestion) -> Form:
    """The form; what is known already is in it."""
    labels = {asked.identifier: with_text(asked.identifier, asked.name) for asked in question.asked}
    is_simulated = any(known.is_simulated for known in question.known)
    return Form(
        sheet="Counts",
        title=f"{question.city_name}: counts",
        hint="White cells are to be filled in. What each indicator counts stands on the next sheet.",
        headings=(*HEADINGS, SIMULATED) if is_simulated else HEADINGS,
        lines=tuple(sorted(_lines(question, labels), key=_needs_nothing)),
        spare=Line({CITY.text: question.city}, {CITY.text: "given"}),
        choices={
            "city": (question.city,),
            "indicators": tuple(labels.values()),
            "periods": question.periods,
            **breakdown_choices(question.breakdowns),
        },
        steps=STEPS,
        explained_by=("Indicator", "What is counted", "How to give it", "To know", "Promised by"),
        explained=tuple(_explained(asked, labels[asked.identifier]) for asked in question.asked),
    )


def _needs_nothing(line: Line) -> bool:
    """What is to be filled in, or may be, stands above what is counted already."""
    return all(line.inks.get(each.text) == "closed" for each in (FIGURE, NUMERATOR, DENOMINATOR))


def _lines(question: CountsQuestion, labels: dict[str, str]) -> Iterator[Line]:
    whole = {(k.indicator, k.period): k for k in question.known if k.disaggregation is None}
    for asked in question.asked:
        label = labels[asked.identifier]
        years = dict.fromkeys(question.years if asked.promised_by else ())
        others = (period for name, period in whole if name == asked.identifier)
        for period in sorted(years | dict.fromkeys(others)):
            yield _line(question.city, asked, label, whole.get((asked.identifier, period)), period)
        for known in question.known:
            if known.indicator == asked.identifier and known.disaggregation is not None:
                yield _line(question.city, asked, label, known, known.period)


def _line(city: str, asked: Asked, label: str, known: KnownFigure | None, period: str) -> Line:
    about: dict[str, Cell] = {CITY.text: city, INDICATOR.text: label, PERIOD.text: period}
    inks: dict[str, Ink] = dict.fromkeys(about, "given")
    inputs = (FIGURE, NUMERATOR, DENOMINATOR, BROKEN_DOWN_BY, GROUP, NOTE)
    unneeded = (FIGURE,) if asked.is_share else (NUMERATOR, DENOMINATOR)
    unneeded = (*unneeded, BROKEN_DOWN_BY, GROUP)
    if known is None:
        return Line(about, inks | {heading.text: "closed" for heading in unneeded})
    if known.origin == "computed":
        closed: dict[str, Ink] = {heading.text: "closed" for heading in inputs}
        return Line(about | _told(known), inks | closed)
    if known.origin == "withheld":
        closed = {heading.text: "closed" for heading in unneeded}
        return Line(about | _told(known), inks | closed)
    filled = _filled(known)
    marks: dict[str, Ink] = {
        heading.text: "known" if filled.get(heading.text) is not None else "open"
        for heading in inputs
    }
    return Line(about | filled | _told(known), inks | marks)


def _filled(known: KnownFigure) -> dict[str, Cell]:
    """What was reported before, in the cells that are read."""
    simulated = {SIMULATED.text: "yes"} if known.is_simulated else {}
    return {
        FIGURE.text: plain(known.value),
        NUMERATOR.text: plain(known.numerator),
        DENOMINATOR.text: plain(known.denominator),
        BROKEN_DOWN_BY.text: known.disaggregation,
        GROUP.text: known.member,
        NOTE.text: known.note,
        **simulated,
    }


def _told(known: KnownFigure) -> dict[str, Cell]:
    """What stands in the two columns that are never read."""
    if known.origin == "withheld":
        return {KNOWN.text: "withheld", KNOWN_FROM.text: "too few people to be shown"}
    if known.origin == "reported":
        return {KNOWN_FROM.text: f"reported in load {known.load}"}
    so_far = "" if known.is_complete else ", so far"
    return {KNOWN.text: _figure(known), KNOWN_FROM.text: f"counted from the rows{so_far}"}


def _figure(known: KnownFigure) -> Cell:
    if known.denominator is None:
        return plain(known.value)
    share = "no share" if known.value is None else f"{known.value:.1f} %"
    return f"{share} ({known.numerator:g} of {known.denominator:g})"


def _explained(asked: Asked, label: str) -> Explained:
    way = f"a figure, in {asked.unit}"
    if asked.is_share:
        words = (": how many ", ", out of how many ") if asked.parts else ()
        parts = "".join(f"{word}{part}" for word, part in zip(words, asked.parts, strict=True))
        way = f"a share{parts}" if parts else "a share: how many, and out of how many"
    return Explained((label, asked.question, way, asked.caveats, "\n".join(asked.promised_by)))
