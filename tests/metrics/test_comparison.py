"""Cities side by side: what is compared, what is not and why, and what lies around the figures."""

from dataclasses import replace

import pytest

from matrices.model import Baseline, Promise, Statement
from metrics.comparing.answers import Comparability, Figure, Peer, Question, RankRange
from metrics.comparing.intervals import interval_of, poisson
from metrics.comparing.populations import ages_named
from metrics.comparison import compare
from metrics.definition import Tally
from metrics.standing import Actual
from tests.metrics.peers import (
    END_OF_2022,
    YEAR_2025,
    asked,
    counted,
    of_all_ages,
    peer,
    pledged,
    young,
)
from tests.metrics.promises import INCREASE, count, number, quarter, share, share_of, year

WITHHELD_2025 = Actual(
    "learners", "x", YEAR_2025, None, None, None, 0, "computed", True, is_withheld=True
)


def only(question: Question, city: Peer) -> Figure:
    (figure,) = compare(question, [city]).figures
    return figure


def refused(question: Question, city: Peer) -> tuple[str, str]:
    figure = only(question, city)
    return figure.state.value, figure.why


def spread_of(*values: float) -> tuple[float | None, ...]:
    found = compare(asked(), [counted(f"c{n}", v) for n, v in enumerate(values)]).spread
    assert found is not None
    return found.figures, found.lower_quartile, found.median, found.upper_quartile


# --- views


def test_as_it_is_a_count_stands_with_its_poisson_interval():
    figure = only(asked(), counted("town", 10))
    assert (figure.value, figure.cases, figure.state) == (10, 10, Comparability.COMPARABLE)
    # Garwood's exact interval of ten counted, as in every table of it
    assert figure.interval is not None
    assert round(figure.interval.low, 3) == 4.795
    assert round(figure.interval.high, 3) == 18.390


@pytest.mark.parametrize(
    ("counted", "low", "high"),
    [(0, 0, 3.689), (1, 0.025, 5.572), (100, 81.364, 121.627), (2000, 1913.3, 2089.6)],
)
def test_poisson_intervals_are_those_of_the_tables(counted: int, low: float, high: float):
    found = poisson(counted)
    digits = 3 if counted < 1000 else 1  # above a thousand Byar's approximation
    assert (round(found.low, digits), round(found.high, digits)) == (low, high)


def test_exact_and_approximate_poisson_intervals_meet_at_a_thousand():
    exact, approximate = poisson(1000), poisson(1001)
    assert 0.9 < approximate.low - exact.low < 1.1
    assert 0.9 < approximate.high - exact.high < 1.1


def test_a_sum_or_a_variety_has_no_interval():
    summed = count(numerator=Tally(sum="participants", of="evidence"), dated_by="held_on")
    kinds = count(unit="skills")
    assert interval_of(summed, year(2025, 40)) is None
    assert interval_of(kinds, year(2025, 40)) is None


def test_per_head_divides_by_the_young_and_shows_who_they_are():
    figure = only(asked("per-head"), counted("town", 74, populations=[young(23509)]))
    assert figure.value == pytest.approx(3.14773)  # 74 of 23,509
    assert figure.population is not None
    assert figure.population.source == "office"
    assert figure.interval is not None
    assert round(figure.interval.low, 2) == 2.47


def test_per_head_never_takes_another_age_band_and_says_what_is_missing():
    town = counted("town", 74, populations=[of_all_ages(141100)])
    assert refused(asked("per-head"), town) == (
        "no_population",
        (
            "No population aged 15-29 is known of Town. Enter it below `town` of places.yaml "
            "from a census or register table by five-year ages (15-19 + 20-24 + 25-29), with persons, date, unit, source and how_known."
        ),
    )


def test_other_ages_need_a_table_by_single_years():
    figure = only(asked("per-head", ages="16-30"), counted("town", 74))
    assert "single years of age (16 to 30 added up)" in figure.why


def test_a_share_is_never_divided_by_inhabitants():
    town = peer("town", share_of(2025, 30, 60), populations=[young(1000)])
    assert refused(asked("per-head", share()), town) == (
        "not_a_count",
        "It is a share or a rate already: it is compared as it is.",
    )


def test_the_share_of_the_way_runs_from_the_baseline_to_the_target():
    promise = number(300, baseline=Baseline(value=100, on=END_OF_2022))
    figure = only(asked("promise"), pledged(counted("town", 150), promise))
    assert figure.value == 25  # 50 of the 200 that were promised
    assert figure.interval is None  # the baseline is as uncertain as the figure


def test_of_several_promised_numbers_the_one_least_far_on_its_way_tells():
    start = Baseline(value=100, on=END_OF_2022)
    town = pledged(counted("town", 150), number(200, baseline=start))
    figure = only(asked("promise"), pledged(town, number(500, baseline=start)))
    assert figure.value == 12.5


