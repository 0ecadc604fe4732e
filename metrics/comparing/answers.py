"""What is asked of a comparison, of whom, and what comes back. All frozen."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from matrices.model import Promise
from matrices.places import Place, Population
from metrics.definition import Indicator
from metrics.judging.history import History
from metrics.standing import Actual, Interval, Period, Progress

View = Literal["as-is", "per-head", "promise", "growth"]
VIEWS: tuple[View, ...] = ("as-is", "per-head", "promise", "growth")
BY_YEARS: tuple[View, ...] = ("promise", "growth")
"""The views of whole years alone: promises are judged by years, and growth is told a year."""


class Comparability(StrEnum):
    """Whether a city's figure may be put beside the others; each is a state, none is a zero."""

    COMPARABLE = "comparable"
    OTHER_VERSION = "other_version"
    OTHER_PERIOD = "other_period"
    INCOMPLETE = "incomplete"
    OTHER_START = "other_start"
    WITHHELD = "withheld"
    NO_DATA = "no_data"
    NO_CASES = "no_cases"
    TOO_FEW_CASES = "too_few_cases"
    NO_POPULATION = "no_population"
    NOT_A_COUNT = "not_a_count"
    NO_BASELINE = "no_baseline"
    BASELINE_ZERO = "baseline_zero"
    NO_PROMISE = "no_promise"
    NO_NUMBER = "no_number"
    NOT_JUDGED = "not_judged"
    CONTAINS_PEERS = "contains_peers"


@dataclass(frozen=True)
class Obstacle:
    """Why a figure is not compared."""

    state: Comparability
    why: str


@dataclass(frozen=True)
class Question:
    """What is compared. It is the same for every city and does not depend on who the peers are."""

    indicator: Indicator
    view: View
    period: Period
    ages: str
    """The ages of the inhabitants that `per-head` divides by: `15-29`, or `all`."""
    first_year: int | None
    """The first full year from which `growth` is compared; None where no city has one."""

    @property
    def is_of_size(self) -> bool:
        """Whether the figures are bare counts, by which cities would be ranked by their size."""
        return self.view == "as-is" and self.indicator.denominator is None


@dataclass(frozen=True)
class Pledge:
    """One city's promise on the indicator, judged as of the end of the period compared."""

    statement: str
    text: str
    """The statement in the city's words."""
    promise: Promise
    progress: Progress


@dataclass(frozen=True)
class Peer:
    """One city with what a comparison needs to know of it; withheld values are empty already."""

    city: str
    place: Place
    history: History
    values: tuple[Actual, ...] = ()
    """Its values in all periods of the kind that is compared."""
    pledges: tuple[Pledge, ...] = ()
    version: int | None = None
    """The version of the indicator by which its figures were counted; None for no figures."""
    is_simulated: bool = False
    members: tuple[str, ...] = ()
    """Of a territory the other cities whose rows count in its figures."""


@dataclass(frozen=True)
class Figure:
    """One city's own figure. It depends on that city and the question alone, never on the peers."""

    city: str
    place_name: str
    state: Comparability
    why: str = ""
    """Why it is not compared, in a sentence; empty where it is."""
    value: float | None = None
    """As is: in the indicator's unit. Per head: for 1,000 inhabitants. Promise: percent of the way.
    Growth: percent a year, of a share percentage points a year. May be there although it is not
    compared, as where the baseline is another year."""
    actual: Actual | None = None
    """The value of the period; empty inside where it is withheld."""
    cases: float | None = None
    """n: of a share how many it is a share of, else how many were counted; of a growth the fewer of
    its two ends."""
    interval: Interval | None = None
    """Of the value, 95 %; None where chance is not known well enough, and then there is no rank."""
    population: Population | None = None
    baseline: Actual | None = None
    """For growth: the first full year."""
    pledge: Pledge | None = None
    is_simulated: bool = False

    @property
    def is_compared(self) -> bool:
        return self.state is Comparability.COMPARABLE


@dataclass(frozen=True)
class Spread:
    """How the comparable figures lie. Quartiles: linear interpolation with both ends included
    (Hyndman and Fan 1996, type 7; QUARTILE.INC of spreadsheets), from four figures on."""

    figures: int
    least: float
    median: float
    most: float
    lower_quartile: float | None = None
    upper_quartile: float | None = None


@dataclass(frozen=True)
class RankRange:
    """Between which ranks a city lies, 1 being the best; only where that says something."""

    best: int
    worst: int
    of: int
    """How many figures with an interval were ranked."""


@dataclass(frozen=True)
class Comparison:
    """The chosen peers side by side, in the order of their places' names."""

    indicator: str
    view: View
    period: Period
    ages: str
    first_year: int | None
    figures: tuple[Figure, ...]
    spread: Spread | None
    """None for fewer than two comparable figures."""
    ranks: dict[str, RankRange]
    """By city. Not in it: whose interval overlaps all others, or who has none. Empty for bare
    counts, by which cities would be ranked by their size."""
    caveats: tuple[str, ...]
    """What to keep in mind, a sentence each."""

    def of(self, city: str) -> Figure | None:
        return next((figure for figure in self.figures if figure.city == city), None)
