"""The simulation: the same bytes for the same seed, its stories, its damage, its size."""

import csv
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.intake import Frame, take_in
from ingest.simulate import ALL, simulate
from ingest.simulation.damage import DAMAGES
from ingest.simulation.rations import Ration, shared_out
from ingest.simulation.rows import FILES
from ingest.simulation.seasons import stalled_from
from ingest.simulation.stories import STORIES
from ingest.simulation.words import OTHER_LABELS, SUBJECTS
from ingest.tables.skills import file_labels
from matrices.frameworks import load_frameworks
from matrices.home import Home

UNTIL = date(2026, 6, 30)
"""The last day of a quarter: the second quarter of 2026 is complete."""

FULL_YEARS = ("2020", "2021", "2022", "2023", "2024", "2025")

HEADINGS = {
    "organisations": "id,site,name,verified,category,country,created,users,activities,simulated",
    "activities": "activity_id,site,organisation_id,organisation,co_hosts,name,type,status,"
    "category,skills,start,end,tz,duration_seconds,online,address,lat,lng,country,joined,"
    "badges_issued,used_in_playlists,url,cofunded_by,updated_at,simulated",
    "playlists": "playlist_id,site,organisation_id,name,status,ordered,n_activities,n_mandatory,"
    "started,completed,skills,created,simulated",
    "playlist_activities": "playlist_id,activity_id,position,mandatory,simulated",
    "badge_classes": "badge_class_id,activity_id,playlist_id,name,evidence_required,min_tasks,"
    "n_criteria,endorsements,issued,simulated",
    "awards": "badge_id,badge_class_id,owner_key,issued_on,method,public,simulated",
    "participations": "person_key,activity_id,team,type,badges,quests,certificates,joined_on,"
    "simulated",
    "evidence": "evidence_id,city,kind,held_on,title,statements,participants,url,simulated",
    "counts": "city,indicator,period,value,numerator,denominator,disaggregation,member,note,"
    "simulated",
}


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As it comes, with its damage."""
    folder = tmp_path_factory.mktemp("damaged")
    simulate(folder, until=UNTIL)
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same without any damage."""
    folder = tmp_path_factory.mktemp("whole")
    simulate(folder, until=UNTIL, damage=0)
    return folder


def lines(folder: Path, file: str) -> list[list[str]]:
    """Every row below the headings, however many cells it has."""
    with (folder / f"{file}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))[1:]


def rows(folder: Path, file: str) -> list[dict[str, str]]:
    """The rows by heading; those with a cell too few or too many are left out."""
    names = HEADINGS[file].split(",")
    return [
        dict(zip(names, line, strict=True))
        for line in lines(folder, file)
        if len(line) == len(names)
    ]


def offered(folder: Path, city: str) -> list[dict[str, str]]:
    """A city's activities that were ever on offer."""
    site = f"{city.replace('_', '-')}.cityoflearning.eu"
    activities = rows(folder, "activities")
    return [one for one in activities if one["site"] == site and one["status"] != "draft"]


def people_a_year(folder: Path, city: str) -> dict[str, int]:
    """Different people who joined an activity of the city, by year."""
    numbers = {one["activity_id"] for one in offered(folder, city)} - {""}
    people = defaultdict(set)
    for one in rows(folder, "participations"):
        if one["activity_id"] in numbers and one["type"] == "user":
            people[one["joined_on"][:4]].add(one["person_key"])
    return {year: len(people[year]) for year in FULL_YEARS}


def quarter(day: str) -> str:
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def recognising(folder: Path, city: str, year: str) -> float:
    """The share of a year's activities that name a 21st-century skill."""
    counted = {skill for subject in SUBJECTS for skill in subject.recognised}
    named = [set(a["skills"].split(";")) for a in offered(folder, city) if a["start"][:4] == year]
    return sum(bool(skills & counted) for skills in named) / len(named)


# What is written


def test_the_same_seed_and_day_give_the_same_bytes(tmp_path: Path):
    once = simulate(tmp_path / "once", learners=700, until=UNTIL)
    again = simulate(tmp_path / "again", learners=700, until=UNTIL)
    assert [path.name for path in once] == [path.name for path in again]
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]


