"""A version of a promise in the words of the matrix file; see matrices/importing/iati/own_marks.py."""

from lxml import etree

from dashboard.reports.iati.elements import add
from matrices.importing.draft import PromiseWords
from matrices.importing.iati.own_marks import qualified


def add_promise(indicator: etree._Element, said: PromiseWords) -> None:
    """Absent parts have no attribute."""
    promise = add(
        indicator,
        qualified("promise"),
        target=said.target,
        by=said.by or None,
        baseline_on=said.baseline.on if said.baseline else None,
        baseline_value=said.baseline.value if said.baseline else None,
        baseline_period=said.baseline_period or None,
        method=said.method or None,
        since=said.since or None,
        reason=said.reason or None,
    )
    for milestone in said.milestones:
        add(promise, qualified("milestone"), by=milestone.on, value=milestone.value)
