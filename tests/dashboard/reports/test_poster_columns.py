"""Columns of a poster are as wide as what stands in them needs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reports.poster.columns import NARROWEST, STEP, height, shares

ROWS = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 900), min_size=columns, max_size=columns), min_size=1, max_size=5
    )
)


def test_a_column_with_three_times_as_much_to_say_is_three_times_as_wide():
    assert shares([[300, 100]]) == pytest.approx([0.7, 0.3], abs=0.051)  # narrowest: 0.3


def test_equal_columns_stay_equal():
    assert shares([[100, 100, 100, 100], [50, 50, 50, 50]]) == [0.25] * 4


def test_a_matrix_without_columns_has_no_widths():
    assert shares([]) == []


@settings(max_examples=40)
@given(ROWS)
def test_widths_fill_the_sheet_and_are_never_worse_than_equal_ones(rows: list[list[int]]):
    widths = shares(rows)
    count = len(widths)
    assert sum(widths) == pytest.approx(1)
    assert min(widths) >= NARROWEST / count - STEP / 100
    assert height(rows, widths) <= height(rows, [1 / count] * count) + 1e-6
