"""Charts are plain dicts that plotly accepts; running years are hollow, promises dashed."""

from dataclasses import replace
from datetime import date

import plotly.graph_objects
import pytest

from dashboard.charts import HOLLOW, quarters, trajectory
from dashboard.design import DARK, LIGHT
from matrices.model import Promise
from metrics.standing import PromiseStanding, Status
from tests.dashboard.fake_results import learners, playlists, share, withheld


def traces(standing: PromiseStanding) -> dict[str, dict]:
    return {trace["name"]: trace for trace in trajectory(standing, LIGHT)["data"]}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("standing", [learners(), playlists(), share(), withheld()])
def test_plotly_accepts_every_spec(standing, palette):
    plotly.graph_objects.Figure(trajectory(standing, palette))
    plotly.graph_objects.Figure(quarters(standing, palette))


def test_a_flow_has_a_column_a_year_and_the_running_year_stands_apart():
    drawn = traces(learners())
    assert drawn["Counted"]["x"] == [2022, 2023, 2024, 2025]
    assert drawn["Counted"]["y"] == [1120, 1490, 1910, 2431]
    assert drawn["Counted"]["marker"] == {"color": LIGHT.accent}
    assert drawn["So far"]["x"] == [2026]
    assert drawn["So far"]["marker"]["color"] == HOLLOW


def test_a_value_stands_under_its_column_where_no_line_of_the_promise_crosses_it():
    axis = trajectory(learners(), LIGHT)["layout"]["xaxis"]
    assert axis["tickvals"] == [2022, 2023, 2024, 2025, 2026]
    assert axis["ticktext"][0] == "2022<br><b>1,120</b>"


def test_a_promise_without_a_number_is_seen_against_its_baseline():
    drawn = traces(learners())
    assert drawn["Baseline"]["y"] == [1120, 1120]
    assert drawn["Baseline"]["line"]["dash"] == "dash"
    assert "Promised" not in drawn


def test_a_running_total_is_a_line_and_its_promise_a_dashed_one():
    drawn = traces(playlists())
    assert drawn["Counted"]["x"] == ["2022-12-31", "2024-12-31", "2026-06-30"]
    assert drawn["Counted"]["y"] == [2, 5, 8]
    assert drawn["Promised"]["x"] == ["2022-12-31", "2027-12-31"]
    assert drawn["Promised"]["y"] == [2, 10]
    assert drawn["Promised"]["marker"]["symbol"] == ["circle-open", "star"]


def test_what_was_due_by_then_is_marked():
    due = traces(playlists())["Due by then"]
    assert (due["x"], due["y"]) == (["2026-06-30"], [7.6])


def test_nothing_is_due_any_more_once_the_promise_is_met():
    assert "Due by then" not in traces(playlists(Status.ACHIEVED, reached=10))


def test_past_its_date_the_target_itself_is_what_was_due():
    standing = playlists()
    late = replace(standing.progress, target=replace(standing.progress.target, on=date(2025, 1, 1)))
    assert "Due by then" not in traces(replace(standing, progress=late))


def test_milestones_lie_on_the_way():
    standing = playlists()
    start, due = standing.progress.path
    between = replace(due, on=date(2025, 12, 31), value=6)
    bent = replace(standing, progress=replace(standing.progress, path=(start, between, due)))
    promised = traces(bent)["Promised"]
    assert promised["marker"]["symbol"] == ["circle-open", "diamond-open", "star"]
    assert promised["y"] == [2, 6, 10]


def test_a_withheld_year_is_written_where_its_column_would_stand():
    spec = trajectory(withheld(), LIGHT)
    assert spec["data"] == []
    assert [(note["x"], note["text"]) for note in spec["layout"]["annotations"]] == [
        (2025, "withheld")
    ]


def test_a_withheld_quarter_of_a_running_total_stands_on_its_day():
    standing = playlists()
    hidden = replace(standing.quarters[1], value=None, is_withheld=True)
    spec = trajectory(replace(standing, quarters=(standing.quarters[0], hidden)), LIGHT)
    assert spec["layout"]["annotations"][0]["x"] == "2024-12-31"


def test_a_share_is_in_percent():
    assert trajectory(share(), LIGHT)["layout"]["yaxis"]["ticksuffix"] == " %"


def test_a_promise_that_names_only_a_target_shows_the_target():
    standing = playlists()
    lone = replace(standing.progress, path=(), baseline=None)
    promise = Promise(indicator="playlists", target=10)
    drawn = traces(replace(standing, promise=promise, progress=lone))
    assert drawn["Promised"]["x"] == ["2027-12-31"]


def test_quarters_stand_in_the_middle_of_their_days():
    spec = quarters(learners(), LIGHT)
    assert spec["data"][0]["x"] == ["2025-02-14", "2025-05-16", "2025-08-15", "2025-11-15"]
    assert spec["data"][0]["y"] == [680, 660, 640, 620]
