"""Headings, labels and fixed sentences of the pages."""

from datetime import date

from babel import Locale

from dashboard.language import current, mark, say, say_n
from dashboard.wording import dates
from dashboard.wording.numbers import counted, number, percent
from matrices.model import Level
from metrics.standing import GOOD, CityStanding, MatrixStanding, Publication, Status

PRODUCT = "Impact Matrix"
NETWORK, CITIES, STATEMENT, LOADS = (
    mark("Network"),
    mark("Cities"),
    mark("Statement"),
    mark("Loads"),
)
INDICATOR = mark("Indicator")
TOGETHER_TITLE = mark("The cities together")
TOGETHER = mark(
    "What at least two cities promise, counted over all of them: whoever learns in two cities is one "
    "person, and a share is taken of all rows."
)
WITHOUT = mark("Without {places}, of which nothing on these has been loaded.")
QUALITY, TAKE_IN, EVIDENCE = mark("Quality"), mark("Take in"), mark("Type in evidence")
COMPARE = mark("Compare")
ANALYSTS = mark("Analysts")
REPORT = mark("Report")
PAGES_OF_THE_PRODUCT = mark("Pages")
TO_THE_CONTENT = mark("To the content")

LANGUAGE = mark("Language")
LANGUAGES = {
    "en": "English",
    "nl": "Nederlands",
    "it": "Italiano",
    "ro": "Română",
    "lt": "Lietuvių",
    "el": "Ελληνικά",
}
"""Each in itself, for those who speak no other."""

LEVEL_NAMES: dict[Level, str] = {
    "impact": mark("Impact"),
    "short_term_impact": mark("Short-term impact"),
    "outputs": mark("Outputs"),
    "activities": mark("Activities"),
    "inputs": mark("Inputs"),
}
TARGET_GROUPS = mark("Target groups")
ALL_GROUPS = mark("All target groups")
PROMISED = mark("promised:")
NOTE_ON_THE_TEXT = mark("Note on the text")
SIMULATED = mark("Simulated")
NOT_PUBLISHED = mark("No published matrix yet")

NETWORK_TITLE = mark("What has become of the cities’ strategies?")
ATTENTION_TITLE = mark("Needs attention")
NO_ATTENTION = mark("Nothing stands out: no promise is behind, stalled or without data.")
CITIES_TITLE = mark("City by city")
CITY, MEASURED, STANDING, FRESHNESS = (
    mark("City"),
    mark("Measured"),
    mark("How it stands"),
    mark("Data"),
)

CHOOSE_A_CITY = mark("Choose a city")
MATRIX_TITLE = mark("The strategy matrix")
CHANGE_THE_MATRIX = mark("Change the matrix")
CHANGE_THE_STATEMENT = mark("Change this statement or its promise")
ABOUT_THE_TEXT = mark("About the text of this matrix")
LOADS_OF_THE_CITY = mark("Loads with data of this city")

EMPTY_TITLE = mark("Nothing has been loaded yet")
EMPTY_LEAD = mark(
    "The matrices below are what the cities promised. To see what has become of them, "
    "load an export of the platform:"
)
EMPTY_STEPS = (
    (
        mark("impact load activities.csv participations.csv"),
        mark("takes in files and prints a receipt"),
    ),
    (mark("impact demo"), mark("fills an empty home with simulated data, to look around")),
)
NO_CITY = mark("There is no city “{name}” here.")
NO_STATEMENT = mark("There is no statement “{name}” here.")
NO_LOAD = mark("There is no load “{name}” here.")
CUT_OFF = mark("Perhaps the address was cut off or is an old one.")

ALL_SIMULATED = mark(
    "All figures are simulated, to show how the product works. They say nothing about a real city."
)
SOME_SIMULATED = mark(
    "The figures of {cities} are simulated, to show how the product works. They say nothing about "
    "a real city."
)
WAITING_DATA = mark("Its platform data reach {day} and wait for a matrix to be measured against.")
NO_DATA_EITHER = mark("No data of its platform have been loaded either.")

BROKEN_TITLE = mark("The dashboard cannot be shown yet")
BROKEN_LEAD = mark("Something in the files of this home has to be mended first:")

