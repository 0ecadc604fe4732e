"""What the forms for counts and surveys are made of: what is asked for, and what is known."""

from dataclasses import dataclass
from typing import Literal

from ingest.templates.form import Cell, Heading


@dataclass(frozen=True)
class Asked:
    """An indicator that the form asks for, in its own words."""

    identifier: str
    name: str
    question: str
    unit: str
    is_share: bool
    caveats: str
    parts: tuple[str, ...] = ()
    """What numerator and denominator count, where the definition says it in words."""
    promised_by: tuple[str, ...] = ()
    """The texts of the city's statements that promise something on it."""


@dataclass(frozen=True)
class KnownFigure:
    """A figure that is there already."""

    indicator: str
    period: str
    origin: Literal["computed", "reported", "withheld"]
    """Counted from the rows; reported before; there, but too small to be shown."""
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    disaggregation: str | None = None
    member: str | None = None
    note: str | None = None
    load: int | None = None
    """The load that reported it."""
    is_complete: bool = True
    is_simulated: bool = False


@dataclass(frozen=True)
class Breakdown:
    """Groups by which figures can be given beside the whole."""

    name: str
    groups: tuple[str, ...]


USUAL_BREAKDOWNS = (
    Breakdown("age", ("under 15", "15-29", "30-64", "65 and over")),
    Breakdown("gender", ("women", "men", "another gender")),
    Breakdown("fewer opportunities", ("yes", "no")),
)
"""Facts about people that never enter person by person, only as counts of a group."""

BROKEN_DOWN_BY = Heading(
    "Broken down by",
    "Empty for the whole city. For a group: what it is a group of, such as age.",
    18,
    choices="breakdowns",
)
GROUP = Heading(
    "Group",
    "Empty for the whole city. For a group: its name, such as 15-29. Any group can be typed.",
    20,
    choices="groups",
)
CITY = Heading("City", "The city, by its identifier.", 14, choices="city", only_choices=True)
SIMULATED = Heading("Simulated", "Says that a figure is made up for demonstration.", 11)


def breakdown_choices(breakdowns: tuple[Breakdown, ...]) -> dict[str, tuple[str, ...]]:
    """The two drop-downs; each word once."""
    groups = (group for breakdown in breakdowns for group in breakdown.groups)
    names = dict.fromkeys(breakdown.name for breakdown in breakdowns)
    return {"breakdowns": tuple(names), "groups": tuple(dict.fromkeys(groups))}


def plain(number: float | None) -> Cell:
    """`12` for 12.0, as a person would type it."""
    return int(number) if number is not None and number == int(number) else number
