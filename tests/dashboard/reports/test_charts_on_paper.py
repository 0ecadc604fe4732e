"""Charts on paper say what the figures say, in marks that need no colour."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.language import speaking
from dashboard.reports.charts.bullets import bullets
from dashboard.reports.charts.drawing import png, svg, width_of
from dashboard.reports.charts.multiples import multiples
from dashboard.reports.charts.quarters import quarters
from dashboard.reports.charts.trajectory import trajectory
from matrices.model import Promise
from metrics.standing import Actual, Interval, Period, Point, Progress, PromiseStanding, Status
from tests.dashboard.fake_results import LEARNERS, PLAYLISTS, SHARE, quarter, year

NUMBER = Promise(indicator="learners", target=1500, by=date(2026, 12, 31))
PATH = (Point(date(2022, 12, 31), 1000), Point(date(2026, 12, 31), 1500))


def actual(
    period: Period,
    value: float | None,
    is_complete: bool = True,
    is_withheld: bool = False,
    member: str = "",
) -> Actual:
    about = ("learners", "vilnius", period, value, value, None, 1, "computed")
    return Actual(*about, is_complete, is_withheld, "format" if member else "", member)


YEARS = (
    actual(year(2023), 1100.0),
    actual(year(2024), None, is_withheld=True),
    actual(year(2025), 1234.0),
    actual(year(2026), 900.0, is_complete=False),
)
PROGRESS = Progress(
    Status.SLIGHTLY_BEHIND, "line", YEARS[2], PATH[0], target=PATH[1], path=PATH, expected=1375
)
STANDING = PromiseStanding(NUMBER, LEARNERS, PROGRESS, YEARS, (actual(quarter(1, 2025), 300.0),))


def values_of(spec: dict, mark: str) -> list[dict]:
    found = [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]
    return [value for layer in found for value in layer["data"]["values"]]


def labels(spec: dict) -> set[str]:
    return {value["label"] for value in values_of(spec, "text")}


def test_each_year_with_a_value_has_its_column_and_its_number():
    spec = trajectory(STANDING)
    assert spec
    assert [(v["on"], v["value"]) for v in values_of(spec, "bar")] == [
        ("2023", 1100.0),
        ("2025", 1234.0),
        ("2026", 900.0),
    ]
    assert labels(spec) >= {"1,100", "1,234", "900", "1,500"}


def test_a_running_year_is_hollow_with_a_broken_edge():
    spec = trajectory(STANDING)
    assert spec
    looks = [layer["mark"] for layer in spec["layer"] if layer["mark"]["type"] == "bar"]
    assert [("strokeDash" in look, look["color"]) for look in looks] == [
        (False, "#3b34c4"),
        (True, "#ffffff"),
    ]


def test_a_withheld_year_is_said_where_its_column_would_stand():
    spec = trajectory(STANDING)
    assert spec
    said = [v for v in values_of(spec, "text") if v["label"] == "withheld"]
    assert said == [{"on": "2024", "label": "withheld"}]


def test_the_way_is_drawn_over_every_year_so_that_it_is_straight():
    spec = trajectory(STANDING)
    assert spec
    (line,) = [layer for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    assert [(v["on"], v["value"]) for v in line["data"]["values"]] == [
        ("2022", 1000),
        ("2026", 1500),
    ]
    assert line["encoding"]["x"]["scale"]["domain"] == ["2022", "2023", "2024", "2025", "2026"]


def test_what_is_due_by_now_is_marked_until_the_target_is_met():
    assert "Due by then" in labels(trajectory(STANDING) or {})
    met = replace(STANDING, progress=replace(PROGRESS, status=Status.ACHIEVED))
    assert "Due by then" not in labels(trajectory(met) or {})


def test_a_share_of_few_cases_shows_where_the_true_one_lies():
    sure = replace(STANDING, progress=replace(PROGRESS, interval=Interval(30.0, 52.5)))
    spec = trajectory(sure)
    assert spec
    assert values_of(spec, "rule") == [{"on": "2025", "value": 30.0, "high": 52.5}]


def test_without_a_value_there_is_no_chart():
    assert trajectory(replace(STANDING, years=YEARS[1:2])) is None
    assert quarters(replace(STANDING, quarters=())) is None


def test_a_running_total_is_a_line_and_has_no_chart_of_quarters():
    history = (actual(quarter(3, 2025), 6.0), actual(quarter(4, 2025), 8.0))
    total = replace(STANDING, indicator=PLAYLISTS, quarters=history)
    spec = trajectory(total)
    assert spec
    assert [v["value"] for v in values_of(spec, "line")][:2] == [6.0, 8.0]
    assert quarters(total) is None


def test_promised_numbers_are_compared_in_parts_of_their_promise():
    """1,234 of 1,500 are 82 %; 1,000 of them were there at the start; 1,375 are due."""
    spec = bullets([STANDING], ["Learners"])
    assert spec
    (row,) = values_of(spec, "bar")
    assert row["label"] == "82 %".replace(" ", "\u00a0")
    assert row["share"] == pytest.approx(1234 / 1500)
    assert row["start"] == pytest.approx(1000 / 1500)
    assert row["due"] == pytest.approx(1375 / 1500)


def test_a_direction_and_a_number_not_to_be_exceeded_have_no_bullet():
    up = replace(STANDING, promise=Promise(indicator="learners", direction="increase"))
    most = replace(STANDING, promise=NUMBER.model_copy(update={"comparison": "at_most"}))
    assert bullets([up, most], ["a", "b"]) is None


def test_small_charts_of_a_breakdown_share_their_scale_and_say_what_is_withheld():
    parts = [
        actual(year(2024), 40.0, member="online"),
        actual(year(2024), None, is_withheld=True, member="in person"),
    ]
    spec = multiples(parts, LEARNERS, {"online": "Online", "in person": "In person"})
    assert spec
    found = {value["who"]: (value["label"], value["hidden"]) for value in spec["data"]["values"]}
    assert found == {"Online": ("40", ""), "In person": ("", "×")}
    scales = {str(layer["encoding"]["y"].get("scale")) for layer in spec["spec"]["layer"][:2]}
    assert scales == {"{'domain': [0, 50.0], 'nice': False}"}


def test_a_chart_becomes_vectors_with_letters_that_stay_letters():
    drawn = svg(trajectory(STANDING) or {})
    assert drawn.startswith("<svg") and "<image" not in drawn
    assert ">1,234</text>" in drawn
    assert 340 < width_of(drawn) < 440  # the field and the labels of its axis


def test_a_share_is_drawn_in_dutch_with_its_percent():
    share = replace(
        STANDING, indicator=SHARE, promise=Promise(indicator="x", target=50, is_share=True)
    )
    with speaking("nl"):
        drawn = svg(trajectory(replace(share, years=(actual(year(2025), 7.5),))) or {})
    assert ">7,5%</text>" in drawn


def test_the_same_chart_is_the_same_picture_at_three_hundred_pixels_an_inch():
    first, again = png(trajectory(STANDING) or {}), png(trajectory(STANDING) or {})
    assert first == again
    assert int.from_bytes(first[16:20]) > 1500  # the width of a PNG