def test_another_seed_gives_other_people(tmp_path: Path):
    simulate(tmp_path / "one", learners=300, seed=1, until=UNTIL)
    simulate(tmp_path / "two", learners=300, seed=2, until=UNTIL)
    one, two = (tmp_path / name / "participations.csv" for name in ("one", "two"))
    assert one.read_bytes() != two.read_bytes()


def test_each_file_has_the_headings_of_the_platforms_export(damaged: Path):
    found = {path.stem: path.read_text("utf-8").split("\n")[0] for path in damaged.iterdir()}
    assert found == HEADINGS
    assert set(found) == set(FILES)


@pytest.mark.parametrize("file", HEADINGS)
def test_every_row_says_that_it_is_simulated(damaged: Path, file: str):
    assert {line[-1] for line in lines(damaged, file)} == {"yes"}


@pytest.mark.parametrize("file", HEADINGS)
def test_there_is_nothing_like_an_e_mail_address(damaged: Path, file: str):
    assert "@" not in (damaged / f"{file}.csv").read_text("utf-8")


def test_the_usual_size_fits_seven_cities(whole: Path):
    people = {one["person_key"] for one in rows(whole, "participations")}
    sites = {one["site"] for one in rows(whole, "activities")}
    assert len(people) == 4000
    assert len(sites) == 7
    assert 1500 <= len(lines(whole, "activities")) <= 2500
    assert 20_000 <= len(lines(whole, "participations")) <= 40_000


def test_four_times_the_learners_have_about_twice_the_activities(whole: Path, tmp_path: Path):
    simulate(tmp_path, learners=1000, until=UNTIL, damage=0)
    people = {one["person_key"] for one in rows(tmp_path, "participations")}
    assert len(people) == 1000
    ratio = len(lines(whole, "activities")) / len(lines(tmp_path, "activities"))
    assert 1.9 <= ratio <= 2.1  # the square root of four


def test_a_single_city_can_be_simulated(tmp_path: Path):
    simulate(tmp_path, learners=200, until=UNTIL, cities=["breda"], damage=0)
    assert {one["site"] for one in rows(tmp_path, "activities")} == {"breda.cityoflearning.eu"}
    assert len({one["person_key"] for one in rows(tmp_path, "participations")}) == 200
    assert not (tmp_path / "counts.csv").exists()  # only Turin reports ready-made figures


def test_a_city_that_starts_later_is_left_out(tmp_path: Path):
    simulate(tmp_path, learners=500, until=date(2022, 12, 31), damage=0)  # Cluj-Napoca: 2024
    sites = {one["site"] for one in rows(tmp_path, "activities")}
    assert len(sites) == 6
    assert "cluj-napoca.cityoflearning.eu" not in sites


def test_all_that_cannot_be_simulated_is_said_at_once(tmp_path: Path):
    with pytest.raises(ValueError) as refusal:
        simulate(tmp_path, learners=0, until=date(2019, 1, 1), cities=["bredda"], damage=0.9)
    assert str(refusal.value).split("\n") == [
        "0 learners: at least 1 is needed.",
        "2019-01-01: the last day cannot be before 2020-03-31.",
        f"bredda: not simulated; these are: {', '.join(ALL)}.",
        "0.9: the share damaged is from 0 to 0.5.",
    ]


def test_a_day_before_every_city_chosen_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="none of the cities had started by 2021-12-31"):
        simulate(tmp_path, until=date(2021, 12, 31), cities=["cluj_napoca"])


