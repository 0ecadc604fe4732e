"""Figures as cells: in Excel's own units, live where they are worked out of others."""

from dashboard.language import say
from dashboard.reports.workbook.cell import Cell
from dashboard.reports.workbook.ink import Look
from dashboard.wording.numbers import many
from metrics.definition import Indicator
from metrics.standing import Actual


def look_of(indicator: Indicator) -> Look:
    """A share is a fraction that Excel shows in percent."""
    if indicator.is_share:
        return "percent"
    return "decimal" if indicator.is_rate else "count"


def amount(value: float | None, indicator: Indicator) -> Cell:
    """A bare value in the indicator's unit, such as a baseline or a target."""
    if value is None:
        return Cell()
    if indicator.is_share:
        return Cell(value / 100, "percent")
    return Cell(value, "decimal" if value != int(value) else look_of(indicator))


def value(actual: Actual | None, indicator: Indicator, formula: str | None = None) -> Cell:
    """The value of an actual; a withheld one is a word, and nothing is worked out from it.

    `formula` gives the value from the cells of its parts, where both are there.
    """
    if actual is None:
        return Cell()
    if actual.is_withheld:
        return withheld()
    found = amount(actual.value, indicator)
    has_parts = actual.numerator is not None and bool(actual.denominator)
    if found.value is None or not formula or not has_parts:
        return found
    return Cell(found.value, look_of(indicator), formula)


def part(actual: Actual | None, name: str) -> Cell:
    """`numerator` or `denominator` of an actual."""
    if actual is None:
        return Cell()
    if actual.is_withheld:
        return withheld()
    return Cell(getattr(actual, name), "count")


def withheld() -> Cell:
    return Cell(say("withheld"), "withheld")


def of_parts(indicator: Indicator, numerator: str, denominator: str) -> str | None:
    """The formula that works a share or rate out of the cells of its parts."""
    if indicator.is_share:
        return f"={numerator}/{denominator}"
    return f"={indicator.scale}*{numerator}/{denominator}" if indicator.is_rate else None


def unit(indicator: Indicator) -> str:
    """What is counted: `learners`, `share`."""
    return say("share") if indicator.is_share else many(indicator)
