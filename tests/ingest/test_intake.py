"""From files to taken and refused rows: every row is one or the other, and tells nobody's name."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.intake import Frame, take_in
from ingest.pseudonyms import pseudonyms
from ingest.reading.file_problems import FileProblems
from matrices.home import Home
from tests.ingest.taking import Taken, take, workbook

HEADINGS = ["person_key", "activity_id", "type", "joined_on", "team", "badges"]
PEOPLE = "person_key,activity_id,type,joined_on\n"

CELLS = st.one_of(
    st.sampled_from(["", "anna", "a1", "user", "invite", "2024-05-04", "2030-01-01", "3", "1,5"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\0,"), max_size=8),
)
ADDRESSES = st.from_regex(r"[a-z]{3,8}(\.[a-z]{2,5})?@[a-z]{3,8}\.(org|lt|co\.uk)", fullmatch=True)


def as_csv(rows: list[list[str]]) -> str:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue()


def taken_and_refused(taken: Taken, record: str) -> int:
    return len(taken.rows(record)) + len(taken.refused("row"))


@given(st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=8))
@settings(max_examples=12, deadline=None)
def test_every_row_of_any_table_is_taken_or_refused(rows: list[list[str]]):
    with TemporaryDirectory() as folder:
        taken = take(Path(folder), {"p.csv": as_csv([HEADINGS, *rows])})
        assert taken_and_refused(taken, "participations") == taken.intake.rows_in["participations"]
        assert all(sentence.endswith((".", "?")) for sentence in taken.sentences())
        assert {"broken-line"}.isdisjoint(taken.codes())  # the writer of the file made no mistake
        assert all(json.loads(cells) for (cells,) in taken.refused("cells"))


@given(st.lists(st.text(st.sampled_from('a1,";\n\r'), max_size=10), max_size=8))
@settings(max_examples=12, deadline=None)
def test_every_line_of_any_text_is_taken_refused_or_blank(lines: list[str]):
    with TemporaryDirectory() as folder:
        text = PEOPLE + "anna,a1,user,2024-05-04\n" + "\n".join(lines)
        taken = take(Path(folder), {"p.csv": text})
        assert taken_and_refused(taken, "participations") == taken.intake.rows_in["participations"]
        # the row of which we know that it is right is never swallowed by the ones after it
        assert (2,) in taken.rows("participations", "row")


@given(st.lists(ADDRESSES, min_size=1, max_size=5))
@settings(max_examples=8, deadline=None)
def test_no_address_that_went_in_is_found_in_what_came_out(addresses: list[str]):
    rows = [
        [address, f"{place} {address}", kind, "2024-05-04", f"<{address}>, {address}", address]
        for place, address in enumerate(addresses)
        for kind in ("user", address)  # taken, and refused
    ]
    with TemporaryDirectory() as folder:
        taken = take(Path(folder), {"p.csv": as_csv([HEADINGS, *rows])})
        everything = taken.everything()
        assert not any(address in everything for address in addresses)


def test_the_fast_way_and_the_careful_way_come_to_the_same(tmp_path: Path):
    rows = [
        ["anna@example.org", "a1", "user", "2024-05-04", "users", "3"],
        [" Ben ", "a1", "uzer", "2024-05-05T10:00:00Z", "", ""],
        ["carl", "", "invite", "05.05.2024", "users", "1,5"],
        ["", "", "", "", "", ""],
        ["dora", "a2", "INVITE", "2024-05-06", "\u00a0admins ", "1\u00a0234"],
    ]
    text = as_csv([HEADINGS, *rows])
    fast = take(tmp_path, {"p.csv": text})
    # the same home, hence the same key; UTF-16 is never read the fast way
    careful = take(tmp_path, {"p.csv": text.encode("utf-16")})
    assert fast.rows("participations") == careful.rows("participations")
    assert fast.refused("*") == careful.refused("*")
    assert len(fast.rows("participations")) == 2


def test_a_large_file_is_numbered_without_a_slip(tmp_path: Path):
    # more rows than one thread reads at a time: the order of the file must hold
    lines = [f"p{number},{number},user,2024-05-04" for number in range(2, 300_002)]
    taken = take(tmp_path, {"p.csv": PEOPLE + "\n".join(lines) + "\n"})
    wrong = (
        "SELECT count(*) FILTER (row <> activity_id::BIGINT), count(*) FROM taken_participations"
    )
    assert taken.connection.execute(wrong).fetchone() == (0, 300_000)


def test_a_large_damaged_file_is_read_in_batches_without_a_slip(tmp_path: Path):
    lines = [f"p{number},{number},user,2024-05-04" for number in range(2, 120_002)]
    lines[60_000] = 'x,"'
    taken = take(tmp_path, {"p.csv": PEOPLE + "\n".join(lines) + "\n"})
    wrong = (
        "SELECT count(*) FILTER (row <> activity_id::BIGINT), count(*) FROM taken_participations"
    )
    assert taken.connection.execute(wrong).fetchone() == (0, 119_999)
    assert taken.refused("row, code") == [(60_002, "broken-line")]


def test_a_person_is_the_same_in_every_file_and_spelling(tmp_path: Path):
    awards = "badge_id,badge_class_id,owner_key,issued_on\nw1,b1, ANNA@example.org,2024-05-04\n"
    taken = take(
        tmp_path, {"p.csv": PEOPLE + "anna@example.org,a1,user,2024-05-04\n", "w.csv": awards}
    )
    [(person,)] = taken.rows("participations", "person")
    assert taken.rows("awards", "person") == [(person,)]
    assert person.startswith("p_") and len(person) == 34


def test_refused_rows_can_be_mended_and_loaded_again(tmp_path: Path):
    first = take(tmp_path, {"p.csv": PEOPLE + "anna@example.org,a1,uzer,2024-05-04\n"})
    [(cells,)] = first.refused("cells")
    row = json.loads(cells)
    assert list(row) == ["person_key", "activity_id", "type", "joined_on"]
    row["type"] = "user"
    again = take(tmp_path, {"mended.csv": as_csv([list(row), list(row.values())])})
    fine = take(tmp_path, {"p.csv": PEOPLE + "anna@example.org,a1,user,2024-05-04\n"})
    content = "person, activity_id, type, joined_on"
    assert again.rows("participations", content) == fine.rows("participations", content)


INSTRUCTORS = """\
name: Instructors
dates: ["%d/%m/%Y"]
empty: ["-", n/a]
records:
  awards:
    columns:
      award_id: {made_from: [person, first badge]}
      badge_class_id: {constant: instructor}
      city: Where
      person: person
      issued_on: first badge
      method: how
    values:
      city: {NL: breda, Klausenburg: cluj_napoca}
      method: {Post: email}