def test_a_real_export_is_never_replaced(tmp_path: Path):
    real = tmp_path / "participations.csv"
    real.write_text("person_key,activity_id,type,joined_on\np1,a1,user,2024-05-04\n", "utf-8")
    with pytest.raises(ValueError, match=r"has participations\.csv, not simulated"):
        simulate(tmp_path, learners=100, until=UNTIL)
    assert real.read_text("utf-8").startswith("person_key,activity_id,type,joined_on\n")
    assert [path.name for path in tmp_path.iterdir()] == ["participations.csv"]


def test_an_earlier_simulation_is_replaced(tmp_path: Path):
    simulate(tmp_path, learners=100, until=UNTIL)
    simulate(tmp_path, learners=100, until=UNTIL, cities=["breda"])
    # The first one's counts.csv would otherwise stay behind and speak of Turin.
    assert not (tmp_path / "counts.csv").exists()


# How the files hang together


def test_nobody_joins_the_same_activity_twice(whole: Path):
    pairs = Counter(
        (one["person_key"], one["activity_id"]) for one in rows(whole, "participations")
    )
    assert max(pairs.values()) == 1


def test_people_join_published_activities_before_they_start(whole: Path):
    starts = {
        one["activity_id"]: one["start"]
        for one in rows(whole, "activities")
        if one["status"] != "draft"
    }
    assert all(
        one["joined_on"] <= starts[one["activity_id"]] for one in rows(whole, "participations")
    )


def test_everybody_has_joined_something_and_not_only_been_invited(whole: Path):
    joined = {o["person_key"] for o in rows(whole, "participations") if o["type"] == "user"}
    assert len(joined) == 4000


def test_nothing_is_dated_outside_the_simulated_time(whole: Path):
    for file, columns in {
        "organisations": ("created",),
        "activities": ("start", "end", "updated_at"),
        "playlists": ("created",),
        "awards": ("issued_on",),
        "participations": ("joined_on",),
        "evidence": ("held_on",),
    }.items():
        days = {one[name][:10] for one in rows(whole, file) for name in columns} - {""}
        assert min(days) >= "2020-01-01"
        assert max(days) <= "2026-06-30"


def test_the_public_counters_are_those_of_the_rows(whole: Path):
    participations = rows(whole, "participations")
    joined = Counter(one["activity_id"] for one in participations if one["type"] == "user")
    issued = Counter(one["badge_class_id"] for one in rows(whole, "awards"))
    for activity in rows(whole, "activities"):
        assert int(activity["joined"]) == joined[activity["activity_id"]]
        assert int(activity["badges_issued"]) == issued[f"bc-{activity['activity_id']}"]
    for playlist in rows(whole, "playlists"):
        assert int(playlist["completed"]) == issued[f"bc-{playlist['playlist_id']}"]


def test_a_badge_goes_to_somebody_who_took_part(whole: Path):
    took_part = {
        (one["person_key"], f"bc-{one['activity_id']}")
        for one in rows(whole, "participations")
        if one["type"] == "user"
    }
    awards = [(one["owner_key"], one["badge_class_id"]) for one in rows(whole, "awards")]
    of_activities = [award for award in awards if not award[1].startswith("bc-pl-")]
    assert set(of_activities) <= took_part
    assert len(set(awards)) == len(awards)  # nobody has the same badge twice
    assert len(awards) > len(of_activities)  # some completed a playlist


def test_every_published_activity_has_a_badge_class_and_few_ask_for_evidence(whole: Path):
    classes = {
        one["activity_id"]: one["evidence_required"]
        for one in rows(whole, "badge_classes")
        if one["activity_id"]
    }
    activities = rows(whole, "activities")
    assert set(classes) == {one["activity_id"] for one in activities if one["status"] != "draft"}
    assert 0.2 < list(classes.values()).count("yes") / len(classes) < 0.5


