"""The bar, the banner and the foot of every page."""

from dataclasses import replace

from dashboard.parts.frame import banner, bar, foot
from tests.dashboard.fake_results import FakeResults


def test_the_bar_says_on_which_page_one_is():
    assert '<a href="/loads" aria-current="page">Loads</a>' in bar("loads")
    assert bar("loads").count("aria-current") == 1


def test_a_statement_belongs_to_the_cities():
    assert '<a href="/city" aria-current="page">' in bar("statement")


def test_simulated_data_are_said_to_be_so():
    assert "The figures of 1 city are simulated" in banner(FakeResults())


def test_real_data_need_no_banner():
    class Real(FakeResults):
        @property
        def publication(self):
            return replace(super().publication, simulated_cities=frozenset())

    assert banner(Real()) is None
    assert banner(FakeResults(is_empty=True)) is None


def test_the_foot_names_the_snapshot():
    assert "Snapshot 42, published 2 October 2026, 09:31." in foot(FakeResults().publication)
    assert "No snapshot yet." in foot(None)
