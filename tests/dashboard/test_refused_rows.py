"""Refused rows as CSV: to be read by a spreadsheet, never to be run by one."""

import io
from dataclasses import replace

import openpyxl

from dashboard.parts.refused_rows import as_csv, refused_workbook
from tests.dashboard.fake_results import REFUSED


def test_each_problem_is_a_line_with_its_place_and_its_sentence():
    lines = as_csv([replace(REFUSED, found="Vilnus", sentence="Not a city.")]).decode("utf-8-sig")
    assert lines.splitlines() == [
        "record,file,sheet,row,code,column,found,sentence",
        "activities,activities.csv,,14,city,site,Vilnus,Not a city.",
    ]


def test_a_cell_that_a_spreadsheet_would_compute_gets_an_apostrophe():
    assert ",'=Vilnus," in as_csv([REFUSED]).decode()


def test_the_workbook_to_be_mended_says_what_is_wrong_in_the_reader_s_language():
    row = replace(REFUSED, sentence="a.csv line 4: it has 2 cells where there are 3 headings.")
    sheet = openpyxl.load_workbook(io.BytesIO(refused_workbook([row], False, "nl"))).active
    assert [[cell.value for cell in line][-1] for line in sheet] == [
        "wat te verbeteren",
        "a.csv regel 4: de regel heeft 2 cellen waar er 3 kolomkoppen zijn.",
    ]


def test_spreadsheets_are_told_the_encoding():
    assert as_csv([]).startswith(b"\xef\xbb\xbf")
