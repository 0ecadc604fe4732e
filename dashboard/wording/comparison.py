"""Figures of several cities side by side, in words."""

from dashboard.language import mark, say
from dashboard.retelling import retell
from dashboard.wording.indicator_words import comparability_of
from dashboard.wording.numbers import NO_BREAK, amount, number, percent, quantity, rate
from dashboard.wording.promises import promised
from matrices.places import Population
from metrics.comparing.answers import (
    Comparability,
    Comparison,
    Figure,
    Pledge,
    RankRange,
    Spread,
    View,
)
from metrics.comparing.populations import band_of
from metrics.counting.tallied import ALL_AGES
from metrics.definition import Indicator

STATES: dict[Comparability, str] = {
    Comparability.COMPARABLE: mark("comparable"),
    Comparability.OTHER_VERSION: mark("another version of the definition"),
    Comparability.OTHER_PERIOD: mark("no figure of this period"),
    Comparability.INCOMPLETE: mark("period not complete"),
    Comparability.OTHER_START: mark("grew from another year"),
    Comparability.WITHHELD: mark("withheld"),
    Comparability.NO_DATA: mark("no data"),
    Comparability.NO_CASES: mark("no cases"),
    Comparability.TOO_FEW_CASES: mark("too few cases"),
    Comparability.NO_POPULATION: mark("no population"),
    Comparability.NOT_A_COUNT: mark("not a count"),
    Comparability.NO_BASELINE: mark("no baseline"),
    Comparability.BASELINE_ZERO: mark("baseline of zero"),
    Comparability.NO_PROMISE: mark("no promise"),
    Comparability.NO_NUMBER: mark("no number promised"),
    Comparability.NOT_JUDGED: mark("no way to go"),
    Comparability.CONTAINS_PEERS: mark("contains others"),
}

QUARTILE_RULE = mark(
    "Half of the comparable figures lie between the quartiles (linear interpolation with both ends "
    "included, as QUARTILE.INC of spreadsheets)."
)
NO_QUARTILES = mark("Quartiles are given from four comparable figures on.")
NO_SPREAD = mark("Fewer than two figures can be compared, so there is no median.")
RANK_RULE = mark(
    "A city stands before another only where their 95 % intervals do not overlap; whoever overlaps "
    "all others has no rank."
)


def view_in_words(comparison: Comparison) -> str:
    """`as it is`, `per 1,000 inhabitants aged 15-29`, `growth a year since 2022` ..."""
    words: dict[View, str] = {
        "as-is": say("as it is"),
        "per-head": _per_head(comparison.ages),
        "promise": say("share of the way to its own promise"),
        "growth": say(
            "growth a year since its own first full year ({year})", year=comparison.first_year
        ),
    }
    return words[comparison.view]


def shown(figure: Figure, view: View, indicator: Indicator) -> str:
    """The bare figure with its unit, or the state it is in."""
    if figure.value is None:
        return say(STATES[figure.state])
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
        points = (
            f"{number(value)}{NO_BREAK}{say('points')}" if indicator.is_share else percent(value)
        )
        return say("{share} a year", share=f"+{points}" if value > 0 else points)
    return amount(value, indicator)


def made_from(figure: Figure, view: View, indicator: Indicator) -> str:
    """What the figure was made from: population, promise or baseline; empty where nothing is."""
    if figure.population:
        return _divided(figure.population)
    if figure.pledge and view == "promise":
        return _pledged(figure.pledge, indicator)
    base, now = figure.baseline, figure.actual
    if base is None or now is None or base.value is None or now.value is None:
        return ""
    return say(
        "from {before} in {first} to {now} in {last}",
        before=amount(base.value, indicator),
        first=base.period.label,
        now=amount(now.value, indicator),
        last=now.period.label,
    )


def interval_in_words(figure: Figure, view: View, indicator: Indicator) -> str:
    """`58 to 93`, `−15 to +5.5 % a year`; empty where chance is not known well enough."""
    if figure.interval is None:
        return ""
    low, high = (
        value_in_words(end, view, indicator) for end in (figure.interval.low, figure.interval.high)
    )
    unit = low.partition(NO_BREAK)[1] + low.partition(NO_BREAK)[2]
    return say(
        "{low} to {high}", low=low.removesuffix(unit) if high.endswith(unit) else low, high=high
    )


def caveats_in_words(comparison: Comparison, indicator: Indicator) -> list[str]:
    """What to keep in mind; the indicator's own sentence first, in its own words."""
    own = " ".join((indicator.comparability or "").split())
    said = {own: " ".join((comparability_of(indicator) or "").split())}
    return [said.get(caveat) or retell(caveat) for caveat in comparison.caveats]


def rank_in_words(rank: RankRange) -> str:
    """`rank 1 of 7`, `rank 2 to 4 of 7`."""
    if rank.best == rank.worst:
        return say("rank {rank} of {all}", rank=rank.best, all=rank.of)
    return say("rank {best} to {worst} of {all}", best=rank.best, worst=rank.worst, all=rank.of)


def spread_in_words(spread: Spread | None, view: View, indicator: Indicator) -> list[str]:
    """Median and quartiles with how many figures they are of, and the rule."""
    if spread is None:
        return [say(NO_SPREAD)]
    median = value_in_words(spread.median, view, indicator)
    told = say("Median of {number} figures: {median}", number=spread.figures, median=median)
    if spread.lower_quartile is None or spread.upper_quartile is None:
        return [f"{told}. {NO_QUARTILES}"]
    lower = value_in_words(spread.lower_quartile, view, indicator)
    upper = value_in_words(spread.upper_quartile, view, indicator)
    quartiles = say("quartiles {lower} and {upper}", lower=lower, upper=upper)
    return [f"{told}; {quartiles}.", say(QUARTILE_RULE)]


def _pledged(pledge: Pledge, indicator: Indicator) -> str:
    what, start = promised(pledge.promise, indicator), pledge.progress.baseline
    if start is None:
        return say("promised {promise}: {statement}", promise=what, statement=pledge.text)
    return say(
        "promised {promise} from {baseline}: {statement}",
        promise=what,
        baseline=amount(start.value, indicator),
        statement=pledge.text,
    )


def _divided(population: Population) -> str:
    return (
        f"{_inhabitants(population)}: {population.unit}, "
        f"{population.date}; {population.source.strip()}"
    )


def _inhabitants(population: Population) -> str:
    many, ages = number(population.persons), band_of(population)
    if ages == ALL_AGES:
        return say("{number} inhabitants", number=many)
    return say("{number} inhabitants aged {ages}", number=many, ages=ages)


def ages_in_words(ages: str) -> str:
    """`aged 15-29`, `of all ages`."""
    return say("of all ages") if ages == ALL_AGES else say("aged {ages}", ages=ages)


def _per_head(ages: str) -> str:
    if ages == ALL_AGES:
        return say("per 1,000 inhabitants")
    return say("per 1,000 inhabitants aged {ages}", ages=ages)
