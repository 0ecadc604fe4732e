"""Two towns as a site in two languages, written once for all tests of the site."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from dashboard.site.folder import replace_site
from dashboard.site.writing import write_site
from matrices.home import Home
from metrics.results import Results, open_results
from tests.dashboard.reports.town import make_town


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """As if published in February 2025: statuses hold on that day, whenever the tests run."""
    folder = tmp_path_factory.mktemp("site")
    home = Home(folder / "home")
    make_town(home, folder)
    results = open_results(home)
    assert results.publication is not None
    results.publication = replace(results.publication, published_at=datetime(2025, 2, 1, 9, 30))
    return results


@pytest.fixture(scope="session")
def site(results: Results, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Breda and Vilnius, in English and Dutch."""
    folder = tmp_path_factory.mktemp("written") / "site"
    replace_site(folder, lambda new: write_site(results, ("breda", "vilnius"), ("en", "nl"), new))
    return folder
