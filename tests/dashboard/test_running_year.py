"""A running year is put beside the same stretch of earlier years, never beside a full one."""

from dataclasses import replace
from datetime import date

from dashboard.parts.numbers_table import numbers_table
from dashboard.wording import dates
from dashboard.wording.running_year import so_far
from dashboard.wording.territories import listed, without
from metrics.standing import Period, PromiseStanding
from tests.dashboard.fake_results import LEARNERS, actual, learners, playlists, year

NB = "\u00a0"


def stretch(number: int, value: float | None, is_withheld: bool = False):
    until = Period("same_stretch", date(number, 1, 1), date(number, 9, 30))
    return actual(LEARNERS, until, value, is_withheld=is_withheld)


def running(*stretches) -> PromiseStanding:
    return replace(learners(), same_stretches=stretches)


def test_the_year_so_far_is_told_beside_the_same_stretch_of_the_year_before():
    assert so_far(running(stretch(2024, 1400), stretch(2025, 1830))) == (
        f"So far in 2026, up to 30 September: 1,980{NB}learners; up to the same day of 2025: 1,830."
    )


def test_what_is_withheld_is_withheld_in_the_sentence_too():
    told = so_far(running(stretch(2025, None, is_withheld=True)))
    assert told is not None and told.endswith("up to the same day of 2025: withheld.")


def test_there_is_no_sentence_without_an_earlier_year_or_without_a_running_one():
    assert so_far(learners()) is None
    full = replace(learners(), years=learners().years[:-1])
    assert so_far(replace(full, same_stretches=(stretch(2025, 1830),))) is None
    assert so_far(playlists()) is None  # a stock stands as it is


def test_the_table_has_a_column_in_which_years_may_be_compared():
    table = numbers_table(running(stretch(2025, 1830)))
    assert '<td class="count" data-label="Up to 30 September">1,830</td>' in table
    assert '<td class="count" data-label="Up to 30 September">1,980</td>' in table
    assert "Up to" not in numbers_table(learners())


def test_other_periods_are_folded_below_the_years():
    school_year = Period("school_year", date(2024, 9, 1), date(2025, 8, 31))
    grant = Period("project", date(2024, 1, 15), date(2025, 6, 30), "Digital pathways")
    others = (actual(LEARNERS, school_year, 2200), actual(LEARNERS, grant, 2900))
    table = numbers_table(replace(learners(), others=others))
    assert '<th scope="row">school year 2024/25</th>' in table
    assert '<th scope="row">Digital pathways</th>' in table


def test_every_kind_of_period_has_its_words():
    stretches = {
        "project": Period("project", date(2024, 1, 15), date(2024, 6, 30)),
        "to_date": Period("to_date", date(2024, 1, 1), date(2026, 6, 14)),
        "same_stretch": Period("same_stretch", date(2025, 1, 1), date(2025, 6, 14)),
        "year": year(2025),
    }
    assert {kind: dates.period(stretch) for kind, stretch in stretches.items()} == {
        "project": "15 January 2024 to 30 June 2024",
        "to_date": "from January 2024 to date",
        "same_stretch": "2025 up to 14 June",
        "year": "2025",
    }


def test_who_is_not_in_a_territory_s_figure_is_named():
    assert without(learners()) is None
    standing = replace(learners(), absent=("Breda", "Turin"))
    assert without(standing) == "Not, or not wholly, in it: Breda and Turin."
    assert listed(["Breda"]) == "Breda"
