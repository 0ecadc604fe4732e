"""The tables of rows: derived columns, coverage, and where every row came from."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from ingest.loading.snapshots import new_snapshot, snapshot_path
from ingest.loads import load, undo
from ingest.records import RECORDS
from ingest.tables.columns import PROVENANCE
from ingest.warehouse import build_records, open_snapshot
from matrices.home import Home
from tests.ingest.network import COUNTRIES, FRAME, FRAMEWORKS, make_home, publish, write_table

Warehouse = Callable[..., DuckDBPyConnection]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home")


@pytest.fixture
def warehouse(home: Home, tmp_path: Path) -> Iterator[Warehouse]:
    """Loads little tables, each a file of its own, and opens what was published."""
    opened = []

    def made(as_of: date | None = None, **tables: str) -> DuckDBPyConnection:
        files = [write_table(tmp_path / f"{name}.csv", text) for name, text in tables.items()]
        load(files, home, FRAME, publish, as_of, by="ana")
        opened.append(open_snapshot(home))
        return opened[-1]

    yield made
    for connection in opened:
        connection.close()


@pytest.fixture(scope="module")
def network_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """`NETWORK` loaded once, to be looked at."""
    folder = tmp_path_factory.mktemp("network")
    files = [write_table(folder / f"{name}.csv", text) for name, text in NETWORK.items()]
    home = make_home(folder / "home")
    load(files, home, FRAME, publish)
    return home


@pytest.fixture(scope="module")
def network(network_home: Home) -> Iterator[DuckDBPyConnection]:
    with closing(open_snapshot(network_home)) as connection:
        yield connection


def column(connection: DuckDBPyConnection, table: str, name: str) -> dict[str, object]:
    """The values of a column by the record's identifier."""
    key = RECORDS[table].key[0]
    return dict(connection.execute(f"SELECT {key}, {name} FROM {table}").fetchall())


def test_every_record_has_its_table_even_without_a_row(warehouse: Warehouse):
    connection = warehouse(
        evidence="""
        evidence_id | city  | kind    | held_on    | title
        e1          | breda | meeting | 2024-05-04 | First meeting"""
    )
    for table, record in RECORDS.items():
        names = [name for name, *_ in connection.execute(f"DESCRIBE {table}").fetchall()]
        assert names == [*(column.name for column in record.stored_columns()), *PROVENANCE]


def test_every_column_of_every_table_has_its_sentence(warehouse: Warehouse):
    connection = warehouse(
        evidence="""
        evidence_id | city  | kind    | held_on    | title
        e1          | breda | meeting | 2024-05-04 | First meeting"""
    )
    without = connection.execute("""
        SELECT table_name, column_name FROM duckdb_columns()
        LEFT JOIN data_dictionary USING (table_name, column_name)
        WHERE NOT internal AND (coalesce(sentence, '') = '' OR comment IS DISTINCT FROM sentence)
    """).fetchall()
    assert without == []
    tables = connection.execute("SELECT count(*) FROM duckdb_tables() WHERE comment IS NULL")
    assert tables.fetchone() == (0,)


def test_a_row_says_where_it_came_from(warehouse: Warehouse):
    connection = warehouse(
        evidence="""
        evidence_id | city  | kind    | held_on    | title
        e1          | breda | meeting | 2024-05-04 | First meeting
        e2          | breda | meeting | 2024-06-04 | Second meeting"""
    )
    rows = connection.execute(
        "SELECT load, file, sheet, row FROM evidence WHERE evidence_id = 'e2'"
    )
    assert rows.fetchall() == [(1, "evidence.csv", None, 3)]


def test_an_activity_is_online_by_its_type_or_because_the_export_says_so(warehouse: Warehouse):
    connection = warehouse(
        activities="""
        activity_id | city  | name    | type   | status    | starts_on  | online
        by_type     | breda | Webinar | online | published | 2024-05-04 |
        by_export   | breda | Course  | course | published | 2024-05-04 | yes
        neither     | breda | Picnic  | event  | published | 2024-05-04 | no
        unsaid      | breda | Walk    | event  | published | 2024-05-04 |"""
    )
    assert connection.execute(
        "SELECT activity_id, is_online, format FROM activities ORDER BY activity_id"
    ).fetchall() == [
        ("by_export", True, "online"),
        ("by_type", True, "online"),
        ("neither", False, "in person"),
        ("unsaid", False, "in person"),
    ]


def test_an_activity_is_international_by_country_or_category(warehouse: Warehouse):
    connection = warehouse(
        activities="""
        activity_id | city  | name | type  | status    | starts_on  | country | category
        at_home     | breda | A    | event | published | 2024-05-04 | nl      | Life skills
        elsewhere   | breda | B    | event | published | 2024-05-04 | LT      | Life skills
        abroad      | breda | C    | event | published | 2024-05-04 | NL      | Experience Abroad
        unknown     | breda | D    | event | published | 2024-05-04 |         |"""
    )
    assert column(connection, "activities", "is_international") == {
        "at_home": False,
        "elsewhere": True,
        "abroad": True,
        "unknown": False,
    }


