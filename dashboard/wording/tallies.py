"""What an indicator counts, in words."""

from dashboard.language import say
from dashboard.wording.numbers import number
from metrics.counting.tallied import ALL_AGES
from metrics.definition import Indicator
from metrics.tally import Condition, Tally


def tally(tally: Tally) -> str:
    """`different learner of participations where is_online, up to the end of the period`."""
    if tally.reported:
        return say("{name} (ready-made counts)", name=tally.reported)
    if tally.inhabitants:
        return _inhabitants(tally.inhabitants)
    conditions = say(" and ").join(map(_condition, tally.conditions))
    what = _what(tally)
    if conditions:
        what = say("{rows} where {conditions}", rows=what, conditions=conditions)
    return what + _when(tally)


def formula(indicator: Indicator) -> str:
    """`100 x numerator / denominator` where there is one, else `numerator`."""
    if indicator.scale:
        return say("{scale} × numerator / denominator", scale=number(indicator.scale))
    return say("numerator")


def _inhabitants(ages: str) -> str:
    if ages == ALL_AGES:
        return say("inhabitants, from places.yaml")
    return say("inhabitants aged {ages}, from places.yaml", ages=ages)


def _what(tally: Tally) -> str:
    record = tally.record
    if tally.count:
        return say("rows of {record}", record=record)
    if tally.distinct:
        return say("different {column} of {record}", column=tally.distinct, record=record)
    if tally.sum:
        return say("sum of {column} of {record}", column=tally.sum, record=record)
    if tally.latest:
        return say("newest {column} of each thing in {record}", column=tally.latest, record=record)
    return say("growth of {column} in {record}", column=tally.difference, record=record)


def _when(tally: Tally) -> str:
    if tally.difference:
        return say(", from reading to reading")
    return say(", up to the end of the period") if tally.is_running else ""


def _condition(condition: Condition) -> str:
    if condition.value is True:
        return condition.column
    value = say("no") if condition.value is False else condition.value
    return say("{column} is {value}", column=condition.column, value=value)
