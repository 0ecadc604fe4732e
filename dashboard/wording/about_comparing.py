"""The words of the page on which cities are compared."""

from dashboard.language import mark, say, say_n
from dashboard.wording import dates
from dashboard.wording.comparison import NO_SPREAD, shown, value_in_words, view_in_words
from dashboard.wording.indicator_words import name_of
from metrics.comparing.answers import Comparison, View
from metrics.definition import Indicator

TITLE = mark("Compare cities")
LEAD = mark(
    "Only figures of the same definition, period and coverage stand side by side. What cannot be "
    "compared says why."
)
INDICATOR, CITIES, HOW = mark("Indicator"), mark("Cities"), mark("How")
PERIOD, INHABITANTS = mark("Period"), mark("Inhabitants")
VIEWS: dict[View, str] = {
    "as-is": mark("As it is"),
    "per-head": mark("Per 1,000 inhabitants"),
    "promise": mark("Against its promise"),
    "growth": mark("Growth"),
}
OVERVIEW = mark("What several cities promise")
OVERVIEW_LEAD = mark(
    "One row for each indicator that at least two cities promise; each cell is how that city's "
    "promise stands, an empty one says that it promises nothing there. Choose a row to compare."
)
CITY, FIGURE, INTERVAL = mark("City"), mark("Figure"), mark("95 % interval")
CASES, RANK, MADE_FROM = mark("n"), mark("Rank"), mark("Made from, or why not compared")
NOT_PROMISED = mark("not promised")
MEDIAN_IS = mark("median {median}")
PROMISE_KEPT = mark("promise kept")
YEARS = mark("Year by year, on one scale")
SLOPES = mark("Since each city's own baseline, set to 100")
KEEP_IN_MIND = mark("Keep in mind")
ALONE = mark("Choose at least two cities to compare.")
TEACHERS = mark("Who could teach whom")
TEACHERS_LEAD = mark(
    "Where a city's promise lags, the peers that moved the same indicator most, and what they did "
    "in that stretch. What they did is not proven to be why."
)
LEARNING = mark("Who wants to learn")
NO_LESSONS = mark("This city lags on no indicator that it promises.")
NO_TEACHER = mark("No peer moved it by more than chance would, and further than this city.")
OWN_GROWTH = mark("Own growth: {growth}")
EVIDENCE = mark("Evidence")


def head(comparison: Comparison, indicator: Indicator) -> str:
    """`Online learning activities in 2025, per 1,000 inhabitants aged 15-29`; as it is, without
    more words."""
    about = say(
        "{indicator} in {period}",
        indicator=name_of(indicator),
        period=dates.period(comparison.period),
    )
    return about if comparison.view == "as-is" else f"{about}, {view_in_words(comparison)}"


def in_short(comparison: Comparison, indicator: Indicator) -> str:
    """`From 76 learners (Blackpool) to 512 learners (Vilnius); the median is 255.`"""
    told = sorted((f for f in comparison.figures if f.is_compared), key=lambda f: f.value or 0)
    if comparison.spread is None or not told:
        return say(NO_SPREAD)
    return say(
        "From {lowest} ({city}) to {highest} ({other}); the median is {median}.",
        lowest=shown(told[0], comparison.view, indicator),
        city=told[0].place_name,
        highest=shown(told[-1], comparison.view, indicator),
        other=told[-1].place_name,
        median=value_in_words(comparison.spread.median, comparison.view, indicator),
    )


def finding(comparison: Comparison, indicator: Indicator) -> str:
    """What the chart shows, for who does not see it: every figure, highest first."""
    known = [f for f in comparison.figures if f.value is not None]
    highest = sorted(known, key=lambda figure: -(figure.value or 0))
    told = [f"{f.place_name}: {shown(f, comparison.view, indicator)}" for f in highest]
    return f"{head(comparison, indicator)}. {'; '.join(told)}."


def multiples_alt(place_name: str, indicator: Indicator) -> str:
    return say("{indicator} in {city}, year by year", indicator=name_of(indicator), city=place_name)


def activities(count: int) -> str:
    return say_n("{count} activity", "{count} activities", count)


def entries(count: int) -> str:
    return say_n("{count} entry", "{count} entries", count)


def of_which_nothing(count: int) -> str:
    return say_n(
        "{count} more that several promise and of which nothing has been loaded yet",
        "{count} more that several promise and of which nothing has been loaded yet",
        count,
    )
