"""Figures of several cities side by side, in words."""

from dashboard.wording.numbers import NO_BREAK, amount, number, percent, quantity, rate
from dashboard.wording.promises import promised
from matrices.places import Population
from metrics.comparing.answers import Comparability, Comparison, Figure, RankRange, Spread, View
from metrics.comparing.populations import band_of
from metrics.counting.tallied import ALL_AGES
from metrics.definition import Indicator

STATES: dict[Comparability, str] = {
    Comparability.COMPARABLE: "comparable",
    Comparability.OTHER_VERSION: "another version of the definition",
    Comparability.OTHER_PERIOD: "no figure of this period",
    Comparability.INCOMPLETE: "period not complete",
    Comparability.OTHER_START: "grew from another year",
    Comparability.WITHHELD: "withheld",
    Comparability.NO_DATA: "no data",
    Comparability.NO_CASES: "no cases",
    Comparability.TOO_FEW_CASES: "too few cases",
    Comparability.NO_POPULATION: "no population",
    Comparability.NOT_A_COUNT: "not a count",
    Comparability.NO_BASELINE: "no baseline",
    Comparability.BASELINE_ZERO: "baseline of zero",
    Comparability.NO_PROMISE: "no promise",
    Comparability.NO_NUMBER: "no number promised",
    Comparability.NOT_JUDGED: "no way to go",
}

QUARTILE_RULE = (
    "Half of the comparable figures lie between the quartiles (linear interpolation with both ends "
    "included, as QUARTILE.INC of spreadsheets)."
)
NO_QUARTILES = "Quartiles are given from four comparable figures on."
NO_SPREAD = "Fewer than two figures can be compared, so there is no median."
RANK_RULE = (
    "A city stands before another only where their 95 % intervals do not overlap; whoever overlaps "
    "all others has no rank."
)


def view_in_words(comparison: Comparison) -> str:
    """`as it is`, `per 1,000 inhabitants aged 15-29`, `growth a year since 2022` ..."""
    words: dict[View, str] = {
        "as-is": "as it is",
        "per-head": f"per 1,000 inhabitants{_aged(comparison.ages)}",
        "promise": "share of the way to its own promise",
        "growth": f"growth a year since its own first full year ({comparison.first_year})",
    }
    return words[comparison.view]


def shown(figure: Figure, view: View, indicator: Indicator) -> str:
    """The bare figure with its unit, or the state it is in."""
    if figure.value is None:
        return STATES[figure.state]
    if view == "as-is" and not indicator.is_rate:
        return quantity(figure.value, indicator)
    return value_in_words(figure.value, view, indicator)


def value_in_words(value: float, view: View, indicator: Indicator) -> str:
    """Of a figure, an end of an interval or a median; the unit where it is short."""
    if view == "per-head":
        return rate(value)
    if view == "promise":
        return percent(value)
    if view == "growth":
        sign = "+" if value > 0 else ""
        points = f"{number(value)}{NO_BREAK}points" if indicator.is_share else percent(value)
        return f"{sign}{points} a year"
    return amount(value, indicator)


def made_from(figure: Figure, view: View, indicator: Indicator) -> str:
    """What the figure was made from: population, promise or baseline; empty where nothing is."""
    if figure.population:
        return _divided(figure.population)
    if figure.pledge and view == "promise":
        way = figure.pledge.progress
        start = f" from {amount(way.baseline.value, indicator)}" if way.baseline else ""
        return f"promised {promised(figure.pledge.promise, indicator)}{start}: {figure.pledge.statement}"
    base, now = figure.baseline, figure.actual
    if base is None or now is None or base.value is None or now.value is None:
        return ""
    return (
        f"from {amount(base.value, indicator)} in {base.period.label} "
        f"to {amount(now.value, indicator)} in {now.period.label}"
    )


def interval_in_words(figure: Figure, view: View, indicator: Indicator) -> str:
    """`58 to 93`, `−15 to +5.5 % a year`; empty where chance is not known well enough."""
    if figure.interval is None:
        return ""
    low, high = (
        value_in_words(end, view, indicator) for end in (figure.interval.low, figure.interval.high)
    )
    unit = low.partition(NO_BREAK)[1] + low.partition(NO_BREAK)[2]
    return f"{low.removesuffix(unit) if high.endswith(unit) else low} to {high}"


def rank_in_words(rank: RankRange) -> str:
    """`rank 1 of 7`, `rank 2 to 4 of 7`."""
    ranks = f"{rank.best}" if rank.best == rank.worst else f"{rank.best} to {rank.worst}"
    return f"rank {ranks} of {rank.of}"


def spread_in_words(spread: Spread | None, view: View, indicator: Indicator) -> list[str]:
    """Median and quartiles with how many figures they are of, and the rule."""
    if spread is None:
        return [NO_SPREAD]
    median = value_in_words(spread.median, view, indicator)
    if spread.lower_quartile is None or spread.upper_quartile is None:
        return [f"Median of {spread.figures} figures: {median}. {NO_QUARTILES}"]
    lower = value_in_words(spread.lower_quartile, view, indicator)
    upper = value_in_words(spread.upper_quartile, view, indicator)
    return [
        f"Median of {spread.figures} figures: {median}; quartiles {lower} and {upper}.",
        QUARTILE_RULE,
    ]


def _divided(population: Population) -> str:
    return (
        f"{population.persons:,} inhabitants{_aged(band_of(population))}: {population.unit}, "
        f"{population.date}; {population.source.strip()}"
    )


def _aged(ages: str) -> str:
    return "" if ages == ALL_AGES else f" aged {ages}"
