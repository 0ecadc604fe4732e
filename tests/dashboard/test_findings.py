"""Findings in sentences: made of the figures, and never a number beyond them."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.language import speaking
from dashboard.wording.findings import JUDGED, finding, start, without_data, without_figures
from dashboard.wording.numbers import amount
from matrices.model import Measured, Promise, Statement
from metrics.standing import Actual, Point, Progress, PromiseStanding, StatementStanding, Status
from tests.dashboard.fake_results import LEARNERS, PLAYLISTS, quarter, year

NUMBER = Promise(indicator="learners", target=500, by=date(2026, 12, 31))


def actual(value: float | None, is_withheld: bool = False) -> Actual:
    about = ("learners", "vilnius", year(2025), value, value, None, 1, "computed")
    return Actual(*about, True, is_withheld)


def standing(
    now: float | None, before: float | None, status: Status, promise: Promise = NUMBER
) -> PromiseStanding:
    baseline = None if before is None else Point(date(2023, 12, 31), before)
    judged = Progress(status, "line", actual(now, status is Status.WITHHELD), baseline)
    return PromiseStanding(promise, LEARNERS, judged, (), ())


@pytest.mark.parametrize(
    ("now", "before", "status", "said"),
    [
        (
            402,
            312,
            Status.SLIGHTLY_BEHIND,
            (
                "Learners rose from 312 in 2023 to 402 in 2025. Promised: 500 by the end of 2026. "
                "That is slightly behind."
            ),
        ),
        (
            300,
            312,
            Status.MOVING_AWAY,
            (
                "Learners fell from 312 in 2023 to 300 in 2025. Promised: 500 by the end of 2026. "
                "That is further from the promise than at the start."
            ),
        ),
        (
            312,
            312,
            Status.BEHIND,
            (
                "Learners stayed as it was: 312 in 2023, 312 in 2025. Promised: 500 by the end of 2026. "
                "That is behind."
            ),
        ),
        (
            520,
            None,
            Status.ACHIEVED,
            "Learners: 520 learners in 2025. Promised: 500 by the end of 2026. The promise is met.",
        ),
    ],
)
def test_a_finding_says_course_promise_and_status(
    now: float, before: float | None, status: Status, said: str
):
    assert finding(standing(now, before, status)).replace("\u00a0", " ") == said


def test_a_withheld_figure_is_said_to_be_withheld_and_not_what_it_is():
    said = finding(standing(None, 312, Status.WITHHELD))
    assert said.startswith("Learners: The figure in 2025 is withheld")
    assert "312" not in said


def test_a_running_total_is_told_at_its_ends():
    now = Actual("playlists", "vilnius", quarter(2, 2026), 8.0, 8.0, None, 8, "computed", True)
    judged = Progress(Status.ON_TRACK, "line", now, Point(date(2021, 12, 31), 2))
    promise = Promise(indicator="playlists", target=10)
    said = finding(PromiseStanding(promise, PLAYLISTS, judged, (), ()))
    assert said == (
        "Learning playlists rose from 2 at the end of 2021 to 8 by 30 June 2026. Promised: 10. "
        "That is on track."
    )


def test_where_things_stood_at_the_start_is_told_where_it_is_known():
    assert start(standing(402, 312, Status.BEHIND)) == "Learners: 312 in 2023."
    assert start(standing(402, None, Status.ACHIEVED)) is None


def statement(text: str, measured: Measured) -> StatementStanding:
    said = Statement(
        identifier="v.p.outputs.m",
        city="v",
        target_group="p",
        level="outputs",
        key="m",
        text=text,
        measured=measured,
    )
    return StatementStanding(said, Status(measured))


def test_statements_that_are_followed_alike_are_told_together():
    told = without_figures(
        [
            statement("Young people feel at home", "by_survey"),
            statement("Meetings with partners", "by_evidence"),
            statement("Belonging", "by_survey"),
        ]
    )
    assert list(told) == [
        "By survey: “Young people feel at home”; “Belonging”.",
        "By evidence (0 entries): “Meetings with partners”.",
    ]


def test_indicators_without_data_are_named_once():
    nothing = PromiseStanding(NUMBER, LEARNERS, Progress(Status.NO_DATA, "line"), (), ())
    assert without_data([nothing, nothing]) == "No figures have been loaded yet for: Learners."


def test_in_dutch_it_is_said_in_dutch():
    with speaking("nl"):
        said = finding(standing(1402, 312, Status.SLIGHTLY_BEHIND))
    assert "1.402" in said and "2025" in said and "rose" not in said


VALUES = st.one_of(st.integers(0, 10**6), st.floats(0, 10**5, width=32))
NUMBERS = re.compile(r"\d[\d,.]*\d|\d")


@settings(max_examples=60)
@given(VALUES, st.none() | VALUES, st.sampled_from(sorted(JUDGED)), st.booleans())
def test_no_sentence_has_a_number_that_is_none_of_the_inputs(
    now: float, before: float | None, status: Status, has_target: bool
):
    promise = NUMBER if has_target else Promise(indicator="learners", direction="increase")
    told = standing(now, before, status, promise)
    inputs = [now, before, promise.target]
    allowed = {amount(value, LEARNERS) for value in inputs if value is not None}
    allowed |= {"2023", "2025", "2026"}
    assert set(NUMBERS.findall(finding(told))) <= allowed


def test_every_status_that_a_value_can_have_is_told():
    """Withheld and no data have no value; a statement without an indicator has no promise."""
    without = {Status.WITHHELD, Status.NO_DATA}
    without |= {Status.NOT_MEASURED, Status.BY_EVIDENCE, Status.BY_SURVEY, Status.CANNOT_BE}
    assert set(JUDGED) == set(Status) - without


def test_a_sentence_is_the_same_whatever_else_is_known_of_the_promise():
    """Years and quarters behind the figure are for charts: they cannot slip into a sentence."""
    told = standing(402, 312, Status.BEHIND)
    assert finding(replace(told, years=(actual(7777),))) == finding(told)
