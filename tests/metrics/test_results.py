"""Results: what screen, paper and command line are told, from loads to standings."""

import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from ingest.intake import Frame
from ingest.loads import load, republish, undo
from matrices.home import Home
from metrics.catalogue import load_catalogue
from metrics.publish import is_current, publisher
from metrics.results import Results, open_results
from metrics.standing import Period, Status

YEAR_2024 = Period("year", date(2024, 1, 1), date(2024, 12, 31))

ACTIVITIES = [
    "activity_id,site,organisation_id,name,type,status,start,skills,end",
    "a,breda.cityoflearning.eu,library,Stories,workshop,published,2023-02-01,empathy,2023-02-01",
    "b,breda.cityoflearning.eu,library,Robots,workshop,published,2024-02-01,,2024-02-01",
    "c,breda.cityoflearning.eu,garden,Compost,workshop,published,2024-03-01,empathy,2024-03-01",
    "d,breda.cityoflearning.eu,garden,Drafted,workshop,draft,2024-04-01,,2024-04-01",
]


def participations(*people_of_b: str) -> list[str]:
    rows = [f"{person},b,users,user,2024-02-01" for person in people_of_b]
    return ["person_key,activity_id,team,type,joined_on", *rows]


def take_in(home: Home, folder: Path, **tables: list[str]) -> None:
    """Loads tables given as lines, one file a table."""
    files = [folder / f"{name}.csv" for name in tables]
    for file, lines in zip(files, tables.values(), strict=True):
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    catalogue = load_catalogue(home)
    frame = Frame(catalogue.city_countries(), frozenset(catalogue.indicators), date.today())
    load(files, home, frame, publisher(catalogue), date(2024, 12, 31), "a test")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with the activities loaded, to be looked at only."""
    folder = tmp_path_factory.mktemp("published")
    home = Home(folder / "home")
    take_in(home, folder, activities=ACTIVITIES)
    return home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def own(home: Home, published: Home) -> Home:
    """A home with the activities loaded, to be changed."""
    shutil.copytree(published.path, home.path)
    return home


@pytest.fixture
def take(home: Home, tmp_path: Path) -> Callable[..., None]:
    return partial(take_in, home, tmp_path)


def opened(home: Home) -> Results:
    return open_results(home, today=date(2025, 1, 15))


def yearly(results: Results, indicator: str) -> dict[str, float | None]:
    found = results.values(indicator, "breda", "year")
    return {actual.period.label: actual.value for actual in found}


def test_an_empty_home_shows_every_matrix_and_no_figure(home: Home):
    results = opened(home)
    assert results.publication is None
    assert len(results.cities()) == 8
    breda = results.matrix("breda")
    learners = breda.statements["breda.providers.short_term_impact.learners"]
    assert learners.status is Status.NO_DATA
    assert breda.data_through is None
    assert list(home.path.parent.glob("home/*")) == []  # looking makes nothing


def test_the_statuses_of_a_city_add_up_to_its_statements(published: Home):
    for city in opened(published).cities():
        assert sum(city.statuses.values()) == city.statements


def test_places_are_told_by_the_names_of_the_reader_s_language(published: Home):
    results = open_results(published, date(2025, 6, 1))
    dutch = results.in_language("nl")
    assert [city.place_name for city in results.cities()][-3:] == [
        "Thessaloniki",
        "Turin",
        "Vilnius",
    ]
    assert [city.place_name for city in dutch.cities()] == [
        "Antwerpen",
        "Blackpool",
        "Breda",
        "Cluj-Napoca",
        "Nederland",
        "Thessaloniki",
        "Turijn",
        "Vilnius",
    ]
    assert dutch.matrix("breda").statements == results.matrix("breda").statements
    assert "Turijn" in [f.place_name for f in dutch.comparison("learners", ["turin"]).figures]


def test_a_city_without_a_matrix_is_shown_as_such(home: Home):
    antwerp = next(city for city in opened(home).cities() if city.city == "antwerp")
    assert not antwerp.is_published
    assert antwerp.statements == 0


def test_activities_are_counted_without_drafts(published: Home):
    assert yearly(opened(published), "activities") == {"2023": 1, "2024": 2}
    # of the two of 2024 one names a skill that is filed as a 21st-century skill
    assert yearly(opened(published), "skills_recognised_share") == {"2023": 100, "2024": 50}


def test_four_learners_are_withheld_and_so_are_the_rows_behind_them(
    home: Home, take: Callable[..., None]
):
    take(activities=ACTIVITIES, participations=participations("an", "bo", "cy", "di"))
    results = opened(home)
    (year,) = [a for a in results.values("learners", "breda", "year") if a.period == YEAR_2024]
    assert year.is_withheld
    assert year.value is None
    assert results.source_rows("learners", "breda", YEAR_2024) == []


def test_five_learners_are_shown_and_lead_back_to_their_rows(home: Home, take: Callable[..., None]):
    take(activities=ACTIVITIES, participations=participations("an", "bo", "cy", "di", "ed"))
    results = opened(home)
    assert yearly(results, "learners")["2024"] == 5
    rows = results.source_rows("learners", "breda", YEAR_2024)
    assert sorted(row.row for row in rows) == [2, 3, 4, 5, 6]
    # not the activity or the day: by them the rows could be counted
    assert {row.description for row in rows} == {""}


def test_undoing_a_load_brings_back_the_figures_before(own: Home, take: Callable[..., None]):
    take(activities=[ACTIVITIES[0], *(line.replace("2024", "2022") for line in ACTIVITIES[2:4])])
    assert yearly(opened(own), "activities") == {"2022": 2, "2023": 1, "2024": 0}
    undo(own, 2, publisher(load_catalogue(own)), "a test")
    assert yearly(opened(own), "activities") == {"2023": 1, "2024": 2}


def test_a_changed_declaration_asks_for_publishing_again(own: Home):
    assert is_current(own)
    indicators = own.path / "indicators"
    indicators.mkdir()
    text = (Path("metrics/indicators/activities.yaml")).read_text(encoding="utf-8")
    (indicators / "activities.yaml").write_text(text + "\n", encoding="utf-8")
    assert not is_current(own)
    republish(own, publisher(load_catalogue(own)))
    assert is_current(own)


def test_the_progress_table_of_an_analyst_agrees_with_the_screen(published: Home):
    results = open_results(published, today=date(2024, 12, 31))
    shown = {
        (standing.statement.identifier, promise.indicator.identifier): promise.progress.status.value
        for city in results.catalogue.matrices
        for standing in results.matrix(city).statements.values()
        for promise in standing.promises
    }
    frame = results.cursor().sql("FROM progress").df()
    stored = frame.set_index(["statement", "indicator"])["status"].to_dict()
    assert stored == shown


def test_evidence_stands_under_its_statement(home: Home, take: Callable[..., None]):
    statement = "breda.providers.outputs.partners"
    take(
        evidence=[
            "evidence_id,city,kind,held_on,title,statements,participants,url",
            f"e1,breda,meeting,2024-05-01,Round table with libraries,{statement},12,",
        ]
    )
    standing = opened(home).statement(statement)
    assert standing.status is Status.BY_EVIDENCE
    assert [entry.title for entry in standing.evidence] == ["Round table with libraries"]


VERSIONS = """name: Breda City of Learning
place: breda
starts: 2023
target_groups:
  providers:
    name: Providers
    outputs:
      activities:
        text: More activities
        indicators:
          activities:
            - {target: 2, by: 2026, baseline: first full year}
            - {target: 10, by: 2027, since: 2025, baseline: {period: 2023}, reason: it was easy}
