"""Headings, labels and fixed sentences of the pages."""

from datetime import date

from dashboard.wording import dates
from dashboard.wording.numbers import counted, number, percent
from matrices.model import Level
from metrics.standing import GOOD, CityStanding, MatrixStanding, Publication, Status

PRODUCT = "Impact Matrix"
NETWORK, CITIES, STATEMENT, LOADS = "Network", "Cities", "Statement", "Loads"
QUALITY, TAKE_IN, EVIDENCE = "Quality", "Take in", "Type in evidence"
PAGES_OF_THE_PRODUCT = "Pages"

LEVEL_NAMES: dict[Level, str] = {
    "impact": "Impact",
    "short_term_impact": "Short-term impact",
    "outputs": "Outputs",
    "activities": "Activities",
    "inputs": "Inputs",
}
TARGET_GROUPS = "Target groups"
ALL_GROUPS = "All target groups"
PROMISED = "promised: "
NOTE_ON_THE_TEXT = "Note on the text"
SIMULATED = "Simulated"
NOT_PUBLISHED = "No published matrix yet"

NETWORK_TITLE = "What has become of the cities’ strategies?"
ATTENTION_TITLE = "Needs attention"
NO_ATTENTION = "Nothing stands out: no promise is behind, stalled or without data."
CITIES_TITLE = "City by city"
CITY, MEASURED, STANDING, FRESHNESS = "City", "Measured", "How it stands", "Data"

CHOOSE_A_CITY = "Choose a city"
MATRIX_TITLE = "The strategy matrix"
ABOUT_THE_TEXT = "About the text of this matrix"
LOADS_OF_THE_CITY = "Loads with data of this city"

EMPTY_TITLE = "Nothing has been loaded yet"
EMPTY_LEAD = (
    "The matrices below are what the cities promised. To see what has become of them, "
    "load an export of the platform:"
)
EMPTY_STEPS = (
    ("impact load activities.csv participations.csv", "takes in files and prints a receipt"),
    ("impact demo", "fills an empty home with simulated data, to look around"),
)
BROKEN_TITLE = "The dashboard cannot be shown yet"
BROKEN_LEAD = "Something in the files of this home has to be mended first:"

EMPTY_END = "The figures stand here at the next look; nothing needs to be restarted."


def summary(cities: list[CityStanding]) -> str:
    """The ten-second answer: what was promised, how much is measured, how much of it moves."""
    promised = sum(city.statements for city in cities)
    measured = sum(city.measured for city in cities)
    published = sum(city.is_published for city in cities)
    has_data = any(city.data_through for city in cities)
    share = f" ({percent(100 * measured / promised)})" if promised else ""
    return (
        f"{counted(published, 'city has', 'cities have')} published a strategy of "
        f"{counted(promised, 'statement', 'statements')} together. "
        f"{number(measured)} of them{share} can be followed in figures; "
        f"{_going(sum(_going_well(city.statuses) for city in cities), has_data)}."
    )


def _going_well(counts: dict[Status, int]) -> int:
    return sum(count for status, count in counts.items() if status in GOOD)


def _going(count: int, has_data: bool) -> str:
    """None that goes well is bad news only where there are data."""
    if not has_data:
        return "no data have been loaded for them yet"
    return f"{number(count)} of those {'goes' if count == 1 else 'go'} as promised"


def measured_of(measured: int, statements: int) -> str:
    return f"{number(measured)} of {number(statements)}"


def freshness(through: date | None, today: date) -> str:
    """`up to 30 June 2026, 5 months ago`."""
    if through is None:
        return "no data yet"
    return f"up to {dates.day(through)}, {dates.ago(through, today)}"


def snapshot(publication: Publication | None) -> str:
    """Which figures these are, for the foot of every page."""
    if publication is None:
        return "No snapshot yet."
    at = dates.moment(publication.published_at)
    return f"Snapshot {publication.snapshot}, published {at}."


def simulated_banner(simulated: int, cities: int) -> str:
    """Which part of what is shown was made up."""
    some = f"The figures of {counted(simulated, 'city', 'cities')}"
    which = "All figures" if simulated >= cities else some
    return (
        f"{which} are simulated, to show how the product works. They say nothing about a real city."
    )


def matrix_caption(name: str) -> str:
    return f"Strategy matrix of {name}: target groups across, the results chain from top to bottom"


def without_matrix(standing: MatrixStanding) -> str:
    """What can be said of a city that has a platform but no published matrix."""
    place, through = standing.place_name, standing.data_through
    data = (
        f"Its platform data reach {dates.day(through)} and wait for a matrix to be measured against."
        if through
        else "No data of its platform have been loaded either."
    )
    return f"{place} has not published a strategy matrix yet. {data}"


def city_summary(standing: MatrixStanding, counts: dict[Status, int]) -> str:
    """One sentence above the matrix."""
    promised = counted(len(standing.statements), "statement", "statements")
    return (
        f"{number(standing.measured)} of {promised} can be followed in figures; "
        f"{_going(_going_well(counts), standing.data_through is not None)}."
    )


def unknown(kind: str, name: str) -> str:
    """For an address that leads nowhere; the name came from the browser."""
    return f"There is no {kind} “{name}” here. Perhaps the address was cut off or is an old one."


def title(page: str) -> str:
    """What stands in the browser's tab."""
    return f"{page} · {PRODUCT}"


def data_is(freshness: str) -> str:
    return f"Data {freshness}."
