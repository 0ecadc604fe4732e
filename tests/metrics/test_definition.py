"""What an indicator's definition may say, and what it is told when it says something else."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from ingest.records import RECORDS
from matrices.declarations import DeclarationProblems, read_declaration
from metrics.definition import Indicator
from metrics.tally import Condition, Tally
from tests.metrics.small_warehouse import INDICATORS, indicator

DEFINITION = """\
name: Made up
question: How many?
why_it_matters: It shows one case.
unit: activities
better: higher
numerator: {count: activities}
dated_by: starts_on
examples: []
"""


def problems(tmp_path: Path, *changes: tuple[str, str]) -> list[str]:
    """What is said of the definition with these lines changed."""
    text = DEFINITION
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "made_up.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DeclarationProblems) as raised:
        read_declaration(path, Indicator, identifier="made_up")
    return [str(problem) for problem in raised.value.problems]


NUMERATOR = "numerator: {count: activities}"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            NUMERATOR,
            "numerator: {count: activites}",
            "Did you mean `activities`?",
        ),
        (
            NUMERATOR,
            "numerator: {count: activities, where: [is_onlin]}",
            "`activities` has no column `is_onlin`. Did you mean `is_online`?",
        ),
        (
            NUMERATOR,
            "numerator: {count: activities, where: [category]}",
            "`category` of `activities` is a text column; it should be `yes/no`.",
        ),
        (
            NUMERATOR,
            "numerator: {count: activities, where: [{type: cours}]}",
            "`type` is never `cours`, only `event` or",
        ),
        (
            NUMERATOR,
            "numerator: {count: activities, where: [{is_online: perhaps}]}",
            "`is_online` is never `perhaps`, only `yes` or `no`.",
        ),
        (
            NUMERATOR,
            "numerator: {count: activities, where: [{starts_on: 2024-01-01}]}",
            "`starts_on` of `activities` is a day column",
        ),
        (
            NUMERATOR,
            "numerator: {sum: category, of: activities}",
            "it should be `number` or `whole`.",
        ),
        (
            NUMERATOR,
            "numerator: {distinct: organiser, of: activities}",
            "`activities` has no column `organiser`.",
        ),
        (
            NUMERATOR,
            "numerator: {distinct: organisation_id}",
            "`` is not a record",
        ),
        (
            NUMERATOR,
            "numerator: {count: activities, of: activities}",
            "`of` goes with `distinct` and `sum`",
        ),
        (
            NUMERATOR,
            "numerator: {count: activities, sum: joined}",
            "a tally has exactly one of count, distinct, sum, latest",
        ),
        (
            NUMERATOR,
            "numerator: {count: playlist_activities}",  # belongs to no city by itself
            "`playlist_activities` has no column `city`.",
        ),
        (
            "dated_by: starts_on",
            "dated_by: start",
            "`activities` has no column `start`. Did you mean `starts_on`?",
        ),
        (
            "dated_by: starts_on",
            "dated_by: name",
            "`name` of `activities` is a text column; it should be `day`.",
        ),
        (
            "examples: []",
            "disaggregate_by: [joined]\nexamples: []",
            "`joined` of `activities` is a whole column; it should be `choice` or `text` or `yes/no`.",
        ),
        (
            "unit: activities",
            "unit: percent",
            "the unit is `percent` where there is a denominator, only there.",
        ),
        (
            NUMERATOR,
            NUMERATOR + "\ndenominator: {inhabitants: 15-29}",
            "the unit is `per_1000` where the denominator is `inhabitants`.",
        ),
        (
            NUMERATOR,
            NUMERATOR + "\ndenominator: {inhabitants: young}",
            "`young` is no age band; write `all`, or ages such as `15-29`",
        ),
        (
            NUMERATOR,
            "numerator: {inhabitants: all}",
            "`inhabitants` is what a rate is divided by: a denominator.",
        ),
        (
            NUMERATOR,
            "numerator: {reported: people on a list}",
            "a ready-made count is dated by its `period`.",
        ),
        (
            NUMERATOR,
            "numerator: {reported: people on a list, where: [is_online]}",
            "`where` chooses among rows; a ready-made figure has none",
        ),
        (
            NUMERATOR,
            "numerator: {latest: joined, of: activities}",
            "`activities` keeps one row a thing, so there is nothing to compare.",
        ),
        (
            NUMERATOR,
            "numerator: {difference: joined, of: activities, within: to_date}",
            "what grew to date is the `latest` reading",
        ),
    ],
)
def test_a_definition_that_cannot_be_counted_is_refused_with_a_sentence(
    tmp_path: Path, old: str, new: str, sentence: str
):
    (problem,) = problems(tmp_path, (old, new))
    assert sentence in problem


def test_every_problem_is_told_at_once_each_with_its_line(tmp_path: Path):
    found = problems(
        tmp_path,
        ("better: higher", "better: more"),
        ("{count: activities}", "{count: activities, where: [online_only]}"),
    )
    assert [problem.split(": ")[0] for problem in found] == ["made_up.yaml:5", "made_up.yaml:6"]


def test_an_identifier_is_a_plain_word_because_it_becomes_a_name_in_sql():
    with pytest.raises(ValidationError, match="identifier"):
        indicator(identifier='learners"; DROP TABLE actuals; --', numerator={"count": "activities"})


def test_conditions_are_the_same_in_whatever_order_they_are_written():
    one = Tally(count="activities", where=("is_online", {"type": "course"}))
    other = Tally(count="activities", where=({"type": "course", "is_online": "yes"},))
    assert one.conditions == other.conditions
    assert one.conditions == (Condition("is_online", True), Condition("type", "course"))


@pytest.mark.parametrize(
    ("numerator", "more", "expected"),
    [
        ({"count": "activities"}, {"unit": "people"}, True),
        ({"count": "activities"}, {"unit": "activities"}, False),
        # a share of people is a number of people in disguise
        (
            {"distinct": "learner", "of": "participations", "where": ("is_online",)},
            {
                "denominator": {"distinct": "learner", "of": "participations"},
                "dated_by": "joined_on",
            },
            True,
        ),
    ],
)
def test_an_indicator_is_about_people_when_it_counts_them(numerator, more, expected):
    assert indicator(numerator=numerator, **more).is_about_people is expected


def test_the_declared_indicators_about_people_are_known():
    about_people = {name for name, each in INDICATORS.items() if each.is_about_people}
    surveys = {name for name in INDICATORS if name.startswith("survey_")}
    assert about_people - surveys == {
        *("learners", "badge_earners", "learners_per_1000", "learners_per_1000_young"),
        # ready-made counts of groups
        *("young_learners", "registered_young_people", "student_learners", "wallet_users"),
        *("learners_with_disabilities", "practical_learning_participants"),
        *("practice_network_members", "accomplishments_with_disabilities"),
    }
    assert surveys <= about_people  # who answers is a person


def test_every_name_that_gets_into_sql_is_a_plain_word_that_needs_no_quotes():
    for table, record in RECORDS.items():
        for name in (table, *(column.name for column in record.columns())):
            assert name.replace("_", "a").isalnum() and name == name.lower(), name