def test_a_few_take_part_often_and_most_do_not(whole: Path):
    times = Counter(
        one["person_key"] for one in rows(whole, "participations") if one["type"] == "user"
    )
    ordered = sorted(times.values())
    assert ordered[len(ordered) // 2] <= 4
    assert ordered[-1] >= 30


def test_people_come_back_over_the_years_and_some_learn_in_two_cities(whole: Path):
    sites = {one["activity_id"]: one["site"] for one in rows(whole, "activities")}
    years, cities = defaultdict(set), defaultdict(set)
    for one in rows(whole, "participations"):
        years[one["person_key"]].add(one["joined_on"][:4])
        cities[one["person_key"]].add(sites[one["activity_id"]])
    assert sum(len(each) > 1 for each in years.values()) > 1000
    assert 50 < sum(len(each) > 1 for each in cities.values()) < 800


def test_the_skills_that_stories_count_are_filed_as_21st_century_skills():
    frameworks = load_frameworks(Home(Path("no home of its own")).frameworks())
    counted = [skill for subject in SUBJECTS for skill in subject.recognised]
    filed = {one.entry: one for one in file_labels((*counted, *OTHER_LABELS), frameworks.labels())}
    assert all(filed[entry].is_21st_century for entry in counted)
    assert not any(filed[entry].is_21st_century for entry in OTHER_LABELS)
    unfiled = [entry for entry in OTHER_LABELS if filed[entry].framework is None]
    assert "team spirit" in unfiled


# What is told of the cities


def test_vilnius_has_more_learners_in_each_full_year_than_in_the_one_before(damaged: Path):
    people = people_a_year(damaged, "vilnius")
    years = [people[year] for year in FULL_YEARS]
    assert years == sorted(set(years))
    assert people["2025"] == max(people_a_year(damaged, city)["2025"] for city in ALL)


def test_breda_grows_in_learners_providers_and_online_opportunities(damaged: Path):
    people = people_a_year(damaged, "breda")
    assert people["2021"] < people["2023"] < people["2025"]
    providers, online = defaultdict(set), Counter()
    for one in offered(damaged, "breda"):
        providers[one["start"][:4]].add(one["organisation_id"])
        online[one["start"][:4]] += one["online"] == "yes"
    assert len(providers["2021"]) < len(providers["2023"]) < len(providers["2025"])
    assert online["2022"] < online["2023"] < online["2025"]


def test_turin_stays_on_a_plateau_and_recognises_most_skills(damaged: Path):
    activities = Counter(one["start"][:4] for one in offered(damaged, "turin"))
    assert all(70 <= activities[year] <= 90 for year in ("2022", "2023", "2024", "2025"))
    people = people_a_year(damaged, "turin")
    assert 0.9 < people["2025"] / people["2024"] < 1.1
    assert all(recognising(damaged, "turin", year) > 0.6 for year in ("2022", "2024", "2025"))


def test_thessaloniki_dips_in_2023_and_recovers(damaged: Path):
    activities = Counter(one["start"][:4] for one in offered(damaged, "thessaloniki"))
    assert activities["2021"] < activities["2022"]
    assert activities["2023"] < 0.7 * activities["2022"]
    assert activities["2025"] > 1.5 * activities["2024"]
    people = people_a_year(damaged, "thessaloniki")
    assert people["2023"] < people["2022"] < people["2025"]


def test_cluj_napoca_is_new_and_small_with_quarters_in_which_nothing_happened(damaged: Path):
    activities = offered(damaged, "cluj_napoca")
    quarters = {quarter(one["start"]) for one in activities}
    assert min(quarters) == "2024-Q2"
    assert not quarters & {"2024-Q3", "2025-Q1", "2026-Q1"}
    numbers = {one["activity_id"] for one in activities} - {""}
    people = defaultdict(set)
    for one in rows(damaged, "participations"):
        if one["activity_id"] in numbers and one["type"] == "user":
            people[quarter(one["joined_on"])].add(one["person_key"])
    assert min(len(each) for each in people.values()) < 5  # too few to be shown


def test_the_dutch_share_that_recognises_skills_rises_from_a_fifth_towards_a_half(damaged: Path):
    shares = [recognising(damaged, "netherlands", year) for year in ("2020", "2022", "2025")]
    assert 0.15 <= shares[0] <= 0.27
    assert shares[0] < shares[1] < shares[2]
    assert 0.40 <= shares[2] <= 0.50


def test_blackpool_has_nothing_new_in_the_last_four_complete_quarters(damaged: Path):
    starts = [one["start"] for one in offered(damaged, "blackpool") if one["start"][4] == "-"]
    site = "blackpool.cityoflearning.eu"
    joined = [o["created"] for o in rows(damaged, "organisations") if o["site"] == site]
    made = [one["created"] for one in rows(damaged, "playlists") if one["site"] == site]
    assert "2025-01-01" < max(starts) < "2025-07-01"
    assert max(joined) < "2025-07-01"
    assert max(made) < "2025-07-01"


def test_the_pandemic_empties_rooms_and_fills_screens(whole: Path):
    online = Counter((quarter(o["start"]), o["online"]) for o in rows(whole, "activities"))
    # April to June of 2020 against the same months of 2022.
    assert online["2020-Q2", "no"] < 0.3 * online["2022-Q2", "no"]
    assert online["2020-Q2", "yes"] > online["2020-Q2", "no"]
    assert online["2022-Q2", "yes"] < 0.5 * online["2022-Q2", "no"]


def test_summers_are_quiet(whole: Path):
    months = Counter(one["start"][5:7] for one in rows(whole, "activities"))
    assert months["08"] < 0.5 * months["05"]


def test_some_cities_reach_ten_playlists_and_others_do_not(whole: Path):
    published = Counter(
        one["site"].split(".")[0]
        for one in rows(whole, "playlists")
        if one["status"] == "published"
    )
    assert published == {
        "vilnius": 12,
        "turin": 11,
        "thessaloniki": 10,
        "breda": 8,
        "netherlands": 6,
        "blackpool": 5,
        "cluj-napoca": 2,
    }


def test_some_online_opportunities_stand_on_other_sites_and_some_events_in_other_countries(
    whole: Path,
):
    activities = rows(whole, "activities")
    imported = [one for one in activities if ".cityoflearning.eu/" not in one["url"]]
    assert len(imported) > 50
    assert all(one["online"] == "yes" for one in imported)
    abroad = {one["country"] for one in activities} - {"", "LT", "NL", "IT", "GR", "RO", "GB"}
    assert abroad == {"PL", "ES", "DE", "PT", "EE", "HR"}
    assert any(";" in one["co_hosts"] for one in activities)


def test_turin_reports_learners_from_before_the_platform(whole: Path):
    counts = rows(whole, "counts")
    assert [(o["city"], o["indicator"], o["period"]) for o in counts] == [
        ("turin", "learners", "2019"),
        ("turin", "learners", "2020"),
    ]
    assert min(one["start"] for one in offered(whole, "turin")) >= "2021-01-01"


def test_evidence_serves_statements_that_are_measured_by_evidence(whole: Path):
    entries = rows(whole, "evidence")
    served = {one for entry in entries for one in entry["statements"].split(";") if one}
    assert "blackpool.youth_work.outputs.platform_training" in served
    assert {one.split(".")[0] for one in served} == set(ALL)


# What is damaged


@pytest.mark.parametrize(
    ("files", "least", "most"),
    [
        (("organisations", "activities", "playlists", "playlist_activities"), 0.01, 0.05),
        (("badge_classes",), 0.01, 0.05),
        (("awards",), 0.002, 0.01),
        (("participations",), 0.002, 0.01),
        (("counts",), 0, 0),
    ],
)
def test_a_few_rows_in_a_hundred_are_wrong(
    whole: Path, damaged: Path, files: tuple[str, ...], least: float, most: float
):
    right = Counter((file, *line) for file in files for line in lines(whole, file))
    found = Counter((file, *line) for file in files for line in lines(damaged, file))
    assert least <= (found - right).total() / right.total() <= most


@pytest.mark.parametrize("file", ["activities", "participations", "awards"])
def test_large_files_show_every_kind_of_damage(damaged: Path, file: str):
    shown = {kind.text for kind in DAMAGES[file] if kind.change == "becomes"}
    cells = {cell for line in lines(damaged, file) for cell in line}
    usual = len(HEADINGS[file].split(","))
    assert shown <= cells
    assert {len(line) - usual for line in lines(damaged, file)} == {-1, 0, 1}
    assert max(Counter(tuple(line) for line in lines(damaged, file)).values()) == 2
    assert any(cell[2:3] == cell[5:6] == "." for cell in cells)  # 12.05.2023


def test_some_activities_end_before_they_start(damaged: Path):
    ends = [(one["start"], one["end"]) for one in rows(damaged, "activities") if one["end"]]
    assert any(end < start for start, end in ends if start[4] == "-")


def test_each_kind_of_damage_is_told_in_a_sentence():
    for file, kinds in DAMAGES.items():
        assert all(kind.sentence.endswith(".") for kind in kinds)
        assert {kind.column for kind in kinds} <= set(HEADINGS[file].split(","))


def refused(folder: Path, home: Home) -> Counter[str]:
    """Rows refused when the simulation is taken in, by record."""
    countries = {story.city: story.country for story in STORIES}
    frame = Frame(cities=countries, indicators=frozenset({"learners"}), today=UNTIL)
    home.data.mkdir(parents=True)
    with duckdb.connect() as connection:
        intake = take_in(connection, sorted(folder.glob("*.csv")), home, frame, None)
        assert intake.is_simulated
        assert intake.as_of == UNTIL
        return Counter(dict(connection.execute(REFUSED).fetchall()))


REFUSED = "SELECT record, count(*) FROM refused GROUP BY record"


def test_a_simulation_without_damage_is_taken_in_whole(tmp_path: Path):
    simulate(tmp_path / "files", learners=400, until=UNTIL, damage=0)
    assert refused(tmp_path / "files", Home(tmp_path / "home")) == {}


def test_every_damaged_row_is_refused_and_no_other(tmp_path: Path):
    simulate(tmp_path / "right", learners=400, until=UNTIL, damage=0)
    simulate(tmp_path / "wrong", learners=400, until=UNTIL, damage=0.1)
    wrong = {
        file: (
            Counter(map(tuple, lines(tmp_path / "wrong", file)))
            - Counter(map(tuple, lines(tmp_path / "right", file)))
        ).total()
        for file in HEADINGS
    }
    assert refused(tmp_path / "wrong", Home(tmp_path / "home")) == +Counter(wrong)


# The arithmetic behind


@pytest.mark.parametrize(
    ("until", "first"),
    [
        (date(2026, 6, 30), date(2025, 7, 1)),  # the day completes its quarter
        (date(2026, 6, 29), date(2025, 4, 1)),
        (date(2026, 11, 22), date(2025, 10, 1)),
        (date(2025, 12, 31), date(2025, 1, 1)),
    ],
)
def test_four_complete_quarters_before_a_day(until: date, first: date):
    assert stalled_from(until, 4) == first


@settings(max_examples=40)
@given(
    total=st.integers(0, 10_000),
    weights=st.lists(st.floats(0, 100, allow_subnormal=False), min_size=1, max_size=30),
)
def test_what_is_shared_out_adds_up(total: int, weights: list[float]):
    parts = shared_out(total, weights)
    assert sum(parts) == (total if sum(weights) else 0)
    assert all(part >= 0 for part in parts)


@settings(max_examples=40)
@given(share=st.floats(0, 1), times=st.integers(1, 200))
def test_a_ration_never_strays_from_its_share_by_more_than_one(share: float, times: int):
    ration = Ration()
    due = sum(ration.is_due(share) for _ in range(times))
    assert abs(due - share * times) <= 1
