"""The declared indicators: each says what it is, and each of its worked examples comes out."""

import pytest

from metrics.examples import run_example
from metrics.tally import FORMS
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


def test_a_definition_says_what_may_be_compared_with_what():
    assert [name for name, each in INDICATORS.items() if not each.comparability] == []


def test_every_kind_of_tally_is_in_use():
    used = {
        form
        for each in INDICATORS.values()
        for tally in each.tallies.values()
        for form in FORMS
        if getattr(tally, form)
    }
    assert used == set(FORMS)


def test_the_indicators_are_those_that_are_known():
    assert set(INDICATORS) == {
        "accomplishments_with_disabilities",
        "activities",
        "adapted_digital_tools",
        "badge_earners",
        "badges_awarded",
        "endorsing_organisations",
        "entrepreneurship_activities",
        "formal_education_activities",
        "imported_activities",
        "international_activities",
        "international_cooperations",
        "international_providers",
        "joins_on_counters",
        "learners",
        "learners_per_1000",
        "learners_per_1000_young",
        "learners_with_disabilities",
        "learning_providers",
        "meetings",
        "new_cooperations",
        "online_activities",
        "online_participations",
        "participations",
        "people_reached",
        "personal_learning_paths",
        "platform_visits",
        "playlist_completions",
        "playlist_starts",
        "playlists",
        "practical_learning_participants",
        "practice_network_members",
        "quality_share",
        "registered_young_people",
        "skills_activities",
        "skills_connected_share",
        "skills_providers",
        "skills_recognised_share",
        "skills_variety",
        "social_providers",
        "statements_measured_share",
        "student_learners",
        "survey_accessible_learning",
        "survey_accessible_platform",
        "survey_belonging",
        "survey_chances",
        "survey_digital_features",
        "survey_inclusive_activities",
        "survey_know_and_use",
        "survey_lifelong_habit",
        "survey_multimedia",
        "survey_non_formal_awareness",
        "survey_online_skills",
        "survey_recognition",
        "survey_skills_awareness",
        "survey_skills_awareness_organisations",
        "survey_wellbeing_careers",
        "trainings",
        "wallet_users",
        "young_learners",
        "young_playlist_completions",
    }