def test_an_activity_is_imported_when_its_page_stands_on_another_site(warehouse: Warehouse):
    connection = warehouse(
        activities="""
        activity_id | city  | name | type  | status    | starts_on  | url
        own         | breda | A    | event | published | 2024-05-04 | https://breda.cityoflearning.eu/en/activities/1
        own_bare    | breda | B    | event | published | 2024-05-04 | www.badgecraft.eu/en/1
        other       | breda | C    | event | published | 2024-05-04 | https://www.coursera.org/learn/x
        other_bare  | breda | D    | event | published | 2024-05-04 | www.coursera.org/learn/y
        looks_own   | breda | E    | event | published | 2024-05-04 | https://notcityoflearning.eu/1
        own_in_path | breda | F    | event | published | 2024-05-04 | https://example.org/awero.org
        within      | breda | G    | event | published | 2024-05-04 | /en/activities/1
        without     | breda | H    | event | published | 2024-05-04 |"""
    )
    assert column(connection, "activities", "is_imported") == {
        "own": False,
        "own_bare": False,
        "other": True,
        "other_bare": True,
        "looks_own": True,
        "own_in_path": True,
        "within": False,
        "without": False,
    }


def test_each_skill_label_of_an_activity_is_one_row(warehouse: Warehouse):
    connection = warehouse(
        activities="""
        activity_id | city  | name | type  | status    | starts_on  | skills
        a1          | breda | A    | event | published | 2024-05-04 | https://esco.example/1|critical Thinking;Knitting;Knitting
        a2          | breda | B    | event | published | 2024-05-04 | https://esco.example/flexibility|Flexibiliteit
        a3          | breda | C    | event | published | 2024-05-04 |"""
    )
    assert connection.execute("""
        SELECT activity_id, label, uri, skill, is_21st_century FROM activity_skills ORDER BY ALL
    """).fetchall() == [
        ("a1", "Knitting", None, None, False),
        ("a1", "critical Thinking", "https://esco.example/1", "lifecomp:L2", True),
        # filed by the last part of its address
        ("a2", "Flexibiliteit", "https://esco.example/flexibility", "lifecomp:P2", False),
    ]
    # a skill that is filed, but not as a 21st-century skill, does not count
    assert column(connection, "activities", "recognises_skills") == {
        "a1": True,
        "a2": False,
        "a3": False,
    }


def test_quality_asks_for_everything_at_once(warehouse: Warehouse):
    """Each activity but the first two lacks one thing."""
    whole = "published | 2024-05-04 | Org | Life skills | Knitting | 3600 | | Grote Markt 1"
    connection = warehouse(
        activities=f"""
        activity_id  | city  | name | type   | status    | starts_on  | organisation | category    | skills   | duration_seconds | ends_on    | address
        whole        | breda | A    | event  | {whole}
        by_end       | breda | B    | online | published | 2024-05-04 | Org          | Life skills | Knitting |                  | 2024-05-05 |
        no_organiser | breda | C    | event  | published | 2024-05-04 |              | Life skills | Knitting | 3600             |            | Grote Markt 1
        no_category  | breda | D    | event  | published | 2024-05-04 | Org          |             | Knitting | 3600             |            | Grote Markt 1
        no_skill     | breda | E    | event  | published | 2024-05-04 | Org          | Life skills |          | 3600             |            | Grote Markt 1
        no_duration  | breda | F    | event  | published | 2024-05-04 | Org          | Life skills | Knitting | 0                |            | Grote Markt 1
        no_place     | breda | G    | event  | published | 2024-05-04 | Org          | Life skills | Knitting | 3600             |            |
        no_badge     | breda | H    | event  | {whole}
        empty_badge  | breda | I    | event  | {whole}""",
        badge_classes="""
        badge_class_id | activity_id  | name | asks_for_evidence | n_criteria | min_tasks
        b1             | whole        | A    | yes               |            |
        b2             | by_end       | B    | no                | 1          |
        b3             | no_organiser | C    | yes               |            |
        b4             | no_category  | D    | yes               |            |
        b5             | no_skill     | E    | yes               |            |
        b6             | no_duration  | F    | yes               |            |
        b7             | no_place     | G    | yes               |            | 2
        b8             | empty_badge  | H    | no                | 0          | 0
        b9             |              | J    | yes               |            |""",
    )
    meets = column(connection, "activities", "meets_quality")
    assert [activity for activity, is_met in meets.items() if is_met] == ["by_end", "whole"]
    assert None not in meets.values()


