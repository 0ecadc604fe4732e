"""What is made of results is made once, as long as nothing is different that it depends on."""

import pytest
from plotly.graph_objects import Figure

from dashboard import addresses
from dashboard.drawn import drawn
from dashboard.keeping import kept
from dashboard.language import say, speaking
from dashboard.permission import READ_ONLY
from dashboard.wording import pages
from tests.dashboard.fake_results import FakeResults


@pytest.fixture
def made() -> list[str]:
    """The sentences that were made, in their order."""
    return []


@pytest.fixture
def sentence(made: list[str]):
    @kept
    def sentence(results: FakeResults, city: str) -> str:
        made.append(f"{say(pages.CITY)}: {city}")
        return made[-1]

    return sentence


def test_what_was_made_of_the_same_results_is_not_made_again(sentence, made):
    results = FakeResults()
    assert sentence(results, "breda") == sentence(results, "breda") == "City: breda"
    assert sentence(results, "turin") == "City: turin"
    assert made == ["City: breda", "City: turin"]


def test_a_new_snapshot_is_made_of_anew_though_it_may_tell_the_same(sentence, made):
    sentence(FakeResults(), "breda")
    sentence(FakeResults(), "breda")
    assert len(made) == 2


def test_everybody_reads_in_the_own_language_and_keeps_it_in_the_links(sentence, made):
    results = FakeResults()
    assert sentence(results, "breda") == "City: breda"
    with speaking("nl"):
        assert sentence(results, "breda") == "Stad: breda"
        with addresses.keeping({"lang": "nl"}):
            sentence(results, "breda")
    assert len(made) == 3


def test_who_may_only_look_is_not_shown_what_was_made_for_writers(sentence, made, monkeypatch):
    results = FakeResults()
    sentence(results, "breda")
    monkeypatch.setenv(READ_ONLY, "1")
    sentence(results, "breda")
    assert len(made) == 2


def test_a_chart_that_was_checked_once_is_the_chart_that_plotly_would_make():
    spec = {"data": [{"type": "bar", "x": [2024, 2025], "y": [3, 5]}], "layout": {"height": 180}}
    chart = drawn(spec)
    assert chart is not None
    assert chart.to_dict() == Figure(spec).update_layout(template="none").to_dict()
    assert chart.to_dict() is chart.to_dict()


def test_a_chart_that_plotly_would_refuse_is_refused():
    with pytest.raises(ValueError, match="hight"):
        drawn({"data": [{"type": "bar", "y": [1]}], "layout": {"hight": 180}})


def test_nothing_is_drawn_where_nothing_is_known():
    assert drawn({"data": [], "layout": {}}) is None
    assert drawn(None) is None
