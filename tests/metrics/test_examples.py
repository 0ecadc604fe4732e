"""How a worked example is read: what it may leave out, and what is refused."""

import pytest

from metrics.definition import Example
from metrics.examples import run_example
from tests.metrics.small_warehouse import INDICATORS, indicator

ACTIVITIES = INDICATORS["activities"]
LEARNERS = INDICATORS["learners"]


def example(period: str = "2024", expect: float | None = 0, **given: str) -> Example:
    return Example(name="An example", period=period, given=given, expect=expect)


def test_what_a_table_leaves_out_is_filled_in_with_what_counts():
    given = "activity_id | starts_on\npicnic | 2024-05-04"  # no city, no status
    assert run_example(ACTIVITIES, example(activities=given)) == 1


def test_an_empty_cell_is_empty_and_not_filled_in():
    given = "activity_id | starts_on | status\npicnic | 2024-05-04 |"
    assert run_example(ACTIVITIES, example(activities=given)) == 0


def test_an_example_without_rows_is_a_period_in_which_nothing_happened():
    assert run_example(ACTIVITIES, example()) == 0
    assert run_example(INDICATORS["quality_share"], example()) is None  # nothing to take a share of
    assert run_example(ACTIVITIES, example(activities="")) == 0


def test_learners_may_have_names_or_numbers():
    given = "learner | joined_on\nana | 2024-01-01\nana | 2024-02-01\n7 | 2024-02-01"
    assert run_example(LEARNERS, example(participations=given)) == 2


def test_the_same_name_is_the_same_learner_in_every_table():
    given = {
        "participations": "learner | joined_on\nana | 2024-01-01",
        "awards": "learner | issued_on\nben | 2024-01-01\nana | 2024-01-01",
    }
    assert run_example(INDICATORS["badge_earners"], example(**given)) == 2


def test_a_city_may_be_named_where_it_is_always_the_same():
    given = "activity_id | city | starts_on\npicnic | breda | 2024-05-04"
    assert run_example(ACTIVITIES, example(activities=given)) == 1


def test_rows_after_the_period_are_not_known_yet():
    given = "playlist_id | dated_on\ngreen | 2023-05-04\ndigital | 2024-07-01"
    assert run_example(INDICATORS["playlists"], example("2024-Q2", playlists=given)) == 1


def test_numbers_labels_and_yes_or_no_are_read():
    joined = indicator(numerator={"sum": "joined", "of": "activities"}, unit="participations")
    given = "starts_on | joined | latitude | online | skills\n2024-05-04 | 12 | 54.7 | yes | a; b"
    assert run_example(joined, example(activities=given)) == 12


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"activites": "a | b"}, "`activites` is not a record. Did you mean `activities`?"),
        (
            {"activities": "activity_id | start_on\npicnic | 2024-05-04"},
            "activities: there is no column `start_on`. Did you mean `starts_on`?",
        ),
        (
            {"activities": "activity_id | starts_on\npicnic"},
            "activities: the row `picnic` has 1 cells under 2 headings.",
        ),
        (
            {"activities": "starts_on\n4 May"},
            "activities: starts_on is `4 May`; it should be a day such as `2024-05-04`.",
        ),
        (
            {"activities": "is_online\nmaybe"},
            "activities: is_online is `maybe`; it should be `yes` or `no`.",
        ),
        (
            {"activities": "status\npublic"},
            "activities: status is `public`; it should be draft or published or archived.",
        ),
        ({"activities": "joined\nmany"}, "joined is `many`; it should be a whole number."),
        ({"activities": "latitude\nnorth"}, "latitude is `north`; it should be a number."),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(given, sentence):
    with pytest.raises(ValueError, match="An example: ") as raised:
        run_example(ACTIVITIES, example(**given))
    assert sentence in str(raised.value)


def test_every_mistake_is_told_at_once():
    given = {"activities": "starts_on | status\nsoon | public", "awards": "when\nnow"}
    with pytest.raises(ValueError, match="An example") as raised:
        run_example(ACTIVITIES, example(**given))
    assert all(word in str(raised.value) for word in ("`soon`", "`public`", "`when`"))


def test_an_example_is_about_one_city():
    given = "city | starts_on\nbreda | 2024-05-04\nturin | 2024-05-04"
    with pytest.raises(ValueError, match="one city; this one names 2"):
        run_example(ACTIVITIES, example(activities=given))


def test_a_period_that_is_none_is_refused():
    with pytest.raises(ValueError, match="`2024-Q5` is not a period"):
        run_example(ACTIVITIES, example("2024-Q5"))
