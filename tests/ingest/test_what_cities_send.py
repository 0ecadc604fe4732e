"""Encodings, separators, headings and numbers as cities really send them: read right, or refused."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ingest.reading.file_problems import FileProblems
from tests.ingest.taking import Taken, take, workbook

HEAD = "badge_class_id,site,name\n"
DAY = date(2024, 5, 31)
PLAYED = "person_key,activity_id,type,badges,joined_on\n"
NAMES = {
    "windows-1250": ("ro", "Învăţare şi joacă"),
    "windows-1252": ("it", "Città è vivace, perché no"),
    "windows-1253": ("el", "Καλημέρα, Ήπειρος"),
    "windows-1257": ("lt", "Žaidimų šalis – ąžuolų giraitė"),
}


def names(taken: Taken) -> list[str]:
    return [name for (name,) in taken.rows("badge_classes", "name")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_in_each_of_its_forms(tmp_path: Path, encoding: str):
    content = f"{HEAD}b1,breda,Žaidimų šalis\n".encode(encoding)
    taken = take(tmp_path, {"a.csv": content})
    assert names(taken) == ["Žaidimų šalis"]
    assert taken.intake.files[0].encoding == ("UTF-8" if "8" in encoding else "UTF-16")


@pytest.mark.parametrize("encoding", NAMES)
def test_a_code_page_is_told_by_its_letters_and_named(tmp_path: Path, encoding: str):
    name = NAMES[encoding][1]
    taken = take(tmp_path, {"a.csv": f'{HEAD}b1,breda,"{name}"\n'.encode(encoding)})
    assert names(taken) == [name]
    assert taken.intake.files[0].encoding == encoding.title()
    assert any(f"read as {encoding.title()}" in note for note in taken.notes())


def test_letters_that_fit_several_code_pages_are_said_to(tmp_path: Path):
    # the byte E8 is è in the west and č on the Baltic
    taken = take(tmp_path, {"a.csv": f"{HEAD}b1,breda,caffè\n".encode("cp1252")})
    assert names(taken) == ["caffè"]
    assert any("its letters fit others as well" in note for note in taken.notes())


def test_the_language_of_the_headings_decides_on_the_code_page(tmp_path: Path):
    # by its few letters beyond ASCII it could be of the west; its headings are Lithuanian
    head = "ženklelio klasės id,miestas,pavadinimas\n"
    taken = take(tmp_path, {"a.csv": f"{head}b1,breda,Kavinė\n".encode("cp1257")})
    assert names(taken) == ["Kavinė"]
    assert taken.intake.files[0].mapping == "platform_lt"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separators_and_line_ends(tmp_path: Path, separator: str, end: str):
    lines = [separator.join(["badge_class_id", "site", "name"])]
    lines += [separator.join(["b1", "breda", '"one\ntwo"']), "", ""]
    assert names(take(tmp_path, {"a.csv": end.join(lines)})) == ["one\ntwo"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1234", 1234),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1.234,00", 1234),
        ("1.234", None),  # a thousand to some, one and a bit to others
        ("1,234", None),
        ("12.5", None),
    ],
)
def test_thousands_are_read_where_certain_and_refused_where_not(
    tmp_path: Path, written: str, read: int | None
):
    taken = take(tmp_path, {"a.csv": f'{PLAYED}p1,a1,user,"{written}",2024-05-31\n'})
    assert taken.rows("participations", "badges") == ([] if read is None else [(read,)])
    assert taken.refused("row, code") == ([(2, "not-a-number")] if read is None else [])


EXCEL = """
name: From a spreadsheet
excel_days: true
records:
  participations:
    columns: {person: who, activity_id: activity, type: {constant: user}, joined_on: day}
