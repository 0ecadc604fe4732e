"""Files of kinds that are not read here are told by what they are, and what would be right."""

import gzip
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ingest.reading.file_problems import FileProblems
from tests.ingest.taking import take

TABLE = "person_key,activity_id,type,joined_on\np1,a1,user,2024-05-31\n"
PAGE = (
    "<!DOCTYPE html>\n<html><table><tr><td>person_key</td><td>activity_id</td></tr></table></html>"
)
SPREADSHEET = (
    '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)


def zipped(**names: str) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, text in names.items():
            package.writestr(name, text)
    return content.getvalue()


FOREIGN = {
    "packed.csv": (gzip.compress(TABLE.encode()), "It is packed"),
    "page.xls": (PAGE.encode(), "It is a web page, whatever its name ends in."),
    "older.xls": (SPREADSHEET.encode(), "It is XML, whatever its name ends in."),
    "report.csv": (b"%PDF-1.7\n1 0 obj", "It is a PDF"),
    "letter.csv": (rb"{\rtf1\ansi person_key}", "It is a text document"),
    "letter.docx": (
        zipped(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}),
        "It is a text document",
    ),
    "tables.zip": (zipped(**{"2024/joined.csv": TABLE}), "It is a ZIP with tables in it, such as"),
    "wide.csv": (TABLE.encode("utf-32"), "It is written in UTF-32"),
    "lines.jsonl": (b'{"person_key": "p1"}\n{"person_key": "p2"}\n', "It has JSON on every line"),
    "lines.json": (
        b'{"person_key": "p1"}\n{"person_key": "p2"}\n',
        "It is no JSON: line 2, column 1: something follows where the JSON has ended.",
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_of_another_kind_is_told_what_it_is(tmp_path: Path, name: str):
    content, said = FOREIGN[name]
    with pytest.raises(FileProblems) as raised:
        take(tmp_path, {name: content})
    [problem] = raised.value.problems
    assert problem.text.startswith(said)
    assert problem.text.endswith(".")


def test_a_table_that_begins_like_a_tag_is_a_table(tmp_path: Path):
    head = "<p>,person_key,activity_id,type,joined_on\n"
    taken = take(tmp_path, {"a.csv": head + "x,p1,a1,user,2024-05-31\n"})
    assert taken.intake.rows_in == {"participations": 1}
