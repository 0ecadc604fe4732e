"""Who could teach whom, from loads to lessons."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from matrices.home import Home
from metrics.comparing.answers import Comparability, Comparison
from metrics.comparing.teachers import lag_of
from metrics.comparison import compare
from metrics.results import Results, open_results
from metrics.standing import Progress, PromiseStanding, Status
from tests.metrics.peers import LEARNERS, asked, counted
from tests.metrics.promises import INCREASE
from tests.metrics.small_network import activities, take, two_towns

ABOUT = "vilnius.people.outputs.activities"

EVIDENCE = [
    "evidence_id,city,kind,held_on,title,statements,participants,url",
    f"e1,vilnius,training,2022-03-01,Before the stretch,{ABOUT},12,",
    f"e2,vilnius,training,2023-03-01,Training of providers,{ABOUT},3,",
    "e3,vilnius,meeting,2024-08-01,Round table,vilnius.people.outputs.other,8,",
    "e4,breda,meeting,2024-08-01,Of another city,breda.people.outputs.other,8,",
]


def participations(city: str, year: int, people: int) -> list[str]:
    return [f"p{n},{city}-{year}-0,users,user,{year}-06-01" for n in range(people)]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Breda goes from 20 activities to 10 and its four learners are withheld; Vilnius goes from 12
    to 40 and has 30 learners."""
    folder: Path = tmp_path_factory.mktemp("network")
    home = Home(folder / "home")
    two_towns(home)
    joined = [
        "person_key,activity_id,team,type,joined_on",
        *participations("breda", 2022, 20),
        *participations("breda", 2024, 4),
        *participations("vilnius", 2022, 12),
        *participations("vilnius", 2024, 30),
    ]
    offered = activities(
        breda={2022: 20, 2023: 15, 2024: 10}, vilnius={2022: 12, 2023: 20, 2024: 40}
    )
    take(home, folder, activities=offered, participations=joined, evidence=EVIDENCE)
    return open_results(home, today=date(2025, 1, 15))


def test_a_city_that_lags_is_taught_by_the_peer_that_moved_it(results: Results):
    lesson = next(each for each in results.teachers("breda") if each.lag.indicator == "activities")
    assert (lesson.lag.why, lesson.lag.status) == (
        "status",
        Status.STEADY,
    )  # 20 to 10 may be chance
    assert lesson.lag.statements == ("breda.people.outputs.activities",)
    assert lesson.own.value is not None
    assert lesson.own.value < 0
    (teacher,) = lesson.teachers
    assert teacher.figure.city == "vilnius"
    assert teacher.figure.value == pytest.approx(82.57, abs=0.01)  # 12 to 40 in two years


def test_what_a_teacher_did_is_counted_between_its_baseline_and_the_period(results: Results):
    lesson = next(each for each in results.teachers("breda") if each.lag.indicator == "activities")
    done = lesson.teachers[0].done
    assert (done.first, done.last) == (date(2023, 1, 1), date(2024, 12, 31))
    assert done.activities == 60  # 20 in 2023 and 40 in 2024
    assert [(each.kind, each.activities) for each in done.by_type] == [
        ("course", 30),
        ("workshop", 30),
    ]
    assert [(each.kind, each.activities) for each in done.by_category] == [("Science", 60)]


def test_evidence_on_the_statement_comes_first_and_counts_no_people(results: Results):
    lesson = next(each for each in results.teachers("breda") if each.lag.indicator == "activities")
    done = lesson.teachers[0].done
    assert [entry.title for entry in done.evidence] == ["Training of providers", "Round table"]
    assert done.evidence_entries == 2
    assert {entry.participants for entry in done.evidence} == {None}


def test_who_does_not_lag_needs_no_teacher(results: Results):
    assert results.teachers("vilnius") == []


def test_a_withheld_figure_is_in_no_comparison_and_in_no_lesson(results: Results):
    for view in ("as-is", "per-head", "growth", "promise"):
        found = results.comparison("learners", view=view, ages="all")
        breda = found.of("breda")
        assert breda is not None
        assert breda.state is Comparability.WITHHELD
        assert (breda.value, breda.cases, breda.interval) == (None, None, None)
        assert found.spread is None  # of one figure, which stands there already
    told = TypeAdapter(Comparison).dump_python(results.comparison("learners"))
    actual = next(each for each in told["figures"] if each["city"] == "breda")["actual"]
    assert [actual[part] for part in ("value", "numerator", "denominator", "rows")] == [
        *(None, None, None, 0)
    ]
    assert "learners" not in {each.lag.indicator for each in results.teachers("breda")}


def test_the_year_is_the_newest_complete_one_and_the_baseline_that_of_most(results: Results):
    found = results.comparison("activities", view="growth")
    assert (found.period.label, found.first_year, found.ages) == ("2024", 2022, "15-29")


def test_peers_are_chosen_by_name_and_unknown_ones_are_an_error(results: Results):
    found = results.comparison("activities", ["vilnius"])
    assert [figure.city for figure in found.figures] == ["vilnius"]
    with pytest.raises(KeyError):
        results.comparison("activities", ["vilnus"])
    with pytest.raises(KeyError):
        results.comparison("activites")


def test_rates_show_the_population_that_they_were_divided_by(results: Results):
    figure = results.comparison("learners_per_1000").of("vilnius")
    assert figure is not None
    assert figure.population is not None
    assert figure.population.unit == "city municipality"
    assert figure.value == pytest.approx(1000 * 30 / 569729)
    young = results.comparison("learners_per_1000_young").of("vilnius")
    assert young is not None
    assert young.state is Comparability.NO_POPULATION


def test_an_empty_home_compares_nobody_and_teaches_nothing(tmp_path: Path):
    empty = open_results(Home(tmp_path / "home"), today=date(2025, 1, 15))
    found = empty.comparison("learners")
    assert (found.figures, found.spread, found.period.label) == ((), None, "2024")
    assert empty.teachers("breda") == []


def standing(status: Status) -> tuple[str, PromiseStanding]:
    return "a.b.c.d", PromiseStanding(INCREASE, LEARNERS, Progress(status, "trend"), (), ())


def test_below_the_lower_quartile_of_the_others_a_city_lags_although_it_grows():
    grown = {"slow": 110, "a": 200, "b": 220, "c": 240, "d": 260}
    seen = compare(asked("growth"), [counted(city, now) for city, now in grown.items()])
    lag = lag_of(LEARNERS, [standing(Status.INCREASING)], "slow", seen)
    assert lag is not None
    assert lag.why == "lower_quartile"
    assert lag_of(LEARNERS, [standing(Status.INCREASING)], "b", seen) is None


def test_of_three_others_there_is_no_quartile_to_lie_below():
    seen = compare(asked("growth"), [counted(c, n) for c, n in {"s": 1, "a": 9, "b": 9}.items()])
    assert lag_of(LEARNERS, [standing(Status.INCREASING)], "s", seen) is None
