"""The declared indicators: each says what it is, and each of its worked examples comes out."""

import pytest

from metrics.examples import run_example
from tests.metrics.small_warehouse import INDICATORS

EXAMPLES = [
    pytest.param(indicator, example, id=f"{name}: {example.name}")
    for name, indicator in INDICATORS.items()
    for example in indicator.examples
]


@pytest.mark.parametrize(("indicator", "example"), EXAMPLES)
def test_a_worked_example_comes_out(indicator, example):
    assert run_example(indicator, example) == example.expect


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=list(INDICATORS))
def test_a_definition_tells_people_what_to_make_of_it(indicator):
    assert indicator.question.endswith("?")
    assert indicator.caveats, "every figure can mislead somebody"
    assert indicator.review and indicator.review.next
    assert 1 <= len(indicator.examples) <= 3


def test_the_indicators_that_the_matrices_name_are_there():
    assert set(INDICATORS) == {
        "activities",
        "badge_earners",
        "badges_awarded",
        "imported_activities",
        "international_activities",
        "learners",
        "learning_providers",
        "meetings",
        "online_activities",
        "participations",
        "playlist_completions",
        "playlists",
        "quality_share",
        "skills_activities",
        "skills_recognised_share",
        "skills_variety",
        "trainings",
    }