def test_growth_is_compound_and_counted_from_the_first_full_year():
    figure = only(asked("growth"), counted("town", 133.1, before=100))
    assert figure.value == pytest.approx(10)
    assert figure.baseline == year(2022, 100)


def test_growth_of_a_share_is_in_points_a_year():
    town = peer("town", share_of(2022, 20, 100), share_of(2025, 50, 100))
    figure = only(asked("growth", share()), town)
    assert figure.value == pytest.approx(10)  # from 20 to 50 % in three years


# --- what is not comparable


def test_a_withheld_figure_stays_withheld_in_every_view():
    town = peer("town", year(2022, 20), WITHHELD_2025, populations=[young(1000)])
    town = pledged(town, number(300))
    for view in ("as-is", "per-head", "promise", "growth"):
        figure = only(asked(view), town)
        assert figure.state is Comparability.WITHHELD
        assert (figure.value, figure.cases, figure.interval, figure.baseline) == (None,) * 4


def test_growth_from_a_withheld_year_is_withheld():
    base = year(2022, None, is_withheld=True)
    figure = only(asked("growth"), peer("town", base, year(2023, 30), year(2025, 40)))
    assert (figure.state, figure.value) == (Comparability.WITHHELD, None)
    assert figure.why == "The figure of 2022 is withheld: it could point at single people."


@pytest.mark.parametrize(
    ("view", "city", "state", "sentence"),
    [
        ("as-is", peer("t"), "no_data", "No full year of data on this has been loaded."),
        (
            "as-is",
            peer("t", year(2022, 5), year(2023, 6)),
            "other_period",
            "It has figures of 2022 to 2023 and none of 2025.",
        ),
        (
            "as-is",
            peer("t", year(2025, 5, is_complete=False)),
            "incomplete",
            "2025 is not complete: the data reach to 2025-12-31.",
        ),
        (
            "as-is",
            counted("t", 5, version=2),
            "other_version",
            (
                "Its figures were counted by version 2 of the definition, which is now version 1. "
                "Publish anew: impact publish."
            ),
        ),
        (
            "growth",
            counted("t", 5, before=0),
            "baseline_zero",
            "It was zero in 2022, and from zero there is no rate of growth.",
        ),
        (
            "growth",
            counted("t", 40, before=9),  # ten are asked
            "too_few_cases",
            "It rests on 9 in 2022; growth from fewer than 10 is not compared.",
        ),
        (
            "growth",
            peer("t", year(2023, 20), year(2025, 40)),
            "other_start",
            "Its first full year is 2023; compared is growth since 2022.",
        ),
        (
            "growth",
            peer("t", year(2025, 40)),
            "no_baseline",
            "2025 is not later than its first full year, so nothing has grown yet.",
        ),
        (
            "promise",
            counted("t", 40),
            "no_promise",
            "No statement of its matrix names this indicator.",
        ),
        (
            "promise",
            pledged(counted("t", 40), INCREASE),
            "no_number",
            "It promises to increase and names no number, so the way has no end.",
        ),
        (
            "promise",
            pledged(counted("t", 40), Promise(indicator="learners", target=5, is_kept=True)),
            "no_number",
            "It promises to keep a number, so there is no way to go.",
        ),
        (
            "promise",
            pledged(counted("t", 40, before=50), number(50)),
            "not_judged",
            "Its target equals its baseline, so there is no way to go.",
        ),
    ],
)
def test_what_is_not_comparable_says_why(view, city: Peer, state: str, sentence: str):
    assert refused(asked(view), city) == (state, sentence)


def test_a_year_that_the_data_begin_in_is_not_a_full_one():
    began = peer("t", year(2022, 20), year(2025, 40), quarters=[quarter(2022, 3, 20)])
    assert refused(asked("growth"), began) == (
        "incomplete",
        "Its data begin in 2022-Q3, so they do not fill 2022.",
    )
    assert only(asked("growth"), began).value is not None
    assert only(asked(), began).is_compared  # 2025 itself is covered from its first day
    begun_this_year = peer("t", year(2025, 40), quarters=[quarter(2025, 2, 40)])
    assert refused(asked(), begun_this_year)[0] == "incomplete"
    running_total = count(within="to_date")  # it holds whatever came before
    assert only(asked(indicator=running_total), begun_this_year).is_compared


def test_a_quarter_stands_beside_the_same_quarter_of_others():
    third = quarter(2025, 3, 40)
    question = asked(period=third.period)
    known = peer("t", quarters=[quarter(2025, 2, 20), third], values=(third,))
    assert only(question, known).value == 40
    assert refused(question, peer("t", values=())) == (
        "no_data",
        "Its data on this fill no period of this kind.",
    )
    begun_then = peer("t", quarters=[quarter(2025, 4, 7)], values=(third,))
    assert refused(question, begun_then)[1] == (
        "Its data begin in 2025-Q4, so they do not fill 2025-Q3."
    )