NETWORK = {
    "activities": """
        activity_id | city    | name    | type   | status    | starts_on  | skills
        picnic      | breda   | Picnic  | event  | published | 2024-05-04 |
        webinar     | vilnius | Webinar | online | published | 2024-03-01 | Critical thinking""",
    "participations": """
        person | activity_id | type | joined_on
        ana    | picnic      | user | 2024-05-04
        ana    | webinar     | user | 2024-03-02
        ben    | webinar     | user | 2024-03-02
        ben    | gone        | user | 2024-02-01""",
    "playlists": """
        playlist_id | city    | name  | status    | created_on
        list        | vilnius | List  | published |
        dated       | vilnius | Dated | published | 2023-01-01
        empty       | vilnius | Empty | published |""",
    "playlist_activities": """
        playlist_id | activity_id | position
        list        | picnic      | 1
        list        | webinar     | 2
        dated       | webinar     | 1""",
    "badge_classes": """
        badge_class_id | name | activity_id | playlist_id | city
        of_activity    | A    | picnic      |             |
        of_playlist    | B    |             | list        |
        of_city        | C    |             |             | breda""",
    "awards": """
        award_id | badge_class_id | person | issued_on  | city
        w1       | of_activity    | ana    | 2024-05-05 |
        w2       | of_playlist    | ana    | 2024-05-06 |
        w3       | of_city        | cleo   | 2024-05-07 |
        w4       | of_city        | cleo   | 2024-05-08 | vilnius
        w5       | gone           | cleo   | 2024-05-09 |""",
}
"""Two activities, three people; one participation and one award whose parent is not loaded."""


def test_a_participation_carries_what_it_is_counted_by(network: DuckDBPyConnection):
    assert network.execute("""
        SELECT activity_id, city, is_online, recognises_skills, format, count(DISTINCT learner)
        FROM participations GROUP BY ALL ORDER BY activity_id
    """).fetchall() == [
        ("gone", None, None, None, None, 1),
        ("picnic", "breda", False, False, "in person", 1),
        ("webinar", "vilnius", True, True, "online", 2),
    ]


def test_a_learner_is_one_number_in_participations_and_awards(network: DuckDBPyConnection):
    learners = network.execute("SELECT learner, person FROM learners").fetchall()
    assert [learner for learner, _ in learners] == [1, 2, 3]
    assert [person for _, person in learners] == sorted(person for _, person in learners)
    awards = column(network, "awards", "learner")
    ana, cleo = awards["w1"], awards["w3"]
    assert awards == {"w1": ana, "w2": ana, "w3": cleo, "w4": cleo, "w5": cleo}
    (ben,) = {1, 2, 3} - {ana, cleo}
    rows = network.execute("SELECT activity_id, learner FROM participations").fetchall()
    assert set(rows) == {("picnic", ana), ("webinar", ana), ("webinar", ben), ("gone", ben)}


def test_the_hash_of_a_person_stands_once_in_the_whole_file(network: DuckDBPyConnection):
    holders = network.execute(
        "SELECT table_name FROM duckdb_columns() WHERE column_name = 'person' AND NOT internal"
    )
    assert holders.fetchall() == [("learners",)]


def test_an_award_belongs_to_a_city_by_itself_or_by_what_it_is_for(network: DuckDBPyConnection):
    assert column(network, "awards", "city") == {
        "w1": "breda",
        "w2": "vilnius",
        "w3": "breda",
        "w4": "vilnius",
        "w5": None,
    }
    assert column(network, "awards", "is_playlist_badge") == {
        "w1": False,
        "w2": True,
        "w3": False,
        "w4": False,
        "w5": None,
    }


def test_a_playlist_is_dated_by_itself_or_by_its_earliest_activity(network: DuckDBPyConnection):
    assert column(network, "playlists", "dated_on") == {
        "list": date(2024, 3, 1),
        "dated": date(2023, 1, 1),
        "empty": None,
    }


def test_coverage_reaches_from_the_first_day_to_the_newest_as_of(warehouse: Warehouse):
    warehouse(**NETWORK, as_of=date(2024, 6, 30))
    # the same row again covers more, although it stays where it was from
    connection = warehouse(
        as_of=date(2024, 7, 31),
        evidence="""
        evidence_id | city  | kind    | held_on    | title
        e1          | breda | meeting | 2024-05-04 | First meeting""",
        participations="""
        person | activity_id | type | joined_on
        ana    | picnic      | user | 2024-05-04""",
    )
    assert connection.execute("FROM coverage ORDER BY ALL").fetchall() == [
        ("activities", "breda", date(2024, 5, 4), date(2024, 6, 30)),
        ("activities", "vilnius", date(2024, 3, 1), date(2024, 6, 30)),
        ("activity_skills", "vilnius", date(2024, 3, 1), date(2024, 6, 30)),
        ("awards", "breda", date(2024, 5, 5), date(2024, 6, 30)),
        ("awards", "vilnius", date(2024, 5, 6), date(2024, 6, 30)),
        ("badge_classes", "breda", None, date(2024, 6, 30)),
        ("badge_classes", "vilnius", None, date(2024, 6, 30)),
        ("evidence", "breda", date(2024, 5, 4), date(2024, 7, 31)),
        ("participations", "breda", date(2024, 5, 4), date(2024, 7, 31)),
        ("participations", "vilnius", date(2024, 3, 2), date(2024, 6, 30)),
        ("playlist_activities", "vilnius", None, date(2024, 6, 30)),
        ("playlists", "vilnius", date(2023, 1, 1), date(2024, 6, 30)),
    ]
    origin = connection.execute("SELECT load FROM participations WHERE city = 'breda'")
    assert origin.fetchall() == [(1,)]


