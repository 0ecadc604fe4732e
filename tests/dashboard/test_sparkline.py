"""Small curves: columns for a flow, a line for a running total, none for a single value."""

import re
from dataclasses import replace

from dashboard.parts.sparkline import sparkline
from tests.dashboard.fake_results import learners, playlists, share, withheld


def test_a_flow_is_drawn_as_columns_and_the_running_year_hollow():
    drawn = sparkline(learners())
    assert drawn.count("<rect") == 5
    assert drawn.count('class="running"') == 1


def test_a_running_total_is_drawn_as_a_line():
    drawn = sparkline(playlists())
    assert len(re.search('points="([^"]+)"', drawn).group(1).split()) == 3


def test_one_value_makes_no_curve():
    assert sparkline(share()) is None
    assert sparkline(withheld()) is None


def test_columns_of_zeros_are_still_seen():
    flat = replace(learners(), years=tuple(replace(a, value=0.0) for a in learners().years))
    heights = re.findall(r'height="([\d.]+)"', sparkline(flat))
    assert set(heights) == {"1.5"}
