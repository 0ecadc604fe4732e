"""What must be withheld beside the small numbers, so that none can be worked out."""

import pytest
from hypothesis import given
from hypothesis.strategies import integers, lists

from metrics.withholding.cell import Cell
from metrics.withholding.lines import Line, protected
from metrics.withholding.running_totals import too_close

PEOPLE = integers(min_value=0, max_value=12)


def line(total: float, *parts: float, adds_up: bool = True) -> Line:
    cells = [Cell(key, (count,)) for key, count in enumerate((total, *parts))]
    return Line(cells[0], tuple(cells[1:]), adds_up)


def shown(line: Line, threshold: int = 5) -> list[float | None]:
    """The total and its parts as they are shown; None where withheld."""
    cells = (line.total, *line.parts)
    small = [cell for cell in cells if cell.is_small(threshold)]
    gone = protected([line], small, threshold)
    return [None if cell in gone else cell.counts[0] for cell in cells]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((30, 20, 10), [30, 20, 10]),  # nothing is small
        ((30, 18, 9, 3), [30, None, 9, None]),  # 30 - 18 - 9 would give the 3
        ((32, 18, 9, 3, 2), [32, 18, 9, None, None]),  # two that are 5 together may stay so
        ((29, 18, 9, 1, 1), [29, None, 9, None, None]),  # two that are 2 together are 1 and 1
        ((26, 18, 4, 4), [26, None, None, None]),  # two that are 8 together, both few, are 4 and 4
        ((30, 27, 3, 0), [30, None, None, 0]),  # a zero points at nobody and hides nothing
        ((3, 3, 0), [None, None, 0]),
        ((50, 3), [50, None]),  # the rest belongs to no part that is known: 47 tells nothing
        ((5, 1, 1, 1, 1, 1), [None, None, None, None, None, None]),  # five ones are plain
        ((6, 2, 1, 1, 1, 1), [6, None, None, None, None, None]),  # somebody is 2, who?
    ],
)
def test_a_breakdown_loses_as_much_as_it_takes(counts, expected):
    assert shown(line(*counts)) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # a year of 20 people, quarters of 12, 9, 0 and 3: the 3 may be any of 1 to 4
        ((20, 12, 9, 0, 3), [20, 12, 9, 0, None]),
        # 20 people, at most 16 in the quarters shown: the last quarter must be all of 4
        ((20, 10, 6, 0, 4), [20, None, 6, 0, None]),
        ((8, 4, 4), [None, None, None]),  # two quarters of at most 4 make 8 only as 4 and 4
    ],
)
def test_periods_of_people_lose_a_neighbour_only_where_it_leaves_no_choice(counts, expected):
    assert shown(line(*counts, adds_up=False)) == expected


def test_a_withheld_part_is_not_given_away_by_its_own_parts():
    """The second quarter goes to protect the first; its months must not add up to it again."""
    months = [Cell(10 + month, (10.0,)) for month in range(3)]
    first, second = Cell(1, (3.0,)), Cell(2, (30.0,))
    year = Line(Cell(0, (33.0,)), (first, second))
    gone = protected([year, Line(second, tuple(months))], [first], 5)
    assert gone == {first, second, months[0]}


def test_of_a_share_neither_those_who_count_nor_those_who_do_not_may_be_few():
    assert Cell(0, (40, 3)).is_small(5)  # 3 of 43 learners did not come online
    assert Cell(0, (3, 40)).is_small(5)
    assert not Cell(0, (40, 0)).is_small(5)


@given(lists(PEOPLE, min_size=1, max_size=6), integers(min_value=2, max_value=8))
def test_what_is_shown_never_gives_a_small_number_by_subtraction(parts, threshold):
    total, *found = shown(line(sum(parts), *parts), threshold)
    if total is not None:
        rest = total - sum(part for part in found if part is not None)
        assert rest == 0 or rest >= threshold
        hidden = sum(part is None for part in found)
        assert hidden != 1 and not 0 < hidden == rest
    assert not any(0 < part < threshold for part in (total, *found) if part is not None)


@given(lists(lists(PEOPLE, min_size=1, max_size=3), min_size=1, max_size=4))
def test_a_year_less_any_mixture_of_its_quarters_and_months_never_gives_a_small_number(year):
    """Where a quarter is withheld its months that are shown may be taken off instead."""
    keys = iter(range(100))
    months = [[Cell(next(keys), (float(count),)) for count in quarter] for quarter in year]
    quarters = [Cell(next(keys), (float(sum(quarter)),)) for quarter in year]
    whole = Cell(next(keys), (float(sum(map(sum, year))),))
    lines = [Line(q, tuple(m)) for q, m in zip(quarters, months, strict=True)]
    lines.append(Line(whole, tuple(quarters)))
    cells = [whole, *quarters, *(month for quarter in months for month in quarter)]
    gone = protected(lines, [cell for cell in cells if cell.is_small(5)], 5)
    if whole not in gone:
        rest = sum(
            month.counts[0]
            for quarter, parts in zip(quarters, months, strict=True)
            if quarter in gone
            for month in parts
            if month in gone
        )
        assert rest == 0 or rest >= 5


@pytest.mark.parametrize(
    ("newest_first", "kept"),
    [
        ((30, 20, 10), [30, 20, 10]),
        ((30, 27, 20), [30, 20]),  # 27 would tell that 3 people came since
        ((30, 30, 26, 25), [30, 30, 25]),  # nobody came since: nothing to tell
        ((30, 28, 26, 24), [30, 24]),
    ],
)
def test_a_running_total_does_not_show_that_a_few_people_came(newest_first, kept):
    series = [Cell(key, (float(count),)) for key, count in enumerate(newest_first)]
    gone = too_close(series, 5)
    assert [cell.counts[0] for cell in series if cell not in gone] == kept