EMPTY_LINK = mark("Take in files here")
"""Leads on from where nothing has been loaded."""
EMPTY_END = mark("The figures stand here at the next look; nothing needs to be restarted.")


def summary(cities: list[CityStanding]) -> str:
    """The ten-second answer: what was promised, how much is measured, how much of it moves."""
    promised = sum(city.statements for city in cities)
    measured = sum(city.measured for city in cities)
    told = say_n(
        "{count} city has published a strategy of {statements}.",
        "{count} cities have published a strategy of {statements} together.",
        sum(city.is_published for city in cities),
        statements=counted(promised, "statement", "statements"),
    )
    good = sum(_going_well(city.statuses) for city in cities)
    going = _going(good, any(city.data_through for city in cities))
    return f"{told} {_followed(measured, promised)}; {going}."


def _followed(measured: int, promised: int) -> str:
    if not promised:
        return say("{number} of them can be followed in figures", number=number(measured))
    return say(
        "{number} of them ({share}) can be followed in figures",
        number=number(measured),
        share=percent(100 * measured / promised),
    )


def _going_well(counts: dict[Status, int]) -> int:
    return sum(count for status, count in counts.items() if status in GOOD)


def _going(count: int, has_data: bool) -> str:
    """None that goes well is bad news only where there are data."""
    if not has_data:
        return say("no data have been loaded for them yet")
    if not count:
        return say("none of those goes as promised")
    return say_n("{count} of those goes as promised", "{count} of those go as promised", count)


def measured_of(measured: int, statements: int) -> str:
    return say("{number} of {all}", number=number(measured), all=number(statements))


def freshness(through: date | None, today: date | None) -> str:
    """`up to 30 June 2026, 5 months ago`; without a `today` the day alone, true whenever it is read."""
    if through is None:
        return say("no data yet")
    if today is None:
        return say("up to {day}", day=dates.day(through))
    return say("up to {day}, {ago}", day=dates.day(through), ago=dates.ago(through, today))


def snapshot(publication: Publication | None) -> str:
    """Which figures these are, for the foot of every page."""
    if publication is None:
        return say("No snapshot yet.")
    at = dates.moment(publication.published_at)
    return say("Snapshot {number}, published {moment}.", number=publication.snapshot, moment=at)


def simulated_banner(simulated: int, cities: int) -> str:
    """Which part of what is shown was made up."""
    if simulated >= cities:
        return say(ALL_SIMULATED)
    return say(SOME_SIMULATED, cities=counted(simulated, "city", "cities"))


def matrix_caption(name: str) -> str:
    return say(
        "Strategy matrix of {name}: target groups across, the results chain from top to bottom",
        name=name,
    )


def without_matrix(standing: MatrixStanding) -> str:
    """What can be said of a city that has a platform but no published matrix."""
    place, through = standing.place_name, standing.data_through
    told = say("{city} has not published a strategy matrix yet.", city=place)
    data = say(WAITING_DATA, day=dates.day(through)) if through else say(NO_DATA_EITHER)
    return f"{told} {data}"


def city_summary(standing: MatrixStanding, counts: dict[Status, int]) -> str:
    """One sentence above the matrix."""
    followed = say(
        "{number} of {statements} can be followed in figures",
        number=number(standing.measured),
        statements=counted(len(standing.statements), "statement", "statements"),
    )
    return f"{followed}; {_going(_going_well(counts), standing.data_through is not None)}."


def unknown(sentence: str, name: str) -> str:
    """`NO_CITY` or another, for an address that leads nowhere; the name came from the browser."""
    return f"{say(sentence, name=name)} {CUT_OFF}"


def in_its_language(language: str) -> str:
    """Sentences of a poster are quotes, and nobody's to translate."""
    name = Locale.parse(current()).languages.get(language, language)
    return say("The sentences stand as the poster has them, in {language}.", language=name)


def not_translated(language: str) -> str:
    return say(
        "{language}: nothing is translated yet, so this is English.", language=LANGUAGES[language]
    )


def title(page: str) -> str:
    """What stands in the browser's tab."""
    return f"{page} · {PRODUCT}"


def data_is(freshness: str) -> str:
    return say("Data {freshness}.", freshness=freshness)
