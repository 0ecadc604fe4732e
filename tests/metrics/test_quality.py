"""What in a city's data should be looked at, over a real home."""

from datetime import date
from pathlib import Path

import pytest

from ingest.loads import load
from matrices.home import Home
from metrics.catalogue import load_catalogue
from metrics.finding import Finding
from metrics.frame import frame_of
from metrics.publish import publisher
from metrics.quality import jumps_of
from metrics.results import Results, open_results
from metrics.standing import Actual, Period

HEADINGS = "activity_id,site,organisation_id,organisation,name,type,status,start"
ACTIVITIES = [
    HEADINGS,
    "a1,breda,o1,Makers,Robotics,workshop,published,2024-05-04",
    "a2,breda,o1,Makers, robotics ,workshop,archived,2024-05-04",
    "a3,breda,o2,Library,Robotics,workshop,published,2024-05-04",  # another host
    "a4,breda,o1,Makers,Robotics,workshop,published,2024-06-04",  # another day
    "a5,breda,o1,Makers,Robotics,workshop,draft,2024-05-04",  # never on offer
    "a6,vilnius,v1,makers,Robotics,workshop,published,2024-06-04",  # as a4
    "a7,breda,o1,Makers,Summer camp,event,published,2026-07-01",
]
ORGANISATIONS = [
    "organisation_id,site,name",
    "o1,breda,Makers",
    "o2,breda,Library",
    "o3,breda,MAKERS",
    "v1,vilnius,Makers",
]
TODAY = date(2025, 1, 15)


def results(folder: Path, today: date = TODAY, **tables: list[str]) -> Results:
    """Results after one load of tables given as lines, one file a table."""
    home = Home(folder / "home")
    files = [folder / f"{name}.csv" for name in tables]
    for file, lines in zip(files, tables.values(), strict=True):
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    catalogue = load_catalogue(home)
    load(files, home, frame_of(catalogue), publisher(catalogue), date(2024, 12, 31))
    return open_results(home, today)


@pytest.fixture(scope="module")
def activities(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return results(tmp_path_factory.mktemp("activities"), activities=ACTIVITIES)


def of_kind(results: Results, kind: str, city: str = "breda") -> list[Finding]:
    return [finding for finding in results.quality(city) if finding.kind == kind]


def test_an_activity_under_two_identifiers_is_named_with_its_rows(activities: Results):
    (double,) = of_kind(activities, "double")
    assert (double.subject, double.day) == ("Robotics", date(2024, 5, 4))
    assert [(row.load, row.file, row.row) for row in double.rows] == [
        (1, "activities.csv", 2),
        (1, "activities.csv", 3),
    ]


def test_an_organisation_under_two_identifiers_is_named(tmp_path: Path):
    opened = results(tmp_path, organisations=ORGANISATIONS)
    found = of_kind(opened, "double")
    assert [(each.record, each.row_count) for each in found] == [("organisations", 2)]
    assert of_kind(opened, "double", "vilnius") == []


def test_an_activity_on_several_city_sites_is_told_to_each(activities: Results):
    for city in ("breda", "vilnius"):
        (shared,) = of_kind(activities, "several_sites", city)
        assert shared.cities == ("breda", "vilnius")
        assert {row.description for row in shared.rows} == {"a4", "a6"}


def test_days_ahead_are_told_with_the_furthest(activities: Results):
    (ahead,) = of_kind(activities, "ahead")
    assert (ahead.subject, ahead.day, ahead.row_count) == ("starts_on", date(2026, 7, 1), 1)
    assert ahead.rows[0].row == 8


def test_a_ready_made_count_that_differs_leads_to_its_row(tmp_path: Path):
    counts = ["city,indicator,period,value", "breda,activities,2024,40"]
    (differs,) = of_kind(results(tmp_path, activities=ACTIVITIES, counts=counts), "reported")
    assert differs.sentence is not None and "says 40; the rows give 4" in differs.sentence
    assert [(row.file, row.row) for row in differs.rows] == [("counts.csv", 2)]


def test_what_is_old_is_late_and_what_was_never_sent_is_missing(activities: Results):
    opened = open_results(activities.home, date(2025, 6, 1))
    assert [finding.record for finding in of_kind(opened, "late")] == ["activities"]
    assert "participations" in {finding.record for finding in of_kind(opened, "missing")}


def test_a_jump_leads_to_the_rows_behind_it(tmp_path: Path):
    many = [(year, number) for year, count in YEARLY.items() for number in range(count)]
    lines = [f"y{y}-{n},breda,o1,Makers,Talk {n},event,published,{y}-02-01" for y, n in many]
    found = of_kind(results(tmp_path, activities=[HEADINGS, *lines]), "jump")
    yearly = [f for f in found if f.jump.actual.period.kind == "year"]
    assert {f.indicator for f in yearly} == {"activities"}
    (jump,) = yearly
    assert (jump.jump.value, jump.jump.before) == (30, (4, 5, 4, 5))
    assert (len(jump.rows), jump.row_count) == (20, 30)


YEARLY = {2020: 4, 2021: 5, 2022: 4, 2023: 5, 2024: 30}


def test_an_unknown_city_is_a_key_error_and_of_an_empty_home_all_is_missing(tmp_path: Path):
    opened = open_results(Home(tmp_path), TODAY)
    assert {finding.kind for finding in opened.quality("breda")} == {"missing"}
    assert opened.quality("antwerp") == []  # promises nothing
    with pytest.raises(KeyError):
        opened.quality("atlantis")


def years(*values: float) -> list[Actual]:
    """Complete yearly values from 2015 on."""
    return [
        Actual(
            indicator="made_up",
            city="a",
            period=Period("year", date(2015 + n, 1, 1), date(2015 + n, 12, 31)),
            value=value,
            numerator=value,
            denominator=None,
            rows=1,
            origin="computed",
            is_complete=True,
            is_withheld=False,
        )
        for n, value in enumerate(values)
    ]


def test_a_stock_is_judged_by_what_it_grew():
    steady = years(10, 20, 31, 41, 52, 62)
    assert list(jumps_of(steady, is_stock=True)) == []
    (jump,) = jumps_of([*steady, *years(*[0] * 6, 200)[6:]], is_stock=True)
    assert (jump.value, jump.before, jump.is_growth) == (138, (10, 11, 10, 11, 10), True)


def test_one_more_than_ever_is_no_jump():
    assert list(jumps_of(years(1, 1, 1, 2, 4), is_stock=False)) == []


def test_only_the_newest_year_is_looked_at():
    assert list(jumps_of(years(4, 5, 4, 5, 90, 5), is_stock=False)) == []
