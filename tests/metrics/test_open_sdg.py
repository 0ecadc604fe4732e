"""Statistics Canada's 247 published series, recomputed: value, score and status of every one."""

from collections.abc import Iterator
from datetime import date
from math import isclose
from pathlib import Path

import pytest
import yaml

from metrics.methods import CAGR
from metrics.methods.course import Course
from metrics.methods.open_sdg import Measured, Series, measured
from metrics.standing import Point, Status

FILE = Path(__file__).parents[2] / "../shared/corpora/progress/statcan-gif.yml"
OF_THE_INDICATOR = ("progress_status", "score")
CATEGORIES = {
    "substantial_progress": Status.ON_TRACK,
    "moderate_progress": Status.SLIGHTLY_BEHIND,
    "limited_progress": Status.BEHIND,
    "deterioration": Status.MOVING_AWAY,
}


def published() -> Iterator[tuple[str, dict]]:
    """Name, inputs and results of every series."""
    if not FILE.exists():
        pytest.skip("the published series are not beside the project")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for indicator in yaml.load(FILE.read_text(encoding="utf-8"), loader).values():
        for name, series in indicator.items():
            if name not in OF_THE_INDICATOR:
                yield name, series


def inputs(series: dict) -> Series:
    wanted = ("base_value", "base_year", "current_value", "current_year", "direction", "limit")
    return Series(
        **{key: series[key] for key in wanted},
        target=series["target"],
        target_year=series["target_year"],
    )


def is_same(found: float | None, told: float | None) -> bool:
    if found is None or told is None:
        return found is told
    return isclose(found, told, rel_tol=1e-9, abs_tol=1e-12)


def test_every_published_series_comes_out_the_same():
    series = list(published())
    assert len(series) == 247
    different = [
        (name, found)
        for name, told in series
        if (found := measured(inputs(told)))
        and not (
            is_same(found.value, told["progress_value"])
            and is_same(found.score, told["score"])
            and found.status == told["status"]
        )
    ]
    assert different == []


def test_cagr_comes_to_the_category_that_was_published_for_every_target():
    compared = 0
    for name, told in published():
        if told["target"] is None or told["status"] not in CATEGORIES:
            continue
        found = CAGR.status(course_of(told))
        towards = 1 if told["target"] > told["base_value"] else -1
        if towards == told["direction"]:  # the way to the target is the way to the better
            assert found is CATEGORIES[told["status"]], name
            compared += 1
    assert compared > 60


def course_of(series: dict) -> Course:
    def point(year: str, value: str) -> Point:
        return Point(date(int(series[year]), 12, 31), series[value])

    return Course(
        point("base_year", "base_value"),
        point("current_year", "current_value"),
        point("target_year", "target"),
    )


@pytest.mark.parametrize(
    ("series", "told"),
    [
        # at its limit of 100 and held: nothing more can be asked
        (Series(100, 2015, 100, 2023, 1, limit=100), Measured(0.0, 5.0, "substantial_progress")),
        (Series(0, 2015, 5, 2023, 1), Measured(None, None, "not_available")),  # never 0.001
        (Series(-5, 2015, 5, 2023, 1), Measured(None, None, "not_available")),
        (Series(5, 2015, 5, 2015, 1), Measured(None, None, "not_available")),  # one year only
        (Series(None, 2015, None, None, 1), Measured(None, None, "not_available")),
        (Series(5, 2015, 9, 2015, 1, target=8), Measured(None, 5.0, "target_achieved")),
    ],
)
def test_the_edges_of_the_rule(series: Series, told: Measured):
    assert measured(series) == told


def test_near_a_limit_less_growth_is_enough():
    far, near = Series(50, 2015, 50.4, 2023, 1), Series(98, 2015, 98.4, 2023, 1, limit=100)
    assert measured(far).status == "limited_progress"  # 0.1 % a year
    assert measured(near).status == "moderate_progress"  # 0.05 % a year


def test_a_figure_below_zero_grows_by_coming_nearer_to_zero():
    assert measured(Series(-10, 2015, -5, 2023, 1)).status == "substantial_progress"
