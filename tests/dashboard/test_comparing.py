"""Cities side by side: the charts say what the comparison says, and what is hollow is not compared."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.comparison_charts import side_by_side, slopes, small_multiples
from dashboard.design import LIGHT
from dashboard.parts.overview_table import overview_table
from dashboard.wording.about_comparing import finding, in_short
from metrics.comparing.answers import Comparability, Comparison, Figure, Spread
from metrics.standing import Actual, Interval, Period
from tests.dashboard.fake_results import LEARNERS, PLAYLISTS, actual, learners, year


def figure(name: str, value: float | None, **more: object) -> Figure:
    state = Comparability.COMPARABLE
    return Figure(name.lower(), name, **({"state": state, "value": value} | more))


BREDA = figure("Breda", 293, interval=Interval(260, 329), cases=293)
TURIN = figure("Turin", 12, state=Comparability.OTHER_START, why="It began later.")
ANTWERP = figure("Antwerp", None, state=Comparability.NO_DATA, why="No data.")


def comparison(*figures: Figure, view: str = "as-is", spread: Spread | None = None) -> Comparison:
    period = Period("year", date(2025, 1, 1), date(2025, 12, 31))
    return Comparison("learners", view, period, "15-29", 2022, figures, spread, {}, ())


def test_each_city_is_a_dot_with_its_interval_and_who_is_not_compared_is_hollow():
    spec = side_by_side(comparison(BREDA, TURIN, ANTWERP), LEARNERS, LIGHT)
    compared, apart = spec["data"]
    assert (compared["x"], compared["y"]) == ([293], ["Breda"])
    assert (compared["error_x"]["array"], compared["error_x"]["arrayminus"]) == ([36], [33])
    assert (apart["y"], apart["marker"]["color"]) == (["Turin"], LIGHT.surface)
    assert "error_x" not in apart  # of few cases it may be wider than all others together
    assert spec["layout"]["yaxis"]["categoryarray"] == ["Turin", "Breda"]  # from below, as listed


def test_the_middle_half_of_the_peers_is_shaded_and_their_median_a_line():
    spread = Spread(7, 2, 16, 36, 6, 25.5)
    layout = side_by_side(comparison(BREDA, spread=spread), LEARNERS, LIGHT)["layout"]
    band, median = layout["shapes"]
    assert (band["x0"], band["x1"], median["x0"]) == (6, 25.5, 16)
    assert layout["annotations"][0]["text"] == "median 16"


def test_against_a_promise_the_way_is_a_bar_and_the_promise_a_line_at_the_whole():
    spec = side_by_side(comparison(figure("Breda", 80), view="promise"), LEARNERS, LIGHT)
    assert spec["data"][0]["type"] == "bar"
    assert [shape["x0"] for shape in spec["layout"]["shapes"]] == [100]


def test_small_multiples_share_years_and_scale_whatever_a_city_has():
    histories = [
        ("Breda", [actual(LEARNERS, year(2023), 100), actual(LEARNERS, year(2025), 400)]),
        ("Antwerp", []),
    ]
    charts = small_multiples(histories, LEARNERS, LIGHT)
    axes = [
        (spec["layout"]["xaxis"]["range"], spec["layout"]["yaxis"]["range"]) for _, spec in charts
    ]
    assert axes[0] == axes[1] == ((2022.4, 2025.6), (0, pytest.approx(472)))
    assert small_multiples([("Antwerp", [])], LEARNERS, LIGHT) == []


def grown(name: str, before: float, now: float) -> Figure:
    first: Actual = actual(LEARNERS, year(2022), before)
    return figure(name, 10, baseline=first, actual=actual(LEARNERS, year(2025), now))


def test_slopes_begin_at_a_hundred_and_names_do_not_lie_on_each_other():
    spec = slopes(comparison(grown("Breda", 50, 100), grown("Turin", 20, 40)), LIGHT)
    assert [line["y"] for line in spec["data"]] == [[100, 200], [100, 200]]
    low, high = sorted(note["y"] for note in spec["layout"]["annotations"])
    assert high - low == pytest.approx(15)  # 7.5 % of the highest
    assert slopes(comparison(BREDA), LIGHT) is None  # nobody's baseline is known


def test_who_does_not_see_the_chart_hears_every_figure_the_highest_first():
    assert finding(comparison(TURIN, BREDA, ANTWERP), LEARNERS) == (
        "Learners in 2025. Breda: 293\N{NO-BREAK SPACE}learners; "
        "Turin: 12\N{NO-BREAK SPACE}learners."
    )


def test_the_answer_is_told_in_a_sentence_before_anything_is_drawn():
    vilnius, spread = figure("Vilnius", 512), Spread(2, 293, 402.5, 512)
    assert in_short(comparison(vilnius, BREDA, TURIN, spread=spread), LEARNERS) == (
        "From 293\N{NO-BREAK SPACE}learners (Breda) to 512\N{NO-BREAK SPACE}learners (Vilnius); "
        "the median is 402.5."
    )
    assert in_short(comparison(BREDA), LEARNERS).startswith("Fewer than two figures")


def test_what_no_city_tells_anything_of_yet_is_folded_below_what_is_known():
    known, unknown = learners(), replace(learners(), years=(), quarters=())
    cells = {"learners": {"vilnius": known}, "playlists": {"vilnius": unknown}}
    indicators = {"learners": LEARNERS, "playlists": PLAYLISTS}
    open_to_all, folded = overview_table(cells, indicators, {"vilnius": "Vilnius"}, {}).split(
        "<details"
    )
    assert "indicator=learners" in open_to_all and "indicator=playlists" not in open_to_all
    assert "1 more that several promise" in folded and "indicator=playlists" in folded
