"""On real input: 1,983 workshops and 1,925 badge holders that nobody here made up.

Three countries stand in for cities. What the warehouse says is compared with counts taken straight
from the CSV files by plain SQL, which shares nothing with the code under test.
"""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from ingest.intake import Frame
from ingest.loads import load
from ingest.receipt import Receipt
from matrices.home import Home
from metrics.catalogue import load_catalogue
from metrics.publish import publisher
from metrics.results import Results, open_results
from metrics.standing import Status
from tests.conftest import copied_carpentries

EXPORTED_ON = date(2019, 3, 20)
"""The day after the newest badge; workshops with a later date were planned, not held."""

CITIES = {"united_kingdom": "GB", "australia": "AU", "canada": "CA"}


@pytest.fixture(scope="module")
def carpentries_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """One home for the whole module: its tests only look."""
    return copied_carpentries(tmp_path_factory.mktemp("network"))


@pytest.fixture(scope="module")
def files(corpora: Path) -> list[Path]:
    folder = corpora / "carpentries"
    return [folder / "all_workshops_2018.csv", folder / "badged_instructors_country.csv"]


@pytest.fixture(scope="module")
def receipt(carpentries_home: Home, files: list[Path]) -> Receipt:
    catalogue = load_catalogue(carpentries_home)
    frame = Frame(catalogue.city_countries(), frozenset(catalogue.indicators), date.today())
    return load(files, carpentries_home, frame, publisher(catalogue), EXPORTED_ON, "a test")


@pytest.fixture(scope="module")
def results(carpentries_home: Home, receipt: Receipt) -> Results:
    return open_results(carpentries_home, today=date(2019, 6, 1))


def counted(sql: str, *values: object) -> dict[int, float]:
    """Year to value, by plain DuckDB over the CSV itself."""
    with duckdb.connect() as connection:
        return dict(connection.execute(sql, list(values)).fetchall())


def by_year(results: Results, indicator: str, city: str) -> dict[int, float | None]:
    table = results.cursor().execute(
        "SELECT year(period_start), value FROM actuals WHERE indicator = ? AND city = ? "
        "AND period_kind = 'year' AND disaggregation = '' AND value > 0 AND NOT is_withheld",
        [indicator, city],
    )
    return dict(table.fetchall())


def test_every_row_is_in_the_warehouse_or_refused_with_a_reason(receipt: Receipt):
    counts = {each.record: each for each in receipt.counts}
    assert counts["activities"].rows_in == 1983
    # 219 + 168 + 162 rows of the three countries; the others lie outside this home
    assert counts["activities"].added == 549
    assert counts["activities"].refused == 1434
    assert counts["awards"].rows_in == 1925
    # 187 + 132 + 137 badge holders of the three, and 324 whose country the file does not say:
    # those are kept, belong to no city and count nowhere
    assert counts["awards"].added == 780
    assert counts["awards"].refused == 1145
    assert any("324" in note.text for note in receipt.notes)
    assert {reason.code for reason in receipt.refused} <= {"unknown-city", "missing-value"}


@pytest.mark.parametrize("city", CITIES)
def test_workshops_a_year_agree_with_the_file(results: Results, files: list[Path], city: str):
    expected = counted(
        "SELECT year(start_date), count(*) FROM read_csv(?) "
        "WHERE country = ? AND start_date <= ? GROUP BY ALL",
        str(files[0]),
        CITIES[city],
        EXPORTED_ON,
    )
    assert by_year(results, "activities", city) == expected


@pytest.mark.parametrize("city", CITIES)
def test_attendance_a_year_agrees_with_the_file(results: Results, files: list[Path], city: str):
    expected = counted(
        "SELECT year(start_date), sum(attendance) FROM read_csv(?) "
        "WHERE country = ? AND start_date <= ? GROUP BY ALL HAVING sum(attendance) > 0",
        str(files[0]),
        CITIES[city],
        EXPORTED_ON,
    )
    assert by_year(results, "attendance", city) == expected


@pytest.mark.parametrize("city", CITIES)
def test_hosts_a_year_agree_with_the_file(results: Results, files: list[Path], city: str):
    expected = counted(
        "SELECT year(start_date), count(DISTINCT host_name) FROM read_csv(?) "
        "WHERE country = ? AND start_date <= ? GROUP BY ALL",
        str(files[0]),
        CITIES[city],
        EXPORTED_ON,
    )
    assert by_year(results, "learning_providers", city) == expected


@pytest.mark.parametrize("city", CITIES)
def test_instructors_to_date_agree_with_the_file(results: Results, files: list[Path], city: str):
    newly = counted(
        "SELECT year(first_badge_date), count(DISTINCT person) FROM read_csv(?) "
        "WHERE country = ? GROUP BY ALL",
        str(files[1]),
        CITIES[city],
    )
    shown = by_year(results, "instructors", city)
    for year, value in shown.items():  # a total that tells of one to four people is withheld
        assert value == sum(count for before, count in newly.items() if before <= year)
    assert {2015, 2016, 2017} <= set(shown)


def test_progress_is_shown_for_a_country(results: Results):
    statements = results.matrix("united_kingdom").statements
    workshops = statements["united_kingdom.hosts.short_term_impact.workshops"].promises[0]
    # 31 workshops in 2015, the first year of the strategy, and 49 in 2018, the newest complete one
    assert workshops.progress.baseline.value == 31
    assert workshops.progress.actual.value == 49
    # 16 % a year more, and yet within noise: 49 of 80 is 50 to 72 % with 95 % confidence
    assert workshops.progress.yearly_growth == pytest.approx(0.165, abs=0.001)
    assert workshops.progress.is_within_noise
    assert workshops.progress.status is Status.STEADY
    badges = statements["united_kingdom.instructors.outputs.badges"].promises[0]
    assert badges.progress.actual.value == 187  # 150 were promised
    assert badges.progress.status is Status.ACHIEVED


def test_a_figure_leads_back_to_the_lines_of_the_file(results: Results, files: list[Path]):
    year = (
        results.matrix("canada")
        .statements["canada.hosts.short_term_impact.workshops"]
        .promises[0]
        .years[0]
    )
    rows = results.source_rows("activities", "canada", year.period)
    lines = files[0].read_text(encoding="utf-8").splitlines()
    assert len(rows) == year.value == 8  # the workshops of 2012 in Canada
    for row in rows:
        assert row.file == "all_workshops_2018.csv"
        assert row.description[:10] in lines[row.row - 1]
        assert ",CA," in lines[row.row - 1]


def test_no_person_of_the_file_is_named_in_the_warehouse(results: Results):
    people = results.cursor().execute("SELECT person FROM learners").fetchall()
    assert len(people) == 780
    assert all(person.startswith("p_") and len(person) == 34 for (person,) in people)