def test_growth_from_another_year_is_told_although_it_is_not_compared():
    figure = only(asked("growth"), peer("t", year(2024, 20), year(2025, 40)))
    assert (figure.value, figure.is_compared) == (100, False)


def test_a_share_of_nothing_is_not_zero_and_of_nine_not_compared():
    nothing = Actual("quality", "x", YEAR_2025, None, 0, 0, 0, "computed", True)
    assert refused(asked(indicator=share()), peer("t", nothing))[0] == "no_cases"
    state, why = refused(asked(indicator=share()), peer("t", share_of(2025, 3, 9)))
    assert (state, why) == (
        "too_few_cases",
        "It is a share of 9 only; shares of fewer than 10 are not compared.",
    )


# --- around the figures


def test_quartiles_are_those_of_a_spreadsheet():
    assert spread_of(1, 2, 3, 4) == (4, 1.75, 2.5, 3.25)  # QUARTILE.INC
    assert spread_of(10, 20, 30, 40, 50) == (5, 20, 30, 40)


def test_three_figures_have_a_median_and_no_quartiles():
    assert spread_of(1, 2, 9) == (3, None, 2, None)


def test_one_figure_has_no_median():
    withheld = peer("village", WITHHELD_2025)
    assert compare(asked(), [counted("town", 7), withheld]).spread is None


def test_ranks_are_given_only_where_intervals_do_not_overlap():
    sizes = {"big": 400, "large": 390, "middle": 150, "small": 20}
    cities = [counted(c, n, populations=[young(10000)]) for c, n in sizes.items()]
    found = compare(asked("per-head"), cities).ranks
    assert found == {
        "big": RankRange(1, 2, 4),
        "large": RankRange(1, 2, 4),
        "middle": RankRange(3, 3, 4),
        "small": RankRange(4, 4, 4),
    }


def test_whoever_overlaps_all_others_has_no_rank():
    cities = [counted(c, n, populations=[young(10000)]) for c, n in {"a": 30, "b": 33}.items()]
    assert compare(asked("per-head"), cities).ranks == {}


def test_where_lower_is_better_the_lowest_is_first():
    few_is_better = count(better="lower")
    cities = [counted(c, n, populations=[young(10000)]) for c, n in {"a": 20, "b": 400}.items()]
    found = compare(asked("per-head", few_is_better), cities).ranks
    assert found["a"] == RankRange(1, 1, 2)
    assert compare(asked("per-head", count(better="neither")), cities).ranks == {}


def test_bare_counts_are_not_ranked_because_that_would_rank_sizes():
    found = compare(asked(), [counted("big", 4000), counted("small", 20)])
    assert found.ranks == {}
    assert found.caveats[-1].startswith("A larger city counts more without doing more")


def test_different_kinds_of_population_carry_a_caveat():
    town = counted("town", 74, populations=[young(23509, date="mid-2020")])
    sprawl = counted("sprawl", 90, populations=[young(90000, unit="agglomeration (6 towns)")])
    _, places, ways = compare(asked("per-head"), [town, sprawl]).caveats
    assert places == (
        "The populations are of different kinds of place: agglomeration (Sprawl); "
        "municipality (Town)."
    )
    assert ways == (
        "The populations were counted in different ways: census (Sprawl); estimate (Town)."
    )


def test_simulated_figures_beside_real_ones_are_named():
    found = compare(asked("growth"), [counted("town", 74), counted("dream", 90, is_simulated=True)])
    assert found.caveats == ("Made up for demonstration are the figures of Dream.",)


def statement(text: str) -> Statement:
    return Statement(
        identifier="a.b.c.d", city="a", target_group="b", level="impact", key="d", text=text
    )


def test_the_ages_are_those_that_the_statements_name():
    named = statement("Young people with disability (age 16-30) will use the platform")
    assert ages_named([statement("More learners"), named]) == "16-30"
    assert ages_named([statement("young people aged 18 to 25"), named]) == "15-29"  # two bands
    assert ages_named([statement("10-15 organisations by 2024-2027")]) == "15-29"


# --- territories


def test_a_country_is_told_beside_its_own_cities_and_not_compared_with_them():
    country = replace(counted("country", 90), members=("north", "south"))
    cities = [counted("north", 40), counted("south", 50), counted("abroad", 60)]
    found = compare(asked(), [*cities, country])
    figure = found.of("country")
    assert figure is not None and figure.value == 90
    assert figure.state is Comparability.CONTAINS_PEERS
    assert figure.why == "It contains the figures of North, South."
    assert found.spread == compare(asked(), cities).spread


def test_a_country_is_compared_with_cities_of_other_countries():
    country = replace(counted("country", 90), members=("north",))
    found = compare(asked(), [country, counted("abroad", 60)])
    assert all(figure.is_compared for figure in found.figures)
