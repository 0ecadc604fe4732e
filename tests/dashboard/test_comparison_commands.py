"""`impact compare` and `impact teachers`, as a person at a terminal uses them."""

import json
from datetime import date
from pathlib import Path

import pytest

from matrices.home import Home
from tests.dashboard.test_cli import impact
from tests.metrics.small_network import activities, take, two_towns


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("comparing")
    made = Home(folder / "home")
    two_towns(made)
    offered = activities(breda={2022: 20, 2024: 10}, vilnius={2022: 12, 2024: 40})
    take(made, folder, date(2024, 12, 31), activities=offered)
    return made.path


def said(home: Path, *arguments: str) -> list[str]:
    lines = impact(home, *arguments).output.replace("\u00a0", " ").replace("\u2212", "-")
    return lines.splitlines()


def test_growth_stands_with_its_interval_its_number_and_what_it_was_made_from(home: Path):
    lines = said(home, "compare", "activities", "--view", "growth")
    assert lines[0] == (
        "Learning activities (activities), 2024, growth a year since its own first full year (2022)"
    )
    assert lines[2:6] == [
        "  Breda           -29 % a year                  95 %: -54 to +5.8 % a year; n = 10; rank 2 of 2",
        "                  from 20 in 2022 to 10 in 2024",
        "  Vilnius         +83 % a year                  95 %: +31 to +164 % a year; n = 12; rank 1 of 2",
        "                  from 12 in 2022 to 40 in 2024",
    ]
    assert lines[7] == (
        "Median of 2 figures: +27 % a year. Quartiles are given from four comparable figures on."
    )


def test_per_head_says_which_population_is_missing(home: Path):
    told = " ".join(" ".join(said(home, "compare", "activities", "--view", "per-head")).split())
    assert "Breda no population not compared: No population aged 15-29 is known of Breda" in told
    assert "Fewer than two figures can be compared, so there is no median." in told


def test_per_head_of_all_ages_shows_the_population_beside_the_figure(home: Path):
    asked = ("compare", "activities", "--view", "per-head", "--ages", "all", "--cities", "vilnius")
    lines = said(home, *asked)
    assert lines[0] == "Learning activities (activities), 2024, per 1,000 inhabitants"
    assert lines[2].split()[:2] == ["Vilnius", "0.07"]  # 40 activities, 569,729 people
    assert lines[3].strip().startswith("569,729 inhabitants: city municipality, 2021-01-01; ")


def test_a_comparison_as_json_holds_every_input(home: Path):
    told = json.loads(impact(home, "compare", "activities", "--json").output)
    assert [(f["city"], f["value"], f["state"]) for f in told["figures"]] == [
        ("breda", 10.0, "comparable"),
        ("vilnius", 40.0, "comparable"),
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["activites"], "`activites` is not an indicator. Did you mean `activities`?"),
        (
            ["activities", "--cities", "breda,vilnus"],
            "`vilnus` is not a city of this home. Did you mean `vilnius`?",
        ),
        (["activities", "--period", "2024-Q5"], "`2024-Q5` is not a period."),
        (
            ["activities", "--period", "2024-Q1", "--view", "growth"],
            "`growth` is told of whole years; 2024-Q1 is none.",
        ),
        (["activities", "--ages", "29-15"], "write `all`, or ages such as `15-29`."),
    ],
)
def test_what_does_not_exist_is_told_in_a_sentence(home: Path, arguments, sentence: str):
    asked = impact(home, "compare", *arguments)
    assert asked.exit_code != 0
    assert sentence in asked.output


def test_a_year_that_no_city_has_is_said_for_each(home: Path):
    told = "\n".join(said(home, "compare", "activities", "--period", "2030"))
    assert told.count("It has figures of 2022 to 2024 and none of 2030.") == 2


def test_quarters_and_school_years_are_compared_by_their_label(home: Path):
    quarter = said(home, "compare", "activities", "--period", "2024-Q2")
    assert quarter[0] == "Learning activities (activities), 2024-Q2, as it is"
    # every activity of the two towns begins in January
    assert [line.split()[:2] for line in quarter[2:4]] == [["Breda", "0"], ["Vilnius", "0"]]
    school_year = said(home, "compare", "activities", "--period", "2023/24")
    assert [line.split()[:2] for line in school_year[2:4]] == [["Breda", "10"], ["Vilnius", "40"]]
    running = " ".join(" ".join(said(home, "compare", "activities", "--period", "2024/25")).split())
    assert running.count("2024/25 is not complete: the data reach to 2024-12-31.") == 2


def test_teachers_are_shown_with_what_they_did(home: Path):
    lines = said(home, "teachers", "breda", "--on", "2025-01-15")
    assert lines[1:] == [
        "Learning activities (activities): steady",
        "  breda.people.outputs.activities",
        "  own growth: -29 % a year, from 20 in 2022 to 10 in 2024",
        "  Vilnius: +83 % a year, from 12 in 2022 to 40 in 2024",
        "    1 January 2023 to 31 December 2024: 40 activities; course 20, workshop 20; Science 40",
        "    no evidence entries",
    ]
    (lesson,) = json.loads(impact(home, "teachers", "breda", "--on", "2025-01-15", "--json").output)
    assert lesson["teachers"][0]["figure"]["city"] == "vilnius"


def test_who_does_not_lag_is_told_so(home: Path):
    assert said(home, "teachers", "vilnius", "--on", "2025-01-15") == [
        "This city lags on no indicator that it promises."
    ]
