"""Things done, dated, and a few figures reported from before the platform."""

from collections.abc import Iterator
from datetime import date
from random import Random

from ingest.simulation.plans import Plan
from ingest.simulation.rations import Ration
from ingest.simulation.rows import CountRow, EvidenceRow
from ingest.simulation.stories import Story
from matrices.declarations import load_matrix
from matrices.home import packaged

A_MONTH = 0.5
"""Entries in a usual month of a usual year."""

TITLES: dict[str, tuple[str, ...]] = {
    "meeting": (
        "Round table with learning providers",
        "Information meeting for new organisations",
        "Meeting with the municipality on open badges",
        "Discussion with schools and employers",
    ),
    "training": (
        "Training: using the platform and issuing badges",
        "Workshop for youth workers on quality activities",
        "Training: writing good learning outcomes",
    ),
    "publication": ("Newsletter on learning opportunities", "Leaflet on 21st-century skills"),
    "survey": ("Survey of young people's learning needs", "Survey of providers after the summer"),
    "story": ("A learner's path through a playlist", "How a library became a learning provider"),
    "document": ("Agreement on a common quality standard", "Report of the focus groups"),
}
"""By kind, what it was about; never a person."""

HOW_OFTEN = {
    "meeting": 40,
    "training": 25,
    "publication": 10,
    "survey": 8,
    "story": 10,
    "document": 7,
}

CLUES: dict[str, tuple[str, ...]] = {
    "training": ("train", "how to use", "skills to"),
    "survey": ("survey", "focus group", "mapping", "research"),
    "publication": ("promot", "inform", "campaign"),
    "document": ("agree", "agenda", "strategy"),
    "story": ("visuali", "success"),
}
"""Words in a statement that tell which kind of entry shows it done; without one, meetings do."""

WITH_PEOPLE = ("meeting", "training", "survey")

REPORTED = {"turin": {"2019": 0.08, "2020": 0.05}}
"""City and year to learners on paper sign-up lists, as a share of the learners since."""


def evidence(plan: Plan, random: Random) -> Iterator[EvidenceRow]:
    """The city's log of things done, in order of date; nothing while the city is closed."""
    served, due = _served(plan.story.city), Ration()
    for number, day in enumerate(_days(plan, due, random), start=1):
        kind = random.choices(list(HOW_OFTEN), weights=list(HOW_OFTEN.values()))[0]
        statements = random.sample(served[kind], min(len(served[kind]), random.choice((0, 1, 2))))
        yield _entry(plan.story, number, kind, day, tuple(statements), random)


def counts(plan: Plan) -> Iterator[CountRow]:
    """Learners from before the platform, where a city reported any."""
    for year, share in REPORTED.get(plan.story.city, {}).items():
        yield CountRow(
            city=plan.story.city,
            indicator="learners",
            period=year,
            value=round(plan.learners * share),
            numerator=None,
            denominator=None,
            disaggregation=None,
            member=None,
            note="Counted from sign-up lists on paper, before the platform",
        )


def _days(plan: Plan, due: Ration, random: Random) -> Iterator[date]:
    for month in (offer.month for offer in plan.offers):
        days = range(month.first.day, month.last.day + 1)
        entries = due.take(A_MONTH * month.busyness)
        yield from sorted(month.first.replace(day=random.choice(days)) for _ in range(entries))


def _served(city: str) -> dict[str, list[str]]:
    """By kind of entry, the statements of the city's matrix that such entries show to be done."""
    served: dict[str, list[str]] = {kind: [] for kind in TITLES}
    for statement in load_matrix(packaged("matrices") / "cities" / f"{city}.yaml").statements():
        if statement.measured == "by_evidence":
            served[_kind_told_of(statement.text)].append(statement.identifier)
    return served


def _kind_told_of(text: str) -> str:
    told = [kind for kind, clues in CLUES.items() if any(clue in text.lower() for clue in clues)]
    return told[0] if told else "meeting"


def _entry(
    story: Story, number: int, kind: str, day: date, statements: tuple[str, ...], random: Random
) -> EvidenceRow:
    return EvidenceRow(
        evidence_id=f"ev-{story.city}-{number:03d}",
        city=story.city,
        kind=kind,
        held_on=day,
        title=random.choice(TITLES[kind]),
        statements=statements,
        participants=random.randint(6, 60) if kind in WITH_PEOPLE else None,
        url=f"https://{story.site}/en/news/{number}" if random.random() < 0.5 else None,
    )
