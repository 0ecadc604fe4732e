"""What keeps a city's value of a period from being compared, whatever the view."""

from datetime import date

from matrices.telling import told
from metrics.comparing.answers import Comparability, Obstacle, Peer, Question
from metrics.standing import Actual

FEWEST_CASES = 10
"""A share of fewer, or a growth from fewer, is told and not compared: one case more or less moves
it by a tenth of the whole."""


def value_of(question: Question, peer: Peer) -> Actual | None:
    """The city's value of exactly the period that is compared."""
    return next((actual for actual in peer.values if actual.period == question.period), None)


def obstacle(question: Question, peer: Peer) -> Obstacle | None:
    """Why there is no value of this period to compare; None where there is one."""
    actual = value_of(question, peer)
    return (
        _of_version(question, peer)
        or _of_period(question, peer, actual)
        or _of_value(actual)
        or (begun_late(question, peer, actual) if actual else None)
    )


def begun_late(question: Question, peer: Peer, actual: Actual) -> Obstacle | None:
    """Of a flow counted from rows, whether the data begin only after the period's first quarter."""
    quarters = peer.history.quarters
    if question.indicator.is_stock or actual.origin == "reported" or not quarters:
        return None
    begin = quarters[0].period
    if begin.start <= actual.period.start:
        return None
    why = told(
        "Its data begin in {begin}, so they do not fill {period}.",
        begin=begin.label,
        period=actual.period.label,
    )
    return Obstacle(Comparability.INCOMPLETE, why)


def _of_version(question: Question, peer: Peer) -> Obstacle | None:
    version = question.indicator.version
    if peer.version in (None, version):
        return None
    why = told(
        "Its figures were counted by version {then} of the definition, which is now version {now}. "
        "Publish anew: impact publish.",
        then=peer.version,
        now=version,
    )
    return Obstacle(Comparability.OTHER_VERSION, why)


def _of_period(question: Question, peer: Peer, actual: Actual | None) -> Obstacle | None:
    label = question.period.label
    if actual is None:
        complete = [a.period.label for a in peer.values if a.is_complete]
        if not complete:
            return Obstacle(Comparability.NO_DATA, _nothing(question))
        why = told(
            "It has figures of {years} and none of {period}.",
            years=_first_to_last(complete),
            period=label,
        )
        return Obstacle(Comparability.OTHER_PERIOD, why)
    if not actual.is_complete:
        return Obstacle(Comparability.INCOMPLETE, _incomplete(label, peer.history.data_through))
    return None


def _nothing(question: Question) -> str:
    if question.period.kind == "year":
        return told("No full year of data on this has been loaded.")
    return told("Its data on this fill no period of this kind.")


def _first_to_last(labels: list[str]) -> str:
    if len(labels) == 1:
        return labels[0]
    return told("{first} to {last}", first=labels[0], last=labels[-1])


def _incomplete(label: str, through: date | None) -> str:
    if through is None:
        return told("{period} is not complete: the data do not reach to its end.", period=label)
    return told("{period} is not complete: the data reach to {day}.", period=label, day=through)


def _of_value(actual: Actual | None) -> Obstacle | None:
    if actual is not None and actual.is_withheld:
        return Obstacle(Comparability.WITHHELD, withheld(actual))
    if actual is None or actual.value is None:
        why = told("There was nothing to take a share of, so there is no share; that is not zero.")
        return Obstacle(Comparability.NO_CASES, why)
    return None


def withheld(actual: Actual) -> str:
    """Says no more than the figure itself does wherever it stands."""
    return told(
        "The figure of {period} is withheld: it could point at single people.",
        period=actual.period.label,
    )
