"""All promises of a number in one chart."""

from dashboard.reports.charts.bullets import bullets, can_be_shown, share_of
from dashboard.reports.charts.look import Spec
from dashboard.wording.indicator_words import name_of
from dashboard.wording.numbers import percent
from metrics.standing import MatrixStanding, PromiseStanding


def promised_numbers(standing: MatrixStanding) -> Spec | None:
    """None where the matrix promises no number that has a value."""
    promises = numbered(standing)
    return bullets(promises, [name_of(promise.indicator) for promise in promises])


def promised_numbers_told(standing: MatrixStanding) -> str:
    """The same for those who do not see it: `Learners: 82 %; Learning playlists: 120 %.`"""
    shares = (
        f"{name_of(promise.indicator)}: {percent(100 * share_of(promise))}"
        for promise in numbered(standing)
    )
    return f"{'; '.join(shares)}."


def numbered(standing: MatrixStanding) -> list[PromiseStanding]:
    """Every promise of a number to reach that has a value, in poster order."""
    found = (p for statement in standing.statements.values() for p in statement.promises)
    return [promise for promise in found if can_be_shown(promise)]
