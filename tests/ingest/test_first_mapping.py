"""The first mapping that `impact map` writes loads, and its file is recognised by it."""

from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.intake import take_in
from ingest.readers import open_files
from ingest.reading.file_problems import FileProblems
from ingest.reading.first_mapping import write_first_mapping
from ingest.source_mapping import load_mapping, load_mappings
from matrices.home import Home
from tests.ingest.taking import FRAME, workbook

DUTCH = (
    "Deelnemernr;Activiteit;Rol;Datum deelname;Opmerking\n"
    "p1;a1;deelnemer;31.05.2024;kwam later\n"
    "p2;a1;gast;17.06.2024;\n"
)


def test_headings_are_guessed_by_likeness_and_by_their_values(tmp_path: Path):
    file = tmp_path / "lijst 2024.csv"
    file.write_text(DUTCH)
    written = write_first_mapping(file, Home(tmp_path / "home"))
    assert written == tmp_path / "home" / "sources" / "lijst_2024.yaml"
    mapping = load_mapping(written)
    columns = mapping.records["participations"].columns
    assert mapping.dates == ("%d.%m.%Y",)
    assert columns["person"].headings == ("Deelnemernr",)
    assert columns["joined_on"].headings == ("Datum deelname",)
    assert '# Not read, and never stored: "Opmerking"' in written.read_text()


def test_the_file_can_be_loaded_with_its_first_mapping(tmp_path: Path):
    file, home = tmp_path / "list.csv", Home(tmp_path / "home")
    file.write_text(DUTCH)
    write_first_mapping(file, home)
    intake = take_in(duckdb.connect(), [file], home, FRAME, None)
    assert intake.files[0].mapping == "list"
    assert intake.rows_in == {"participations": 2}


def test_a_workbook_with_a_title_above_its_headings(tmp_path: Path):
    rows = [["Meetings of 2024"], [], ["Date", "What", "Town"], ["2024-05-31", "Kick-off", "breda"]]
    file, home = workbook(tmp_path / "m.xlsx", {"Sheet": rows}), Home(tmp_path / "home")
    write_first_mapping(file, home)
    (opened,) = open_files([file], load_mappings(home))
    assert opened.source.mapping == "m"
    assert opened.tables[0].head.row == 3


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["C"], exclude_characters=',;"\t'), max_size=12),
        min_size=2,
        max_size=6,
        unique_by=lambda heading: heading.strip().casefold(),
    ),
)
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_the_headings_the_mapping_loads(tmp_path: Path, headings: list[str]):
    file, target = tmp_path / "a.csv", tmp_path / "own.yaml"
    target.unlink(missing_ok=True)
    file.write_text(",".join(["first", "second", *headings]) + "\n" + "1," * 9 + "\n")
    write_first_mapping(file, Home(tmp_path / "home"), target)
    assert load_mapping(target).records


def test_a_file_that_is_known_needs_no_mapping(tmp_path: Path):
    file = tmp_path / "a.csv"
    file.write_text("person_key,activity_id,type,joined_on\np1,a1,user,2024-05-31\n")
    with pytest.raises(FileProblems, match="It needs no mapping: it is read as `participations`"):
        write_first_mapping(file, Home(tmp_path / "home"))


def test_a_mapping_that_is_there_is_left_as_it_is(tmp_path: Path):
    file, target = tmp_path / "a.csv", tmp_path / "own.yaml"
    file.write_text(DUTCH)
    target.write_text("mine")
    with pytest.raises(FileProblems, match="It is there already"):
        write_first_mapping(file, Home(tmp_path / "home"), target)
    assert target.read_text() == "mine"


def test_what_cannot_be_read_says_so(tmp_path: Path):
    file = tmp_path / "a.csv"
    file.write_text("one cell\n")
    with pytest.raises(FileProblems, match="There is no row of headings"):
        write_first_mapping(file, Home(tmp_path / "home"))
