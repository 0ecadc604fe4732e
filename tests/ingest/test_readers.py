"""Files of every shape a person may hand in, good and bad."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import duckdb
import pytest

from ingest.intake import take_in
from ingest.readers import file_names
from ingest.reading.file_problems import FileProblems
from matrices.home import Home
from tests.ingest.taking import FRAME, Taken, take, workbook

LINES = [
    "person_key,activity_id,type,joined_on",
    "anna,a1,user,2024-05-04",
    "ben,a1,user,2024-05-05",
]
ROWS = [("a1", date(2024, 5, 4), 2), ("a1", date(2024, 5, 5), 3)]
"""Activity, day and row: what every spelling of the same file must come to."""


def joined(taken: Taken) -> list[tuple]:
    return taken.rows("participations", "activity_id, joined_on, row")


def text(lines: Sequence[str] = LINES, separator: str = ",", end: str = "\n") -> str:
    return end.join(line.replace(",", separator) for line in lines) + end


def problem(folder: Path, name: str, content: str | bytes) -> str:
    with pytest.raises(FileProblems) as raised:
        take(folder, {name: content})
    return str(raised.value)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_are_found(tmp_path: Path, separator: str, end: str):
    assert joined(take(tmp_path, {"p.csv": text(separator=separator, end=end)})) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_are_found(tmp_path: Path, encoding: str):
    lines = [LINES[0] + ",team", LINES[1] + ",équipe", LINES[2] + ",équipe"]
    taken = take(tmp_path, {"p.csv": text(lines).encode(encoding)})
    assert joined(taken) == ROWS
    assert taken.rows("participations", "DISTINCT ON (team) team, file") == [("équipe", "p.csv")]


def test_a_file_that_windows_wrote_says_how_it_was_read(tmp_path: Path):
    lines = [*LINES, "zoé,a2,user,2024-05-06"]
    taken = take(tmp_path, {"p.csv": text(lines).encode("cp1252")})
    assert taken.intake.files[0].encoding == "Windows-1252"
    assert taken.notes() == [
        (
            "It is not written in UTF-8 and was read as Windows-1252, by its letters. "
            "If letters look wrong, save it as UTF-8 and load it again."
        )
    ]


def test_quotes_around_everything_change_nothing(tmp_path: Path):
    lines = [",".join(f'"{cell}"' for cell in line.split(",")) for line in LINES]
    assert joined(take(tmp_path, {"p.csv": text(lines)})) == ROWS


def test_the_hint_for_spreadsheets_about_the_separator_is_passed_over(tmp_path: Path):
    taken = take(tmp_path, {"p.csv": "sep=;\n" + text(separator=";")})
    assert joined(taken) == [("a1", date(2024, 5, 4), 3), ("a1", date(2024, 5, 5), 4)]


def test_a_text_with_line_breaks_is_one_row(tmp_path: Path):
    lines = [LINES[0] + ",team", 'anna,a1,user,2024-05-04,"the\nadmins"', LINES[2] + ",users"]
    taken = take(tmp_path, {"p.csv": text(lines)})
    assert joined(taken) == ROWS  # the third row, though it stands on the fourth line
    assert taken.rows("participations", "team")[0] == ("the\nadmins",)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("carl,a1", "it has 2 cells where there are 4 headings"),
        ("carl", "it has 1 cell where there are 4 headings"),
        ("carl,a1,user,2024-05-06,x", "it has 5 cells where there are 4 headings"),
        ('carl,"a1,user,2024-05-06', "a quote opens here and is never closed"),
        ('carl,"a"1,user,x', "something stands between a closing quote and the next separator"),
        ("carl,a\0,user,2024-05-06", "it holds a NUL, a sign that no text has"),
    ],
)
def test_a_broken_line_is_refused_and_the_others_are_taken(tmp_path: Path, line: str, fault: str):
    taken = take(tmp_path, {"p.csv": text([LINES[0], line, *LINES[1:]])})
    assert joined(taken) == [("a1", date(2024, 5, 4), 3), ("a1", date(2024, 5, 5), 4)]
    assert taken.refused("row, code, sentence, cells") == [
        (2, "broken-line", f"p.csv line 2: {fault}.", "{}")
    ]
    assert taken.intake.rows_in == {"participations": 3}


def test_bytes_that_are_no_letters_spoil_their_own_line_only(tmp_path: Path):
    lines = [LINES[0] + ",team", LINES[1] + ",équipe", LINES[2] + ",spoiled"]
    content = text(lines).encode().replace(b"spoiled", b"spoi\xffled")
    taken = take(tmp_path, {"p.csv": content})
    assert joined(taken) == ROWS[:1]
    assert taken.sentences() == [
        "p.csv line 3: it holds bytes that are no letters in the encoding of the file."
    ]


def test_a_mark_of_utf_8_settles_the_encoding_however_much_is_spoiled(tmp_path: Path):
    # without the mark, as many bad bytes would speak for a code page of Windows
    lines = [*LINES, "d\xff\xc3,a1,user,2024-05-04"]
    taken = take(tmp_path, {"p.csv": b"\xef\xbb\xbf" + text(lines).encode("latin-1")})
    assert joined(taken) == ROWS
    assert taken.refused("row, code") == [(4, "broken-line")]


def test_the_name_of_a_file_may_hold_bytes_that_are_no_letters(tmp_path: Path):
    taken = take(tmp_path, {os.fsdecode(b"p\xff.csv"): text()})
    assert taken.rows("participations", "file, row") == [("p?.csv", 2), ("p?.csv", 3)]


def test_a_separator_at_the_end_of_a_line_is_no_cell(tmp_path: Path):
    assert joined(take(tmp_path, {"p.csv": text([LINES[0], LINES[1] + ",", LINES[2]])})) == ROWS


def test_blank_lines_and_rows_are_counted_apart(tmp_path: Path):
    lines = [LINES[0], LINES[1], "", " , ,,", LINES[2], "", ""]
    taken = take(tmp_path, {"p.csv": text(lines)})
    assert joined(taken) == [("a1", date(2024, 5, 4), 2), ("a1", date(2024, 5, 5), 5)]
    assert taken.intake.rows_in == {"participations": 2}
    assert taken.notes() == ["Blank and skipped: 4 rows."]


@pytest.mark.parametrize("more", ["", "\n\n"])
def test_blank_lines_at_the_end_are_counted_the_fast_way_too(tmp_path: Path, more: str):
    taken = take(tmp_path, {"p.csv": text() + more})
    assert joined(taken) == ROWS
    assert taken.notes() == (["Blank and skipped: 2 rows."] if more else [])


def test_a_row_with_something_only_where_nobody_reads_is_not_blank(tmp_path: Path):
    taken = take(tmp_path, {"p.csv": text([LINES[0] + ",remark", ",,,,see below"])})
    assert taken.codes() == ["missing-value"]


def test_a_file_of_headings_alone_brings_no_row(tmp_path: Path):
    taken = take(tmp_path, {"p.csv": text(LINES[:1])})
    assert taken.intake.records == ("participations",)
    assert taken.intake.rows_in == {"participations": 0}
    assert taken.intake.as_of is None


def test_a_file_name_with_signs_that_mean_many_files_means_itself(tmp_path: Path):
    assert joined(take(tmp_path, {"p[1].csv": text(), "p1.csv": text(LINES[:1])})) == ROWS


def test_a_workbook_is_read_like_a_text_file(tmp_path: Path):
    rows = [line.split(",") for line in LINES]
    taken = take(tmp_path, {"p.xlsx": rows})
    assert joined(taken) == ROWS
    assert taken.rows("participations", "DISTINCT ON (sheet) sheet, file, row")[0][:1] == ("Sheet",)
    assert taken.intake.files[0].encoding == "workbook"


def test_days_and_numbers_of_a_spreadsheet_are_understood(tmp_path: Path):
    rows = [
        ["person_key", "activity_id", "type", "joined_on", "badges"],
        [4711, 12.0, "user", date(2024, 5, 4), 3],
    ]
    taken = take(tmp_path, {"p.xlsx": rows})
    assert taken.rows("participations", "activity_id, joined_on, badges") == [
        ("12", date(2024, 5, 4), 3)
    ]


def test_every_sheet_is_read_and_a_sheet_of_remarks_is_left_out(tmp_path: Path):
    path = workbook(
        tmp_path / "all.xlsx",
        {
            "About": [["This is what we sent you"]],
            "People": [["What happened in 2024"], [], *(line.split(",") for line in LINES)],
            "In lists": [["playlist_id", "activity_id"], ["p1", "a1"]],
        },
    )
    connection = duckdb.connect()
    intake = take_in(connection, [path], Home(tmp_path / "home"), FRAME, None)
    assert intake.rows_in == {"playlist_activities": 1, "participations": 2}
    assert [note.text for note in intake.notes] == [
        "Sheet `About` holds no table that is known; it was left out."
    ]
    rows = connection.execute("SELECT sheet, row FROM taken_participations").fetchall()
    assert rows == [("People", 4), ("People", 5)]  # as the spreadsheet numbers them


def test_a_sheet_that_is_almost_a_table_is_not_left_out(tmp_path: Path):
    path = workbook(
        tmp_path / "all.xlsx",
        {
            "People": [line.split(",") for line in LINES],
            "More": [["person_key", "activity_id", "typ", "joined_on"], ["x", "a", "user", "y"]],
        },
    )
    with pytest.raises(FileProblems) as raised:
        take_in(duckdb.connect(), [path], Home(tmp_path / "home"), FRAME, None)
    assert str(raised.value) == (
        "all.xlsx: Sheet `More`: No source mapping fits. The nearest is `participations` of the "
        "source mapping `platform`; for it the headings lack `type` (is it `typ`?). "
        "`impact map FILE` writes a first mapping to edit."
    )


def test_a_problem_in_a_sheet_names_the_sheet(tmp_path: Path):
    rows = [LINES[0].split(","), ["anna", "a1", "uzer", "2024-05-04"]]
    assert take(tmp_path, {"p.xlsx": rows}).sentences() == [
        (
            "p.xlsx, sheet `Sheet`, row 2: `type` is `uzer`, which is not one of its words: "
            "user, invite. Did you mean `user`?"
        )
    ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("p.csv", b"", "It is empty: not a single byte is in it."),
        ("p.csv", b"\n\n", "There is no row of headings: no row has two filled cells."),
        (
            "p.xlsx",
            b"a,b\n1,2\n",
            (
                "It is called .xlsx but is no workbook inside. "
                "Save it anew as a workbook, or call it .csv if that is what it is."
            ),
        ),
        (
            "p.xlsx",
            b"PK\x03\x04 and then nothing",
            (
                "It is no workbook that can be opened; it may have been cut off on its way here. "
                "Save it anew as .xlsx or .csv."
            ),
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, content: bytes, sentence: str
):
    assert problem(tmp_path, name, content) == f"{name}: {sentence}"


def test_all_files_that_cannot_be_read_are_named_at_once(tmp_path: Path):
    home = Home(tmp_path / "home")
    (tmp_path / "folder").mkdir()
    (tmp_path / "fine.csv").write_text(text())
    names = ["missing.csv", "folder", "fine.csv", "fine.csv"]
    with pytest.raises(FileProblems) as raised:
        take_in(duckdb.connect(), [tmp_path / name for name in names], home, FRAME, None)
    assert str(raised.value).splitlines() == [
        "missing.csv: There is no such file.",
        "folder: It is a folder. Name the files in it.",
        "fine.csv: It is named more than once. Name it once.",
    ]


def test_nothing_to_read_is_a_problem_too(tmp_path: Path):
    with pytest.raises(FileProblems, match="No file was named"):
        take(tmp_path, {})


def test_files_of_the_same_name_are_told_apart_by_their_folders():
    assert file_names([Path("a/p.csv"), Path("a/q.csv")]) == ["p.csv", "q.csv"]
    assert file_names([Path("a/p.csv"), Path("b/p.csv")]) == ["a/p.csv", "b/p.csv"]
