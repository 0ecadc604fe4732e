"""What a person is told before relying on a status."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.wording.doubts import doubts
from dashboard.wording.explanations import assumptions, explanation
from dashboard.wording.promises import promised
from matrices.model import Promise
from metrics.standing import Interval, Point, Status
from tests.dashboard.fake_results import LEARNERS, SHARE, learners, playlists, share

NB = "\u00a0"
MINUS = "\u2212"


def changed(standing, **progress):
    return replace(standing, progress=replace(standing.progress, **progress))


def test_where_there_is_no_doubt_nothing_is_said():
    assert doubts(learners()) == []
    assert doubts(playlists()) == []


def test_a_share_of_few_cases_says_between_what_it_lies():
    few = changed(share(), interval=Interval(23.3, 46.6), status=Status.UNCERTAIN)
    assert doubts(few) == [
        f"Of so few cases the share lies between 23{NB}% and 47{NB}%, with 95 % confidence."
    ]
    asked = replace(few, indicator=SHARE.model_copy(update={"is_sample": True}))
    assert doubts(asked)[0].startswith("Of a sample the share lies")


def test_noise_is_called_chance():
    steady = changed(learners(), status=Status.STEADY, is_within_noise=True)
    assert doubts(steady) == ["Chance alone would bring as much change, so it counts as steady."]
    assert explanation(steady).startswith(f"2,431{NB}learners in 2025, after 1,120 in 2022")


def test_methods_that_disagree_are_named_with_what_they_say():
    torn = changed(
        playlists(),
        disagreement=(("cagr", Status.ON_TRACK), ("extrapolation", Status.BEHIND)),
    )
    assert doubts(torn) == [
        "The methods disagree: on track by compound growth (cagr), behind by extrapolation."
    ]
    assert doubts(torn)[0] in assumptions(torn)  # which the screen shows


def test_a_method_that_could_not_be_used_says_why():
    refused = changed(
        replace(playlists(), promise=playlists().promise.model_copy(update={"method": "cagr"})),
        method_refused="from a baseline of zero there is no rate of growth",
    )
    assert doubts(refused) == [
        (
            "The promise asks for compound growth (cagr), which was not used: from a baseline of zero "
            "there is no rate of growth."
        )
    ]


def test_extrapolation_says_where_it_leads():
    ahead = changed(playlists(), projected=9.4)
    assert doubts(ahead) == [
        f"Growing on as it did, it would come to 9{NB}playlists by the end of 2027."
    ]


def test_the_promise_in_force_then_is_told_beside_the_one_of_now():
    before = Promise(indicator="playlists", target=8)
    then = changed(playlists(), status=Status.ACHIEVED).progress
    standing = replace(playlists(), promise_then=before, progress_then=then)
    assert doubts(standing) == [
        "Against the promise in force then (8), 8 in April to June 2026 is achieved."
    ]


def test_a_fall_that_was_promised_is_told_as_a_fall():
    falling = changed(
        replace(learners(), promise=Promise(indicator="learners", direction="decrease")),
        status=Status.ON_TRACK,
        yearly_growth=-0.05,
        baseline=Point(date(2022, 12, 31), 2900),
    )
    assert explanation(falling) == (
        f"2,431{NB}learners in 2025, down from 2,900 in 2022: {MINUS}5{NB}% a year. "
        "Promised: decrease."
    )


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (Status.ON_TRACK, "It is kept."),
        (Status.MOVING_AWAY, "It was kept at the start and no longer is."),
        (Status.BEHIND, "It is not kept."),
    ],
)
def test_a_number_to_keep_is_kept_or_not(status: Status, told: str):
    promise = Promise(indicator="learners", target=2000, is_kept=True)
    kept = changed(replace(learners(), promise=promise), status=status, method="keep")
    assert explanation(kept) == (
        f"2,431{NB}learners in 2025. Promised: keep at least 2,000. {told}"
    )


def test_a_ceiling_to_keep_is_said_as_one():
    ceiling = Promise(indicator="learners", target=5, comparison="at_most", is_kept=True)
    assert promised(ceiling, LEARNERS) == "keep at most 5"


def test_growth_is_not_called_a_straight_line():
    assert "equal growth every year from 2" in explanation(changed(playlists(), method="cagr"))
