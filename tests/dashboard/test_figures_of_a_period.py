"""All figures of a city or of the network in one period, on the terminal and on the first page."""

from datetime import date

import pytest
from click.testing import CliRunner

from dashboard.cli import main
from dashboard.parts.together_table import together_table
from matrices.home import Home
from metrics.results import open_results
from tests.metrics.small_network import activities, take, two_towns


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Breda's data reach to the middle of 2025 and Vilnius' too; a grant runs since March 2024."""
    folder = tmp_path_factory.mktemp("figures")
    home = Home(folder / "home")
    two_towns(home)
    grant = "projects:\n  grant: {name: The grant, starts: 2024-01-15, ends: 2025-12}\n"
    (home.path / "periods.yaml").write_text(grant, encoding="utf-8")
    told = activities(breda={2023: 2, 2024: 3, 2025: 4}, vilnius={2023: 10, 2024: 20, 2025: 30})
    take(home, folder, date(2025, 6, 14), activities=told)
    return home


def printed(home: Home, *words: str) -> str:
    result = CliRunner().invoke(main, ["--home", str(home.path), *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize(
    ("city", "period", "told"),
    [
        ("breda", "2024", "3\u00a0activities"),
        ("breda", "2023/24", "3\u00a0activities"),
        ("breda", "grant", "7\u00a0activities (so far)"),
        ("network", "2024", "23\u00a0activities"),
        ("network", "grant", "57\u00a0activities (so far)"),
    ],
)
def test_a_period_of_any_kind_shows_its_figures(home: Home, city: str, period: str, told: str):
    lines = printed(home, "progress", city, "--period", period).splitlines()
    assert next(line for line in lines if "Learning activities" in line).endswith(told)


def test_the_network_shows_its_last_full_year(home: Home):
    assert printed(home, "progress", "network").startswith("All cities together, 2024\n")


def test_a_period_without_figures_says_so(home: Home):
    assert printed(home, "progress", "breda", "--period", "1999") == (
        "There are no figures of 1999.\n"
    )


def test_a_word_that_is_no_period_is_told_what_would_be(home: Home):
    asked = ["--home", str(home.path), "progress", "breda", "--period", "grand"]
    result = CliRunner().invoke(main, asked)
    assert result.exit_code == 2 and "or a project: `grant`" in result.output


def test_the_first_page_shows_years_and_the_year_so_far_beside_the_same_stretch(home: Home):
    results = open_results(home, date(2025, 6, 20))
    table = together_table(results, [results.catalogue.indicators["activities"]])
    assert table is not None
    for head, value in (("2024", 23), ("2024 up to 14 June", 23), ("2025 so far", 34)):
        assert f'<td class="count" data-label="{head}">{value}</td>' in table


def test_a_territory_s_figure_walks_back_to_the_rows_of_all_its_cities(home: Home):
    results = open_results(home, date(2025, 6, 20))
    year = results.values("activities", "network", "year")[0].period
    assert len(results.source_rows("activities", "network", year)) == 12
