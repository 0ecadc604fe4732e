"""Growth a year since a city's own first full year.

Of a count the compound growth in percent a year; of a share percentage points a year, because a
share that goes from 1 to 2 % has not done more than one that goes from 50 to 80 %. Cities whose
first full year is another one have grown in other times: it is told and not compared.
"""

from matrices.telling import told
from metrics.comparing.answers import Comparability, Obstacle, Peer, Question
from metrics.comparing.intervals import happens_one_by_one
from metrics.comparing.obstacles import FEWEST_CASES, begun_late, withheld
from metrics.definition import Indicator
from metrics.judging.baseline import first_full_year
from metrics.judging.judged_direction import VARIETIES
from metrics.judging.uncertainty import difference, times_as_many
from metrics.methods.growth import yearly_growth
from metrics.standing import Actual, Interval

PER_CENT = 100


def grown(question: Question, peer: Peer, now: Actual) -> tuple[dict[str, object], Obstacle | None]:
    """The growth a year with what it was taken from, and what keeps it from being compared."""
    base = first_full_year(peer.history)
    found = _without_baseline(question.indicator, base, now)
    if found or base is None:
        return {"baseline": base}, found
    years = now.period.start.year - base.period.start.year
    cases = min(_cases(question.indicator, base), _cases(question.indicator, now))
    parts = {
        "baseline": base,
        "value": _a_year(question.indicator, base, now, years),
        "cases": cases,
        "interval": _interval(question.indicator, base, now, years),
    }
    found = begun_late(question, peer, base) or _other_start(question, base)
    return parts, found or _too_few(question.indicator, base, now)


def _without_baseline(indicator: Indicator, base: Actual | None, now: Actual) -> Obstacle | None:
    if base is None or base.period.start >= now.period.start:
        why = told(
            "{period} is not later than its first full year, so nothing has grown yet.",
            period=now.period.label,
        )
        return Obstacle(Comparability.NO_BASELINE, why)
    if base.is_withheld:
        return Obstacle(Comparability.WITHHELD, withheld(base))
    if base.value == 0 and not indicator.is_share:
        why = told(
            "It was zero in {period}, and from zero there is no rate of growth.",
            period=base.period.label,
        )
        return Obstacle(Comparability.BASELINE_ZERO, why)
    return None


def _too_few(indicator: Indicator, base: Actual, now: Actual) -> Obstacle | None:
    """A variety is no number of cases, and its growth is what it is."""
    if indicator.unit in VARIETIES:
        return None
    ends = (base, now) if indicator.is_share else (base,)
    for end in ends:
        if _cases(indicator, end) < FEWEST_CASES:
            why = told(
                "It rests on {cases} in {period}; growth from fewer than {fewest} is not compared.",
                cases=f"{_cases(indicator, end):g}",
                period=end.period.label,
                fewest=FEWEST_CASES,
            )
            return Obstacle(Comparability.TOO_FEW_CASES, why)
    return None


def _other_start(question: Question, base: Actual) -> Obstacle | None:
    if base.period.start.year == question.first_year:
        return None
    why = told(
        "Its first full year is {period}; compared is growth since {year}.",
        period=base.period.label,
        year=question.first_year,
    )
    return Obstacle(Comparability.OTHER_START, why)


def _cases(indicator: Indicator, actual: Actual) -> float:
    """How many cases it rests on; a share handed in without its parts tells none."""
    if indicator.is_share:
        return actual.denominator or 0
    return (actual.numerator if indicator.is_rate else actual.value) or 0


def _a_year(indicator: Indicator, base: Actual, now: Actual, years: int) -> float | None:
    if base.value is None or now.value is None:
        return None
    if indicator.is_share:
        return (now.value - base.value) / years
    growth = yearly_growth(base.value, now.value, years)
    return None if growth is None else PER_CENT * growth


def _interval(indicator: Indicator, base: Actual, now: Actual, years: int) -> Interval | None:
    if indicator.is_share:
        return _of_shares(base, now, years)
    before, after = _cases(indicator, base), _cases(indicator, now)
    if indicator.is_stock or not happens_one_by_one(indicator):
        return None
    if before != int(before) or after != int(after) or min(before, after) < 0:
        return None
    times = times_as_many(int(after), int(before))
    return times and Interval(_rate(times.low, years), _rate(times.high, years))


def _of_shares(base: Actual, now: Actual, years: int) -> Interval | None:
    parts = [(a.numerator, a.denominator) for a in (now, base)]
    if any(part is None or not whole or not 0 <= part <= whole for part, whole in parts):
        return None
    apart = difference(*parts)
    return Interval(PER_CENT * apart.low / years, PER_CENT * apart.high / years)


def _rate(times: float, years: int) -> float:
    return PER_CENT * (times ** (1 / years) - 1)
