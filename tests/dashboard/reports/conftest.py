"""A home with a year of activities and learners, loaded once for all tests of reports."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from dashboard.reports.content import Report
from dashboard.reports.gathering import gather
from dashboard.reports.scope import ReportScope
from matrices.home import Home
from metrics.results import Results, open_results
from tests.dashboard.reports.town import make_town

FIRST, LAST = date(2023, 1, 1), date(2024, 12, 31)


@pytest.fixture(scope="session")
def town_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("reports")
    home = Home(folder / "home")
    make_town(home, folder)
    return home


@pytest.fixture(scope="session")
def town_results(town_home: Home) -> Results:
    """As if published in February 2025: statuses hold on that day, whenever the tests run."""
    results = open_results(town_home)
    assert results.publication is not None
    results.publication = replace(results.publication, published_at=datetime(2025, 2, 1, 9, 30))
    return results


@pytest.fixture(scope="session")
def town_report(town_results: Results) -> Report:
    return gather(town_results, ReportScope(("breda", "vilnius"), FIRST, LAST))