"""


def test_a_mapping_translates_headings_words_and_days(tmp_path: Path):
    text = "Person,First Badge,where,How\n48,04/05/2014,nl,post\n49,05/05/2014,Klausenburg,N/A\n"
    taken = take(tmp_path, {"i.csv": text}, mapping=INSTRUCTORS)
    assert taken.rows("awards", "badge_class_id, city, issued_on, method") == [
        ("instructor", "breda", date(2014, 5, 4), "email"),
        ("instructor", "cluj_napoca", date(2014, 5, 5), None),
    ]


def test_an_identifier_is_made_where_the_export_has_only_persons(tmp_path: Path):
    text = "Person,First Badge,where\n48,04/05/2014,nl\n48,05/05/2014,nl\n48,04/05/2014,nl\n"
    taken = take(tmp_path, {"i.csv": text}, mapping=INSTRUCTORS)
    identifiers = [identifier for (identifier,) in taken.rows("awards", "award_id")]
    assert len(set(identifiers)) == 2
    assert all(identifier.startswith("h_") for identifier in identifiers)
    assert taken.codes() == ["repeated-identifier"]  # the third says the same as the first


def test_a_made_identifier_survives_being_mended(tmp_path: Path):
    text = "Person,First Badge,where\n48,04/05/2014,Paris\n"
    refused = take(tmp_path, {"i.csv": text}, mapping=INSTRUCTORS)
    row = json.loads(refused.refused("cells")[0][0]) | {"where": "NL"}
    again = take(tmp_path, {"i.csv": as_csv([list(row), list(row.values())])}, mapping=INSTRUCTORS)
    fine = take(tmp_path, {"i.csv": text.replace("Paris", "NL")}, mapping=INSTRUCTORS)
    assert again.rows("awards", "award_id, person") == fine.rows("awards", "award_id, person")


def test_the_platforms_words_become_ours(tmp_path: Path):
    text = (
        "activity_id,site,name,type,status,start,skills,co_hosts\n"
        "1,https://breda.cityoflearning.eu/en,A,digitalXp,published,2024-05-04,"
        "http://data.europa.eu/esco/skill/1|teamwork; knitting,\n"
        "2,cluj-napoca.cityoflearning.eu,B,youthProject,Archived,2024-05-04,,Library;\n"
        "3,Vilnius,C,open space,draft,2024-05-04,;,\n"
    )
    taken = take(tmp_path, {"a.csv": text})
    assert taken.rows("activities", "city, type, status, skills, co_hosts") == [
        (
            "breda",
            "online",
            "published",
            ["http://data.europa.eu/esco/skill/1|teamwork", "knitting"],
            None,
        ),
        ("cluj_napoca", "youth_project", "archived", None, ["Library"]),
        ("vilnius", "open_space", "draft", [], None),
    ]


def test_the_evidence_log_serves_several_statements(tmp_path: Path):
    text = (
        "evidence_id;city;kind;held_on;title;statements\n"
        "1;breda;meeting;2024-05-04;First;breda.a.outputs.b, breda.a.outputs.c\n"
    )
    [(statements,)] = take(tmp_path, {"e.csv": text}).rows("evidence", "statements")
    assert statements == ["breda.a.outputs.b", "breda.a.outputs.c"]


def test_columns_that_nobody_wants_are_named_and_never_stored(tmp_path: Path):
    text = (
        "person_key,activity_id,type,joined_on,owner_email,Vardas,contact,tz,lang\n"
        "anna,a1,user,2024-05-04,a@b.lt,Ona Onaitė,o@b.lt,EET,lt\n"
    )
    taken = take(tmp_path, {"p.csv": text})
    assert taken.notes() == [
        (
            "Column `owner_email` looks like an e-mail address and no record wants it: "
            "dropped, never stored."
        ),
        (
            "Column `Vardas` looks like a person's name and no record wants it: "
            "dropped, never stored."
        ),
        (
            "Column `contact` looks like an e-mail address and no record wants it: "
            "dropped, never stored."
        ),
        "Columns `tz`, `lang`: no record wants it: dropped, never stored.",
    ]
    assert "Ona" not in taken.everything()


def test_addresses_in_texts_are_taken_out_and_noted(tmp_path: Path):
    text = "evidence_id,city,kind,held_on,title\n1,breda,meeting,2024-05-04,With anna@b.lt\n"
    taken = take(tmp_path, {"e.csv": text})
    assert taken.rows("evidence", "title") == [("With [e-mail removed]",)]
    assert taken.notes() == [
        (
            "Column `title`: e-mail addresses were taken out of 1 row; "
            "`[e-mail removed]` stands in their place."
        )
    ]


def test_the_day_reached_is_the_newest_that_has_come(tmp_path: Path):
    text = (
        "activity_id,site,name,type,status,start,updated_at\n"
        "1,breda,A,event,published,2024-05-04,2024-03-01\n"
        "2,breda,B,event,published,2026-05-04,2024-06-01\n"  # planned for next year
    )
    assert take(tmp_path, {"a.csv": text}).intake.as_of == date(2024, 6, 1)


def test_rows_without_days_do_not_say_how_far_they_reach(tmp_path: Path):
    taken = take(tmp_path, {"l.csv": "playlist_id,activity_id\np1,a1\n"})
    assert taken.intake.as_of is None


def test_the_day_reached_can_be_given(tmp_path: Path):
    files = {"p.csv": PEOPLE + "anna,a1,user,2024-05-04\n"}
    assert take(tmp_path, files, as_of=date(2024, 12, 31)).intake.as_of == date(2024, 12, 31)


def test_the_day_reached_cannot_lie_ahead(tmp_path: Path):
    with pytest.raises(FileProblems, match="The data cannot reach 2025-02-01: today is 2025-01-31"):
        take(tmp_path, {"p.csv": PEOPLE}, as_of=date(2025, 2, 1))


def test_ready_made_figures_reach_to_the_end_of_their_newest_period(tmp_path: Path):
    text = "city,indicator,period,value\nbreda,learners,2023,5\nbreda,learners,2024-Q3,5\n"
    taken = take(tmp_path, {"c.csv": text + "breda,learners,2025,1\n"})  # a year that runs still
    assert taken.intake.as_of == date(2024, 9, 30)


def test_simulated_data_say_so(tmp_path: Path):
    real = PEOPLE + "anna,a1,user,2024-05-04\n"
    simulated = PEOPLE.strip() + ",simulated\nben,a1,user,2024-05-04,yes\n"
    assert not take(tmp_path, {"p.csv": real}).intake.is_simulated
    assert take(tmp_path, {"p.csv": simulated}).intake.is_simulated


def test_real_and_simulated_rows_together_count_as_simulated_and_are_noted(tmp_path: Path):
    text = PEOPLE.strip() + ",simulated\nanna,a1,user,2024-05-04,\nben,a1,user,2024-05-04,yes\n"
    taken = take(tmp_path, {"p.csv": text})
    assert taken.intake.is_simulated
    assert taken.notes() == [
        (
            "1 row without a word about it stand beside simulated ones; "
            "the whole load is shown as simulated."
        )
    ]


def test_records_come_in_their_order_whatever_the_order_of_the_files(tmp_path: Path):
    files = {
        "p.csv": PEOPLE + "anna,a1,user,2024-05-04\n",
        "o.csv": "id,site,name\no1,breda,Library\n",
    }
    intake = take(tmp_path, files).intake
    assert intake.records == ("organisations", "participations")
    assert [file.name for file in intake.files] == ["p.csv", "o.csv"]
    assert [file.mapping for file in intake.files] == ["platform", "platform"]


def test_the_tables_have_the_types_of_the_records(tmp_path: Path):
    taken = take(tmp_path, {"p.csv": PEOPLE + "anna,a1,user,2024-05-04\n"})
    described = taken.connection.execute("DESCRIBE taken_participations").fetchall()
    assert [(name, kind) for name, kind, *_ in described] == [
        ("person", "INTEGER"),  # a number of the load; `persons` has the keyed hash
        ("activity_id", "VARCHAR"),
        ("type", "VARCHAR"),
        ("team", "VARCHAR"),
        ("badges", "BIGINT"),
        ("quests", "BIGINT"),
        ("certificates", "BIGINT"),
        ("joined_on", "DATE"),
        ("file", "VARCHAR"),
        ("sheet", "VARCHAR"),
        ("row", "BIGINT"),
    ]


def test_nothing_but_the_tables_of_the_intake_is_left_behind(tmp_path: Path):
    taken = take(tmp_path, {"p.csv": PEOPLE + "anna,a1,user,2024-05-04\nanna,a1,user,2024-05-04\n"})
    left = taken.connection.execute("""
        SELECT table_name FROM duckdb_tables()
        UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1""")
    assert left.fetchall() == [("persons",), ("refused",), ("taken_participations",)]


def test_only_the_key_is_written_to_disk(tmp_path: Path):
    take(tmp_path, {"p.csv": PEOPLE + "anna,a1,user,2024-05-04\n"})
    written = [path.name for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert written == ["key"]


def test_real_workshops_and_instructors_are_accounted_for(carpentries_home: Home, corpora: Path):
    connection = duckdb.connect()
    folder = corpora / "carpentries"
    names = ("all_workshops_2018.csv", "badged_instructors_country.csv")
    cities = {"united_kingdom": "GB", "australia": "AU", "canada": "CA"}
    frame = Frame(cities, frozenset(), date(2025, 1, 31))
    intake = take_in(connection, [folder / name for name in names], carpentries_home, frame, None)
    assert intake.rows_in == {"activities": 1983, "awards": 1925}
    assert connection.execute("SELECT count(*) FROM taken_activities").fetchone() == (549,)
    refused = "SELECT record, code, count(*) FROM refused GROUP BY ALL ORDER BY ALL"
    assert connection.execute(refused).fetchall() == [
        ("activities", "missing-value", 27),  # workshops without a country
        ("activities", "unknown-city", 1407),  # other countries than the home's three
        ("awards", "unknown-city", 1145),
    ]


def test_a_workbook_of_several_tables_makes_one_table_per_record(tmp_path: Path):
    path = workbook(
        tmp_path / "two.xlsx",
        {
            "2023": [PEOPLE.strip().split(","), ["anna", "a1", "user", "2023-05-04"]],
            "2024": [PEOPLE.strip().split(","), ["anna", "a1", "user", "2024-05-04"]],
        },
    )
    connection, frame = duckdb.connect(), Frame({}, frozenset(), date(2025, 1, 31))
    taken = Taken(take_in(connection, [path], Home(tmp_path / "home"), frame, None), connection)
    assert taken.rows("participations", "sheet") == [("2023",)]
    assert connection.execute("SELECT sentence FROM refused").fetchall() == [
        (
            (
                "two.xlsx, sheet `2024`, row 2: the person in `person_key` with `activity_id` `a1` "
                "stands already in two.xlsx, sheet `2023`, row 2 with other content; "
                "that row was taken."
            ),
        )
    ]
    assert len(pseudonyms(Home(tmp_path / "home")).key) == 32