def test_a_ready_made_count_covers_from_the_start_of_its_period(warehouse: Warehouse):
    connection = warehouse(
        as_of=date(2024, 12, 31),
        counts="""
        city    | indicator | period  | value
        breda   | learners  | 2024-Q3 | 5
        breda   | learners  | 2024-Q2 | 5
        vilnius | learners  | 2023    | 5
        vilnius | learners  | 2023-05 | 5""",
    )
    assert connection.execute(
        "SELECT city, covered_from FROM coverage ORDER BY ALL"
    ).fetchall() == [
        ("breda", date(2024, 4, 1)),
        ("vilnius", date(2023, 1, 1)),
    ]


def test_a_city_or_choice_compares_with_any_text(network: DuckDBPyConnection):
    asked = "SELECT count(*) FROM activities WHERE city = $city AND type IN ($type, 'course')"
    for city, kind, rows in [("breda", "event", 1), ("breda", "??", 0), ("atlantis", "event", 0)]:
        found = network.execute(asked, {"city": city, "type": kind}).fetchone()
        assert found == (rows,)


def test_the_same_loads_give_the_same_rows_in_the_same_order(
    network_home: Home, network: DuckDBPyConnection
):
    with new_snapshot(network_home, 98) as again:
        build_records(again, network_home, (1,), FRAMEWORKS, COUNTRIES)
        for table in (*RECORDS, "learners", "coverage", "loads", "refused", "data_dictionary"):
            rows = f"FROM {table}"
            assert again.execute(rows).fetchall() == network.execute(rows).fetchall()


def test_rows_of_people_lie_by_city_person_and_day(network: DuckDBPyConnection):
    """Counting people reads them in this order."""
    for table, day in (("participations", "joined_on"), ("awards", "issued_on")):
        columns = f"SELECT city, learner, {day} FROM {table}"
        lying = network.execute(columns).fetchall()
        in_order = network.execute(f"{columns} ORDER BY ALL").fetchall()
        assert len(lying) > 1 and lying == in_order


def test_a_city_that_left_the_home_keeps_its_rows(network_home: Home):
    with new_snapshot(network_home, 99) as connection:
        build_records(connection, network_home, (1,), FRAMEWORKS, {"breda": "NL"})
        cities = connection.execute("SELECT DISTINCT city FROM activities ORDER BY city")
        assert cities.fetchall() == [("breda",), ("vilnius",)]


def test_nothing_but_the_records_tables_is_left_in_the_snapshot(network: DuckDBPyConnection):
    left = network.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
    tables = {
        name for (name,) in network.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    }
    assert left == []
    assert tables - {*RECORDS} == {
        "learners",
        "deliveries",
        "coverage",
        "loads",
        "refused",
        "data_dictionary",
    }


def test_a_home_without_a_snapshot_opens_nothing(home: Home):
    assert open_snapshot(home) is None


def test_a_snapshot_that_is_open_does_not_change(home: Home, warehouse: Warehouse):
    before = warehouse(**NETWORK)
    undo(home, 1, publish)
    with closing(open_snapshot(home)) as after:
        assert after.execute("SELECT count(*) FROM activities").fetchone() == (0,)
    assert before.execute("SELECT count(*) FROM activities").fetchone() == (2,)
    assert snapshot_path(home, 1).exists()


def test_deliveries_name_each_load_that_brought_rows_of_a_city_new_or_not(
    network: DuckDBPyConnection, warehouse: Warehouse
):
    """What one load alone brought is read from the tables of rows, the rest from the files."""
    alone = network.execute("SELECT record, city FROM deliveries").fetchall()
    assert {("participations", "breda"), ("awards", "vilnius")} <= set(alone)
    warehouse(**NETWORK)
    again = {name: rows for name, rows in NETWORK.items() if "playlist" not in name}
    found = warehouse(**again).execute("FROM deliveries").fetchall()
    both = [(*pair, load) for pair in alone for load in (1, 2) if load == 1 or pair[0] in again]
    assert sorted(found) == sorted(both)