"""


def test_days_as_excel_counts_them_only_where_the_mapping_says_so(tmp_path: Path):
    lines = "p1,a1,45443\np2,a1,45443.75\np3,a1,2024-05-31\np4,a1,454430\n"
    taken = take(tmp_path / "1", {"a.csv": f"who,activity,day\n{lines}"}, mapping=EXCEL)
    assert taken.rows("participations", "joined_on, row") == [
        (date(2024, 5, 31), 2),
        (date(2024, 5, 31), 3),
        (date(2024, 5, 31), 4),
    ]
    assert taken.refused("row, code") == [(5, "not-a-day")]
    strict = EXCEL.replace("excel_days: true\n", "")
    taken = take(tmp_path / "2", {"a.csv": f"who,activity,day\n{lines}"}, mapping=strict)
    assert taken.refused("row") == [(2,), (3,), (5,)]


def test_titles_and_merged_headings_above_the_headings(tmp_path: Path):
    rows = [
        ["Participations of 2024", None, None, None, None],
        ["Who", None, "What", None, "When"],  # merged cells leave the others empty
        ["person_key", "team", "activity_id", "type", "joined_on"],
        ["p1", None, "a1", "user", date(2024, 5, 31)],
        [None] * 5,
        ["p2", None, "a1", "user", date(2024, 6, 1)],
        [None] * 5,
        [None] * 5,
    ]
    taken = take(tmp_path, {"a.xlsx": rows})
    assert taken.rows("participations", "row, joined_on") == [
        (4, date(2024, 5, 31)),
        (6, date(2024, 6, 1)),
    ]
    assert taken.refused("row") == []


def test_several_sheets_of_one_workbook(tmp_path: Path):
    tmp_path.mkdir(exist_ok=True)
    sheets = {
        "2023": [["person_key", "activity_id", "type", "joined_on"], ["p1", "a1", "user", "x"]],
        "2024": [
            ["person_key", "activity_id", "type", "joined_on"],
            ["p1", "a1", "user", "2024-05-31"],
        ],
    }
    content = workbook(tmp_path / "b.xlsx", sheets).read_bytes()
    taken = take(tmp_path, {"a.xlsx": content})
    assert taken.rows("participations", "sheet, row") == [("2024", 2)]
    assert taken.refused("sheet, row") == [("2023", 2)]


LIST = ["person_key", "activity_id", "type", "badges", "joined_on"]


def test_the_errors_of_a_spreadsheet_are_told_and_are_not_empty_cells(tmp_path: Path):
    def fail(sheet: Worksheet) -> None:
        sheet["D2"].data_type = sheet["B3"].data_type = "e"

    rows = [LIST, ["p1", "a1", "user", "#N/A", DAY], ["p2", "#REF!", "user", 1, DAY]]
    taken = take(tmp_path, {"a.xlsx": sheet_of(rows, fail)})
    assert taken.refused("row, code, found") == [
        (2, "not-a-number", "#N/A"),
        (3, "lost-identifier", "#REF!"),
    ]


def test_errors_in_an_ods_are_read_as_empty_cells_and_said_to_be(tmp_path: Path):
    taken = take(tmp_path, {"a.ods": ods_with("#N/A")})
    assert taken.rows("participations", "activity_id, badges") == [("a1", None)]
    assert any("show errors, such as `#N/A`" in note for note in taken.notes())
    assert take(tmp_path / "fine", {"a.ods": ods_with("")}).notes() == []


def ods_with(error: str) -> bytes:
    """The smallest list, whose cell for badges holds an error or nothing."""
    kind = "urn:oasis:names:tc:opendocument:xmlns"
    say = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    row = [say.format(each) for each in ("p1", "a1", "user", "", "2024-05-31")]
    if error:
        is_error = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
        row[3] = f"<table:table-cell {is_error}><text:p>{error}</text:p></table:table-cell>"
    rows = (map(say.format, LIST), row)
    cells = "".join(f"<table:table-row>{''.join(each)}</table:table-row>" for each in rows)
    names = " ".join(f'xmlns:{each}="{kind}:{each}:1.0"' for each in ("office", "table", "text"))
    content = (
        f'<office:document-content {names} xmlns:calcext="urn:org:documentfoundation:names:calc">'
        f'<office:body><office:spreadsheet><table:table table:name="List">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        for name, text in (parts | {"META-INF/manifest.xml": manifest}).items():
            package.writestr(name, text)
    return whole.getvalue()


def test_an_error_is_no_name(tmp_path: Path):
    taken = take(tmp_path, {"a.csv": f"{HEAD}b1,breda,#NAME?\nb2,breda,#MeToo\n"})
    assert names(taken) == ["#MeToo"]
    assert taken.codes() == ["spreadsheet-error"]


def test_formulas_that_nobody_has_worked_out_are_told(tmp_path: Path):
    rows = [["List of 2024"], LIST, ["p1", "a1", "user", "=1+1", DAY]]
    with pytest.raises(FileProblems, match="worked out yet: 1, the first in cell `D3`"):
        take(tmp_path, {"a.xlsx": sheet_of(rows)})
    rows[1] = [*LIST[:3], "a sum beside it", LIST[4]]  # what no record reads need not be worked out
    assert take(tmp_path, {"b.xlsx": sheet_of(rows)}).intake.rows_in == {"participations": 1}


def test_a_hidden_sheet_is_read_and_said_to_be_hidden(tmp_path: Path):
    def hide(sheet: Worksheet) -> None:
        sheet.parent.create_sheet("seen")
        sheet.sheet_state = "hidden"

    taken = take(tmp_path, {"a.xlsx": sheet_of([LIST, ["p1", "a1", "user", 1, DAY]], hide)})
    assert "Sheet `Sheet` is hidden in the workbook, and was read like the others." in taken.notes()


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("indicator,city,2022,2023", "Periods stand as headings: `2022`, `2023`."),
        ("indicator,city,jan,feb,mrt", "Periods stand as headings: `jan`, `feb`, `mrt`."),
        (
            "person_key,activity_id,type,joined_on (yyyy-mm-dd)",
            "Write `joined_on` for `joined_on (yyyy-mm-dd)`, with figures in the unit",
        ),
        (
            "person_key,activity_id,type,joined_on,badge_class_id,site,name",
            "Two tables stand side by side, `badge_classes` and `participations`.",
        ),
    ],
)
def test_a_table_laid_out_otherwise_is_told_how_to_lay_it_out(tmp_path: Path, head: str, said: str):
    with pytest.raises(FileProblems, match=re.escape(said)):
        take(tmp_path, {"a.csv": f"{head}\n{'x,' * head.count(',')}x\n"})


def test_days_in_another_order_cast_doubt_on_those_that_fit_both(tmp_path: Path):
    head = "persoon;activiteit id;soort;deelgenomen op\n"
    days = ["31-05-2024 9:30", "5/6/2024", "05/31/2024"]  # the last is American: is the second too?
    lines = "".join(f"p{n};a1;deelnemer;{day}\n" for n, day in enumerate(days))
    taken = take(tmp_path, {"a.csv": head + lines})
    read = [day for (day,) in taken.rows("participations", "joined_on")]
    assert read == [date(2024, 5, 31), date(2024, 6, 5)]
    assert taken.codes() == ["not-a-day"]
    assert taken.notes() == [
        (
            "Column `deelgenomen op`: days in another order than the others, as in `05/31/2024`, "
            "stand in 1 row. Days in which both orders are possible were read as the source mapping "
            "says: look whether they are right."
        )
    ]


def test_bars_between_cells_and_many_blank_lines_above(tmp_path: Path):
    lines = "\n" * 30 + "\n".join(
        "|".join(row) for row in (LIST, ["p1", "a1", "user", "1", "2024-05-31"])
    )
    assert take(tmp_path, {"a.csv": lines}).rows("participations", "row") == [(32,)]


def sheet_of(rows: list[list[object]], change: Callable[[Worksheet], None] | None = None) -> bytes:
    book, content = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    if change:
        change(book.active)
    book.save(content)
    return content.getvalue()