"""


def test_a_promise_is_judged_as_it_was_then_and_as_it_is_now(home: Home, take: Callable[..., None]):
    (home.path / "cities").mkdir(parents=True)
    (home.path / "cities" / "breda.yaml").write_text(VERSIONS, encoding="utf-8")
    take(activities=ACTIVITIES)
    results = opened(home)
    (standing,) = results.statement("breda.providers.outputs.activities").promises
    # two activities in 2024, when two were promised; ten are promised since 2025
    assert (standing.promise.target, standing.progress.status) == (10, Status.BEHIND)
    assert standing.promise_then and standing.progress_then
    assert standing.promise_then.target == 2
    assert standing.progress_then.status is Status.ACHIEVED
    way = results.what_if("breda.providers.outputs.activities")["activities"]
    assert (way.pace, way.remaining) == (1, 8)  # one in 2023, two in 2024
    assert way.needed_pace == pytest.approx(8 / 3)


def test_a_promise_that_never_changed_has_no_earlier_one(published: Home):
    for standing in opened(published).matrix("breda").statements.values():
        assert all(promise.progress_then is None for promise in standing.promises)


def test_how_much_of_a_strategy_figures_can_show_is_a_figure_itself(published: Home):
    # 21 of Breda's 34 statements name an indicator, from the matrix's start to the end of the data
    share = round(100 * 21 / 34, 6)
    told = {
        label: round(v, 6)
        for label, v in yearly(opened(published), "statements_measured_share").items()
    }
    assert told == {"2022": share, "2023": share, "2024": share}


def test_rates_use_the_population_that_the_city_s_place_lists_first(home: Home, take):
    take(activities=ACTIVITIES, participations=participations(*map(str, range(9))))
    results = opened(home)
    (rate,) = yearly(results, "learners_per_1000").values()
    assert rate == pytest.approx(1000 * 9 / 184126)
    assert yearly(results, "learners_per_1000_young") == {}  # nobody knows how many are young


def test_a_survey_without_answers_stays_a_survey_and_with_answers_is_judged(own: Home, take):
    asked = "breda.social.short_term_impact.chances"
    assert opened(own).statement(asked).status is Status.BY_SURVEY
    heading = "city,indicator,period,value,numerator,denominator,disaggregation,member,note"
    answers = ["breda,survey_chances,2023,,30,60,,,", "breda,survey_chances,2024,,55,60,,,"]
    take(counts=[heading, *answers])
    assert opened(own).statement(asked).status is Status.INCREASING
