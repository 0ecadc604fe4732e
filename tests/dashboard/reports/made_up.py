"""A report as if the figures of one of its cities were simulated."""

from dataclasses import replace

from dashboard.reports.content import Report


def made_up(report: Report, city: str = "breda") -> Report:
    provenance = replace(report.provenance, simulated_cities=frozenset({city}))
    cities = tuple(
        replace(found, standing=replace(found.standing, is_simulated=found.city == city))
        for found in report.cities
    )
    return replace(report, provenance=provenance, cities=cities)
